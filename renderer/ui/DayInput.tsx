import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { addDays, type DateOnly, formatDots, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import './page.css'

interface DayInputProps {
  readonly label: string
  readonly value: DateOnly
  /** The last day that may be chosen, and the one the button goes back to. */
  readonly today: DateOnly
  readonly onChoose: (day: DateOnly) => void
}

/** One whole day in a toolbar, as clerks write it; Enter or leaving the field takes it, arrows up and down go day by day. */
export function DayInput({ label, value, today, onChoose }: DayInputProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? value : parseWrittenDate(typed)
  const day = parsed !== null && isDateOnly(parsed) ? parsed : null
  const problem = day === null ? '请写年月日，如 2025.12.31' : day > today ? '不能晚于今天' : null
  const choose = (next: DateOnly): void => {
    setTyped(null)
    if (next !== value && next <= today) onChoose(next)
  }
  const take = (): void => {
    if (day !== null && problem === null) choose(day)
  }
  return (
    <span className="day-input">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="toolbar-date"
        autoComplete="off"
        aria-describedby={`${id}-help`}
        aria-invalid={problem !== null}
        {...(problem === null ? {} : { status: 'error' as const })}
        value={typed ?? formatDots(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onPressEnter={take}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (step === 0) return
          event.preventDefault()
          choose(addDays(day ?? value, step))
        }}
      />
      {value !== today && (
        <Button type="link" size="small" onClick={() => choose(today)}>
          回到今天
        </Button>
      )}
      <span id={`${id}-help`}>
        {problem !== null && (
          <span className="form-error" role="alert">
            {problem}
          </span>
        )}
      </span>
    </span>
  )
}
