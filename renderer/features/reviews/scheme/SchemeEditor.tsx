import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { useForm } from 'react-hook-form'
import { schemeInput } from '#shared/contract/reviewInputs.ts'
import type { CampaignDetail, SchemeDetail } from '#shared/contract/reviewRows.ts'
import { toCallError } from '../../../lib/callError.ts'
import { errorText } from '../../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../../lib/forms.ts'
import { laidOver } from '../../../lib/layOver.ts'
import { useOfferedDraft } from '../../../lib/offeredDraft.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { laidOverWords, useFollowsRecord } from '../../../lib/useFollowsRecord.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { DraftKeeper } from '../../../ui/DraftKeeper.tsx'
import { DraftNotice } from '../../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../../ui/shortcuts.ts'
import { useUndo } from '../../../ui/undo.ts'
import { useToast } from '../../../ui/useToast.ts'
import { useUnsavedGuard } from '../../../ui/useUnsavedGuard.tsx'
import { ComponentsSection } from './ComponentsSection.tsx'
import { ExampleSection } from './ExampleSection.tsx'
import { FrozenNotice } from './FrozenNotice.tsx'
import { GradesSection } from './GradesSection.tsx'
import { IndicatorsSection } from './IndicatorsSection.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { NameSection } from './NameSection.tsx'
import { parseSchemeDraft } from './schemeDraft.ts'
import { SchemeFoot } from './SchemeFoot.tsx'
import { draftOf, type SchemeDraft, type SchemeFields } from './schemeForm.ts'

interface SchemeEditorProps {
  readonly campaign: CampaignDetail
  readonly detail: SchemeDetail
  readonly canWrite: boolean
  readonly onDirty: (isDirty: boolean) => void
}

/** The whole scheme on one page; the rules speak beside the fields while it is typed. */
export function SchemeEditor({ campaign, detail, canWrite, onDirty }: SchemeEditorProps) {
  const client = useQueryClient()
  const undo = useUndo()
  const toast = useToast()
  const { id, version, ballotsIn } = detail
  const [reason, setReason] = useState<string | null>(null)
  const form = useForm<SchemeDraft, unknown, SchemeFields>({
    resolver: zhResolver(schemeInput),
    defaultValues: draftOf(detail),
  })
  const { control } = form
  const { isDirty } = form.formState
  const disabled = !canWrite || (ballotsIn > 0 && reason === null)
  const draft = useOfferedDraft(`draft:reviewScheme:${id}`, parseSchemeDraft)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const save = useCommand('reviews.saveScheme')
  const isStale = save.error !== null && toCallError(save.error).code === 'STALE_WRITE'
  // The version the form was filled from.
  // What the form was filled from: what is typed is told by it.
  const base = draftOf(detail)
  const [from, setFrom] = useState(base)
  const fill = (next: SchemeDraft): void => {
    setFrom(next)
    form.reset(next)
  }
  const seen = useFollowsRecord(version, {
    isDirty,
    isStale,
    show: () => fill(base),
    layOver: () => {
      const mine = form.getValues()
      const scheme = laidOver(from.scheme, mine.scheme, base.scheme)
      fill(base)
      form.reset({ ...laidOver(from, mine, base), scheme }, { keepDefaultValues: true })
    },
  })
  const tell = useEffectEvent(onDirty)
  useEffect(() => tell(isDirty), [isDirty])
  useEffect(() => {
    showFieldErrors(form, save.error)
  }, [save.error, form])
  const submit = form.handleSubmit((fields) =>
    save.mutate(
      { id, version: seen.version() ?? version, ...fields, reason: ballotsIn > 0 ? reason : null },
      {
        onSuccess: ({ schemes }) => {
          const saved = schemes.find((each) => each.id === id)
          draft.discard()
          setReason(null)
          if (saved !== undefined) {
            seen.took(saved.version)
            fill(draftOf(saved))
          }
          // What was frozen is put right with a reason, never taken back.
          if (ballotsIn > 0) toast.success('已保存方案')
          else undo.done('已保存方案', reviewTarget)
        },
        onError: () => void invalidateAfter(client, 'reviews.saveScheme'),
      },
    ),
  )
  useShortcut('Ctrl+S', '保存', () => void submit(), canWrite && !disabled)
  const resume = (): void => {
    if (draft.offered !== null) form.reset(draft.offered.value, { keepDefaultValues: true })
    draft.decide()
  }
  const decide = (why: string | null): void => {
    setReason(why)
    if (why !== null) return
    draft.discard()
    fill(base)
  }
  return (
    <div className="review-form">
      {/* Beside the form, not in it: a dialog's own form would save this one too. */}
      <FrozenNotice detail={detail} reason={reason} canWrite={canWrite} onReason={decide} />
      <EnterMovesOn className="review-form" label="述职测评方案" onSubmit={(event) => void submit(event)}>
        {draft.offered !== null && !disabled && (
          <DraftNotice updatedAt={draft.offered.updatedAt} onContinue={resume} onDiscard={draft.discard} />
        )}
        <DraftKeeper control={control} isDirty={isDirty} also={null} onTyped={draft.keep} />
        <NameSection control={control} disabled={disabled} subjects={detail.subjects} campaign={campaign} />
        <ComponentsSection control={control} disabled={disabled} />
        <IndicatorsSection control={control} disabled={disabled} />
        <GradesSection control={control} disabled={disabled} />
        <LimitsSection control={control} disabled={disabled} />
        <ExampleSection control={control} />
        {!disabled && (
          <SchemeFoot
            control={control}
            isDirty={isDirty}
            busy={save.isPending}
            problem={isStale ? laidOverWords : save.error === null ? null : errorText(save.error)}
          />
        )}
      </EnterMovesOn>
      {guard.dialog}
    </div>
  )
}
