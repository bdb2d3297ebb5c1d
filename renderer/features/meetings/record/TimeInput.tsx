import { Input } from 'antd'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { meetingFieldLabels as label } from '#shared/labels/meetings.ts'
import type { MeetingForm } from './meetingForm.ts'
import { parseTime } from './parseTime.ts'

interface TimeInputProps {
  readonly form: MeetingForm
  readonly name: 'startTime' | 'endTime'
}

/** A time of day as clerks write it: 14:30, 14点30, 1430; read when the field is left. */
export function TimeInput({ form, name }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Controller
      control={form.control}
      name={name}
      render={({ field, fieldState }) => (
        <Input
          ref={field.ref}
          className="meeting-time"
          aria-label={label[name]}
          aria-invalid={fieldState.error !== undefined}
          title={fieldState.error?.message ?? ''}
          placeholder="时:分"
          autoComplete="off"
          {...(fieldState.error === undefined ? {} : { status: 'error' as const })}
          value={typed ?? field.value ?? ''}
          onBlur={() => {
            setTyped(null)
            field.onBlur()
          }}
          onChange={({ target }) => {
            setTyped(target.value)
            const text = target.value.trim()
            field.onChange(text === '' ? null : (parseTime(text) ?? text))
          }}
        />
      )}
    />
  )
}
