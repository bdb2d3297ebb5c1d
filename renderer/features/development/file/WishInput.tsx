import { Input } from 'antd'
import { useId, useState } from 'react'
import {
  type DateOnly,
  formatDots,
  formatPartialDate,
  isDateOnly,
  parseWrittenDate,
} from '#shared/lib/dates.ts'

interface WishInputProps {
  readonly value: DateOnly | null
  readonly onChange: (value: DateOnly | null) => void
}

/** The day somebody would like the meeting, as clerks write it; the plan follows while they type. */
export function WishInput({ value, onChange }: WishInputProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? (value === null ? '' : formatDots(value))
  const isUnread = text.trim() !== '' && value === null
  return (
    <span className="day-input">
      <label htmlFor={id}>希望召开大会的日期</label>
      <Input
        id={id}
        className="toolbar-date"
        autoComplete="off"
        placeholder="如 2026.9.1"
        aria-describedby={`${id}-help`}
        aria-invalid={isUnread}
        value={text}
        onChange={({ target }) => {
          setTyped(target.value)
          const parsed = parseWrittenDate(target.value)
          onChange(parsed !== null && isDateOnly(parsed) ? parsed : null)
        }}
        onBlur={() => {
          if (!isUnread) setTyped(null)
        }}
      />
      <span id={`${id}-help`} className={isUnread ? 'form-error' : 'muted'}>
        {isUnread
          ? '请写年月日，如 2026.9.1'
          : value !== null && typed !== null
            ? formatPartialDate(value)
            : ''}
      </span>
    </span>
  )
}
