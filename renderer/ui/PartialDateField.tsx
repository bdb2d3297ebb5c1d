import { Input } from 'antd'
import { useState } from 'react'
import { useController, type FieldValues } from 'react-hook-form'
import { formatDots, formatPartialDate, isWrittenDate, parseWrittenDate } from '#shared/lib/dates.ts'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

interface PartialDateFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  /** A month or a year alone will not do; the schema refuses it, this adjusts the words. */
  readonly wholeDay?: boolean
  readonly onParsed?: (date: string | null) => void
}

function asWritten(value: unknown): string {
  if (typeof value !== 'string') return ''
  return isWrittenDate(value) ? formatDots(value) : value
}

/** Takes a date as clerks write it and says how it was understood. */
export function PartialDateField<T extends FieldValues, O>(props: PartialDateFieldProps<T, O>) {
  const { wholeDay = false, onParsed } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const [typed, setTyped] = useState<string | null>(null)
  const value: unknown = field.value
  const [isFocused, setFocused] = useState(false)
  const text = isFocused && typed !== null ? typed : asWritten(value)
  const understood = typeof value === 'string' && isWrittenDate(value) ? formatPartialDate(value) : null
  const onText = (next: string): void => {
    setTyped(next)
    const parsed = parseWrittenDate(next)
    field.onChange(next.trim() === '' ? null : (parsed ?? next))
    onParsed?.(parsed)
  }
  const error = fieldState.error?.message
  return (
    <FormRow {...rowOf(props, error)}>
      {(ids) => (
        <>
          <Input
            {...ids}
            ref={field.ref}
            name={field.name}
            value={text}
            disabled={props.disabled ?? false}
            autoComplete="off"
            placeholder={
              props.disabled === true ? '' : wholeDay ? '如 2026.5.8' : '如 1968、1968.07 或 1968.7.1'
            }
            onChange={(event) => onText(event.target.value)}
            onFocus={() => {
              setTyped(null)
              setFocused(true)
            }}
            onBlur={() => {
              // The line below stays: a button that moves away under the mouse is not clicked.
              setFocused(false)
              field.onBlur()
            }}
            {...(error === undefined ? {} : { status: 'error' as const })}
          />
          {typed !== null && understood !== null && (
            <div className="form-understood">理解为 {understood}</div>
          )}
          {typed !== null && typed.trim() !== '' && understood === null && error === undefined && (
            <div className="form-hint">
              {wholeDay ? '还读不出日期，可写 2026.5.8' : '还读不出日期，可写 1968、1968.07 或 1968.7.1'}
            </div>
          )}
        </>
      )}
    </FormRow>
  )
}
