import { Input, type InputRef } from 'antd'
import { type ChangeEvent, type KeyboardEvent, type Ref, useState } from 'react'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { typedHundredths } from '../lib/typedHundredths.ts'
import type { ControlIds } from './FormRow.tsx'
import './form.css'

type Ids = Partial<ControlIds>

interface HundredthsInputProps extends Ids {
  /** For readers of screens, where no label is bound. */
  readonly label?: string
  /** Whole hundredths; null for empty, NaN for what is no number. */
  readonly value: number | null
  readonly onValue: (hundredths: number | null) => void
  /** 分, %. */
  readonly unit?: string
  /** The most, in hundredths. */
  readonly most?: number
  readonly disabled?: boolean
  readonly invalid?: boolean
  readonly name?: string
  readonly inputRef?: Ref<InputRef>
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** Points or percents, typed as decimals and kept as whole hundredths: 33.33 is 3333. */
export function HundredthsInput(props: HundredthsInputProps) {
  const { label, value, onValue, unit, most, disabled = false, invalid = false, name, inputRef } = props
  const { onBlur, onKeyDown, id, 'aria-describedby': described, 'aria-required': required } = props
  const [typed, setTyped] = useState<string | null>(null)
  const isWrong = invalid || Number.isNaN(value)
  // What is no number stays as it was typed; an undo or a reset shows its own.
  const shown = typed !== null && Object.is(typedHundredths(typed, most), value) ? typed : null
  const kept = value === null || Number.isNaN(value) ? '' : pointsText(value)
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    setTyped(target.value)
    onValue(typedHundredths(target.value, most))
  }
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      {...(described === undefined ? {} : { 'aria-describedby': described })}
      {...(required === undefined ? {} : { 'aria-required': required })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(name === undefined ? {} : { name })}
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(unit === undefined ? {} : { suffix: unit })}
      {...(isWrong ? { status: 'error' as const } : {})}
      {...(onKeyDown === undefined ? {} : { onKeyDown })}
      className="hundredths"
      inputMode="decimal"
      autoComplete="off"
      aria-invalid={isWrong}
      disabled={disabled}
      value={shown ?? kept}
      onChange={onChange}
      onBlur={() => {
        // 30.50 becomes 30.5; what cannot be understood stays to be put right.
        if (!Number.isNaN(value)) setTyped(null)
        onBlur?.()
      }}
    />
  )
}
