import { useState } from 'react'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { CampaignDetail, SchemeScores } from '#shared/contract/reviewRows.ts'
import type { Grade } from '#shared/domain/reviews/grades.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { type DateOnly, formatDots, parseWrittenDate } from '#shared/lib/dates.ts'
import { useQueryClient } from '@tanstack/react-query'
import { errorText } from '../../../lib/errorText.ts'
import { type OfferedDraft, useOfferedDraft } from '../../../lib/offeredDraft.ts'
import { invalidateAfter, useCommand } from '../../../lib/queries.ts'
import { today } from '../../../lib/today.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { useUndo } from '../../../ui/undo.ts'
import { type Choice, type Entered, firstEntry, keptEntry } from './decideEntry.ts'
import {
  changedOf,
  type Deciding,
  decisionsOf,
  problemsOf,
  refusedOf,
  unchangedOf,
  withSuggested,
} from './decideForm.ts'
import { suggestionsNow } from './suggestionsNow.ts'

interface DecideAsked {
  readonly campaign: Pick<CampaignDetail, 'id'>
  readonly scores: SchemeScores
  readonly onSaved: () => void
}

interface Decide {
  readonly entered: Entered
  readonly isDirty: boolean
  readonly draft: OfferedDraft<Entered>
  readonly suggestions: ReadonlyMap<string, Grade | null>
  readonly problems: ReadonlyMap<string | null, readonly Finding[]>
  /** What the core said of the last try, by person; null: the meeting. */
  readonly refused: ReadonlyMap<string | null, string>
  readonly dayProblem: string | undefined
  readonly error: string | null
  readonly changed: number
  /** People decided by another meeting whom nothing is entered for. */
  readonly unchanged: number
  readonly isBlocked: boolean
  readonly busy: boolean
  readonly enter: (part: Partial<Entered>) => void
  readonly choose: (subjectId: string, choice: Choice) => void
  readonly takeSuggested: () => void
  readonly takeDraft: () => void
  readonly save: () => void
}

function dayOf(dayText: string): { readonly day: DateOnly | null; readonly problem: string | undefined } {
  const parsed = dateOnlySchema.safeParse(parseWrittenDate(dayText))
  if (!parsed.success) return { day: null, problem: '请写年月日，如 2026.12.20' }
  return { day: parsed.data, problem: parsed.data > today() ? '定等日期晚于今天，请核对' : undefined }
}

/** What the committee decided, as it is typed: judged at once, kept as a draft, saved for all or for none. */
export function useDecide({ campaign, scores: { schemeId, scheme, rows }, onSaved }: DecideAsked): Decide {
  const client = useQueryClient()
  const command = useCommand('reviews.decide')
  const undo = useUndo()
  const [first] = useState(() => firstEntry(rows, formatDots, today()))
  const [entered, setEntered] = useState(first)
  const [sent, setSent] = useState<readonly { readonly id: string }[]>([])
  const draft = useOfferedDraft<Entered>(`draft:reviews.decide:${schemeId}`, keptEntry)
  const { day, problem } = dayOf(entered.dayText)
  const { choices, decidedAt, isForAll } = entered
  const deciding: Deciding = { scheme, rows, choices, decidedOn: day, decidedAt, isForAll }
  const problems = problemsOf(deciding)
  const changed = changedOf(deciding)
  const needsMeeting = changed.some(({ subjectId }) => (choices[subjectId]?.grade ?? null) !== null)
  const enter = (part: Partial<Entered>) => {
    const next = { ...entered, ...part }
    setEntered(next)
    draft.keep(next)
    // What the core said was said of what stood there before.
    command.reset()
  }
  const save = () => {
    const decisions = decisionsOf(deciding)
    setSent(decisions)
    const meeting = { decidedOn: day, decidedAt: decidedAt.trim() === '' ? null : decidedAt.trim() }
    command.mutateAsync({ campaignId: campaign.id, ...meeting, decisions }).then(
      ({ decided }) => {
        draft.discard()
        undo.done(`已登记 ${decided} 人的定等结果`, reviewTarget)
        onSaved()
      },
      () => invalidateAfter(client, 'reviews.decide'),
    )
  }
  return {
    entered,
    isDirty: JSON.stringify(entered) !== JSON.stringify(first),
    draft,
    suggestions: suggestionsNow(rows, choices, scheme),
    problems,
    refused: command.error === null ? new Map() : refusedOf(command.error.fields, sent),
    dayProblem: needsMeeting ? problem : undefined,
    error: command.error === null ? null : errorText(command.error),
    changed: changed.length,
    unchanged: unchangedOf(deciding).length,
    isBlocked:
      changed.length === 0 ||
      (needsMeeting && (problem !== undefined || decidedAt.trim() === '')) ||
      [...problems].some(([id, found]) => id !== null && found.length > 0),
    busy: command.isPending,
    enter,
    choose: (subjectId, choice) => enter({ choices: { ...choices, [subjectId]: choice } }),
    takeSuggested: () => enter({ choices: withSuggested(deciding) }),
    takeDraft: () => {
      const kept = draft.offered?.value
      // People who came in since have no choice in the draft.
      if (kept !== undefined) setEntered({ ...kept, choices: { ...first.choices, ...kept.choices } })
      draft.decide()
    },
    save,
  }
}
