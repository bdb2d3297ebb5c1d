import { Input } from 'antd'
import { useState } from 'react'
import { formatDots, isDateOnly, parseWrittenDate } from '#shared/lib/dates.ts'

interface DateCellProps {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A whole day in a table's cell, as clerks write it; what cannot be read is marked and not taken. */
export function DateCell({ label, value, onChange }: DateCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const read = (text: string): string | null | undefined => {
    if (text.trim() === '') return null
    const date = parseWrittenDate(text)
    return date !== null && isDateOnly(date) ? date : undefined
  }
  const isBad = typed !== null && read(typed) === undefined
  return (
    <Input
      size="small"
      className="meeting-date"
      aria-label={label}
      aria-invalid={isBad}
      placeholder="如 2026.5.8"
      {...(isBad ? { status: 'error' as const } : {})}
      value={typed ?? (value === null ? '' : isDateOnly(value) ? formatDots(value) : value)}
      onChange={({ target }) => {
        setTyped(target.value)
        const date = read(target.value)
        if (date !== undefined) onChange(date)
      }}
      onBlur={() => {
        if (!isBad) setTyped(null)
      }}
    />
  )
}
