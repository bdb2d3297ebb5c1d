import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import {
  type LifeMeetingDetail,
  type LifeMeetingFields,
  lifeMeetingInput,
} from '#shared/contract/organizationLife.ts'
import { call } from '../../lib/api.ts'
import { isStaleWrite } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { yearlyAddress, yearlyRecordAddress } from '../../lib/lifeAddresses.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { DraftKeeper } from '../../ui/DraftKeeper.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { AfterSection } from './AfterSection.tsx'
import { AtSection, BasicsSection, BeforeSection } from './LifeMeetingSections.tsx'
import { blankLifeMeeting, draftOf, type LifeMeetingDraft } from './lifeMeetingForm.ts'
import { LifeMeetingNotes } from './LifeMeetingNotes.tsx'
import { laidOver, rowsLaidOver } from '../../lib/layOver.ts'
import { lifeTarget } from './lifeView.ts'
import { PapersMenu } from './PapersMenu.tsx'
import { useFormDraft } from '../../lib/useFormDraft.ts'
import { laidOverWords, useFollowsRecord } from '../../lib/useFollowsRecord.ts'
import { YearlyFrame } from '../../ui/YearlyFrame.tsx'
import { YearlyTrash } from './YearlyTrash.tsx'

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
  const error = create.error ?? update.error
  const isStale = isStaleWrite(error)
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
  const title = detail === null ? '登记组织生活会' : `${detail.organizationName} ${detail.year}年度组织生活会`
  const disabled = !canWrite
  return (
    <YearlyFrame
      title={title}
      {...(detail === null ? {} : { subtitle: detail.theme })}
      crumb={{ label: '组织生活会', to: yearlyAddress('life', { year }) }}
      kind="lifeMeeting"
      record={detail === null ? null : { id: detail.id, version: detail.version }}
      target={lifeTarget}
      canWrite={canWrite}
      isHistoryFrozen
      papers={
        detail !== null && (
          <PapersMenu
            papers={papers}
            isDirty={isDirty}
            make={(paper) => call('documents.exportLifeMeeting', { id: detail.id, paper })}
          />
        )
      }
      draft={draft}
      onResume={() => {
        if (draft.offered !== null) form.reset(draft.offered.value, { keepDefaultValues: true })
        draft.decide()
      }}
      isDirty={isDirty}
      busy={create.isPending || update.isPending}
      problem={isStale ? laidOverWords : error === null ? null : errorText(error)}
      onSubmit={submit}
      onTrash={() => setTrashing(true)}
      dialogs={
        <>
          {isTrashing && detail !== null && (
            <YearlyTrash
              part="life"
              what="组织生活会"
              target={lifeTarget}
              record={detail}
              onCancel={() => setTrashing(false)}
              onLeave={() => {
                guard.leaveFreely()
                draft.discard()
              }}
            >
              方案、查摆的问题和整改情况一起进回收站，可以恢复；会议记录不受影响。
            </YearlyTrash>
          )}
          {guard.dialog}
        </>
      }
    >
      <DraftKeeper control={form.control} isDirty={isDirty} also={null} onTyped={draft.keep} />
      <LifeMeetingNotes form={form} talksRecorded={detail?.talksRecorded ?? 0} heldOn={heldOn} />
      <BasicsSection form={form} isNew={detail === null} disabled={disabled} />
      <BeforeSection form={form} talksRecorded={detail?.talksRecorded ?? null} disabled={disabled} />
      <AtSection form={form} stored={detail?.meeting ?? null} disabled={disabled} onHeldOn={setHeldOn} />
      <AfterSection form={form} disabled={disabled} />
    </YearlyFrame>
  )
}
