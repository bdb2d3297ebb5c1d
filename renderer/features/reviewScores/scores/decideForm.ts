import type { RouteInput } from '#shared/contract/routes.ts'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { bestLimitFinding } from '#shared/domain/reviews/ranking.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { decisionFindings } from '#shared/domain/reviews/suggestedGrade.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Choice, choiceOf, type Choices } from './decideEntry.ts'
import { suggestionsNow } from './suggestionsNow.ts'

const text = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())

const isSame = (a: Choice, b: Choice): boolean =>
  a.grade === b.grade &&
  a.vetoIds.toSorted().join() === b.vetoIds.toSorted().join() &&
  text(a.reason) === text(b.reason) &&
  text(a.handling) === text(b.handling)

/** Everything the dialog judges. */
export interface Deciding {
  readonly scheme: Scheme
  readonly rows: readonly ScoreRow[]
  readonly choices: Choices
  readonly decidedOn: DateOnly | null
  readonly decidedAt: string
  readonly isForAll: boolean
}

type Meeting = Pick<Deciding, 'decidedOn' | 'decidedAt'>

const isOtherMeeting = (row: ScoreRow, { decidedOn, decidedAt }: Meeting): boolean =>
  row.decidedOn !== decidedOn || row.decidedAt !== text(decidedAt)

/** Decided before, and nothing entered for them: another meeting does not decide them again unless it is said. */
export function unchangedOf({
  rows,
  choices,
  ...meeting
}: Omit<Deciding, 'scheme' | 'isForAll'>): readonly ScoreRow[] {
  return rows.filter((row) => {
    const choice = choices[row.subjectId]
    return (
      row.grade !== null &&
      choice !== undefined &&
      isSame(choice, choiceOf(row)) &&
      isOtherMeeting(row, meeting)
    )
  })
}

/** Those to be saved: what is entered differs, or the meeting is to stand for them too. */
export function changedOf({ isForAll, ...deciding }: Omit<Deciding, 'scheme'>): readonly ScoreRow[] {
  const { rows, choices } = deciding
  const also = new Set(isForAll ? unchangedOf(deciding) : [])
  return rows.filter((row) => {
    const choice = choices[row.subjectId]
    return choice !== undefined && (also.has(row) || !isSame(choice, choiceOf(row)))
  })
}

/** REV-08, REV-09 of what would be saved, by person; null stands for the whole. */
export function problemsOf(deciding: Deciding): ReadonlyMap<string | null, readonly Finding[]> {
  const { scheme, rows, choices, decidedOn, decidedAt } = deciding
  const found = new Map<string | null, readonly Finding[]>()
  const suggestions = suggestionsNow(rows, choices, scheme)
  for (const { subjectId } of changedOf(deciding)) {
    const choice = choices[subjectId]
    if (choice === undefined || choice.grade === null) continue
    const all = decisionFindings(scheme, suggestions.get(subjectId) ?? null, {
      grade: choice.grade,
      decidedOn,
      meeting: text(decidedAt),
      reason: text(choice.reason),
    })
    found.set(
      subjectId,
      all.filter(({ field }) => field !== 'decidedOn'),
    )
  }
  const over = bestLimitFinding(
    rows.map(({ subjectId }) => choices[subjectId]?.grade ?? null),
    scheme,
  )
  if (over !== null) found.set(null, [over])
  return found
}

/** What is sent. A reason stays only where the grade differs from what is suggested. */
export function decisionsOf(deciding: Deciding): RouteInput<'reviews.decide'>['decisions'] {
  const { scheme, rows, choices } = deciding
  const suggestions = suggestionsNow(rows, choices, scheme)
  return changedOf(deciding).flatMap(({ subjectId, version }) => {
    const choice = choices[subjectId]
    if (choice === undefined) return []
    const { grade, vetoIds, reason, handling } = choice
    const isOther = grade !== null && grade !== (suggestions.get(subjectId) ?? null)
    return [
      {
        id: subjectId,
        version,
        grade,
        vetoIds: [...vetoIds],
        reason: isOther ? text(reason) : null,
        handling: text(handling),
      },
    ]
  })
}

/** Takes what is suggested wherever nothing is chosen yet. */
export function withSuggested({
  rows,
  choices,
  scheme,
}: Pick<Deciding, 'rows' | 'choices' | 'scheme'>): Choices {
  const suggestions = suggestionsNow(rows, choices, scheme)
  return Object.fromEntries(
    Object.entries(choices).map(([id, choice]: [string, Choice]) => [
      id,
      choice.grade === null ? { ...choice, grade: suggestions.get(id) ?? null } : choice,
    ]),
  )
}

/** Refusals of the core (`decisions.3.reason`) by the person they are about; null: the meeting. */
export function refusedOf(
  fields: Readonly<Record<string, string>>,
  sent: readonly { readonly id: string }[],
): ReadonlyMap<string | null, string> {
  return new Map(
    Object.entries(fields).flatMap(
      ([path, message]: [string, string]): readonly [string | null, string][] => {
        const place = /^decisions\.(\d+)\./.exec(path)?.[1]
        if (place === undefined) return [[null, message]]
        const id = sent[Number(place)]?.id
        return id === undefined ? [] : [[id, message]]
      },
    ),
  )
}
