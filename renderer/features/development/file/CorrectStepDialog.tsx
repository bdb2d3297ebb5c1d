import { Alert } from 'antd'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { labelOf, stepOf } from '#shared/domain/development/milestones.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { bodyNodes } from './bodies.ts'
import { RefusalNotes, StepFindings } from './RefusalNotes.tsx'
import { type RecordDraft, recordOf, recordSchema, type RecordValues } from './stepForm.ts'
import { StepFields } from './StepFields.tsx'
import { useFileCommand } from './useFileCommand.ts'
import { useStepCheck } from './useStepCheck.ts'

interface CorrectStepDialogProps {
  readonly detail: DevelopmentDetail
  readonly record: DevelopmentStepRow
  readonly organizations: readonly OrganizationNode[]
  readonly onClose: () => void
}

/** Puts right what was written wrongly of a step that is recorded. */
export function CorrectStepDialog({ detail, record, organizations, onClose }: CorrectStepDialogProps) {
  const { milestone } = record
  const save = useFileCommand('development.correctStep')
  const form = useForm<RecordDraft, unknown, RecordValues>({
    resolver: zhResolver(recordSchema),
    defaultValues: recordOf(record),
  })
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const draft = useWatch({ control: form.control, compute: (values) => values })
  const check = useStepCheck(detail, milestone, draft)
  const refusals = check?.refusals ?? []
  const reason = draft.overrideReason ?? ''
  const submit = form.handleSubmit(({ vote: _vote, groupId: _groupId, ...values }) =>
    save.run(
      { id: detail.id, version: detail.version, milestone, ...values },
      `已更正：${labelOf(milestone)}`,
      onClose,
    ),
  )
  const followsRoster = milestone === 'meetingOn' || milestone === 'regularApprovedOn'
  return (
    <Dialog title={`更正第 ${stepOf(milestone)} 步　${labelOf(milestone)}`} onClose={onClose} width={620}>
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={`更正${labelOf(milestone)}`}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          只改登记错的内容，改动记入修改历史。
          {followsRoster && detail.memberId !== null && '花名册上的入党日期、转正日期随之更正。'}
        </p>
        <StepFields
          control={form.control}
          milestone={milestone}
          bodies={bodyNodes(organizations, detail.approver)}
          branchId={detail.fields.organizationId}
        />
        <StepFindings findings={check?.findings ?? []} />
        <RefusalNotes
          refusals={refusals}
          reason={reason}
          error={form.formState.errors.overrideReason?.message}
          onReason={(text) => form.setValue('overrideReason', text === '' ? null : text)}
        />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons
          confirmText={refusals.length > 0 ? '说明原因，仍要更正' : '保存'}
          busy={save.isPending}
          disabled={refusals.length > 0 && reason.trim() === ''}
          onCancel={onClose}
        />
      </EnterMovesOn>
    </Dialog>
  )
}

/** Takes away what was recorded by mistake. */
export function RemoveStepDialog({
  detail,
  record: { milestone },
  onClose,
}: Omit<CorrectStepDialogProps, 'organizations'>) {
  const remove = useFileCommand('development.removeStep')
  return (
    <ConfirmDialog
      open
      danger
      title={`删去“${labelOf(milestone)}”的登记`}
      confirmText="删去"
      reason={{ label: '原因', placeholder: '如：登记错了人' }}
      busy={remove.isPending}
      error={remove.error}
      onCancel={onClose}
      onConfirm={(reason) =>
        remove.run(
          { id: detail.id, version: detail.version, milestone, reason },
          `已删去：${labelOf(milestone)}`,
          onClose,
        )
      }
    >
      <p>只删去登记错的。没有通过、退回重来的不要删，请用“退回”，原来的记录会保留。</p>
    </ConfirmDialog>
  )
}
