import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useEffect, useEffectEvent, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { type DevelopmentFields, developmentInput } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { isStaleWrite } from '../../../lib/callError.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { useOfferedDraft } from '../../../lib/offeredDraft.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { draftText, parseFileDraft } from './fileDraft.ts'
import { FileForm } from './FileForm.tsx'
import { changedFields, fileSections, type FileValues } from './fileForm.ts'
import { fileTarget } from './fileView.ts'

interface EditFileProps {
  readonly detail: DevelopmentDetail
  readonly organizations: readonly OrganizationNode[]
  readonly onClose: () => void
}

/** Corrects the file's own fields; its steps have dialogs of their own. */
export function EditFile({ detail, organizations, onClose }: EditFileProps) {
  const { id } = detail
  const client = useQueryClient()
  const undo = useUndo()
  const update = useCommand('development.update')
  const reveal = useCommand('development.reveal')
  // What somebody started from stays what the changes are told by, whatever is read again meanwhile.
  const [base, setBase] = useState<FileValues>(detail.fields)
  const [isRevealed, setRevealed] = useState(false)
  const draft = useOfferedDraft(`draft:development:${id}`, parseFileDraft)
  const form = useForm<FileValues, unknown, DevelopmentFields>({
    resolver: zhResolver(developmentInput),
    defaultValues: base,
  })
  const { isDirty } = form.formState
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const values = useWatch({ control: form.control, compute: (all) => all })
  const keep = useEffectEvent((typed: FileValues) =>
    draft.keep({ changes: changedFields(base, typed), appliedOn: null }),
  )
  useEffect(() => {
    if (isDirty) keep(values)
  }, [values, isDirty])
  useEffect(() => {
    showFieldErrors(form, update.error, 'fields.')
  }, [update.error, form])
  const lay = (next: FileValues, changes: Partial<FileValues>): void => {
    setBase(next)
    form.reset(next)
    if (Object.keys(changes).length > 0) form.reset({ ...next, ...changes }, { keepDefaultValues: true })
  }
  const onReveal = async (): Promise<FileValues> => {
    const plain = await reveal.mutateAsync({ id })
    const next = { ...base, ...plain }
    lay(next, changedFields(base, form.getValues()))
    setRevealed(true)
    return next
  }
  const resume = async (): Promise<void> => {
    if (draft.offered === null) return
    const { changes } = draft.offered.value
    const touchesSecret = 'idNo' in changes || 'phone' in changes
    const next = touchesSecret && !isRevealed ? await onReveal() : base
    lay(next, changes)
    draft.decide()
  }
  const submit = form.handleSubmit((after) => {
    const fields = changedFields(base, after)
    if (Object.keys(fields).length === 0) return onClose()
    // As a promise: by the time it is kept the form is gone.
    update.mutateAsync({ id, version: detail.version, fields }).then(
      () => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已保存基本情况', fileTarget)
        onClose()
      },
      (error: unknown) => {
        // The newest version is read, so that saving again lays these changes over it.
        if (isStaleWrite(error)) void invalidateAfter(client, 'development.update')
      },
    )
  })
  const isStale = update.error?.code === 'STALE_WRITE'
  return (
    <EnterMovesOn className="dev-form" label="修改基本情况" onSubmit={(event) => void submit(event)}>
      {draft.offered !== null && (
        <DraftNotice
          words={`已填：${draftText(draft.offered.value)}`}
          updatedAt={draft.offered.updatedAt}
          onContinue={() => void resume()}
          onDiscard={draft.discard}
        />
      )}
      <FileForm
        control={form.control}
        setValue={form.setValue}
        sections={fileSections}
        organizations={organizations}
        onReveal={isRevealed ? null : onReveal}
        isNew={false}
      />
      <div className="dev-form-foot">
        {update.error !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={
              isStale
                ? '这份档案刚被别处修改过，您改的内容还没有保存。已取回最新的档案，核对后再点保存，只写入您改过的项目。'
                : errorText(update.error)
            }
          />
        )}
        <DialogButtons confirmText="保存" busy={update.isPending} onCancel={onClose} />
      </div>
      {guard.dialog}
    </EnterMovesOn>
  )
}
