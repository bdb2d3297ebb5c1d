import { firstDay, formatPartialDate } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import { isProvisional } from '../workingDays.ts'
import type { DevelopmentContext, DevelopmentFacts } from './facts.ts'
import { labelOf, mainMilestone, milestones, stepOf } from './milestones.ts'
import type { Milestone, StepNo } from './milestones.ts'
import { applicationFrom, planEdges } from './planEdges.ts'
import { findWindows } from './planWindows.ts'
import type { Conflict, Window, WindowInput } from './planWindows.ts'
import { isPassed } from './sequence.ts'
import { provisionalNote } from './targetRules.ts'

/** `open` can be done within its days; `impossible` cannot be kept; `skipped` has no date though what follows is done. */
export type PlanStatus = 'done' | 'open' | 'impossible' | 'skipped'

export interface PlanLine {
  readonly milestone: Milestone
  readonly step: StepNo
  readonly label: string
  readonly status: PlanStatus
  readonly doneOn: string | null
  readonly earliest: DateOnly | null
  /** Null without a limit, and where the limit cannot be kept. */
  readonly latest: DateOnly | null
  /** What sets the earliest and the latest day; for `impossible` and `skipped` what is wrong. */
  readonly why: string | null
}

export interface DevelopmentPlan {
  readonly lines: readonly PlanLine[]
  /** The first line that can be worked on. */
  readonly next: Milestone | null
  /** The wished day of the 支部大会, and whether the file can make it; null without a wish, or where it was held. */
  readonly wish: {
    readonly on: DateOnly
    readonly isPossible: boolean
    readonly earliest: DateOnly | null
    readonly why: string | null
  } | null
}

type LineKind = 'done' | 'skipped' | 'moot' | 'open'

// Of a step that is done nothing more is asked, whatever else could be recorded of it.
function kindOf(milestone: Milestone, facts: DevelopmentFacts): LineKind {
  if (facts.dates[milestone] !== null) return 'done'
  const main = mainMilestone(stepOf(milestone))
  if (facts.dates[main] !== null) return 'moot'
  if (isPassed(main, facts.dates)) return milestone === main ? 'skipped' : 'moot'
  return isPassed(milestone, facts.dates) ? 'moot' : 'open'
}

/** The first date that can be worked on, without working out its days: what a plan calls next. */
export function nextMilestone(facts: DevelopmentFacts): Milestone | null {
  return milestones.find((milestone) => kindOf(milestone, facts) === 'open') ?? null
}

function windowWords({ earliestWords, latestWords }: Window): string | null {
  const words = [
    ...(earliestWords === null ? [] : [`最早：${earliestWords}`]),
    ...(latestWords === null ? [] : [`最晚：${latestWords}`]),
  ]
  return words.length === 0 ? null : words.join('；')
}

function conflictWords({ window: { earliest, earliestWords, latest, latestWords } }: Conflict): string {
  const last = latest === null ? '' : formatPartialDate(latest)
  const early = earliestWords === null ? '' : `（${earliestWords}）`
  return `应不晚于${last}（${latestWords ?? ''}），而最早只能在${formatPartialDate(earliest)}${early}`
}

function lineOf(
  milestone: Milestone,
  facts: DevelopmentFacts,
  windows: ReadonlyMap<Milestone, Window>,
  conflict: Conflict | undefined,
): readonly PlanLine[] {
  const doneOn = facts.dates[milestone]
  const base = { milestone, step: stepOf(milestone), label: labelOf(milestone), doneOn }
  const none = { earliest: null, latest: null }
  switch (kindOf(milestone, facts)) {
    case 'moot':
      return []
    case 'done':
      return [{ ...base, ...none, status: 'done', why: null }]
    case 'skipped': {
      const why = '后面的步骤已经办理，这一步没有日期：办过的请补登记，没有办的请说明原因'
      return [{ ...base, ...none, status: 'skipped', why }]
    }
    case 'open': {
      const window = conflict?.window ?? windows.get(milestone)
      if (window === undefined) throw new Error('an open date without a window')
      const { earliest, latest } = windows.get(milestone) ?? window
      if (conflict !== undefined) {
        return [{ ...base, status: 'impossible', earliest, latest: null, why: conflictWords(conflict) }]
      }
      return [{ ...base, status: 'open', earliest, latest, why: windowWords(window) }]
    }
  }
}

// Days of 公示 in a year without its calendar may move once the holidays of that year are known.
function withCalendarNote(line: PlanLine, { calendar }: DevelopmentContext): PlanLine {
  const { milestone, earliest, latest, why } = line
  if (milestone !== 'publicityTo' || earliest === null) return line
  if (!isProvisional(earliest, latest ?? earliest, calendar)) return line
  return { ...line, why: why === null ? provisionalNote : `${why}；${provisionalNote}` }
}

function inputOf(facts: DevelopmentFacts, context: DevelopmentContext): WindowInput {
  const kinds = milestones.map((key) => ({ key, kind: kindOf(key, facts) }))
  const born = applicationFrom(facts, context)
  const { today } = context
  const first = (key: Milestone) => (key === 'appliedOn' && born !== null && born > today ? born : today)
  return {
    edges: planEdges(facts, context),
    fixed: new Map(
      kinds.flatMap(({ key }) => {
        const on = facts.dates[key]
        return on === null ? [] : [[key, firstDay(on)] as const]
      }),
    ),
    open: new Map(kinds.flatMap(({ key, kind }) => (kind === 'open' ? [[key, first(key)] as const] : []))),
    isBackwardOnly: false,
  }
}

function withWish(input: WindowInput, on: DateOnly): WindowInput {
  const open = new Map(input.open)
  open.delete('meetingOn')
  return { ...input, open, fixed: new Map([...input.fixed, ['meetingOn', on]]) }
}

function whyNotOn(on: DateOnly, meeting: Window | undefined, overdue: Conflict | undefined): string | null {
  if (overdue !== undefined) return conflictWords(overdue)
  if (meeting === undefined) return null
  const { earliest, latest, latestWords } = meeting
  if (on < earliest) return `最早只能在${formatPartialDate(earliest)}召开`
  return latest !== null && on > latest
    ? `应不晚于${formatPartialDate(latest)}（${latestWords ?? ''}）`
    : null
}

interface Outcome {
  readonly windows: ReadonlyMap<Milestone, Window>
  readonly conflicts: readonly Conflict[]
}

// A day too soon: against what can be done stands what counting back from it asks for.
function missedWish(input: WindowInput, free: Outcome, on: DateOnly): Outcome {
  const asked = findWindows({ ...withWish(input, on), isBackwardOnly: true }).windows
  const conflicts = [...free.windows].flatMap(([milestone, { earliest, earliestWords }]) => {
    const latest = asked.get(milestone)?.latest ?? null
    const latestWords = asked.get(milestone)?.latestWords ?? null
    if (stepOf(milestone) > 15 || latest === null || earliest <= latest) return []
    return [{ milestone, window: { earliest, earliestWords, latest, latestWords } }]
  })
  return { windows: free.windows, conflicts: [...free.conflicts, ...conflicts] }
}

/** 倒排日历: earliest and latest day of every step that remains, from the dates so far and, if given, a wished 支部大会. */
export function developmentPlan(
  facts: DevelopmentFacts,
  context: DevelopmentContext,
  wishedOn: DateOnly | null,
): DevelopmentPlan {
  const input = inputOf(facts, context)
  const free = findWindows(input)
  const meeting = free.windows.get('meetingOn')
  const linesOf = ({ windows, conflicts }: Outcome, meetingLine: Partial<PlanLine>) => {
    const broken = new Map(conflicts.map((conflict) => [conflict.milestone, conflict]))
    return milestones.flatMap((milestone) =>
      lineOf(milestone, facts, windows, broken.get(milestone)).map((line) =>
        milestone === 'meetingOn' ? { ...line, ...meetingLine } : withCalendarNote(line, context),
      ),
    )
  }
  const planOf = (lines: readonly PlanLine[], wish: DevelopmentPlan['wish']): DevelopmentPlan => ({
    lines,
    next: lines.find(({ status }) => status === 'open' || status === 'impossible')?.milestone ?? null,
    wish,
  })
  if (wishedOn === null || meeting === undefined) return planOf(linesOf(free, {}), null)
  const overdue = free.conflicts.find(({ milestone }) => milestone === 'meetingOn')
  const why = whyNotOn(wishedOn, meeting, overdue)
  const wish = { on: wishedOn, isPossible: why === null, earliest: meeting.earliest, why }
  if (why !== null && wishedOn < meeting.earliest) {
    const line = { status: 'impossible', latest: null, why } as const
    return planOf(linesOf(missedWish(input, free, wishedOn), line), wish)
  }
  const kept = findWindows(withWish(input, wishedOn))
  const fixed = { earliest: wishedOn, earliestWords: '希望召开的日期', latest: wishedOn, latestWords: null }
  const outcome = { ...kept, windows: new Map([...kept.windows, ['meetingOn', fixed] as const]) }
  return planOf(linesOf(outcome, why === null ? {} : { status: 'impossible', latest: null, why }), wish)
}
