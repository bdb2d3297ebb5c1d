import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { z } from 'zod'
import { developmentRegistersRoutes } from '#shared/contract/developmentRegisters.ts'
import { hasApprovalRightByDefault, isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { registerTarget } from './registersView.ts'

const schema = developmentRegistersRoutes['forms.stock'].input

/** `共 20 本：RD2026001 至 RD2026020`; what is wrong with the two numbers otherwise. */
function runText(prefix: string, from: string, to: string): string {
  if (!/^\d{1,10}$/.test(from) || !/^\d{1,10}$/.test(to)) return '填写起、止编号的数字部分，如 001 至 020'
  const count = Number(to) - Number(from) + 1
  if (count < 1) return '止号应不小于起号'
  const width = Math.max(from.length, to.length)
  return `共 ${count} 本：${prefix}${from.padStart(width, '0')} 至 ${prefix}${to.padStart(width, '0')}`
}

/** A run of serial numbers taken into stock. */
export function StockDialog({ onClose }: { readonly onClose: () => void }) {
  const undo = useUndo()
  const stock = useCommand('forms.stock')
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = (tree.data?.nodes ?? []).filter(({ type }) => isOrganizationLevel(type))
  const issuer = nodes.find(({ type }) => hasApprovalRightByDefault(type))
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: { organizationId: '', prefix: '', from: '', to: '' },
  })
  const { getValues, setValue } = form
  useEffect(() => {
    if (issuer !== undefined && getValues('organizationId') === '') setValue('organizationId', issuer.id)
  }, [issuer, getValues, setValue])
  const [prefix, from, to] = useWatch({ control: form.control, name: ['prefix', 'from', 'to'] })
  useEffect(() => {
    showFieldErrors(form, stock.error)
  }, [stock.error, form])
  const submit = form.handleSubmit((input) =>
    stock.mutate(input, {
      onSuccess: ({ added }) => {
        undo.done(`已登记入库 ${added} 本`, registerTarget)
        onClose()
      },
    }),
  )
  return (
    <Dialog title="志愿书登记入库" onShown={() => form.setFocus('prefix')} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label="志愿书登记入库"
        onSubmit={(event) => void submit(event)}
      >
        <TreeField
          control={form.control}
          name="organizationId"
          label="发放机关"
          required
          hint="由有审批权限的党委（街道党工委）编号、发放。"
          items={nodes.map(({ id, parentId, shortName, type }) => ({
            id,
            parentId,
            label: shortName,
            ...(hasApprovalRightByDefault(type) ? { note: '有审批权限' } : {}),
          }))}
        />
        <TextField
          control={form.control}
          name="prefix"
          label="编号前面不变的部分"
          maxLength={20}
          blank="text"
          placeholder="如 云街2026-"
        />
        <div className="dev-reg-two">
          <TextField
            control={form.control}
            name="from"
            label="起号"
            required
            maxLength={10}
            placeholder="001"
          />
          <TextField
            control={form.control}
            name="to"
            label="止号"
            required
            maxLength={10}
            placeholder="020"
          />
        </div>
        <p className="muted" aria-live="polite">
          {runText(prefix, from, to)}
        </p>
        {stock.error !== null && <Alert type="error" showIcon role="alert" title={errorText(stock.error)} />}
        <DialogButtons confirmText="登记入库" busy={stock.isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
