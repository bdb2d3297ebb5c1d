import { Input } from 'antd'
import { useState } from 'react'
import { formatDots, formatPartialDate, isWrittenDate, parseWrittenDate } from '#shared/lib/dates.ts'
import { FormRow } from '../../../ui/FormRow.tsx'

interface AppliedOnFieldProps {
  /** As understood, else as typed; null for none. */
  readonly value: string | null
  readonly error: string | null
  readonly onChange: (value: string | null) => void
}

/** 申请日期 stands outside the file's own fields: it is its first step. */
export function AppliedOnField({ value, error, onChange }: AppliedOnFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const known = value !== null && isWrittenDate(value) ? value : null
  return (
    <FormRow
      label="申请日期"
      error={error ?? undefined}
      hint={
        known === null
          ? '申请书的落款日期；收到后一个月内要派人谈话。没有申请书的先空着'
          : `理解为 ${formatPartialDate(known)}`
      }
    >
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          placeholder="如 2026.5.8"
          value={typed ?? (known === null ? (value ?? '') : formatDots(known))}
          onChange={({ target }) => {
            setTyped(target.value)
            onChange(target.value.trim() === '' ? null : (parseWrittenDate(target.value) ?? target.value))
          }}
          onBlur={() => setTyped(null)}
        />
      )}
    </FormRow>
  )
}
