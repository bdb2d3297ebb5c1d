import { Alert } from 'antd'
import { useEffect, useMemo } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import type { DevelopmentEventKind } from '#shared/domain/development/records.ts'
import { developmentEventLabels } from '#shared/labels/developmentRecords.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { bodyNodes } from './bodies.ts'
import { EventFields } from './EventFields.tsx'
import {
  type EventDraft,
  eventDraft,
  eventInput,
  eventSchemaOf,
  type EventValues,
  liveRefusals,
} from './eventForm.ts'
import { eventConsequence } from './eventWords.ts'
import { RefusalNotes } from './RefusalNotes.tsx'
import { useFileCommand } from './useFileCommand.ts'
import { isCounted } from './voteWords.ts'

interface EventDialogProps {
  readonly detail: DevelopmentDetail
  readonly kind: DevelopmentEventKind
  readonly organizations: readonly OrganizationNode[]
  readonly onClose: () => void
}

/** 退回、延长、取消、终止、转移、重新申请: what it does in words, what it needs, and why it could not be. */
export function EventDialog({ detail, kind, organizations, onClose }: EventDialogProps) {
  const save = useFileCommand('development.recordEvent')
  const bodies = useMemo(() => bodyNodes(organizations, detail.approver), [organizations, detail.approver])
  const form = useForm<EventDraft, unknown, EventValues>({
    resolver: zhResolver(eventSchemaOf(kind)),
    defaultValues: eventDraft(detail, kind, detail.approver?.id ?? null),
  })
  const draft = useWatch({ control: form.control, compute: (values) => values })
  const reason = draft.overrideReason ?? ''
  const isUncounted = (kind === 'extend' || kind === 'disqualify') && !isCounted(draft.vote)
  const known = isUncounted ? [] : liveRefusals(detail, kind, draft, bodies)
  const isRefused = known.length > 0 || save.error?.code === 'CONFLICT'
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const label = developmentEventLabels[kind]
  const submit = form.handleSubmit((values) => {
    const input = eventInput(detail, kind, { ...values, overrideReason: reason === '' ? null : reason })
    if (input !== null) save.run(input, `已登记：${label}`, onClose)
  })
  return (
    <Dialog
      title={`${label}：${detail.fields.name}`}
      onClose={onClose}
      width={kind === 'extend' || kind === 'disqualify' ? 760 : 600}
    >
      <EnterMovesOn
        className="dialog-stack form-stacked"
        label={label}
        onSubmit={(event) => void submit(event)}
      >
        <p className="muted">{eventConsequence(kind, detail.state)}</p>
        <EventFields form={form} kind={kind} detail={detail} bodies={bodies} organizations={organizations} />
        {isRefused && (
          <RefusalNotes
            refusals={known}
            isAsked
            reason={reason}
            error={form.formState.errors.overrideReason?.message}
            onReason={(text) => form.setValue('overrideReason', text === '' ? null : text)}
          />
        )}
        {save.error !== null && <Alert type="error" showIcon role="alert" title={errorText(save.error)} />}
        <DialogButtons
          confirmText={known.length > 0 ? '说明原因，仍要登记' : `登记${label}`}
          danger={kind === 'end' || kind === 'disqualify' || kind === 'revoke'}
          busy={save.isPending}
          disabled={isUncounted || (known.length > 0 && reason.trim() === '')}
          onCancel={onClose}
        />
      </EnterMovesOn>
    </Dialog>
  )
}
