import { type FieldPath, type FieldValues, useController, type Control } from 'react-hook-form'
import { TextField } from '../../ui/TextField.tsx'
import { passwordHint } from './newPassword.ts'

interface NewPasswordFieldsProps<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly name: FieldPath<T>
  readonly repeatName: FieldPath<T>
  /** 密码, 新密码, 临时密码. */
  readonly label?: string
}

/** A new password, typed twice; says what it still lacks while it is typed. */
export function NewPasswordFields<T extends FieldValues, O>(props: NewPasswordFieldsProps<T, O>) {
  const { control, name, repeatName, label = '密码' } = props
  const { field, fieldState } = useController({ control, name })
  const typed: unknown = field.value
  return (
    <>
      <TextField
        control={control}
        name={name}
        label={label}
        required
        password
        maxLength={128}
        autoComplete="new-password"
        {...(fieldState.error === undefined
          ? { hint: passwordHint(typeof typed === 'string' ? typed : '') }
          : {})}
      />
      <TextField
        control={control}
        name={repeatName}
        label="再输一遍密码"
        required
        password
        maxLength={128}
        autoComplete="new-password"
      />
    </>
  )
}
