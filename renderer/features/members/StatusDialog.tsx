import { Alert } from 'antd'
import { useMemo } from 'react'
import { type Control, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { MemberDetail } from '#shared/contract/members.ts'
import { changeStatusInput } from '#shared/contract/memberships.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import {
  allowedTransitions,
  isCountedStatus,
  isPartyStatus,
  type PartyStatus,
  partyStatuses,
} from '#shared/domain/partyStatus.ts'
import { codeTables } from '#shared/labels/codeTables.ts'
import { isPartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { branchItems } from './branchItems.ts'

const schema = changeStatusInput
  .omit({ id: true, version: true })
  .extend({ to: z.enum(partyStatuses).nullable() })
  .refine(({ to }) => to !== null, { path: ['to'], error: '请选择新的党籍状态' })

type Input = z.input<typeof schema>
type Output = z.output<typeof schema>

interface StatusDialogProps {
  readonly detail: MemberDetail
  readonly organizations: readonly OrganizationNode[]
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** 变更党籍状态: what the rules say of it stands there before it is saved. */
export function StatusDialog({ detail, organizations, onDone, onCancel }: StatusDialogProps) {
  const change = useCommand('memberships.changeStatus')
  const { partyStatus: from, organizationId } = detail.record
  const form = useForm<Input, unknown, Output>({
    resolver: zhResolver(schema),
    defaultValues: {
      to: null,
      kind: null,
      on: today(),
      doc: null,
      reason: null,
      toId: isCountedStatus(from) ? null : organizationId,
    },
  })
  const submit = form.handleSubmit(async ({ to, ...values }) => {
    if (to === null) return
    try {
      await change.mutateAsync({ id: detail.id, version: detail.version, to, ...values })
      onDone()
    } catch (failure) {
      showFieldErrors(form, failure)
    }
  })
  return (
    <Dialog title={`变更“${detail.record.name}”的党籍状态`} width={600} onClose={onCancel}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label="变更党籍状态"
        onSubmit={(event) => void submit(event)}
      >
        <StatusFields control={form.control} detail={detail} organizations={organizations} />
        {change.error !== null && Object.keys(change.error.fields).length === 0 && (
          <Alert type="error" showIcon role="alert" title={errorText(change.error)} />
        )}
        <DialogButtons confirmText="保存变更" busy={change.isPending} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}

interface StatusFieldsProps extends Pick<StatusDialogProps, 'detail' | 'organizations'> {
  readonly control: Control<Input, unknown, Output>
}

/** From 出党 only back, which MEM-03 has conditions for; from 已故 nowhere but by putting a slip right. */
function targetsOf(from: string): readonly PartyStatus[] {
  if (!isPartyStatus(from)) return partyStatuses
  const allowed = allowedTransitions(from)
  return allowed.length > 0 ? allowed : ['ZC']
}

function StatusFields({ control, detail, organizations }: StatusFieldsProps) {
  const { partyStatus: from } = detail.record
  const [to, kind, on, doc, toId] = useWatch({ control, name: ['to', 'kind', 'on', 'doc', 'toId'] })
  const items = useMemo(() => branchItems(organizations), [organizations])
  const targets = targetsOf(from)
  const kinds = codeTables.partyStatusKind.filter(({ code }) => to !== null && code.startsWith(`${to}-`))
  const isBack = to !== null && !isCountedStatus(from) && isCountedStatus(to)
  const asked = { id: detail.id, to: to ?? 'ZC', kind, on, doc: doc?.trim() === '' ? null : doc, toId }
  const check = useCall('memberships.checkStatus', asked, {
    enabled: to !== null && isPartialDate(on),
    keepPrevious: true,
  })
  const findings = to === null ? [] : (check.data?.findings ?? [])
  return (
    <>
      <CodeSelect
        control={control}
        name="to"
        label="新的党籍状态"
        required
        entries={codeTables.partyStatus.filter(({ code }) => targets.some((target) => target === code))}
        hint={
          to === 'ZCU'
            ? '转出一般在“组织关系转接”里办，收到回执后自动变更；这里只用于补记过去的转出。'
            : to !== null && !isCountedStatus(to)
              ? '从这一天起不再计入本支部人数，经历和资料都保留。'
              : '系统不会自己改党籍，请按支部和上级的决定登记。'
        }
        findings={<FindingNotes findings={findings} />}
      />
      {kinds.length > 0 && (
        <CodeSelect
          control={control}
          name="kind"
          label="处置类型"
          required={to === 'CD'}
          entries={kinds.map(({ code, name }) => ({ code, name }))}
        />
      )}
      {isBack && (
        <TreeField control={control} name="toId" label="恢复（转回）到哪个党支部" required items={items} />
      )}
      <PartialDateField control={control} name="on" label="从哪一天起" required />
      <TextField control={control} name="doc" label="依据（文号）" maxLength={100} />
      <TextField control={control} name="reason" label="说明" maxLength={200} />
    </>
  )
}
