import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { z } from 'zod'
import {
  developmentRegistersRoutes,
  type TrainingClassDetail,
} from '#shared/contract/developmentRegisters.ts'
import { trainingKinds } from '#shared/domain/development/records.ts'
import { isOrganizationLevel } from '#shared/domain/organizationKinds.ts'
import { trainingKindLabels } from '#shared/labels/developmentRecords.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { useCall, useCommand } from '../../lib/queries.ts'
import { CodeSelect } from '../../ui/CodeSelect.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { PartialDateField } from '../../ui/PartialDateField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { TreeField } from '../../ui/TreeField.tsx'
import { useUndo } from '../../ui/undo.ts'
import { classAddress, registerTarget } from './registersView.ts'

const schema = developmentRegistersRoutes['training.create'].input.shape.fields

type Draft = z.input<typeof schema>

interface ClassDialogProps {
  /** Null for a new class. */
  readonly detail: TrainingClassDetail | null
  readonly onClose: () => void
}

function draftOf(detail: TrainingClassDetail | null): Draft {
  return {
    organizationId: detail?.organizationId ?? '',
    kind: detail?.kind ?? 'target',
    name: detail?.name ?? '',
    fromOn: detail?.fromOn ?? '',
    toOn: detail?.toOn ?? '',
    days: detail?.days ?? null,
    hours: detail?.hours ?? null,
    place: detail?.place ?? null,
    remark: detail?.remark ?? null,
  }
}

/** When, where and by whom a class is held. */
export function ClassDialog({ detail, onClose }: ClassDialogProps) {
  const navigate = useNavigate()
  const undo = useUndo()
  const create = useCommand('training.create')
  const update = useCommand('training.update')
  const tree = useCall('organizations.tree', { includeEnded: false })
  const form = useForm<Draft, unknown, z.output<typeof schema>>({
    resolver: zhResolver(schema),
    defaultValues: draftOf(detail),
  })
  const { error, isPending } = detail === null ? create : update
  useEffect(() => {
    showFieldErrors(form, error, 'fields.')
  }, [error, form])
  const submit = form.handleSubmit((fields) => {
    if (detail === null) {
      create.mutate(
        { fields },
        {
          onSuccess: ({ id, name }) => {
            undo.done(`已新建培训班“${name}”`, registerTarget)
            void navigate(classAddress(id))
          },
        },
      )
      return
    }
    update.mutate(
      { id: detail.id, version: detail.version, fields },
      {
        onSuccess: () => {
          undo.done('已保存', registerTarget)
          onClose()
        },
      },
    )
  })
  const title = detail === null ? '新建培训班' : `修改“${detail.name}”`
  return (
    <Dialog title={title} width={640} onClose={onClose}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={title}
        onSubmit={(event) => void submit(event)}
      >
        <TextField
          control={form.control}
          name="name"
          label="班次名称"
          required
          maxLength={100}
          placeholder="如 2026年第一期发展对象培训班"
        />
        <div className="dev-reg-two">
          <CodeSelect
            control={form.control}
            name="kind"
            label="培训对象"
            required
            entries={trainingKinds.map((code) => ({ code, name: trainingKindLabels[code] }))}
          />
          <TreeField
            control={form.control}
            name="organizationId"
            label="举办的党组织"
            required
            items={(tree.data?.nodes ?? [])
              .filter(({ type }) => isOrganizationLevel(type))
              .map(({ id, parentId, shortName }) => ({ id, parentId, label: shortName }))}
          />
          <PartialDateField control={form.control} name="fromOn" label="开始日期" required />
          <PartialDateField control={form.control} name="toOn" label="结束日期" required />
          <NumberField control={form.control} name="days" label="天数" unit="天" />
          <NumberField control={form.control} name="hours" label="学时" unit="学时" />
        </div>
        <TextField control={form.control} name="place" label="地点" maxLength={100} />
        <TextField control={form.control} name="remark" label="备注" rows={2} maxLength={500} />
        {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
        <DialogButtons confirmText={detail === null ? '新建' : '保存'} busy={isPending} onCancel={onClose} />
      </EnterMovesOn>
    </Dialog>
  )
}
