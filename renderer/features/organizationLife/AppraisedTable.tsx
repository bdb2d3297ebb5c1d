import type { AppraisedChange, AppraisedDraft } from './appraisalForm.ts'
import { AppraisedRow } from './AppraisedRow.tsx'

interface AppraisedTableProps {
  readonly people: readonly AppraisedDraft[]
  readonly ballotsValid: number | null
  readonly disabled: boolean
  readonly onChange: (key: string, change: AppraisedChange) => void
  readonly onRemove: (key: string) => void
  readonly onOpen: (key: string) => void
}

/** Sums of ballots, grade and feedback, person by person; all of it by the keyboard. */
export function AppraisedTable(props: AppraisedTableProps) {
  const { people, ballotsValid, disabled, onChange, onRemove, onOpen } = props
  return (
    <div className="life-scroll">
      <table className="life-table" aria-label="参评名单">
        <thead>
          <tr>
            <th className="life-name">姓名</th>
            <th className="life-count">优秀</th>
            <th className="life-count">合格</th>
            <th className="life-count">基本合格</th>
            <th className="life-count">不合格</th>
            <th className="life-sum">合计</th>
            <th className="life-grade">等次</th>
            <th className="life-day">反馈签字</th>
            <th className="life-absent">未参评原因</th>
            <th className="life-more">评定意见、处置</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <AppraisedRow
              key={person.key}
              person={person}
              ballotsValid={ballotsValid}
              disabled={disabled}
              onChange={onChange}
              onRemove={onRemove}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
