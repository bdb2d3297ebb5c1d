import { type DateOnly, dateOnly } from '../../lib/dates.ts'

/** 总体目标、具体目标、个人目标. */
export const goalLevels = ['general', 'specific', 'individual'] as const

export type GoalLevel = (typeof goalLevels)[number]

/** 季度工作例会, 督查. */
export const checkKinds = ['quarterlyMeeting', 'inspection'] as const

export type CheckKind = (typeof checkKinds)[number]

export const quarters = [1, 2, 3, 4] as const

export type Quarter = (typeof quarters)[number]

interface DatedGoal {
  readonly dueOn: DateOnly | null
  readonly doneOn: DateOnly | null
}

export interface ResponsibilityCheck {
  readonly kind: CheckKind
  readonly heldOn: DateOnly
  /** 研究事项, or the problem an inspection found. */
  readonly found: string | null
  readonly closedOn: DateOnly | null
}

const spans: Readonly<Record<Quarter, readonly [string, string]>> = {
  1: ['01-01', '03-31'],
  2: ['04-01', '06-30'],
  3: ['07-01', '09-30'],
  4: ['10-01', '12-31'],
}

/** Its last day. */
export function quarterEnd(year: number, quarter: Quarter): DateOnly {
  return dateOnly(`${year}-${spans[quarter][1]}`)
}

const hasBegun = (year: number, quarter: Quarter, today: DateOnly) => today >= `${year}-${spans[quarter][0]}`

const isOver = (year: number, quarter: Quarter, today: DateOnly) => today > quarterEnd(year, quarter)

const isIn = (year: number, quarter: Quarter, on: DateOnly) =>
  hasBegun(year, quarter, on) && !isOver(year, quarter, on)

/** Whether a quarter's 工作例会 is on record; `running`: it is not, and may still be held. */
export type QuarterState = 'met' | 'missed' | 'running' | 'notYet'

/** A 工作例会 counts for the quarter of its own day, never for the one it makes up for. */
export function quarterStates(
  year: number,
  checks: readonly Pick<ResponsibilityCheck, 'kind' | 'heldOn'>[],
  today: DateOnly,
): Readonly<Record<Quarter, QuarterState>> {
  const stateOf = (quarter: Quarter): QuarterState => {
    if (checks.some(({ kind, heldOn }) => kind === 'quarterlyMeeting' && isIn(year, quarter, heldOn)))
      return 'met'
    if (isOver(year, quarter, today)) return 'missed'
    return hasBegun(year, quarter, today) ? 'running' : 'notYet'
  }
  return { 1: stateOf(1), 2: stateOf(2), 3: stateOf(3), 4: stateOf(4) }
}

/** Its day is over and it is not done. */
export function isGoalOverdue({ dueOn, doneOn }: DatedGoal, today: DateOnly): boolean {
  return doneOn === null && dueOn !== null && dueOn < today
}

/** An inspection found something that nobody has registered as mended. */
export function isInspectionOpen({
  kind,
  found,
  closedOn,
}: Pick<ResponsibilityCheck, 'kind' | 'found' | 'closedOn'>): boolean {
  return kind === 'inspection' && found !== null && closedOn === null
}

export interface ResponsibilityFigures {
  readonly goals: number
  readonly doneGoals: number
  readonly overdueGoals: number
  readonly quartersMet: number
  readonly quartersDue: number
  readonly inspections: number
  readonly openInspections: number
}

/** What a list comes to on a day: the evidence it gives for the year's daily work. */
export function responsibilityFigures(
  {
    year,
    goals,
    checks,
  }: {
    readonly year: number
    readonly goals: readonly DatedGoal[]
    readonly checks: readonly ResponsibilityCheck[]
  },
  today: DateOnly,
): ResponsibilityFigures {
  const states = Object.values(quarterStates(year, checks, today))
  return {
    goals: goals.length,
    doneGoals: goals.filter(({ doneOn }) => doneOn !== null).length,
    overdueGoals: goals.filter((goal) => isGoalOverdue(goal, today)).length,
    quartersMet: states.filter((state) => state === 'met').length,
    quartersDue: states.filter((state) => state !== 'notYet').length,
    inspections: checks.filter(({ kind }) => kind === 'inspection').length,
    openInspections: checks.filter(isInspectionOpen).length,
  }
}
