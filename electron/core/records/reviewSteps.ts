import type { StoredStep, StoredSubject } from '#db/queries/reviewSubjects.ts'
import type { ScoreRow, StepCell } from '#shared/contract/reviewRows.ts'
import { type FlowStepKey, whyNotYet } from '#shared/domain/reviews/flow.ts'
import { gradeNames } from '#shared/domain/reviews/grades.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type Shown, shownText } from './mobilityRows.ts'

/** Steps that follow from records: nobody registers them by hand. */
export const derivedSteps = [
  'fieldCheck',
  'comments',
  'upRating',
  'downRating',
  'count',
  'decision',
  'feedback',
  'rectify',
] as const satisfies readonly FlowStepKey[]

type DerivedStep = (typeof derivedSteps)[number]

function isDerived(key: FlowStepKey): key is DerivedStep {
  return derivedSteps.some((each) => each === key)
}

/** What the records say of one person. */
export interface StepFacts {
  readonly subject: Pick<StoredSubject, 'grade' | 'decidedOn' | 'feedbackOn'>
  readonly scheme: Scheme
  /** Of the campaign. */
  readonly steps: readonly FlowStepKey[]
  /** As registered. */
  readonly stored: readonly StoredStep[]
  readonly comments: readonly { readonly saidOn: DateOnly | null }[]
  /** Scores of daily work that are there. */
  readonly daily: readonly { readonly partId: string; readonly scoredOn: DateOnly | null }[]
  readonly score: Pick<ScoreRow, 'components' | 'hundredths'>
  readonly rectifications: readonly { readonly acceptedOn: DateOnly | null }[]
}

interface Derived {
  readonly isDone: boolean
  readonly doneOn: DateOnly | null
  readonly words: string | null
}

const latest = (days: readonly (DateOnly | null)[]): DateOnly | null =>
  days.reduce<DateOnly | null>(
    (last, day) => (day !== null && (last === null || day > last) ? day : last),
    null,
  )

function fieldCheck({ scheme, daily }: StepFacts): Derived {
  const parts = scheme.components.flatMap((component) =>
    component.kind === 'daily' && component.weight > 0
      ? component.parts.filter(({ weight }) => weight > 0)
      : [],
  )
  if (parts.length === 0) return { isDone: true, doneOn: null, words: '方案没有日常考核' }
  const scored = daily.filter(({ partId }) => parts.some(({ id }) => id === partId))
  const isDone = scored.length === parts.length
  return {
    isDone,
    doneOn: isDone ? latest(scored.map(({ scoredOn }) => scoredOn)) : null,
    words: `日常分 ${scored.length}/${parts.length}`,
  }
}

/** A direction without a weight is waited for by nobody. */
function rating({ scheme, score }: StepFacts, direction: 'up' | 'down'): Derived {
  const asked = scheme.components.filter(
    (component) => component.kind === 'rated' && component.direction === direction && component.weight > 0,
  )
  if (asked.length === 0) return { isDone: true, doneOn: null, words: '方案没有这一方向的测评' }
  const found = asked.map(({ id, name }) => {
    const component = score.components.find(({ componentId }) => componentId === id)
    const state = component?.state ?? 'missing'
    const points = component?.hundredths ?? null
    const words =
      state === 'scored' && points !== null ? `${scoreText(points)} 分` : componentStateLabels[state]
    return { state, words: asked.length === 1 ? words : `${name}：${words}` }
  })
  return {
    isDone: found.every(({ state }) => state === 'scored'),
    doneOn: null,
    words: found.map(({ words }) => words).join('，'),
  }
}

const derived: Readonly<Record<DerivedStep, (facts: StepFacts) => Derived>> = {
  fieldCheck,
  comments: ({ comments }) => ({
    isDone: comments.length > 0,
    doneOn: latest(comments.map(({ saidOn }) => saidOn)),
    words: comments.length > 0 ? `点评 ${comments.length} 条` : null,
  }),
  upRating: (facts) => rating(facts, 'up'),
  downRating: (facts) => rating(facts, 'down'),
  count: ({ score: { hundredths } }) => ({
    isDone: hundredths !== null,
    doneOn: null,
    words: hundredths === null ? null : `综合分 ${scoreText(hundredths)}`,
  }),
  decision: ({ subject: { grade, decidedOn }, scheme }) => ({
    isDone: grade !== null,
    doneOn: grade === null ? null : decidedOn,
    words: grade === null ? null : gradeNames[scheme.gradeSet][grade],
  }),
  feedback: ({ subject: { feedbackOn } }) => ({
    isDone: feedbackOn !== null,
    doneOn: feedbackOn,
    words: null,
  }),
  rectify: ({ rectifications }) => {
    const accepted = rectifications.filter(({ acceptedOn }) => acceptedOn !== null)
    const isDone = rectifications.length > 0 && accepted.length === rectifications.length
    return {
      isDone,
      doneOn: isDone ? latest(accepted.map(({ acceptedOn }) => acceptedOn)) : null,
      words: rectifications.length === 0 ? null : `验收 ${accepted.length}/${rectifications.length}`,
    }
  },
}

/** Nobody holds a meeting whose rating the scheme does not ask for, as of 街道科室 rated by communities alone. */
function isNoMeeting(key: FlowStepKey, { scheme }: StepFacts): boolean {
  if (key !== 'upMeeting' && key !== 'downMeeting') return false
  const direction = key === 'upMeeting' ? 'up' : 'down'
  return scheme.components.every(
    (component) => component.kind !== 'rated' || component.direction !== direction || component.weight === 0,
  )
}

/** Each step of the campaign as it stands for one person. `reader`: who is shown it. */
export function stepCellsOf(facts: StepFacts, reader: Shown): readonly StepCell[] {
  const { steps } = facts
  const cells = steps.map((key): Omit<StepCell, 'whyNot'> => {
    if (isDerived(key)) return { key, isDerived: true, meetingId: null, note: null, ...derived[key](facts) }
    const row = facts.stored.find((step) => step.key === key)
    const note = row?.note ?? null
    const isNotHeld = row === undefined && isNoMeeting(key, facts)
    return {
      key,
      isDerived: false,
      isDone: row !== undefined || isNotHeld,
      doneOn: row?.doneOn ?? null,
      meetingId: row?.meetingId ?? null,
      note: note === null ? null : shownText(note, reader),
      words: isNotHeld ? '方案没有这一方向的测评' : null,
    }
  })
  const done = doneSteps(cells)
  return cells.map((cell) => ({ ...cell, whyNot: cell.isDone ? null : whyNotYet(cell.key, done, steps) }))
}

export function doneSteps(cells: readonly Pick<StepCell, 'key' | 'isDone'>[]): ReadonlySet<string> {
  return new Set(cells.flatMap(({ key, isDone }) => (isDone ? [key] : [])))
}
