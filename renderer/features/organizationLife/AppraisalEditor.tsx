import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import type { AppraisalDetail } from '#shared/contract/organizationLife.ts'
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
import { AppraisedSection } from './AppraisedSection.tsx'
import { laidOver, rowsLaidOver } from '../../lib/layOver.ts'
import { appraisalTarget } from './lifeView.ts'
import { PapersMenu } from './PapersMenu.tsx'
import { useFormDraft } from '../../lib/useFormDraft.ts'
import { laidOverWords, useFollowsRecord } from '../../lib/useFollowsRecord.ts'
import { YearlyFrame } from '../../ui/YearlyFrame.tsx'
import { YearlyTrash } from './YearlyTrash.tsx'

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
  const isStale = isStaleWrite(error)
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
  const title =
    detail === null ? '登记民主评议党员' : `${detail.organizationName} ${detail.year}年度民主评议党员`
  return (
    <YearlyFrame
      title={title}
      crumb={{ label: '民主评议党员', to: yearlyAddress('appraisals', { year }) }}
      kind="appraisal"
      record={detail === null ? null : { id: detail.id, version: detail.version }}
      target={appraisalTarget}
      canWrite={canWrite}
      isHistoryFrozen
      papers={
        detail !== null && (
          <PapersMenu
            papers={papers}
            isDirty={isDirty}
            make={(paper) => call('documents.exportAppraisal', { id: detail.id, paper })}
          />
        )
      }
      draft={draft}
      onResume={resume}
      isDirty={isDirty}
      busy={create.isPending || update.isPending}
      problem={problem ?? (isStale ? laidOverWords : error === null ? null : errorText(error))}
      onSubmit={submit}
      onTrash={() => setTrashing(true)}
      dialogs={
        <>
          {isTrashing && detail !== null && (
            <YearlyTrash
              part="appraisals"
              what="民主评议"
              target={appraisalTarget}
              record={detail}
              onCancel={() => setTrashing(false)}
              onLeave={() => {
                guard.leaveFreely()
                draft.discard()
              }}
            >
              票数、等次和处置一起进回收站，可以恢复；党员页面上这一年的评议结果随着不再显示。
            </YearlyTrash>
          )}
          {guard.dialog}
        </>
      }
    >
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
    </YearlyFrame>
  )
}
