import { Alert, Checkbox, Input, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { ElectionDetail, ElectionVoter } from '#shared/contract/electionRows.ts'
import { type ExemptionReason, exemptionReasons } from '#shared/domain/electionVoters.ts'
import { exemptionReasonLabels } from '#shared/labels/elections.ts'
import { noVoteLabels } from '#shared/labels/memberships.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { ExplanationCard } from '../../ui/ExplanationCard.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionTarget, isOpen } from './electionView.ts'

interface VotersCardProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
}

const pageSize = 20

/** 应到会: everybody with a vote on the day of the meeting, less those left out one by one with a reason. */
export function VotersCard({ detail, canWrite }: VotersCardProps) {
  const voters = useCall('elections.voters', { id: detail.id })
  const save = useCommand('elections.setExemptions')
  const update = useCommand('elections.update')
  const undo = useUndo()
  const [text, setText] = useState('')
  const mayWrite = canWrite && isOpen(detail)
  const { exemptions, fields, voterCount } = detail
  const reasonOf = new Map(exemptions.map(({ memberId, reason }) => [memberId, reason]))
  const put = (memberId: string, reason: ExemptionReason | null) => {
    const others = exemptions.filter((each) => each.memberId !== memberId)
    const list = reason === null ? others : [...others, { memberId, reason }]
    save.mutate(
      {
        id: detail.id,
        version: detail.version,
        exemptions: list.map((each) => ({ memberId: each.memberId, reason: each.reason })),
      },
      { onSuccess: () => undo.done('已保存应到会人员', electionTarget) },
    )
  }
  const error = save.error ?? update.error
  return (
    <SectionCard
      title="应到会有选举权的党员"
      extra={<span className="muted">按{formatPartialDate(detail.votersOn)}的名册</span>}
    >
      <div className="election-notes">
        <ExplanationCard explanation={voterCount.explanation} />
        <FindingNotes findings={detail.findings.filter(({ field }) => field === 'exemptions')} />
      </div>
      {mayWrite && exemptions.length > 0 && (
        <Checkbox
          checked={fields.exemptionsAgreed}
          disabled={update.isPending}
          onChange={(event) =>
            update.mutate(
              { id: detail.id, version: detail.version, fields: { exemptionsAgreed: event.target.checked } },
              { onSuccess: () => undo.done('已保存', electionTarget) },
            )
          }
        >
          不计入应到的 {exemptions.length} 名党员，已经支部同意并由大会通过
        </Checkbox>
      )}
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
      <QueryBoundary query={voters} what="查看应到会人员" lines={6}>
        {({ voters: all, others }) => (
          <>
            <div className="election-add">
              <Input
                className="toolbar-text"
                type="search"
                aria-label="查找姓名"
                placeholder="姓名"
                allowClear
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <span className="muted">共 {all.length} 人有选举权</span>
            </div>
            <Table<ElectionVoter>
              size="small"
              tableLayout="fixed"
              rowKey={({ memberId, name, organizationName }) => memberId ?? `${name} ${organizationName}`}
              dataSource={all.filter(({ name }) => name.includes(text.trim()))}
              pagination={{ pageSize, hideOnSinglePage: true, showSizeChanger: false }}
              columns={columnsOf(reasonOf, mayWrite && !save.isPending ? put : null)}
            />
            {others.length > 0 && (
              <p className="muted">
                没有选举权的 {others.length} 人：
                {others.map(({ name, why }) => `${name}（${noVoteLabels[why]}）`).join('、')}
              </p>
            )}
          </>
        )}
      </QueryBoundary>
    </SectionCard>
  )
}

function columnsOf(
  reasonOf: ReadonlyMap<string, ExemptionReason>,
  onChange: ((memberId: string, reason: ExemptionReason | null) => void) | null,
): TableColumnsType<ElectionVoter> {
  return [
    {
      title: '姓名',
      key: 'name',
      width: '8em',
      render: (_, { memberId, name }) =>
        memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>,
    },
    { title: '党支部', dataIndex: 'organizationName', width: '14em', ellipsis: true },
    {
      title: '计入应到',
      key: 'reason',
      render: (_, { memberId, name }) => {
        const reason = memberId === null ? undefined : reasonOf.get(memberId)
        if (memberId === null || onChange === null)
          return reason === undefined ? '计入' : `不计入：${exemptionReasonLabels[reason]}`
        return (
          <Select<ExemptionReason | 'counts'>
            className="election-reason"
            size="small"
            aria-label={`${name}是否计入应到`}
            value={reason ?? 'counts'}
            options={[
              { value: 'counts', label: '计入' },
              ...exemptionReasons.map((value) => ({
                value,
                label: `不计入：${exemptionReasonLabels[value]}`,
              })),
            ]}
            onChange={(value) => onChange(memberId, value === 'counts' ? null : value)}
          />
        )
      },
    },
  ]
}
