import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import { startElectionInput } from '#shared/contract/elections.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { electsDirectly, whyNoElection } from '#shared/domain/electionCandidates.ts'
import { electionKinds } from '#shared/domain/electionWords.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { electionKindLabels } from '#shared/labels/elections.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { electionAddress, electionTarget } from './electionView.ts'
import { SeatFields, seatNames } from './SeatFields.tsx'

interface StartElectionDialogProps {
  readonly nodes: readonly OrganizationNode[]
  /** Chosen before; null to choose. */
  readonly organizationId: string | null
  readonly onCancel: () => void
}

type Draft = z.input<typeof startElectionInput>

function mayElect(node: OrganizationNode): boolean {
  return whyNoElection({ ...node, unitNature: null }, 'term') === null
}

export function StartElectionDialog({ nodes, organizationId, onCancel }: StartElectionDialogProps) {
  const navigate = useNavigate()
  const undo = useUndo()
  const start = useCommand('elections.start')
  const form = useForm<Draft, unknown, z.output<typeof startElectionInput>>({
    resolver: zhResolver(startElectionInput),
    defaultValues: {
      organizationId: organizationId ?? '',
      kind: 'term',
      isDirect: false,
      committeeSeats: 3,
      secretarySeats: 1,
      deputySeats: 0,
      plannedOn: null,
      remark: null,
    },
  })
  const chosen = useWatch({ control: form.control, name: 'organizationId' })
  const node = nodes.find(({ id }) => id === chosen)
  const organization = useCall('organizations.get', { id: chosen }, { enabled: chosen !== '' })
  const seats = organization.data?.fields.committeeSeats ?? null
  const { setValue } = form
  useEffect(() => {
    if (!node) return
    const isDirect = electsDirectly({ type: node.type, full: node.total.full }, defaultRuleSettings)
    setValue('isDirect', isDirect)
    setValue('committeeSeats', isDirect ? 0 : (seats ?? 3))
  }, [node, seats, setValue])
  useEffect(() => {
    showFieldErrors(form, start.error)
  }, [start.error, form])
  const submit = form.handleSubmit((input) =>
    start.mutate(input, {
      onSuccess: ({ id }) => {
        undo.done('已发起换届选举', electionTarget)
        void navigate(electionAddress(id))
      },
    }),
  )
  const why =
    node === undefined || mayElect(node) ? null : whyNoElection({ ...node, unitNature: null }, 'term')
  return (
    <Dialog title="发起换届选举" width={600} onClose={onCancel}>
      <form
        noValidate
        className="dialog-stack form-stacked"
        aria-label="发起换届选举"
        onSubmit={(event) => void submit(event)}
      >
        <TreeField
          control={form.control}
          name="organizationId"
          label="党组织"
          required
          items={nodes.map((each) => ({
            id: each.id,
            parentId: each.parentId,
            label: each.shortName,
            selectable: mayElect(each),
          }))}
        />
        {why !== null && <Alert type="warning" showIcon role="alert" title={why} />}
        <div className="election-two">
          <CodeSelect
            control={form.control}
            name="kind"
            label="类别"
            required
            entries={electionKinds.map((code) => ({ code, name: electionKindLabels[code] }))}
          />
          <PartialDateField
            control={form.control}
            name="plannedOn"
            label="计划召开大会的日期"
            wholeDay
            hint="可以先不填"
          />
        </div>
        <SeatFields
          form={form}
          names={seatNames}
          hint={node === undefined ? undefined : `现有正式党员 ${node.total.full} 名`}
        />
        <TextField control={form.control} name="remark" label="备注" rows={2} maxLength={500} />
        {start.error !== null && <Alert type="error" showIcon role="alert" title={errorText(start.error)} />}
        <DialogButtons confirmText="发起" busy={start.isPending} onCancel={onCancel} />
      </form>
    </Dialog>
  )
}
