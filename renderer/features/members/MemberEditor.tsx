import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberCheck, MemberDetail } from '#shared/contract/members.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { errorText } from '../../lib/errorText.ts'
import { useHasRight } from '../../lib/session.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { Page } from '../../ui/Page.tsx'
import { memberTarget, useUndo } from '../../ui/undo.ts'
import { useShortcut } from '../../ui/shortcuts.ts'
import { ReviewResults } from '../../ui/ReviewResults.tsx'
import { useToast } from '../../ui/useToast.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { useFindingAnswers } from '../../ui/useFindingAnswers.tsx'
import { MemberAppraisals } from './MemberAppraisals.tsx'
import { MemberDraftNotice } from './MemberDraftNotice.tsx'
import { DuplicateNotice } from './DuplicateNotice.tsx'
import { type Editor, EditorContext } from './editorContext.ts'
import { EditorActions } from './EditorActions.tsx'
import { FormWatcher } from './FormWatcher.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import { MemberSections } from './MemberSections.tsx'
import { MemberSideIndex } from './MemberSideIndex.tsx'
import { TrashedNotice } from './RemoveMember.tsx'
import { findingsOf } from './shownFindings.ts'
import { StaleDialog } from './StaleDialog.tsx'
import { Timeline } from './Timeline.tsx'
import { useListAddress } from './useListView.ts'
import { useMemberDraft } from './useMemberDraft.ts'
import { useMemberForm } from './useMemberForm.ts'
import { useMemberSave } from './useMemberSave.ts'
import { useTimeDialogs } from './useTimeDialogs.tsx'

interface MemberEditorProps {
  /** Null for a new member. */
  readonly detail: MemberDetail | null
  readonly organizations: readonly OrganizationNode[]
  /** Where a new member goes unless chosen otherwise; empty for no choice. */
  readonly organizationId: string
}

function pathText(detail: MemberDetail): string {
  return detail.organizationPath.map((each) => each.shortName).join(' › ')
}

export function MemberEditor({ detail, organizations, organizationId }: MemberEditorProps) {
  const navigate = useNavigate()
  const toast = useToast()
  const undo = useUndo()
  const listAddress = useListAddress()
  const id = detail?.id ?? null
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const isTrashed = detail !== null && detail.deletedAt !== null
  const isReadOnly = isTrashed || !canWrite
  const state = useMemberForm(detail, organizationId)
  const { form, isRevealed, reveal } = state
  const { isDirty } = form.formState
  const [check, setCheck] = useState<MemberCheck | null>(null)
  const draft = useMemberDraft(id, state)
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const answers = useFindingAnswers({
    subject: 'member',
    subjectId: id ?? '',
    example: '如：已与档案核对，档案认定日期与身份证不同',
  })
  const time = useTimeDialogs(detail, organizations)
  const { save, isSaving, error, stale, resolveStale, dropStale } = useMemberSave({
    detail,
    state,
    onCreated: (created) => {
      guard.leaveFreely()
      draft.settle()
      undo.done('已新增', memberTarget)
      void navigate(`/members/${created}`, { replace: true })
    },
    onSaved: () => {
      draft.settle()
      undo.done('已保存', { kinds: ['member'], recordId: id })
    },
    onNothing: () => toast.success('没有要保存的修改'),
  })
  useShortcut('Ctrl+S', '保存', () => void save(), !isReadOnly && !isSaving)

  const findings = findingsOf(detail, check, state.changes)
  const editor: Editor = {
    control: form.control,
    setValue: form.setValue,
    isNew: detail === null,
    isReadOnly,
    isRevealed,
    onReveal: reveal,
    findings,
    derived: check?.derived ?? null,
    organizations,
    onMove: isReadOnly || isDirty ? null : time.onMove,
    onStatus: isReadOnly || isDirty ? null : time.onStatus,
    onKeep: detail === null || isReadOnly || isDirty ? null : answers.onKeep,
    onWithdrawKeep: detail === null || isReadOnly || isDirty ? null : answers.onWithdrawKeep,
  }
  const nameOf = useMemo(() => {
    const names = new Map(organizations.map((node) => [node.id, node.shortName]))
    return (at: string) => names.get(at) ?? ''
  }, [organizations])

  return (
    <Page
      title={detail === null ? '新增党员' : detail.record.name}
      {...(detail === null ? {} : { subtitle: <span title={pathText(detail)}>{pathText(detail)}</span> })}
      breadcrumb={[{ label: '党员花名册', to: listAddress }]}
      actions={
        <EditorActions
          detail={detail}
          isReadOnly={isReadOnly}
          isDirty={isDirty}
          isSaving={isSaving}
          hasLooked={isRevealed && detail !== null}
          onSave={() => void save()}
          onRemoved={() => {
            guard.leaveFreely()
            draft.discard()
            undo.done('已删除到回收站', memberTarget)
            void navigate(listAddress)
          }}
        />
      }
    >
      <EditorContext value={editor}>
        <div className="member-layout">
          <MemberSideIndex
            hasHistory={detail !== null && canSeeHistory}
            detail={detail}
            findings={findings}
          />
          <div className="member-main">
            <EnterMovesOn
              className="member-form"
              label={detail === null ? '新增党员' : '党员信息'}
              onSubmit={(event) => {
                event.preventDefault()
                void save()
              }}
            >
              {isTrashed && <TrashedNotice detail={detail} />}
              {draft.offered !== null && (
                <MemberDraftNotice
                  draft={draft.offered.value}
                  updatedAt={draft.offered.updatedAt}
                  version={state.version}
                  onContinue={() => void draft.resume().catch(toast.failure)}
                  onDiscard={draft.discard}
                />
              )}
              {error !== null && <Alert type="error" showIcon role="alert" title={errorText(error)} />}
              <DuplicateNotice duplicates={check?.duplicates ?? []} />
              <MemberSections detail={detail} />
              {!isReadOnly && (
                <div className="member-foot">
                  <Button
                    htmlType="submit"
                    type="primary"
                    loading={isSaving}
                    disabled={detail !== null && !isDirty}
                  >
                    保存
                  </Button>
                </div>
              )}
              {!isReadOnly && <FormWatcher id={id} state={state} onChanges={draft.save} onCheck={setCheck} />}
            </EnterMovesOn>
            {detail !== null && (
              <Timeline
                detail={detail}
                organizations={organizations}
                isReadOnly={isReadOnly}
                isDirty={isDirty}
                onMove={time.onMove}
                onStatus={time.onStatus}
              />
            )}
            {detail !== null && <MemberAppraisals memberId={detail.id} />}
            {detail !== null && <ReviewResults of="member" id={detail.id} />}
            {detail !== null && canSeeHistory && (
              <MemberHistory detail={detail} isFrozen={isReadOnly || isDirty} isDirty={isDirty} />
            )}
          </div>
        </div>
      </EditorContext>
      {stale !== null && (
        <StaleDialog
          state={stale}
          organizationName={nameOf}
          busy={isSaving}
          onResolve={(kept) => void resolveStale(kept)}
          onCancel={dropStale}
        />
      )}
      {answers.dialog}
      {time.dialog}
      {guard.dialog}
    </Page>
  )
}
