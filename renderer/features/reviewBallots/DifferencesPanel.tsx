import { useEffect, useRef, useState } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import type { GradeSet } from '#shared/domain/reviews/grades.ts'
import { errorText } from '../../lib/errorText.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { DifferenceRow, type Settled } from './DifferenceRow.tsx'

interface DifferencesPanelProps {
  readonly batch: BatchDetail
  readonly gradeSet: GradeSet
}

/** While one pass is behind, its missing sheets are no differences: they are only not keyed yet. */
function behind({ method, passes }: BatchDetail): string | null {
  const [first, second] = passes
  if (method !== 'keying' || first === undefined || second === undefined) return null
  if (first.sheets === second.sheets && first.sheets > 0) return null
  return `第一遍已录 ${first.sheets} 张，第二遍已录 ${second.sheets} 张；两遍都录过的票在这里核对`
}

const nameOf = ({ place, subjectId, itemId }: Pick<Settled, 'place' | 'subjectId' | 'itemId'>): string =>
  `${place} ${subjectId} ${itemId ?? ''}`

/** What two keyings do not agree on, and marks that cannot be on the paper; each is settled from the paper. */
export function DifferencesPanel({ batch, gradeSet }: DifferencesPanelProps) {
  const query = useCall('reviewBallots.differences', { id: batch.id }, { keepPrevious: true })
  const settle = useCommand('reviewBallots.settle')
  const [dropping, setDropping] = useState<Settled | null>(null)
  const body = useRef<HTMLTableSectionElement>(null)
  const waits = behind(batch)
  // A settled row goes, and the keyboard with it: the next one takes it up.
  const wasSettled = useRef(false)
  useEffect(() => {
    if (wasSettled.current) body.current?.querySelector('input')?.focus()
    wasSettled.current = false
  })
  const run = (settled: Settled): void =>
    settle.mutate(
      { id: batch.id, ...settled },
      {
        onSuccess: () => {
          wasSettled.current = true
          setDropping(null)
        },
      },
    )
  const tried = settle.variables === undefined ? null : nameOf(settle.variables)
  return (
    <QueryBoundary query={query} what="核对两遍录入" lines={6}>
      {(found) => {
        const differences = waits === null ? found : found.filter(({ itemId }) => itemId !== null)
        if (differences.length === 0) return <p>{waits ?? '没有不一致的地方，也没有要更正的票。'}</p>
        return (
          <>
            <p className="muted">
              {`还有 ${differences.length} 处，请找出原票逐处核定`}
              {waits !== null && `。${waits}`}
            </p>
            <table className="ballot-table">
              <thead>
                <tr>
                  {['第几张', '被测评人', '项目', '情况', '原票上是'].map((title) => (
                    <th key={title} scope="col">
                      {title}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody ref={body}>
                {differences.map((difference) => (
                  <DifferenceRow
                    key={nameOf(difference)}
                    difference={difference}
                    item={batch.items.find(({ id }) => id === difference.itemId)}
                    gradeSet={gradeSet}
                    busy={settle.isPending}
                    error={
                      settle.error !== null && tried === nameOf(difference) ? errorText(settle.error) : null
                    }
                    onSettle={run}
                    onDrop={setDropping}
                  />
                ))}
              </tbody>
            </table>
            {dropping !== null && (
              <ConfirmDialog
                open
                danger
                title={`删去第 ${dropping.place} 张`}
                confirmText="删去"
                busy={settle.isPending}
                error={settle.error}
                onCancel={() => setDropping(null)}
                onConfirm={() => run(dropping)}
              >
                <p>只在一摞票里确实没有这一张时删去；有的，请由漏录的一遍补录。</p>
              </ConfirmDialog>
            )}
          </>
        )
      }}
    </QueryBoundary>
  )
}
