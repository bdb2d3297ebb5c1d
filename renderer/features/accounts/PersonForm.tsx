import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { Button } from 'antd'
import { useForm } from 'react-hook-form'
import type { CallError } from '../../lib/callError.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type Person, personSchema, type TypedPerson } from './firstRunForm.ts'
import { FormError } from './FormError.tsx'
import { NewPasswordFields } from './NewPasswordFields.tsx'

interface PersonFormProps {
  readonly person: Person
  readonly label: string
  readonly initial: TypedPerson
  /** The other one's account. */
  readonly taken: string | null
  readonly error: CallError | null
  readonly busy: boolean
  readonly submitText: string
  /** Left of the submit button. */
  readonly aside: ReactNode
  readonly onSubmit: (typed: TypedPerson) => void
}

/** Name, account and password of one of the first two. */
export function PersonForm(props: PersonFormProps) {
  const { person, label, initial, taken, error, busy, submitText, aside, onSubmit } = props
  const form = useForm<TypedPerson, unknown, TypedPerson>({
    resolver: zhResolver(personSchema(taken)),
    defaultValues: initial,
  })
  useEffect(() => form.setFocus('displayName'), [form])
  const showRefusal = useEffectEvent((refusal: CallError) => {
    showFieldErrors(form, refusal, `${person}.`)
  })
  useEffect(() => {
    if (error !== null) showRefusal(error)
  }, [error])
  const submit = form.handleSubmit(onSubmit)
  return (
    <EnterMovesOn
      className="entry-fields form-stacked"
      label={label}
      onSubmit={(event) => void submit(event)}
    >
      <TextField control={form.control} name="displayName" label="姓名" required maxLength={30} />
      <TextField
        control={form.control}
        name="user"
        label="账号"
        required
        maxLength={32}
        autoComplete="username"
        hint="登录时输入；2 至 32 个字母、数字或汉字"
      />
      <NewPasswordFields control={form.control} name="password" repeatName="repeat" />
      <FormError error={error} />
      <div className="entry-submit">
        {aside}
        <Button type="primary" htmlType="submit" loading={busy}>
          {submitText}
        </Button>
      </div>
    </EnterMovesOn>
  )
}
