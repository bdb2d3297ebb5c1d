import { Input } from 'antd'
import { useState } from 'react'
import { formatYuan, parseYuan } from '#shared/lib/money.ts'
import type { ControlIds } from '../../../ui/FormRow.tsx'

interface MoneyInputProps {
  readonly ids: ControlIds
  /** 分. */
  readonly cents: number | null
  readonly onChange: (cents: number | null) => void
}

/** An amount in yuan, kept in 分; what is no amount is marked and not taken. */
export function MoneyInput({ ids, cents, onChange }: MoneyInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && typed.trim() !== '' && parseYuan(typed) === null
  return (
    <Input
      {...ids}
      suffix="元"
      inputMode="decimal"
      aria-invalid={isBad}
      {...(isBad ? { status: 'error' as const } : {})}
      value={typed ?? (cents === null ? '' : formatYuan(cents))}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value.trim() === '' ? null : parseYuan(target.value))
      }}
      onBlur={() => {
        if (!isBad) setTyped(null)
      }}
    />
  )
}
