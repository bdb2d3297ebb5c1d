import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { useHasRight } from '../../lib/session.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { BasicsDialog } from './BasicsDialog.tsx'
import { isOpen } from './electionView.ts'

interface ElectionSideProps {
  readonly detail: ElectionDetail
  readonly canWrite: boolean
  /** Field whose findings the tab shows itself. */
  readonly shownElsewhere: string | null
}

const day = (on: DateOnly | null) =>
  on === null ? <span className="muted">未登记</span> : formatPartialDate(on)
const text = (value: string | null) => value ?? <span className="muted">未登记</span>

/** What is known of the meeting, what the rules say, and the history; beside every tab. */
export function ElectionSide({ detail, canWrite, shownElsewhere }: ElectionSideProps) {
  const [isEditing, setIsEditing] = useState(false)
  const canSeeHistory = useHasRight('activity.read')
  const { fields, formerTerm } = detail
  const findings = detail.findings.filter(({ field }) => field === null || field !== shownElsewhere)
  const isEditable = canWrite && (isOpen(detail) || detail.status === 'done')
  const seats = [
    ...(fields.isDirect ? [] : [`委员 ${fields.committeeSeats} 名`]),
    `书记 ${fields.secretarySeats} 名`,
    ...(fields.deputySeats === 0 ? [] : [`副书记 ${fields.deputySeats} 名`]),
  ].join('，')
  const due = formerTerm?.dueOn ?? null
  const facts = [
    ['本届届满', day(due)],
    ['选举方式', fields.isDirect ? '党员大会直接选举书记、副书记' : '大会选委员，委员会选书记、副书记'],
    ['应选名额', seats],
    ['计划日期', day(fields.plannedOn)],
    ['大会日期', day(fields.meetingOn)],
    ['大会地点', text(fields.meetingPlace)],
    ['主持人', text(fields.hostName)],
    [
      '批复',
      fields.approvalOn === null
        ? text(null)
        : `${formatPartialDate(fields.approvalOn)}　${fields.approvalDoc ?? ''}`,
    ],
    ...(fields.isDirect ? [] : [['委员备案', day(fields.filedOn)] as const]),
    ...(fields.reducedReason === null ? [] : [['减少名额', fields.reducedReason] as const]),
    ...(fields.remark === null ? [] : [['备注', fields.remark] as const]),
  ] as const
  return (
    <div>
      <SectionCard
        title="基本情况"
        extra={
          isEditable && (
            <Button size="small" onClick={() => setIsEditing(true)}>
              修改
            </Button>
          )
        }
      >
        <dl className="election-facts">
          {facts.map(([label, value]) => (
            <FactRow key={label} label={label} value={value} />
          ))}
        </dl>
      </SectionCard>
      <SectionCard title="提示">
        {findings.length === 0 ? (
          <p className="muted">没有要核对的问题。</p>
        ) : (
          <FindingNotes findings={findings} />
        )}
      </SectionCard>
      {canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind="election" id={detail.id} version={detail.version} isFrozen />
        </SectionCard>
      )}
      {isEditing && <BasicsDialog detail={detail} onClose={() => setIsEditing(false)} />}
    </div>
  )
}

function FactRow({ label, value }: { readonly label: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
