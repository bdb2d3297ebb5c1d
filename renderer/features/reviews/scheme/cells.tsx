import { Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { type FieldPath, useController } from 'react-hook-form'
import { HundredthsInput } from '../../../ui/HundredthsInput.tsx'
import type { SchemeControl, SchemeDraft } from './schemeForm.ts'

interface CellProps {
  readonly control: SchemeControl
  readonly name: FieldPath<SchemeDraft>
  /** For readers of screens: the column, and of what. */
  readonly label: string
  readonly disabled: boolean
}

interface FrameProps {
  readonly error: string | undefined
  readonly children: () => ReactNode
}

/** The control with its error below. */
function Frame({ error, children }: FrameProps) {
  return (
    <>
      {children()}
      {error !== undefined && (
        <div className="form-error" role="alert">
          {error}
        </div>
      )}
    </>
  )
}

const wrong = (error: string | undefined) => (error === undefined ? {} : { status: 'error' as const })

export function TextCell({ control, name, label, disabled }: CellProps) {
  const { field, fieldState } = useController({ control, name })
  const error = fieldState.error?.message
  const value: unknown = field.value
  return (
    <Frame error={error}>
      {() => (
        <Input
          ref={field.ref}
          name={field.name}
          aria-label={label}
          autoComplete="off"
          maxLength={60}
          disabled={disabled}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
          {...wrong(error)}
        />
      )}
    </Frame>
  )
}

export function HundredthsCell({
  control,
  name,
  label,
  disabled,
  unit,
}: CellProps & { readonly unit: string }) {
  const { field, fieldState } = useController({ control, name })
  const error = fieldState.error?.message
  const value: unknown = field.value
  return (
    <Frame error={error}>
      {() => (
        <HundredthsInput
          inputRef={field.ref}
          name={field.name}
          label={label}
          unit={unit}
          disabled={disabled}
          value={typeof value === 'number' ? value : null}
          invalid={error !== undefined}
          onValue={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    </Frame>
  )
}

interface ChoiceCellProps extends CellProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  /** The words for null, where null may be chosen. */
  readonly none?: string
}

export function ChoiceCell({ control, name, label, disabled, choices, none }: ChoiceCellProps) {
  const { field, fieldState } = useController({ control, name })
  const error = fieldState.error?.message
  const value: unknown = field.value
  return (
    <Frame error={error}>
      {() => (
        <Select<string>
          className="scheme-choice"
          ref={field.ref}
          aria-label={label}
          disabled={disabled}
          popupMatchSelectWidth={false}
          options={[...(none === undefined ? [] : [{ value: '', label: none }]), ...choices]}
          value={typeof value === 'string' ? value : ''}
          onChange={(next) => field.onChange(next === '' ? null : next)}
          onBlur={field.onBlur}
          {...wrong(error)}
        />
      )}
    </Frame>
  )
}

export function YesNoCell({ control, name, label, disabled }: CellProps) {
  const { field, fieldState } = useController({ control, name })
  return (
    <Frame error={fieldState.error?.message}>
      {() => (
        <Select<string>
          className="scheme-choice"
          ref={field.ref}
          aria-label={label}
          disabled={disabled}
          popupMatchSelectWidth={false}
          options={[
            { value: 'yes', label: '是' },
            { value: 'no', label: '否' },
          ]}
          value={field.value === true ? 'yes' : 'no'}
          onChange={(next) => field.onChange(next === 'yes')}
          onBlur={field.onBlur}
        />
      )}
    </Frame>
  )
}
