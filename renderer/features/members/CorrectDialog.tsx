import { Alert } from 'antd'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'
import type { z } from 'zod'
import { correctInput, type TimelineEntry } from '#shared/contract/memberships.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { enteredByLabels, leftByLabels } from '#shared/labels/memberships.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCommand } from '../../lib/queries.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useToast } from '../../ui/useToast.ts'
import { branchItems } from './branchItems.ts'

interface CorrectDialogProps {
  /** A stay. */
  readonly entry: TimelineEntry
  readonly organizations: readonly OrganizationNode[]
  readonly onClose: () => void
}

type Input = z.input<typeof correctInput>
type Output = z.output<typeof correctInput>

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([code, name]) => ({ code, name }))

const known = (day: TimelineEntry['toOn']) => (day === '' ? null : day)

/** Puts one stay right; what joins on to it follows, and nobody may be in two branches on one day. */
export function CorrectDialog({ entry, organizations, onClose }: CorrectDialogProps) {
  const toast = useToast()
  const correct = useCommand('memberships.correct')
  const items = useMemo(
    () => branchItems(organizations).map((item) => ({ ...item, selectable: item.note === undefined })),
    [organizations],
  )
  const { stay } = entry
  const form = useForm<Input, unknown, Output>({
    resolver: zhResolver(correctInput),
    defaultValues: {
      stayId: entry.id,
      version: stay?.version ?? 1,
      organizationId: stay?.organizationId ?? '',
      fromOn: known(entry.fromOn),
      toOn: known(entry.toOn),
      enteredBy: stay?.enteredBy ?? null,
      leftBy: stay?.leftBy ?? null,
      enteredDoc: stay?.enteredDoc ?? null,
      leftDoc: stay?.leftDoc ?? null,
      reason: '',
    },
  })
  const submit = form.handleSubmit(async (values) => {
    try {
      await correct.mutateAsync(values)
      toast.success('已更正')
      onClose()
    } catch (failure) {
      showFieldErrors(form, failure)
    }
  })
  const isLast = stay?.isLast === true
  const hasLeft = entry.toOn !== null
  const { control } = form
  return (
    <Dialog title={`更正“${entry.title}”的经历`} width={600} onClose={onClose}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label="更正经历"
        onSubmit={(event) => void submit(event)}
      >
        {isLast ? (
          <p className="muted">
            这是最近一段经历：换支部请用“调整支部”，离开请用“变更党籍状态”；这里更正起始日期和依据。
          </p>
        ) : (
          <TreeField control={control} name="organizationId" label="党支部" required items={items} />
        )}
        <PartialDateField control={control} name="fromOn" label="起始日期" />
        {!isLast && <PartialDateField control={control} name="toOn" label="截止日期" required />}
        <CodeSelect control={control} name="enteredBy" label="进入方式" entries={choices(enteredByLabels)} />
        <TextField control={control} name="enteredDoc" label="进入依据" maxLength={100} />
        {hasLeft && (
          <CodeSelect control={control} name="leftBy" label="离开方式" entries={choices(leftByLabels)} />
        )}
        {hasLeft && <TextField control={control} name="leftDoc" label="离开依据" maxLength={100} />}
        <TextField control={control} name="reason" label="更正原因" required maxLength={200} />
        {correct.error !== null && Object.keys(correct.error.fields).length === 0 && (
          <Alert type="error" showIcon role="alert" title={errorText(correct.error)} />
        )}
        <DialogButtons confirmText="更正" busy={correct.isPending} onCancel={onClose} />
      </form>
    </Dialog>
  )
}
