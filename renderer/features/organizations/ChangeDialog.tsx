import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { type OrganizationNode, restoreOrganizationInput } from '#shared/contract/organizations.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { zhResolver } from '../../lib/forms.ts'
import { today } from '../../lib/today.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { asksForMembers, type Changed, type ChangeKind, changeTexts, targetItems } from './changeKinds.ts'
import { useChange } from './useChange.ts'

const base = restoreOrganizationInput.omit({ id: true, version: true })

function schemaFor(kind: ChangeKind) {
  const { target, targetRequired } = changeTexts[kind]
  const isChosen = (id: string | null): boolean => id !== null || !targetRequired
  return base.extend({
    targetId: z
      .string()
      .nullable()
      .refine(isChosen, `请选择${target ?? ''}`),
  })
}

export interface ChangeValues {
  readonly happenedOn: DateOnly
  readonly docNo: string | null
  readonly reason: string
  readonly targetId: string | null
}

interface ChangeDialogProps {
  readonly kind: ChangeKind
  readonly subject: OrganizationNode
  readonly nodes: readonly OrganizationNode[]
  readonly onDone: Changed
  readonly onCancel: () => void
}

/** Moving, merging, dissolving and restoring: each asks for date, document and reason, which stay in the history. */
export function ChangeDialog({ kind, subject, nodes, onDone, onCancel }: ChangeDialogProps) {
  const texts = changeTexts[kind]
  const change = useChange(kind, subject)
  const form = useForm<z.input<ReturnType<typeof schemaFor>>, unknown, ChangeValues>({
    resolver: zhResolver(schemaFor(kind)),
    defaultValues: { happenedOn: today(), docNo: null, reason: '', targetId: null },
  })
  const { setError } = form
  const targetError = change.error?.fields[texts.targetKey]
  useEffect(() => {
    if (targetError !== undefined) setError('targetId', { type: 'server', message: targetError })
  }, [targetError, setError])
  const submit = form.handleSubmit((values) => {
    change.run(values, onDone)
  })
  return (
    <Dialog title={`${texts.verb}“${subject.shortName}”`} onClose={onCancel} width={560}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label={`${texts.verb}党组织`}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">{texts.consequence}</p>
        {texts.target !== null && asksForMembers(kind, subject) && (
          <TreeField
            control={form.control}
            name="targetId"
            label={texts.target}
            required={texts.targetRequired}
            items={targetItems(kind, subject, nodes)}
            {...(kind === 'dissolve' ? { hint: '没有党员时可不选' } : {})}
          />
        )}
        <PartialDateField
          control={form.control}
          name="happenedOn"
          label={`${texts.verb}日期`}
          required
          wholeDay
        />
        <TextField control={form.control} name="docNo" label="批准文号" hint="没有文件可不填" />
        <TextField control={form.control} name="reason" label="原因" required rows={2} maxLength={200} />
        {change.error !== null && (
          <Alert type="error" showIcon role="alert" title={errorText(change.error)} />
        )}
        <DialogButtons
          confirmText={texts.verb}
          danger={kind === 'dissolve' || kind === 'merge'}
          busy={change.isPending}
          onCancel={onCancel}
        />
      </form>
    </Dialog>
  )
}
