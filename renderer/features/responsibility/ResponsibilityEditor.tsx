import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import {
  type ResponsibilityDetail,
  type ResponsibilityFields,
  responsibilityInput,
} from '#shared/contract/responsibility.ts'
import { call } from '../../lib/api.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { laidOver } from '../../lib/layOver.ts'
import { useOfferedDraft } from '../../lib/offeredDraft.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { laidOverWords, useFollowsRecord } from '../../lib/useFollowsRecord.ts'
import { DraftKeeper } from '../../ui/DraftKeeper.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { useUndo } from '../../ui/undo.ts'
import { useExport } from '../../ui/useExport.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { YearlyFrame } from '../../ui/YearlyFrame.tsx'
import { ChecksSection } from './ChecksSection.tsx'
import { GoalsSection } from './GoalsSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { blankList, draftOf, keptDraft, type ResponsibilityDraft } from './responsibilityForm.ts'
import { listAddress, listPage, responsibilityTarget } from './responsibilityView.ts'
import { TrashList } from './TrashList.tsx'

interface ResponsibilityEditorProps {
  /** Null for a new one. */
  readonly detail: ResponsibilityDetail | null
  readonly organizationId: string
  readonly year: number
}

/** A whole list on one page; what the rules say of the saved one stands above it. */
export function ResponsibilityEditor({ detail, organizationId, year }: ResponsibilityEditorProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  const canWrite = useHasRight('organization.write')
  const canExport = useHasRight('document.export')
  const [isTrashing, setTrashing] = useState(false)
  const base = detail === null ? blankList(organizationId, year) : draftOf(detail.fields)
  const form = useForm<ResponsibilityDraft, unknown, ResponsibilityFields>({
    resolver: zhResolver(responsibilityInput),
    defaultValues: base,
  })
  const { isDirty } = form.formState
  // What the form was filled from: what is typed is told by it.
  const [from, setFrom] = useState(base)
  const fill = (fields: ResponsibilityDraft): void => {
    setFrom(fields)
    form.reset(fields)
  }
  const draft = useOfferedDraft(`draft:responsibility:${detail?.id ?? 'new'}`, keptDraft)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const create = useCommand('responsibility.create')
  const update = useCommand('responsibility.update')
  const error = create.error ?? update.error
  const isStale = error?.code === 'STALE_WRITE'
  const { isBusy, run } = useExport()
  const seen = useFollowsRecord(detail?.version ?? null, {
    isDirty,
    isStale,
    show: () => fill(base),
    layOver: () => {
      const mine = form.getValues()
      fill(base)
      form.reset(laidOver(from, mine, base), { keepDefaultValues: true })
    },
  })
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((fields) => {
    if (detail === null) {
      const onSuccess = ({ id }: ResponsibilityDetail): void => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已登记责任清单', responsibilityTarget)
        void navigate(listPage(id), { replace: true })
      }
      return create.mutate({ fields }, { onSuccess })
    }
    const onSuccess = (saved: ResponsibilityDetail): void => {
      seen.took(saved.version)
      draft.discard()
      fill(draftOf(saved.fields))
      undo.done('已保存', responsibilityTarget)
    }
    const onError = (): void => void invalidateAfter(client, 'responsibility.update')
    const { id, version } = detail
    return update.mutate({ id, version: seen.version() ?? version, fields }, { onSuccess, onError })
  })
  const title = detail === null ? '登记党建责任清单' : `${detail.organizationName} ${year}年度党建责任清单`
  const disabled = !canWrite
  return (
    <YearlyFrame
      title={title}
      crumb={{ label: '党建责任清单', to: listAddress({ year }) }}
      kind="responsibilityList"
      record={detail === null ? null : { id: detail.id, version: detail.version }}
      target={responsibilityTarget}
      canWrite={canWrite}
      isHistoryFrozen={isDirty}
      papers={
        canExport && (
          <Button
            loading={isBusy}
            disabled={isDirty}
            onClick={() => void run(() => call('documents.exportResponsibility', { organizationId, year }))}
          >
            导出责任清单
          </Button>
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
            <TrashList
              detail={detail}
              onCancel={() => setTrashing(false)}
              onDone={() => {
                guard.leaveFreely()
                draft.discard()
                void navigate(listAddress({ year }))
              }}
            />
          )}
          {guard.dialog}
        </>
      }
    >
      <DraftKeeper control={form.control} isDirty={isDirty} also={null} onTyped={draft.keep} />
      {detail !== null && detail.findings.length > 0 && (
        <div className="responsibility-notes">
          <FindingNotes findings={detail.findings} />
        </div>
      )}
      <PeopleSection form={form} isNew={detail === null} disabled={disabled} />
      <GoalsSection form={form} disabled={disabled} />
      <ChecksSection form={form} disabled={disabled} />
    </YearlyFrame>
  )
}
