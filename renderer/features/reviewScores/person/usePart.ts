import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import type { Control, FieldValues, UseFormReturn } from 'react-hook-form'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors } from '../../../lib/forms.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { useFormDraft } from '../../../lib/useFormDraft.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { useToast } from '../../../ui/useToast.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { type PartSaving, partVersion, staleWords } from './partVersion.ts'

/** Commands that save one part of a person's page. */
type PartCommand =
  | 'reviews.saveReport'
  | 'reviews.saveComments'
  | 'reviews.saveDaily'
  | 'reviews.saveFeedback'

interface PartAsked<R extends PartCommand, T extends FieldValues, O> {
  readonly route: R
  readonly form: UseFormReturn<T, unknown, O>
  readonly detail: Pick<SubjectDetail, 'id' | 'version'>
  /** The part as it is saved now. */
  readonly saved: T
  /** Of the names of fields in refusals: report., feedback. */
  readonly prefix?: string
  /** 已保存述职报告. */
  readonly said: string
  readonly input: (head: { readonly id: string; readonly version: number }, values: O) => RouteInput<R>
  readonly onClose: () => void
}

/** What the dialog of one part shows and does. */
export interface Part<T extends FieldValues, O> {
  readonly control: Control<T, unknown, O>
  readonly isDirty: boolean
  readonly busy: boolean
  readonly problem: string | null
  readonly offeredAt: Instant | null
  readonly takeDraft: () => void
  readonly dropDraft: () => void
  readonly keep: (values: T) => void
  readonly submit: () => void
  readonly close: () => void
  readonly guard: ReactNode
}

/** One part of a person's page as it is typed: kept as a draft, saved on its own, with what others saved meanwhile respected. */
export function usePart<R extends PartCommand, T extends FieldValues, O>(
  asked: PartAsked<R, T, O>,
): Part<T, O> {
  const { route, form, detail, saved, prefix = '', said, input, onClose } = asked
  const client = useQueryClient()
  const command = useCommand(route)
  const undo = useUndo()
  const toast = useToast()
  const { isDirty } = form.formState
  const [began] = useState({ version: detail.version, saved })
  const draft = useFormDraft<T>(`draft:${route}:${detail.id}`, began.saved)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const { error } = command
  useEffect(() => {
    showFieldErrors(form, error, prefix, true)
  }, [error, form, prefix])
  const now: PartSaving = { began, version: detail.version, saved }
  const isStale = error?.code === 'STALE_WRITE'
  const { offered } = draft
  return {
    control: form.control,
    isDirty,
    busy: command.isPending,
    problem: error === null ? null : isStale ? staleWords(now) : errorText(error),
    offeredAt: offered === null ? null : offered.updatedAt,
    takeDraft: () => {
      if (offered !== null) form.reset(offered.value, { keepDefaultValues: true })
      draft.decide()
    },
    dropDraft: draft.discard,
    keep: draft.keep,
    submit: () =>
      void form.handleSubmit((values) =>
        command.mutateAsync(input({ id: detail.id, version: partVersion(now) }, values)).then(
          () => {
            guard.leaveFreely()
            draft.discard()
            undo.done(said, reviewTarget)
            onClose()
          },
          // What others saved is fetched, so that the next try can tell whether it was this part.
          () => invalidateAfter(client, route),
        ),
      )(),
    close: () => {
      if (isDirty && draft.isKept) toast.success('没有保存；已填内容存为草稿，再打开可以接着填')
      onClose()
    },
    guard: guard.dialog,
  }
}
