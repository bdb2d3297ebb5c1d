import { Button } from 'antd'
import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { excellentMax } from '#shared/domain/meetings/appraisal.ts'
import { explainThird, judgeAppraisal, thirdOf } from '#shared/domain/meetings/appraisalBallots.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { ExplanationCard } from '../../ui/ExplanationCard.tsx'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import {
  type AppraisedChange,
  type AppraisedDraft,
  draftsOf,
  gradeWords,
  notListed,
  type SheetForm,
} from './appraisalForm.ts'
import { AppraisedDialog } from './AppraisedDialog.tsx'
import { AppraisedTable } from './AppraisedTable.tsx'
import { FeedbackFill } from './FeedbackFill.tsx'

interface AppraisedSectionProps {
  readonly form: SheetForm
  readonly people: readonly AppraisedDraft[]
  readonly isNew: boolean
  readonly disabled: boolean
  readonly onPeople: (change: (people: readonly AppraisedDraft[]) => readonly AppraisedDraft[]) => void
  /** Who is listed to begin with: nothing somebody has typed. */
  readonly onProposed: (people: readonly AppraisedDraft[]) => void
}

/** Everybody who belongs to the branch on the day, with the limit of 优秀 shown while grades are given. */
export function AppraisedSection(props: AppraisedSectionProps) {
  const { form, people, isNew, disabled, onPeople, onProposed } = props
  const sheet = useWatch({ control: form.control })
  const [openKey, setOpenKey] = useState<string | null>(null)
  const { organizationId = '', heldOn = null } = sheet
  const on = heldOn !== null && isDateOnly(heldOn) ? heldOn : dayOf(sheet.year)
  const proposed = useCall(
    'appraisals.people',
    { organizationId, on },
    { enabled: organizationId !== '', keepPrevious: true },
  )
  const roster = draftsOf(proposed.data?.people ?? [])
  const missing = notListed(people, roster)
  const takeAll = useEffectEvent(() => onProposed(roster))
  // A new sheet lists who belongs to the branch on the day, until somebody writes into the list.
  const isUntouched = isNew && people.every(isBlank)
  const rosterOf = proposed.isPlaceholderData ? null : `${organizationId} ${on} ${proposed.dataUpdatedAt}`
  useEffect(() => {
    if (isUntouched && rosterOf !== null) takeAll()
  }, [isUntouched, rosterOf])
  const change = useCallback(
    (key: string, part: AppraisedChange) =>
      onPeople((all) => all.map((person) => (person.key === key ? { ...person, ...part } : person))),
    [onPeople],
  )
  const remove = useCallback(
    (key: string) => onPeople((all) => all.filter((person) => person.key !== key)),
    [onPeople],
  )
  const facts = {
    ballotsIssued: sheet.ballotsIssued ?? null,
    ballotsReturned: sheet.ballotsReturned ?? null,
    ballotsValid: sheet.ballotsValid ?? null,
    decidedOn: sheet.decidedOn ?? null,
    people,
  }
  const findings = people.length === 0 ? [] : judgeAppraisal(facts, roster.length)
  const most = excellentMax(thirdOf(roster.length, people.length))
  const opened = people.find(({ key }) => key === openKey)
  return (
    <SectionCard
      title={`参评名单（${people.length} 人）`}
      extra={
        <span className="muted" aria-live="polite">
          {people.length === 0 ? '' : `${gradeWords(people)}；“优秀”最多 ${most} 人`}
        </span>
      }
    >
      {organizationId === '' ? (
        <p className="muted">
          先选党支部，评议日期当日在支部的党员自动列在这里；预备党员参加评议，不评定等次。
        </p>
      ) : (
        <>
          {!disabled && (
            <div className="life-bar">
              {missing.length > 0 && (
                <Button onClick={() => onPeople((all) => [...all, ...missing])}>
                  补上当日在册、表里没有的 {missing.length} 人
                </Button>
              )}
              <FeedbackFill people={people} onPeople={onPeople} />
              <span className="muted small">
                票数、等次填完回车到下一格、下一人，上下键换人；等次格里按 1 优秀、2 合格、3 基本合格、4
                不合格、0 不定；反馈签字、未参评原因按 Tab 键到
              </span>
            </div>
          )}
          {findings.length > 0 && (
            <div className="life-notes">
              <FindingNotes findings={findings} />
            </div>
          )}
          {people.length === 0 ? (
            <p className="muted">这一天支部没有在册党员。请核对评议日期和党支部。</p>
          ) : (
            <AppraisedTable
              people={people}
              ballotsValid={facts.ballotsValid}
              disabled={disabled}
              onChange={change}
              onRemove={remove}
              onOpen={setOpenKey}
            />
          )}
          <details className="life-explained">
            <summary>“优秀”的上限怎么算的</summary>
            <ExplanationCard explanation={explainThird(people, roster.length)} />
          </details>
        </>
      )}
      {opened !== undefined && (
        <AppraisedDialog
          person={opened}
          disabled={disabled}
          onClose={() => setOpenKey(null)}
          onSave={(part) => {
            change(opened.key, part)
            setOpenKey(null)
          }}
        />
      )}
    </SectionCard>
  )
}

/** Without a day written down, the year's last one, or today while it runs. */
function dayOf(year: number | undefined): string {
  const last = `${year ?? today().slice(0, 4)}-12-31`
  return last < today() && isDateOnly(last) ? last : today()
}

function isBlank({
  grade,
  absentReason,
  excellent,
  qualified,
  basic,
  unqualified,
  opinion,
}: AppraisedDraft): boolean {
  return [grade, absentReason, excellent, qualified, basic, unqualified, opinion].every(
    (each) => each === null,
  )
}
