import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type MeetingFields, meetingInput } from '#shared/contract/meetingInputs.ts'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isStaleWrite } from '../../../lib/callError.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { useOfferedDraft } from '../../../lib/offeredDraft.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { DraftKeeper } from '../../../ui/DraftKeeper.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useUndo } from '../../../ui/undo.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { meetingTarget } from '../meetingTarget.ts'
import { draftText } from './draftText.ts'
import { EditorSections, type Laid } from './EditorSections.tsx'
import { FinalChangeDialog } from './FinalChangeDialog.tsx'
import { FootNotice } from './FootNotice.tsx'
import {
  asSent,
  changedFields,
  emptyMeeting,
  type MeetingValues,
  parseDraft,
  valuesOf,
} from './meetingForm.ts'
import { ScansSection } from './ScansSection.tsx'

interface MeetingEditorProps {
  /** Null for a new record. */
  readonly detail: MeetingDetail | null
  readonly initial: MeetingValues
  readonly organizations: readonly OrganizationNode[]
  readonly onSaved: (after: MeetingDetail) => void
  /** Null where the form is the page. */
  readonly onCancel: (() => void) | null
}

/** The whole record in one form; a save writes all of it. */
export function MeetingEditor({ detail, initial, organizations, onSaved, onCancel }: MeetingEditorProps) {
  const client = useQueryClient()
  const undo = useUndo()
  const [create, update, finalize] = [
    useCommand('meetings.create'),
    useCommand('meetings.update'),
    useCommand('meetings.finalize'),
  ]
  // What somebody started from stays what the changes are told by, whatever is read again meanwhile.
  const [base, setBase] = useState(initial)
  const [baseVersion, setBaseVersion] = useState(detail?.version ?? 0)
  const [laid, setLaid] = useState<Laid>({ no: 0, values: initial })
  const [asking, setAsking] = useState<MeetingFields | null>(null)
  const draft = useOfferedDraft(`draft:meeting:${detail?.id ?? 'new'}`, parseDraft)
  const form = useForm<MeetingValues, unknown, MeetingFields>({
    resolver: zhResolver(meetingInput),
    defaultValues: base,
    values: base,
  })
  const { isDirty, errors } = form.formState
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const isFinal = detail?.status === 'final'
  const isBusy = create.isPending || update.isPending || finalize.isPending
  const error = finalize.error ?? update.error ?? create.error
  useEffect(() => {
    showFieldErrors(form, update.error ?? create.error, 'fields.')
  }, [update.error, create.error, form])
  const lay = (next: MeetingValues): void => {
    setBase(next)
    form.reset(next)
    setLaid(({ no }) => ({ no: no + 1, values: next }))
  }
  // Where nothing is typed the form follows the record: an undo, a change in another window.
  if (detail !== null && detail.version !== baseVersion && !isDirty && !isBusy) {
    setBaseVersion(detail.version)
    const values = valuesOf(detail)
    setBase(values)
    setLaid({ no: laid.no + 1, values })
  }
  // Where a save found the record changed by others, what was typed here is laid over theirs, to be looked at before it is written.
  const [onTheirs, setOnTheirs] = useState<MeetingValues | null>(null)
  if (detail !== null && detail.version !== baseVersion && isDirty && !isBusy && isStaleWrite(error)) {
    const theirs = valuesOf(detail)
    const values = { ...theirs, ...changedFields(base, form.getValues()) }
    setBaseVersion(detail.version)
    setBase(theirs)
    setLaid({ no: laid.no + 1, values })
    setOnTheirs(values)
  }
  useEffect(() => {
    if (onTheirs !== null) form.reset(onTheirs, { keepDefaultValues: true })
  }, [onTheirs, form])
  const onto = (fields: MeetingFields): MeetingFields =>
    detail === null || detail.version === baseVersion
      ? fields
      : { ...valuesOf(detail), ...changedFields(base, fields) }
  const write = async (typed: MeetingFields, reason: string | null): Promise<MeetingDetail | null> => {
    finalize.reset()
    const fields = asSent(onto(typed))
    try {
      const after =
        detail === null
          ? await create.mutateAsync({ fields })
          : await update.mutateAsync({ id: detail.id, version: detail.version, fields, reason })
      draft.discard()
      lay(valuesOf(after))
      setBaseVersion(after.version)
      setAsking(null)
      return after
    } catch (failure) {
      if (isStaleWrite(failure)) {
        setAsking(null)
        void invalidateAfter(client, 'meetings.update')
      }
      return null
    }
  }
  const saved = (after: MeetingDetail | null, text: string): void => {
    if (after === null) return
    guard.leaveFreely()
    undo.done(text, meetingTarget)
    onSaved(after)
  }
  const submit = form.handleSubmit(async (fields) => {
    if (isFinal) setAsking(fields)
    else saved(await write(fields, null), '已保存会议记录')
  })
  const makeFinal = async (id: string, version: number): Promise<void> => {
    try {
      saved(await finalize.mutateAsync({ id, version }), '会议记录已定稿')
    } catch {
      // What is missing stands in the foot.
    }
  }
  const submitFinal = form.handleSubmit(async (fields) => {
    if (detail === null) return
    if (!isDirty) return makeFinal(detail.id, detail.version)
    const after = await write(fields, null)
    if (after !== null) await makeFinal(after.id, after.version)
  })
  useShortcut('Ctrl+S', '保存会议记录', () => void submit(), !isBusy && asking === null)
  useShortcut('Ctrl+Enter', '定稿', () => void submitFinal(), detail?.status === 'draft' && !isBusy)
  return (
    <div className="meeting-editor">
      {draft.offered !== null && (
        <DraftNotice
          words={`已填：${draftText(draft.offered.value)}`}
          updatedAt={draft.offered.updatedAt}
          onContinue={() => {
            if (draft.offered === null) return
            const values = { ...base, ...draft.offered.value }
            form.reset(values, { keepDefaultValues: true })
            setLaid({ no: laid.no + 1, values })
            draft.decide()
          }}
          onDiscard={draft.discard}
        />
      )}
      <EnterMovesOn label="会议记录" onSubmit={(event) => void submit(event)}>
        <DraftKeeper
          control={form.control}
          isDirty={isDirty}
          also={null}
          onTyped={(typed) => draft.keep(changedFields(detail === null ? emptyMeeting : base, typed))}
        />
        <EditorSections form={form} laid={laid} organizations={organizations} isNew={detail === null} />
      </EnterMovesOn>
      <ScansSection meetingId={detail?.id ?? null} canWrite={detail !== null} />
      <div className="meeting-foot">
        <FootNotice error={error} problems={Object.keys(errors).length} />
        {onCancel !== null && <Button onClick={onCancel}>取消</Button>}
        {detail?.status === 'draft' && (
          <Button loading={finalize.isPending} onClick={() => void submitFinal()}>
            定稿
          </Button>
        )}
        <Button
          type="primary"
          loading={create.isPending || update.isPending}
          disabled={detail !== null && !isDirty}
          onClick={() => void submit()}
        >
          保存
        </Button>
      </div>
      <FinalChangeDialog
        open={asking !== null}
        busy={update.isPending}
        error={isStaleWrite(update.error) ? null : update.error}
        onCancel={() => setAsking(null)}
        onConfirm={(reason) => {
          if (asking === null) return
          void write(asking, reason).then((after) => saved(after, '已保存，修改前的内容留作上一版'))
        }}
      />
      {guard.dialog}
    </div>
  )
}
