import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { BatchDetail } from '#shared/contract/reviewBallots.ts'
import type { GradeSet } from '#shared/domain/reviews/grades.ts'
import { useCommand } from '../../lib/queries.ts'
import { EnterMovesOn } from '../../ui/EnterMovesOn.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { emptyTally, tallyDraftProblems, tallyFields, type TallySheet } from './tallyForm.ts'
import { type PersonState, TallyPeople } from './TallyPeople.tsx'
import { TallyPerson } from './TallyPerson.tsx'

interface TallyPanelProps {
  readonly batch: BatchDetail
  readonly gradeSet: GradeSet
}

/** 唱票计票: the sums of the tally sheet, one person at a time, taken in one go. No draft is kept of it: sums of one batch are in no backup (REV-06). */
export function TallyPanel({ batch, gradeSet }: TallyPanelProps) {
  const { people, items } = batch
  const [sheet, setSheet] = useState<TallySheet>({})
  const [asked, setAsked] = useState<string | null>(null)
  const [isAsking, setAsking] = useState(false)
  const close = useCommand('reviewBallots.closeTally')
  const isDirty = Object.keys(sheet).length > 0
  const guard = useUnsavedGuard(isDirty)
  const filled = people.map((person) => {
    const typed = sheet[person.subjectId]
    const problems = tallyDraftProblems(typed ?? emptyTally, person.returned, items)
    const isRight = Object.keys(problems).length === 0
    const state: PersonState = isRight ? 'right' : typed === undefined ? 'untyped' : 'wrong'
    return { person, typed, problems, state }
  })
  const current = filled.find(({ person }) => person.subjectId === asked) ?? filled[0]
  const left = filled.filter(({ state }) => state !== 'right')
  const hasNext = left.some((one) => one !== current)
  const isReady = left.length === 0 && batch.whyNotClosed === null
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked !== null) form.current?.querySelector('input')?.focus()
  }, [asked])
  // To the next one who lacks something; the last step is 完成计票.
  const next = (): void => {
    const at = filled.findIndex((one) => one === current)
    const after = [...filled.slice(at + 1), ...filled.slice(0, at)].find(({ state }) => state !== 'right')
    if (after !== undefined) setAsked(after.person.subjectId)
    else if (isReady) setAsking(true)
  }
  useShortcut('Ctrl+S', '下一位，最后完成计票', next)
  const take = (): void => {
    const asTyped = filled.map(({ person: { subjectId, returned }, typed }) => {
      const fields = tallyFields(subjectId, returned, typed ?? emptyTally, items)
      return { ...fields, items: [...fields.items] }
    })
    const onSuccess = guard.leaveFreely
    close.mutate({ id: batch.id, version: batch.version, people: asTyped }, { onSuccess })
  }
  if (current === undefined) return null
  const { person, typed, problems } = current
  const what = left.some(({ state }) => state === 'wrong') ? '每一项的票数加弃权等于有效票，才能完成计票' : ''
  return (
    <>
      {guard.dialog}
      {people.length > 1 && (
        <TallyPeople
          people={filled}
          currentId={person.subjectId}
          onChoose={({ subjectId }) => setAsked(subjectId)}
        />
      )}
      <EnterMovesOn
        label={`${person.name}的唱票结果`}
        onSubmit={(event) => {
          event.preventDefault()
          next()
        }}
      >
        <div ref={form}>
          <TallyPerson
            key={person.subjectId}
            person={person}
            items={items}
            gradeSet={gradeSet}
            draft={typed ?? emptyTally}
            problems={typed === undefined ? {} : problems}
            onChange={(changed) => setSheet({ ...sheet, [person.subjectId]: changed })}
          />
        </div>
        <div className="ballot-foot">
          <span className="muted">{batch.whyNotClosed ?? what}</span>
          <Button type={hasNext ? 'default' : 'primary'} htmlType="submit" disabled={!hasNext && !isReady}>
            {hasNext ? '下一位' : '完成计票'}
          </Button>
        </div>
      </EnterMovesOn>
      {isAsking && (
        <CloseDialog
          batch={batch}
          busy={close.isPending}
          error={close.error}
          onCancel={() => setAsking(false)}
          onConfirm={take}
        >
          <p>完成后票数并入各群体的合计，不能撤销，也不能再拆出这一批。请先与计票记录核对。</p>
        </CloseDialog>
      )}
    </>
  )
}
