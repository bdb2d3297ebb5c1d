import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { developmentRoutes } from '#shared/contract/development.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useUndo } from '../../ui/undo.ts'
import type { QuotaRow } from './quotaRow.ts'
import { registerTarget } from './registersView.ts'

const { organizationId, planned, docNo } = developmentRoutes['development.setQuota'].input.shape
const schema = z.strictObject({
  organizationId: organizationId.min(1, '请选择党组织'),
  planned: planned.nullable().refine((count): count is number => count !== null, '请填写计划数'),
  docNo,
})

interface QuotaDialogProps {
  readonly year: number
  /** Null to choose the organisation. */
  readonly row: QuotaRow | null
  readonly onClose: () => void
}

/** The number of the year as the superior has set it for an organisation with everything below it. */
export function QuotaDialog({ year, row, onClose }: QuotaDialogProps) {
  const undo = useUndo()
  const set = useCommand('development.setQuota')
  const quotas = useCall('development.quotas', { year })
  const tree = useCall('organizations.tree', { includeEnded: false })
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: {
      organizationId: row?.organizationId ?? '',
      planned: row?.planned ?? null,
      docNo: row?.docNo ?? null,
    },
  })
  useEffect(() => {
    showFieldErrors(form, set.error)
  }, [set.error, form])
  const submit = form.handleSubmit((values) => {
    const known = quotas.data?.rows.find((each) => each.organizationId === values.organizationId)
    set.mutate(
      { ...values, year, version: row === null ? (known?.version ?? null) : row.version },
      {
        onSuccess: () => {
          undo.done(`已登记${year}年计划数`, registerTarget)
          onClose()
        },
      },
    )
  })
  const title = row === null ? `登记${year}年计划数` : `${row.organizationName}${year}年计划数`
  return (
    <Dialog title={title} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        {row === null && (
          <TreeField
            control={form.control}
            name="organizationId"
            label="党组织（含下级）"
            required
            items={(tree.data?.nodes ?? [])
              .filter(({ type }) => isOrganizationLevel(type))
              .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
          />
        )}
        <NumberField control={form.control} name="planned" label="计划数" required unit="名" />
        <TextField control={form.control} name="docNo" label="下达文号" maxLength={50} />
        {set.error !== null && <Alert type="error" showIcon role="alert" title={errorText(set.error)} />}
        <DialogButtons confirmText="登记" busy={set.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
