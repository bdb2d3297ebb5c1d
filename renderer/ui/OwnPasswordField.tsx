import type { Control, FieldPath, FieldValues } from 'react-hook-form'
import { TextField } from './TextField.tsx'

interface OwnPasswordFieldProps<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly name: FieldPath<T>
  /** Where it is asked for to be changed; otherwise a word says why it is asked for. */
  readonly label?: string
}

/** Whoever changes accounts or the ledger as a whole proves that it is still they who sit there. */
export function OwnPasswordField<T extends FieldValues, O>(props: OwnPasswordFieldProps<T, O>) {
  const { control, name, label } = props
  return (
    <TextField
      control={control}
      name={name}
      label={label ?? '您自己的密码'}
      required
      password
      maxLength={128}
      autoComplete="current-password"
      {...(label === undefined ? { hint: '确认是您本人在操作' } : {})}
    />
  )
}
