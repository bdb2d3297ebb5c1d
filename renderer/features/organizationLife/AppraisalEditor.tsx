import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { AppraisalDetail } from '#shared/contract/organizationLife.ts'
import { call } from '../../lib/api.ts'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { showFieldErrors, zhResolver } from '../../lib/forms.ts'
import { yearlyAddress, yearlyRecordAddress } from '../../lib/lifeAddresses.ts'
import { invalidateAfter, useCommand } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { Page } from '../../ui/Page.tsx'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUndo } from '../../ui/undo.ts'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import {
  blankSheet,
  draftsOf,
  type SheetDraft,
  type SheetFields,
  samePeople,
  sentPeople,
  sheetInput,
  sheetOf,
  tableProblem,
} from './appraisalForm.ts'
import { AppraisalSheet } from './AppraisalSheet.tsx'
import { AppraisalTrash } from './AppraisalTrash.tsx'
import { AppraisedSection } from './AppraisedSection.tsx'
import { DraftKeeper } from './DraftKeeper.tsx'
import { laidOver, rowsLaidOver } from './layOver.ts'
import { appraisalTarget } from './lifeView.ts'
import { PapersMenu } from './PapersMenu.tsx'
import { SaveFoot } from './SaveFoot.tsx'
import { useFormDraft } from './useFormDraft.ts'
import { laidOverWords, useFollowsRecord } from './useFollowsRecord.ts'

const papers = [
  { paper: 'ballot', label: '测评票' },
  { paper: 'result', label: '结果汇总（通报）' },
] as const

interface AppraisalEditorProps {
  /** Null for a new one. */
  readonly detail: AppraisalDetail | null
  readonly organizationId: string
  readonly year: number
}

/** The sheet with its ballots, and everybody's sums and grade below. */
export function AppraisalEditor({ detail, organizationId, year }: AppraisalEditorProps) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useUndo()
  const canWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const [isTrashing, setTrashing] = useState(false)
  const [base, setBase] = useState(() => draftsOf(detail?.fields.people ?? []))
  const [people, setPeople] = useState(base)
  const [problem, setProblem] = useState<string | null>(null)
  const sheet = detail === null ? blankSheet(organizationId, year) : sheetOf(detail.fields)
  const form = useForm<SheetDraft, unknown, SheetFields>({
    resolver: zhResolver(sheetInput),
    defaultValues: sheet,
  })
  const isDirty = form.formState.isDirty || !samePeople(people, base)
  // What the form was filled from: what is typed is told by it.
  const [from, setFrom] = useState(sheet)
  const show = ({ fields }: Pick<AppraisalDetail, 'fields'>): void => {
    setFrom(sheetOf(fields))
    form.reset(sheetOf(fields))
    const drafts = draftsOf(fields.people)
    setBase(drafts)
    setPeople(drafts)
  }
  const draft = useFormDraft(`draft:appraisal:${detail?.id ?? 'new'}`, { sheet, people })
  const resume = (): void => {
    if (draft.offered === null) return
    form.reset(draft.offered.value.sheet, { keepDefaultValues: true })
    setPeople(draft.offered.value.people)
    draft.decide()
  }
  const guard = useUnsavedGuard(isDirty, { draftKept: draft.isKept })
  const create = useCommand('appraisals.create')
  const update = useCommand('appraisals.update')
  const error = create.error ?? update.error
  const isStale = error !== null && toCallError(error).code === 'STALE_WRITE'
  const seen = useFollowsRecord(detail?.version ?? null, {
    isDirty,
    isStale,
    show: () => {
      if (detail !== null) show(detail)
    },
    layOver: () => {
      if (detail === null) return
      const mine = form.getValues()
      const theirs = draftsOf(detail.fields.people)
      show(detail)
      form.reset(laidOver(from, mine, sheet), { keepDefaultValues: true })
      setPeople(rowsLaidOver(base, people, theirs, ({ id }) => id))
    },
  })
  useEffect(() => {
    showFieldErrors(form, error)
  }, [error, form])
  const submit = form.handleSubmit((written) => {
    const wrong = tableProblem(people)
    setProblem(wrong)
    if (wrong !== null) return
    const fields = { ...written, people: sentPeople(people) }
    if (detail === null) {
      const onSuccess = ({ id }: AppraisalDetail): void => {
        guard.leaveFreely()
        draft.discard()
        undo.done('已登记民主评议', appraisalTarget)
        void navigate(yearlyRecordAddress('appraisals', id), { replace: true })
      }
      create.mutate({ fields }, { onSuccess })
      return
    }
    const onSuccess = (saved: AppraisalDetail): void => {
      seen.took(saved.version)
      draft.discard()
      show(saved)
      undo.done('已保存', appraisalTarget)
    }
    const onError = (): void => void invalidateAfter(client, 'appraisals.update')
    const { id, version } = detail
    update.mutate({ id, version: seen.version() ?? version, fields }, { onSuccess, onError })
  })
  useShortcut('Ctrl+S', '保存', () => void submit(), canWrite)
  const title =
    detail === null ? '登记民主评议党员' : `${detail.organizationName} ${detail.year}年度民主评议党员`
  return (
    <Page
      title={title}
      breadcrumb={[{ label: '民主评议党员', to: yearlyAddress('appraisals', { year }) }]}
      actions={
        detail === null ? undefined : (
          <>
            <UndoLastButton
              target={appraisalTarget}
              notNow={isDirty ? '本页有没有保存的修改，请先保存' : null}
            />
            <PapersMenu
              papers={papers}
              isDirty={isDirty}
              make={(paper) => call('documents.exportAppraisal', { id: detail.id, paper })}
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
          <DraftNotice updatedAt={draft.offered.updatedAt} onContinue={resume} onDiscard={draft.discard} />
        )}
        <DraftKeeper
          control={form.control}
          isDirty={isDirty}
          also={people}
          onTyped={(typed, listed) => draft.keep({ sheet: typed, people: listed })}
        />
        <AppraisalSheet form={form} stored={detail?.meeting ?? null} disabled={!canWrite} />
        <AppraisedSection
          form={form}
          people={people}
          isNew={detail === null}
          disabled={!canWrite}
          onPeople={setPeople}
          onProposed={(proposed) => {
            setBase(proposed)
            setPeople(proposed)
          }}
        />
        {canWrite && (
          <SaveFoot
            isNew={detail === null}
            isDirty={isDirty}
            busy={create.isPending || update.isPending}
            problem={problem ?? (isStale ? laidOverWords : error === null ? null : errorText(error))}
          />
        )}
      </EnterMovesOn>
      {detail !== null && canSeeHistory && (
        <SectionCard title="修改历史">
          <RecordHistory kind="appraisal" id={detail.id} version={detail.version} isFrozen />
        </SectionCard>
      )}
      {isTrashing && detail !== null && (
        <AppraisalTrash
          detail={detail}
          onCancel={() => setTrashing(false)}
          onLeave={() => {
            guard.leaveFreely()
            draft.discard()
          }}
        />
      )}
      {guard.dialog}
    </Page>
  )
}
