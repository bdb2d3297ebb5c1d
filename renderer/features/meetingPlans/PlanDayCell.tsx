import { Input } from 'antd'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { formatDots, isDateOnly, isPartialDate } from '#shared/lib/dates.ts'
import { dayInMonth } from './planForm.ts'
import type { PlanFormMethods } from './planMethods.ts'

const asWritten = (value: unknown): string =>
  typeof value === 'string' ? (isPartialDate(value) ? formatDots(value) : value) : ''

interface PlanDayCellProps {
  readonly form: PlanFormMethods
  readonly index: number
  readonly label: string
  readonly canWrite: boolean
  readonly year: number
  readonly month: number
}

/** A day as clerks write it; what cannot be read stays as typed, for the schema to say so. */
export function PlanDayCell({ form, index, label, year, month, canWrite }: PlanDayCellProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Controller
      control={form.control}
      name={`items.${index}.plannedOn`}
      render={({ field, fieldState: { error } }) => {
        if (!canWrite) return <span className="plan-text number">{asWritten(field.value)}</span>
        const isElsewhere =
          typeof field.value === 'string' &&
          isDateOnly(field.value) &&
          !field.value.startsWith(`${year}-${String(month).padStart(2, '0')}-`)
        return (
          <>
            <Input
              aria-label={label}
              aria-invalid={error !== undefined}
              autoComplete="off"
              {...(error === undefined ? {} : { status: 'error' as const })}
              value={typed ?? asWritten(field.value)}
              onChange={(event) => {
                const text = event.target.value
                setTyped(text)
                field.onChange(text.trim() === '' ? null : (dayInMonth(text, year, month) ?? text))
              }}
              onBlur={() => {
                setTyped(null)
                field.onBlur()
              }}
            />
            {isElsewhere && <span className="form-hint">不在{month}月</span>}
            {error !== undefined && (
              <span className="form-error" role="alert">
                {error.message}
              </span>
            )}
          </>
        )
      }}
    />
  )
}
