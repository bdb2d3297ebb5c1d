import { useState } from 'react'
import { formatDots, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'
import { moveRow } from './tableKeys.ts'

interface DayCellProps {
  readonly label: string
  readonly value: string | null
  readonly disabled: boolean
  /** What is no day is kept as typed, for the schema to name it. */
  readonly onDay: (day: string | null) => void
}

/** A day in a table's cell, as clerks write it. */
export function DayCell({ label, value, disabled, onDay }: DayCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = value !== null && !isDateOnly(value)
  const shown = value !== null && isDateOnly(value) ? formatDots(value) : (value ?? '')
  return (
    <input
      className={isWrong && typed === null ? 'life-input number life-wrong' : 'life-input number'}
      aria-label={label}
      aria-invalid={isWrong}
      data-column="day"
      data-enter="passes"
      onKeyDown={moveRow}
      disabled={disabled}
      value={typed ?? shown}
      onChange={({ target }) => {
        setTyped(target.value)
        const text = target.value.trim()
        onDay(text === '' ? null : (parseWrittenDate(text) ?? text))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
