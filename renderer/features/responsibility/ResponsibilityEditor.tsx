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
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useExport } from '../../ui/useExport.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { ChecksSection } from './ChecksSection.tsx'
import { GoalsSection } from './GoalsSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import { blankList, draftOf, keptDraft, type ResponsibilityDraft } from './responsibilityForm.ts'
import { listAddress, listPage, responsibilityTarget } from './responsibilityView.ts'
import { SaveFoot } from '../../ui/SaveFoot.tsx'
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
  const canSeeHistory = useHasRight('activity.read')
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
  useShortcut('Ctrl+S', '保存', () => void submit(), canWrite)
  const title = detail === null ? '登记党建责任清单' : `${detail.organizationName} ${year}年度党建责任清单`
  const disabled = !canWrite
  return (
    <Page
      title={title}
      breadcrumb={[{ label: '党建责任清单', to: listAddress({ year }) }]}
      actions={
        detail === null ? undefined : (
          <>
            <UndoLastButton
              target={responsibilityTarget}
              notNow={isDirty ? '本页有没有保存的修改，请先保存' : null}
            />
            {canExport && (
              <Button
                loading={isBusy}
                disabled={isDirty}
                onClick={() =>
                  void run(() => call('documents.exportResponsibility', { organizationId, year }))
                }
              >
                导出责任清单
              </Button>
            )}
            {canWrite && (
              <Button danger onClick={() => setTrashing(true)}>
                删除
              </Button>
            )}
          </>
        )
      }
    >
      <EnterMovesOn className="responsibility-form" label={title} onSubmit={(event) => void submit(event)}>
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
        {detail !== null && detail.findings.length > 0 && (
          <div className="responsibility-notes">
            <FindingNotes findings={detail.findings} />
          </div>
        )}
        <PeopleSection form={form} isNew={detail === null} disabled={disabled} />
        <GoalsSection form={form} disabled={disabled} />
        <ChecksSection form={form} disabled={disabled} />
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
          <RecordHistory
            kind="responsibilityList"
            id={detail.id}
            version={detail.version}
            isFrozen={isDirty}
          />
        </SectionCard>
      )}
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
    </Page>
  )
}
