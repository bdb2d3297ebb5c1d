import { Button } from 'antd'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { BatchFields } from '#shared/contract/reviewBallots.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import type { BatchForm } from './batchForm.ts'
import { PaperRow } from './PaperRow.tsx'

interface PapersTableProps {
  readonly campaignId: string
  readonly form: UseFormReturn<BatchForm, unknown, BatchFields>
}

type Papers = BatchForm['subjects']

/** On whom the ballots are, and how many papers went out and came back for each; one sheet may hold several people. */
export function PapersTable({ campaignId, form }: PapersTableProps) {
  const { control, setValue, formState } = form
  const [schemeId, chosen] = useWatch({ control, name: ['schemeId', 'subjects'] })
  const board = useCall('reviews.board', { campaignId })
  const change = (subjects: Papers): void =>
    setValue('subjects', subjects, { shouldDirty: true, shouldValidate: formState.isSubmitted })
  const [first] = chosen
  const { subjects: errors } = formState.errors
  const error = errors?.message ?? errors?.root?.message
  const paperOf = (id: string): Papers[number] | undefined => chosen.find(({ subjectId }) => subjectId === id)
  // Most batches go out in equal numbers.
  const newPaper = (subjectId: string): Papers[number] => ({
    subjectId,
    issued: first?.issued ?? 0,
    returned: first?.returned ?? 0,
  })
  return (
    <QueryBoundary query={board} what="查看述职人" lines={4}>
      {(rows) => {
        const people = rows.filter((row) => row.schemeId === schemeId)
        const set = (id: string, next: Partial<Papers[number]>): void =>
          change(chosen.map((one) => (one.subjectId === id ? { ...one, ...next } : one)))
        const choose = (id: string, isChosen: boolean): void => {
          const wanted = people.filter((row) => (row.id === id ? isChosen : paperOf(row.id) !== undefined))
          change(wanted.map((row) => paperOf(row.id) ?? newPaper(row.id)))
        }
        return (
          <fieldset className="ballot-papers">
            <legend>被测评人和票数</legend>
            <div className="ballot-bar">
              <span className="muted">
                已选 {chosen.length}/{people.length} 人
              </span>
              <Button
                size="small"
                disabled={chosen.length === people.length}
                onClick={() => change(people.map(({ id }) => paperOf(id) ?? newPaper(id)))}
              >
                全选
              </Button>
              <Button
                size="small"
                disabled={chosen.length < 2}
                onClick={() => change(chosen.map(({ subjectId }) => newPaper(subjectId)))}
              >
                票数都同第一人
              </Button>
            </div>
            <div className="ballot-scroll">
              <table className="ballot-table">
                <thead>
                  <tr>
                    <th scope="col">述职人</th>
                    <th scope="col">发出票</th>
                    <th scope="col">收回票</th>
                  </tr>
                </thead>
                <tbody>
                  {people.map((person) => (
                    <PaperRow
                      key={person.id}
                      person={person}
                      paper={paperOf(person.id)}
                      error={errors?.[chosen.findIndex(({ subjectId }) => subjectId === person.id)]}
                      onChoose={choose}
                      onChange={set}
                    />
                  ))}
                </tbody>
              </table>
            </div>
            {people.length === 0 && <p className="muted">这套方案下还没有述职人。</p>}
            {error !== undefined && (
              <div className="form-error" role="alert">
                {error}
              </div>
            )}
          </fieldset>
        )
      }}
    </QueryBoundary>
  )
}
