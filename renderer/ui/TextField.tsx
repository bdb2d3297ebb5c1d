import { Input } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { type FieldProps, rowOf } from './field.ts'
import { FormRow } from './FormRow.tsx'

interface TextFieldProps<T extends FieldValues, O> extends FieldProps<T, O> {
  readonly placeholder?: string
  readonly maxLength?: number
  readonly password?: boolean
  readonly autoComplete?: string
  readonly autoFocus?: boolean
  /** Several lines. */
  readonly rows?: number
  /** What an emptied field becomes; null unless the field is required. */
  readonly blank?: 'null' | 'text'
  /** Called after the form has the new text. */
  readonly onTyped?: (text: string) => void
}

export function TextField<T extends FieldValues, O>(props: TextFieldProps<T, O>) {
  const { placeholder, maxLength, password = false, autoComplete = 'off', autoFocus, rows, onTyped } = props
  const { field, fieldState } = useController({ control: props.control, name: props.name })
  const blank = props.blank ?? (props.required === true ? 'text' : 'null')
  const value: unknown = field.value
  const onText = (text: string): void => {
    field.onChange(text === '' && blank === 'null' ? null : text)
    onTyped?.(text)
  }
  return (
    <FormRow {...rowOf(props, fieldState.error?.message)}>
      {(ids) => {
        const common = {
          ...ids,
          ...(placeholder === undefined ? {} : { placeholder }),
          ...(maxLength === undefined ? {} : { maxLength }),
          ...(autoFocus === undefined ? {} : { autoFocus }),
          autoComplete,
          disabled: props.disabled ?? false,
          value: typeof value === 'string' ? value : '',
          onBlur: field.onBlur,
          name: field.name,
          ref: field.ref,
          ...(fieldState.error === undefined ? {} : { status: 'error' as const }),
        }
        if (password) return <Input.Password {...common} onChange={(event) => onText(event.target.value)} />
        if (rows !== undefined) {
          return <Input.TextArea {...common} rows={rows} onChange={(event) => onText(event.target.value)} />
        }
        return <Input {...common} onChange={(event) => onText(event.target.value)} />
      }}
    </FormRow>
  )
}
