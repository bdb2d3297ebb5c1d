import { Radio } from 'antd'
import { type Control, useController, useWatch } from 'react-hook-form'
import { FormRow } from '../../ui/FormRow.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { SecretForm } from './secretForm.ts'

const ways = [
  { value: 'recoveryCode', label: '恢复码' },
  { value: 'password', label: '账号和密码' },
] as const

interface SecretFieldsProps {
  readonly control: Control<SecretForm, unknown, SecretForm>
  /** Which passwords these are. */
  readonly passwordHint: string
}

/** What opens a backup where nobody is signed in. */
export function SecretFields({ control, passwordHint }: SecretFieldsProps) {
  const { field } = useController({ control, name: 'by' })
  const by = useWatch({ control, name: 'by' })
  return (
    <>
      <FormRow label="用什么打开" as="group">
        {() => (
          <Radio.Group
            name={field.name}
            options={[...ways]}
            value={field.value}
            onChange={(event) => field.onChange(event.target.value)}
          />
        )}
      </FormRow>
      {by === 'recoveryCode' ? (
        <TextField
          key="recoveryCode"
          control={control}
          name="recoveryCode"
          label="恢复码"
          required
          hint="打印在纸上、锁在保密柜里的那一组；不分大小写，横线可写可不写"
        />
      ) : (
        <>
          <TextField
            key="user"
            control={control}
            name="user"
            label="账号"
            required
            autoComplete="username"
            hint={passwordHint}
          />
          <TextField
            key="password"
            control={control}
            name="password"
            label="密码"
            required
            password
            autoComplete="current-password"
          />
        </>
      )}
    </>
  )
}
