import { Alert, Checkbox } from 'antd'
import { useEffect, useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { stepGuide } from '#shared/domain/development/guides.ts'
import { labelOf, type Milestone, stepOf } from '#shared/domain/development/milestones.ts'
import { ruleSetOn } from '#shared/domain/development/ruleSets.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import { isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { today } from '../../../lib/today.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { bodyNodes, votedMilestones } from './bodies.ts'
import { FailedVote } from './FailedVote.tsx'
import { RefusalNotes, StepFindings } from './RefusalNotes.tsx'
import { emptyRecord, type RecordDraft, recordSchema, type RecordValues } from './stepForm.ts'
import { StepFields } from './StepFields.tsx'
import { useFileCommand } from './useFileCommand.ts'
import { useStepCheck } from './useStepCheck.ts'
import { VoteInput } from './VoteInput.tsx'
import { emptyVote, isCounted } from './voteWords.ts'

interface RecordStepDialogProps {
  readonly detail: DevelopmentDetail
  readonly milestone: Milestone
  readonly organizations: readonly OrganizationNode[]
  readonly onClose: () => void
  readonly onDone: (on: PartialDate) => void
  /** The vote that failed is recorded: what follows from it comes next. */
  readonly onFailed: () => void
}

/** Writes down a dated fact of a file; what the rules say of it stands there before it is saved. */
export function RecordStepDialog({
  detail,
  milestone,
  organizations,
  onClose,
  onDone,
  onFailed,
}: RecordStepDialogProps) {
  const save = useFileCommand('development.recordStep')
  const step = stepOf(milestone)
  // What was done long ago has a day of its own; what is done now is most often done today.
  const isSkipped = detail.plan.lines.some(
    (line) => line.milestone === milestone && line.status === 'skipped',
  )
  const bodies = useMemo(() => bodyNodes(organizations, detail.approver), [organizations, detail.approver])
  const form = useForm<RecordDraft, unknown, RecordValues>({
    resolver: zhResolver(recordSchema),
    defaultValues: emptyRecord(detail, milestone, isSkipped ? '' : today(), detail.approver?.id ?? null),
  })
  const { control } = form
  const draft = useWatch({ control, compute: (values) => values })
  const check = useStepCheck(detail, milestone, draft)
  const refusals = check?.refusals ?? []
  const reason = draft.overrideReason ?? ''
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((values) =>
    save.run(
      { id: detail.id, version: detail.version, milestone, ...values },
      `已登记：${labelOf(milestone)}`,
      () => onDone(values.on),
    ),
  )
  const guide = stepGuide(
    step,
    isPartialDate(draft.on) ? ruleSetOn(draft.on, defaultDevelopmentSettings) : detail.ruleSet,
  )
  return (
    <Dialog
      title={`第 ${step} 步　${labelOf(milestone)}：${detail.fields.name}`}
      onClose={onClose}
      width={votedMilestones.has(milestone) ? 760 : 620}
    >
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={`登记${labelOf(milestone)}`}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">
          {guide.who}常见错误：{guide.mistake}
        </p>
        <StepFields
          control={control}
          milestone={milestone}
          bodies={bodies}
          branchId={detail.fields.organizationId}
        />
        {votedMilestones.has(milestone) && (
          <Checkbox
            checked={draft.vote === null}
            onChange={({ target }) =>
              form.setValue('vote', target.checked ? null : emptyVote(detail.voters.should))
            }
          >
            补录以前的档案，没有票数记录
          </Checkbox>
        )}
        {draft.vote !== null && (
          <VoteInput
            value={draft.vote}
            branchId={detail.fields.organizationId}
            on={draft.on}
            onChange={(vote) => form.setValue('vote', vote, { shouldDirty: true })}
          />
        )}
        {draft.vote !== null && (
          <FailedVote
            detail={detail}
            milestone={milestone}
            vote={draft.vote}
            on={draft.on}
            onFailed={onFailed}
          />
        )}
        <StepFindings findings={check?.findings ?? []} />
        <RefusalNotes
          refusals={refusals}
          reason={reason}
          error={form.formState.errors.overrideReason?.message}
          onReason={(text) => form.setValue('overrideReason', text === '' ? null : text)}
        />
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons
          confirmText={refusals.length > 0 ? '说明原因，仍要登记' : '登记'}
          busy={save.isPending}
          disabled={
            (refusals.length > 0 && reason.trim() === '') || (draft.vote !== null && !isCounted(draft.vote))
          }
          onCancel={onClose}
        />
      </EnterMovesOn>
    </Dialog>
  )
}
