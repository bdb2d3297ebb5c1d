import { Button } from 'antd'
import { memo } from 'react'
import { Link } from 'react-router'
import { ballotSum, mostBallots } from '#shared/domain/meetings/appraisalBallots.ts'
import { grades } from '#shared/domain/meetings/appraisal.ts'
import { disposalLabels, gradeLabels } from '#shared/labels/meetings.ts'
import type { AppraisedChange, AppraisedDraft } from './appraisalForm.ts'
import { DayCell } from './DayCell.tsx'
import { GradeCell } from './GradeCell.tsx'
import { moveRow } from './tableKeys.ts'

interface AppraisedRowProps {
  readonly person: AppraisedDraft
  readonly ballotsValid: number | null
  readonly disabled: boolean
  readonly onChange: (key: string, change: AppraisedChange) => void
  readonly onRemove: (key: string) => void
  readonly onOpen: (key: string) => void
}

/** Nothing for what is no whole number: the field keeps the last one that was. */
function countOf(text: string): number | null | undefined {
  if (text.trim() === '') return null
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : undefined
}

function moreWords({ opinion, disposal, grade }: AppraisedDraft, disabled: boolean): string | null {
  const words = [opinion === null ? '' : '有意见', disposal === null ? '' : disposalLabels[disposal]].filter(
    (each) => each !== '',
  )
  if (words.length > 0) return words.join('，')
  if (disabled) return null
  return grade === 'unqualified' ? '登记处置' : '填写'
}

/** One person; memoised, so that typing into one row leaves the others alone. */
export const AppraisedRow = memo(function AppraisedRow(props: AppraisedRowProps) {
  const { person, ballotsValid, disabled, onChange, onRemove, onOpen } = props
  const { key, memberId, name, isProbationary, absentReason } = person
  const more = moreWords(person, disabled)
  const sum = ballotSum(person)
  const isOver = sum !== null && ballotsValid !== null && sum > mostBallots(person, ballotsValid)
  return (
    <tr>
      <th scope="row" className="life-name">
        {memberId === null ? name : <Link to={`/members/${memberId}`}>{name}</Link>}
        {isProbationary && <span className="life-mark">预备</span>}
      </th>
      {grades.map((grade) => (
        <td key={grade} className="life-count">
          <input
            className="life-input number"
            inputMode="numeric"
            aria-label={`${name}的${gradeLabels[grade]}票`}
            data-column={grade}
            onKeyDown={moveRow}
            disabled={disabled}
            value={person[grade] ?? ''}
            onChange={({ target }) => {
              const count = countOf(target.value)
              if (count !== undefined) onChange(key, { [grade]: count })
            }}
          />
        </td>
      ))}
      <td className={isOver ? 'life-sum number life-late' : 'life-sum number'}>{sum}</td>
      <td className="life-grade">
        <GradeCell person={person} disabled={disabled} onChange={(grade) => onChange(key, { grade })} />
      </td>
      <td className="life-day">
        <DayCell
          label={`${name}的反馈签字日期`}
          value={person.feedbackOn}
          disabled={disabled}
          onDay={(feedbackOn) => onChange(key, { feedbackOn })}
        />
      </td>
      <td className="life-absent">
        <input
          className="life-input"
          aria-label={`${name}未参评的原因`}
          data-column="absent"
          data-enter="passes"
          onKeyDown={moveRow}
          maxLength={100}
          disabled={disabled}
          value={absentReason ?? ''}
          onChange={({ target }) =>
            onChange(key, { absentReason: target.value === '' ? null : target.value })
          }
        />
      </td>
      <td className="life-more">
        {more !== null && (
          <Button
            size="small"
            type="link"
            aria-label={`${more}：${name}的评定意见和处置`}
            onClick={() => onOpen(key)}
          >
            {more}
          </Button>
        )}
        {!disabled && (
          <Button size="small" type="link" aria-label={`移出${name}`} onClick={() => onRemove(key)}>
            移出
          </Button>
        )}
      </td>
    </tr>
  )
})
