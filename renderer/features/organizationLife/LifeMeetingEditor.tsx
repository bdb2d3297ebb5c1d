import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import {
  type LifeMeetingDetail,
  type LifeMeetingFields,
  lifeMeetingInput,
} from '#shared/contract/organizationLife.ts'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { yearlyAddress, yearlyRecordAddress } from '../../lib/lifeAddresses.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { AfterSection } from './AfterSection.tsx'
import { AtSection, BasicsSection, BeforeSection } from './LifeMeetingSections.tsx'
import { DraftKeeper } from './DraftKeeper.tsx'
import { blankLifeMeeting, draftOf, type LifeMeetingDraft } from './lifeMeetingForm.ts'
import { LifeMeetingNotes } from './LifeMeetingNotes.tsx'
import { laidOver, rowsLaidOver } from './layOver.ts'
import { lifeTarget } from './lifeView.ts'
import { PapersMenu } from './PapersMenu.tsx'
import { TrashDialog } from './TrashDialog.tsx'
import { SaveFoot } from './SaveFoot.tsx'
import { useFormDraft } from './useFormDraft.ts'
import { laidOverWords, useFollowsRecord } from './useFollowsRecord.ts'

const papers = [
  { paper: 'plan', label: '方案' },
  { paper: 'opinions', label: '征求意见汇总' },
  { paper: 'review', label: '班子对照检查材料' },
  { paper: 'problems', label: '整改清单' },
  { paper: 'report', label: '情况报告' },
] as const

interface LifeMeetingEditorProps {
  /** Null for a new one. */
  readonly detail: LifeMeetingDetail | null
  readonly organizationId: string
  readonly year: number
}

/** 会前, 会上, 会后 on one page: whatever is known is written down, the rest stays empty. */
export function LifeMeetingEditor({ detail, organizationId, year }: LifeMeetingEditorProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const [isTrashing, setTrashing] = useState(false)
  const [heldOn, setHeldOn] = useState<string | null>(detail?.heldOn ?? null)
  const base = detail === null ? blankLifeMeeting(organizationId, year) : draftOf(detail.fields)
  const form = useForm<LifeMeetingDraft, unknown, LifeMeetingFields>({
    resolver: zhResolver(lifeMeetingInput),
    defaultValues: base,
  })
  const { isDirty } = form.formState
  // What the form was filled from: what is typed is told by it.
  const [from, setFrom] = useState(base)
  const fill = (fields: LifeMeetingDraft): void => {
    setFrom(fields)
    form.reset(fields)
  }
  const draft = useFormDraft(`draft:lifeMeeting:${detail?.id ?? 'new'}`, base)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const create = useCommand('lifeMeetings.create')
  const update = useCommand('lifeMeetings.update')
  const trash = useCommand('lifeMeetings.trash', { quiet: true })
  const error = create.error ?? update.error
  const isStale = error !== null && toCallError(error).code === 'STALE_WRITE'
  const seen = useFollowsRecord(detail?.version ?? null, {
    isDirty,
    isStale,
    show: () => fill(base),
    layOver: () => {
      const mine = form.getValues()
      const problems = rowsLaidOver(from.problems, mine.problems, base.problems, ({ id }) => id)
      fill(base)
      form.reset({ ...laidOver(from, mine, base), problems }, { keepDefaultValues: true })
    },
  })
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((fields) => {
    if (detail === null) {
      const onSuccess = ({ id }: LifeMeetingDetail): void => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已登记组织生活会', lifeTarget)
        void navigate(yearlyRecordAddress('life', id), { replace: true })
      }
      create.mutate({ fields }, { onSuccess })
      return
    }
    const onSuccess = (saved: LifeMeetingDetail): void => {
      seen.took(saved.version)
      draft.discard()
      fill(draftOf(saved.fields))
      undo.done('已保存', lifeTarget)
    }
    const onError = (): void => void invalidateAfter(client, 'lifeMeetings.update')
    const { id, version } = detail
    update.mutate({ id, version: seen.version() ?? version, fields }, { onSuccess, onError })
  })
  useShortcut('Ctrl+S', '保存', () => void submit(), canWrite)
  const title = detail === null ? '登记组织生活会' : `${detail.organizationName} ${detail.year}年度组织生活会`
  const disabled = !canWrite
  return (
    <Page
      title={title}
      {...(detail === null ? {} : { subtitle: detail.theme })}
      breadcrumb={[{ label: '组织生活会', to: yearlyAddress('life', { year }) }]}
      actions={
        detail === null ? undefined : (
          <>
            <UndoLastButton target={lifeTarget} notNow={isDirty ? '本页有没有保存的修改，请先保存' : null} />
            <PapersMenu
              papers={papers}
              isDirty={isDirty}
              make={(paper) => call('documents.exportLifeMeeting', { id: detail.id, paper })}
            />
            {canWrite && (
              <Button danger onClick={() => setTrashing(true)}>
                删除
              </Button>
            )}
          </>
        )
      }
    >
      <EnterMovesOn className="life-form" label={title} onSubmit={(event) => void submit(event)}>
        {draft.offered !== null && canWrite && (
          <DraftNotice
            updatedAt={draft.offered.updatedAt}
            onContinue={() => {
              if (draft.offered !== null) form.reset(draft.offered.value, { keepDefaultValues: true })
              draft.decide()
            }}
            onDiscard={draft.discard}
          />
        )}
        <DraftKeeper control={form.control} isDirty={isDirty} also={null} onTyped={draft.keep} />
        <LifeMeetingNotes form={form} talksRecorded={detail?.talksRecorded ?? 0} heldOn={heldOn} />
        <BasicsSection form={form} isNew={detail === null} disabled={disabled} />
        <BeforeSection form={form} talksRecorded={detail?.talksRecorded ?? null} disabled={disabled} />
        <AtSection form={form} stored={detail?.meeting ?? null} disabled={disabled} onHeldOn={setHeldOn} />
        <AfterSection form={form} disabled={disabled} />
        {canWrite && (
          <SaveFoot
            isNew={detail === null}
            isDirty={isDirty}
            busy={create.isPending || update.isPending}
            problem={isStale ? laidOverWords : error === null ? null : errorText(error)}
          />
        )}
      </EnterMovesOn>
      {detail !== null && canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind="lifeMeeting" id={detail.id} version={detail.version} isFrozen />
        </SectionCard>
      )}
      {isTrashing && detail !== null && (
        <TrashDialog
          what="组织生活会"
          busy={trash.isPending}
          error={trash.error}
          onCancel={() => setTrashing(false)}
          onConfirm={(reason) =>
            trash.mutate(
              { id: detail.id, version: detail.version, reason },
              {
                onSuccess: () => {
                  guard.leaveFreely()
                  draft.discard()
                  undo.done('已删除到回收站', lifeTarget)
                  void navigate(yearlyAddress('life', { year }))
                  void invalidateAfter(client, 'lifeMeetings.trash')
                },
              },
            )
          }
        >
          方案、查摆的问题和整改情况一起进回收站，可以恢复；会议记录不受影响。
        </TrashDialog>
      )}
      {guard.dialog}
    </Page>
  )
}
