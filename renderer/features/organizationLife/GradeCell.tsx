import { type Grade, grades } from '#shared/domain/meetings/appraisal.ts'
import { gradeLabels } from '#shared/labels/meetings.ts'
import type { AppraisedDraft } from './appraisalForm.ts'

interface GradeCellProps {
  readonly person: Pick<AppraisedDraft, 'name' | 'isProbationary' | 'grade'>
  readonly disabled: boolean
  readonly onChange: (grade: Grade | null) => void
}

/** 等次, by one key: 1 to 4, 0 for none. LIFE-14: a probationary member gets none, unless a paper says otherwise. */
export function GradeCell({ person, disabled, onChange }: GradeCellProps) {
  const { name, isProbationary, grade } = person
  if (isProbationary && grade === null) return <span className="muted">不评定等次</span>
  if (disabled)
    return grade === null ? <span className="muted">未定</span> : <span>{gradeLabels[grade]}</span>
  return (
    <select
      className="life-input"
      aria-label={`${name}的等次`}
      value={grade ?? ''}
      onChange={({ target }) => onChange(grades.find((each) => each === target.value) ?? null)}
      onKeyDown={(event) => {
        if (!/^[0-4]$/.test(event.key)) return
        event.preventDefault()
        onChange(grades[Number(event.key) - 1] ?? null)
      }}
    >
      <option value="">未定</option>
      {grades.map((each) => (
        <option key={each} value={each}>
          {gradeLabels[each]}
        </option>
      ))}
    </select>
  )
}
