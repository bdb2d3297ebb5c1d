import { Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { LostAttempt, LostCaseDetail } from '#shared/contract/lostCases.ts'
import { lostResultLabels, lostWayLabels } from '#shared/labels/lostCases.ts'
import { formatDots } from '#shared/lib/dates.ts'
import { useCommand } from '../../lib/queries.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useToast } from '../../ui/useToast.ts'
import { AttemptForm } from './AttemptForm.tsx'
import { lostTarget } from './lostView.ts'

interface AttemptsProps {
  readonly detail: LostCaseDetail
  readonly canWrite: boolean
}

/** The log of searches, with its quick entry on top. */
export function Attempts({ detail, canWrite }: AttemptsProps) {
  const [editing, setEditing] = useState<LostAttempt | null>(null)
  const remove = useCommand('lost.removeAttempt')
  const toast = useToast()
  const undo = useUndo()
  const lastRound = detail.attempts.reduce((most, { round }) => Math.max(most, round), 1)
  const onRemove = ({ id, version }: LostAttempt): void =>
    remove.mutate(
      { id, version },
      { onSuccess: () => undo.done('已删除查找记录', lostTarget), onError: toast.failure },
    )
  return (
    <SectionCard
      title="查找记录"
      extra={
        <span className="muted">
          {detail.ways} 种方式，{detail.rounds} 轮
        </span>
      }
    >
      <FindingNotes findings={detail.findings.filter(({ field }) => field === 'attempts')} />
      {canWrite && (
        <AttemptForm
          key={editing === null ? `new ${detail.attempts.length}` : `${editing.id} ${editing.version}`}
          caseId={detail.id}
          lastRound={lastRound}
          editing={editing}
          onDone={() => setEditing(null)}
        />
      )}
      {detail.attempts.length === 0 ? (
        <p className="muted">还没有查找记录。每查找一次记一条：什么时候、用什么方式、结果如何、谁经办。</p>
      ) : (
        <Table<LostAttempt>
          size="small"
          rowKey="id"
          tableLayout="fixed"
          pagination={false}
          dataSource={[...detail.attempts]}
          columns={columnsOf(canWrite ? { onEdit: setEditing, onRemove } : null)}
        />
      )}
    </SectionCard>
  )
}

interface RowActions {
  readonly onEdit: (attempt: LostAttempt) => void
  readonly onRemove: (attempt: LostAttempt) => void
}

function columnsOf(actions: RowActions | null): TableColumnsType<LostAttempt> {
  const own: TableColumnsType<LostAttempt> =
    actions === null
      ? []
      : [
          {
            title: <span className="visually-hidden">操作</span>,
            key: 'actions',
            width: '8.5em',
            render: (_, attempt) => {
              const name = `${formatDots(attempt.triedOn)} ${lostWayLabels[attempt.way]}`
              return (
                <span className="nowrap">
                  <Button
                    type="link"
                    size="small"
                    aria-label={`修改 ${name}`}
                    onClick={() => actions.onEdit(attempt)}
                  >
                    修改
                  </Button>
                  <Button
                    type="link"
                    size="small"
                    aria-label={`删除 ${name}`}
                    onClick={() => actions.onRemove(attempt)}
                  >
                    删除
                  </Button>
                </span>
              )
            },
          },
        ]
  return [
    {
      title: '日期',
      key: 'on',
      width: '7em',
      render: (_, { triedOn }) => <span className="number">{formatDots(triedOn)}</span>,
    },
    { title: '轮次', key: 'round', width: '5em', render: (_, { round }) => `第 ${round} 轮` },
    { title: '方式', key: 'way', width: '7em', render: (_, { way }) => lostWayLabels[way] },
    { title: '结果', key: 'result', width: '6em', render: (_, { result }) => lostResultLabels[result] },
    { title: '经办人', dataIndex: 'byWhom', width: '6em', ellipsis: true },
    { title: '情况', dataIndex: 'content' },
    ...own,
  ]
}
