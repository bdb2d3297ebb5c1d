import { Alert } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { type TransferFields, transferInput } from '#shared/contract/transfers.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { today } from '../../lib/today.ts'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { LetterFields } from './LetterFields.tsx'
import { PersonFields } from './PersonFields.tsx'
import { RouteFields } from './RouteFields.tsx'
import { type FormSubject, formFindings, type TransferValues, typedValues } from './transferForm.ts'

interface TransferFormProps {
  readonly initial: TransferValues
  readonly subject: FormSubject
  readonly organizations: readonly OrganizationNode[]
  readonly isNew: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (fields: TransferFields) => void
  readonly onCancel: () => void
  readonly onDirty: (isDirty: boolean) => void
  /** A draft to go on from; null for none. */
  readonly laidOver?: Partial<TransferValues> | null
  /** What differs from the beginning, with every change: for drafts. */
  readonly onTyped?: (changes: Partial<TransferValues>) => void
}

/** One form for a new transfer and an existing one, out and in. */
export function TransferForm(props: TransferFormProps) {
  const { initial, subject, organizations, isNew, busy, error, onSave, onCancel, onDirty } = props
  const form = useForm<TransferValues, unknown, TransferFields>({
    resolver: zhResolver(transferInput),
    defaultValues: initial,
  })
  const { isDirty } = form.formState
  const { control } = form
  const values = useWatch({ control })
  const findings = formFindings({ ...initial, ...values }, subject, today())
  const notesOf = (field: string) => (
    <FindingNotes findings={findings.filter((finding) => finding.field === field)} />
  )
  const submit = form.handleSubmit(onSave)
  useEffect(() => onDirty(isDirty), [isDirty, onDirty])
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const { laidOver = null } = props
  const lay = useEffectEvent((changes: Partial<TransferValues>) =>
    form.reset({ ...initial, ...changes }, { keepDefaultValues: true }),
  )
  useEffect(() => {
    if (laidOver !== null) lay(laidOver)
  }, [laidOver])
  const report = useEffectEvent((typed: typeof values) =>
    props.onTyped?.(typedValues(initial, { ...initial, ...typed })),
  )
  useEffect(() => {
    if (isDirty) report(values)
  }, [values, isDirty])
  useShortcut('Ctrl+S', '保存', () => void submit())
  const parts = { form, subject, notesOf, isNew }
  return (
    <EnterMovesOn label={isNew ? '登记转接' : '修改转接'} onSubmit={(event) => void submit(event)}>
      {!subject.isMember && <PersonFields {...parts} organizations={organizations} />}
      <RouteFields {...parts} />
      <LetterFields {...parts} />
      {error !== null && error !== undefined && (
        <Alert type="error" showIcon role="alert" title={errorText(error)} />
      )}
      <DialogButtons confirmText={isNew ? '登记' : '保存'} busy={busy} onCancel={onCancel} />
    </EnterMovesOn>
  )
}
