import { Button, Input } from 'antd'
import { useState } from 'react'
import { isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import type { AppraisedDraft } from './appraisalForm.ts'

interface FeedbackFillProps {
  readonly people: readonly AppraisedDraft[]
  readonly onPeople: (change: (people: readonly AppraisedDraft[]) => readonly AppraisedDraft[]) => void
}

/** One day of 反馈签字 for everybody who has a grade and no day yet. */
export function FeedbackFill({ people, onPeople }: FeedbackFillProps) {
  const [typed, setTyped] = useState('')
  const read = parseWrittenDate(typed)
  const day = read !== null && isDateOnly(read) ? read : null
  const waits = ({ grade, feedbackOn }: AppraisedDraft) => grade !== null && feedbackOn === null
  const count = people.filter(waits).length
  if (count === 0) return null
  return (
    <span className="life-fill">
      <Input
        className="toolbar-date"
        aria-label="反馈签字日期"
        placeholder="如 2026.2.12"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        disabled={day === null}
        onClick={() => {
          onPeople((all) => all.map((person) => (waits(person) ? { ...person, feedbackOn: day } : person)))
          setTyped('')
        }}
      >
        填作 {count} 人的反馈签字日期
      </Button>
    </span>
  )
}
