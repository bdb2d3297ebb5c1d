import { Alert, Button } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { contactInput, type MobilityContact } from '#shared/contract/mobility.ts'
import { contactWays } from '#shared/domain/mobility.ts'
import { contactWayLabels } from '#shared/labels/mobility.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { useAccount } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { BooleanField } from '../../ui/BooleanField.tsx'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { mobilityTarget } from './mobilityView.ts'

type Draft = z.input<typeof contactInput>

interface ContactFormProps {
  readonly recordId: string
  readonly name: string
  /** Null for a new one. */
  readonly editing: MobilityContact | null
  /** Begins in the content: the rest is filled in. */
  readonly startsInContent?: boolean
  readonly onSaved: () => void
  readonly onCancel?: () => void
}

/** Today, by phone, reached: as most contacts are, so that Enter alone logs one. */
export function ContactForm({
  recordId,
  name,
  editing,
  startsInContent = false,
  onSaved,
  onCancel,
}: ContactFormProps) {
  const account = useAccount()
  const add = useCommand('mobility.addContact')
  const update = useCommand('mobility.updateContact')
  const undo = useUndo()
  const isPending = add.isPending || update.isPending
  const error = editing === null ? add.error : update.error
  const form = useForm<Draft, unknown, z.output<typeof contactInput>>({
    resolver: zhResolver(contactInput),
    defaultValues: initial(editing, account?.displayName ?? null),
  })
  const { control } = form
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const done = (text: string): void => {
    undo.done(text, mobilityTarget)
    onSaved()
  }
  const { setFocus } = form
  useEffect(() => {
    if (startsInContent) setFocus('content')
  }, [startsInContent, setFocus])
  const submit = form.handleSubmit((contact) => {
    if (isPending) return
    if (editing === null)
      // The form is gone before a callback of mutate would run: the board has moved on to the next person.
      void add.mutateAsync({ recordId, contact }).then(
        () => done(`已登记与“${name}”的联系`),
        () => undefined,
      )
    else
      update.mutate(
        { id: editing.id, version: editing.version, contact },
        { onSuccess: () => done(`已修改与“${name}”的联系记录`) },
      )
  })
  return (
    <form
      className="mobility-contact-form form-stacked"
      aria-label={editing === null ? `登记与${name}的联系` : '修改联系记录'}
      noValidate
      onSubmit={(event) => void submit(event)}
    >
      <PartialDateField control={control} name="contactedOn" label="联系日期" wholeDay required />
      <CodeSelect
        control={control}
        name="way"
        label="方式"
        required
        entries={contactWays.map((code) => ({ code, name: contactWayLabels[code] }))}
      />
      <BooleanField control={control} name="isReached" label="联系上了" decided />
      <TextField control={control} name="contactPerson" label="联系人" maxLength={50} />
      <div className="mobility-contact-content">
        <TextField
          control={control}
          name="content"
          label="内容"
          maxLength={500}
          placeholder="如：工作稳定，春节返乡；按时参加线上学习"
        />
      </div>
      <div className="mobility-contact-submit">
        <Button htmlType="submit" type="primary" loading={isPending}>
          {editing === null ? '登记联系' : '保存'}
        </Button>
        {onCancel !== undefined && (
          <Button type="link" onClick={onCancel}>
            取消
          </Button>
        )}
        {editing === null && <span className="muted small">回车保存</span>}
      </div>
      {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
    </form>
  )
}

function initial(editing: MobilityContact | null, ownName: string | null): Draft {
  if (editing === null)
    return { contactedOn: today(), way: 'phone', isReached: true, contactPerson: ownName, content: null }
  const { contactedOn, way, isReached, contactPerson, content } = editing
  return { contactedOn, way, isReached, contactPerson, content }
}
