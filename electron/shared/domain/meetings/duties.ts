import { addDays } from '../../lib/dates.ts'
import type { DateOnly } from '../../lib/dates.ts'
import type { MeetingFacts, MeetingKind } from './kinds.ts'
import { daysOf, type Period, type PeriodLength, periodsOf } from './periods.ts'

/** From a day to the day it was no more; null where that is open. */
export interface Span {
  readonly from: DateOnly | null
  readonly to: DateOnly | null
}

/** A branch as the duties see it: what it has decides what it owes. */
export interface DutyBranch {
  readonly existed: Span
  /** When it had a 支部委员会. */
  readonly committee: readonly Span[]
  readonly groups: readonly ({ readonly id: string; readonly name: string } & Span)[]
  /** No group stands in the tree, but 党小组会 were recorded: it owes them as one group without a name. */
  readonly hasUnnamedGroup: boolean
  /** 临时党支部 hold the 组织生活 of those in them but no 组织生活会 or 民主评议 of their own. */
  readonly isTemporary: boolean
}

/** One thing that is owed once. */
export interface Duty {
  readonly kind: DutyKind
  readonly period: DutyPeriod
  /** Of a 党小组会: each group owes its own; null for the one without a name. */
  readonly group: { readonly id: string; readonly name: string } | null
}

export const dutyKinds = [
  'branchMeeting',
  'committeeMeeting',
  'groupMeeting',
  'lecture',
  'themeDay',
  'organizationLife',
  'appraisal',
] as const satisfies readonly MeetingKind[]

export type DutyKind = (typeof dutyKinds)[number]

/** How often (domain 4.1). */
export const dutyLengths: Readonly<Record<DutyKind, PeriodLength>> = {
  branchMeeting: 'quarter',
  committeeMeeting: 'month',
  groupMeeting: 'month',
  lecture: 'quarter',
  themeDay: 'month',
  organizationLife: 'year',
  appraisal: 'year',
}

export interface DutyPeriod extends Period {
  readonly days: { readonly from: DateOnly; readonly to: DateOnly }
}

/** Owed only by what was there from the first to the last day: who was founded or ended within owes nothing for the rest. */
function isThroughout({ from, to }: Span, { days }: DutyPeriod): boolean {
  return (from === null || from <= days.from) && (to === null || to > days.to)
}

const periodsWithDays = (year: number, length: PeriodLength): readonly DutyPeriod[] =>
  periodsOf(year, length).map((period) => ({ ...period, days: daysOf(period) }))

/** `dutiesOf` for many branches of one year: its periods are worked out once. */
export function dutyFinder(year: number): (branch: DutyBranch) => readonly Duty[] {
  const periods: Readonly<Record<PeriodLength, readonly DutyPeriod[]>> = {
    month: periodsWithDays(year, 'month'),
    quarter: periodsWithDays(year, 'quarter'),
    year: periodsWithDays(year, 'year'),
  }
  return (branch) => {
    const existed = {
      month: periods.month.filter((period) => isThroughout(branch.existed, period)),
      quarter: periods.quarter.filter((period) => isThroughout(branch.existed, period)),
      year: periods.year.filter((period) => isThroughout(branch.existed, period)),
    }
    const plain = (kind: DutyKind): readonly Duty[] =>
      existed[dutyLengths[kind]].map((period) => ({ kind, period, group: null }))
    return dutyKinds.flatMap((kind) => {
      if (kind === 'committeeMeeting')
        return existed.month
          .filter((period) => branch.committee.some((span) => isThroughout(span, period)))
          .map((period) => ({ kind, period, group: null }))
      if (kind === 'groupMeeting')
        return branch.hasUnnamedGroup ? plain(kind) : ofGroups(branch, existed.month)
      if (branch.isTemporary && (kind === 'organizationLife' || kind === 'appraisal')) return []
      return plain(kind)
    })
  }
}

function ofGroups({ groups }: DutyBranch, months: readonly DutyPeriod[]): readonly Duty[] {
  return months.flatMap((period) =>
    groups
      .filter((group) => isThroughout(group, period))
      .map(({ id, name }) => ({ kind: 'groupMeeting', period, group: { id, name } })),
  )
}

/** What a branch owes in a year, derived from what it was: none without a committee owes a 支委会, none without groups a 党小组会. */
export function dutiesOf(branch: DutyBranch, year: number): readonly Duty[] {
  return dutyFinder(year)(branch)
}

/**
 * The meetings that answer for a duty; 组织生活会 and 民主评议 count for the year they are held for, a 党小组会 of nobody wrote down which
 * group for every one.
 */
export function meetingsFor(duty: Duty, meetings: readonly MeetingFacts[]): readonly MeetingFacts[] {
  const { from, to } = duty.period.days
  const isYearly = duty.kind === 'organizationLife' || duty.kind === 'appraisal'
  return meetings.filter(({ kinds, heldOn, groupId, lifeYear }) => {
    if (!kinds.has(duty.kind)) return false
    if (duty.group !== null && groupId !== null && groupId !== duty.group.id) return false
    if (isYearly && lifeYear !== null) return lifeYear === duty.period.year
    return heldOn >= from && heldOn <= to
  })
}

/** `draft`: held, but only a draft says so. `open`: the period still runs. `near`: it runs out. */
export const dutyStates = ['done', 'draft', 'open', 'near', 'missing'] as const

export type DutyState = (typeof dutyStates)[number]

/** How a duty stands. */
export interface DutyStanding {
  readonly state: DutyState
  /** Its period is over. */
  readonly isOver: boolean
}

export interface JudgedDuty extends Duty, DutyStanding {
  readonly meetings: readonly MeetingFacts[]
}

/** `best`: the best record there is of it. `nearUntil`: periods that end up to this day run out. */
export function standingOf(
  best: 'final' | 'draft' | null,
  to: DateOnly,
  { today, nearUntil }: { readonly today: DateOnly; readonly nearUntil: DateOnly },
): DutyStanding {
  const isOver = today > to
  if (best !== null) return { state: best === 'final' ? 'done' : 'draft', isOver }
  if (isOver) return { state: 'missing', isOver }
  return { state: nearUntil >= to ? 'near' : 'open', isOver }
}

/** A cell of the grid. */
export function judgeDuty(
  duty: Duty,
  meetings: readonly MeetingFacts[],
  today: DateOnly,
  nearDays: number,
): JudgedDuty {
  const held = meetingsFor(duty, meetings)
  const best = held.some(({ isFinal }) => isFinal) ? 'final' : held.length > 0 ? 'draft' : null
  const standing = standingOf(best, duty.period.days.to, { today, nearUntil: addDays(today, nearDays) })
  return { ...duty, ...standing, meetings: held }
}

/** Over without a final record: a draft is none yet. */
export function isGap({ state, isOver }: DutyStanding): boolean {
  return isOver && state !== 'done'
}

/** 完成率 of duties whose time is over or that are done already. */
export function completion(duties: readonly DutyStanding[]): {
  readonly done: number
  readonly owed: number
} {
  const done = duties.filter(({ state }) => state === 'done').length
  return { done, owed: done + duties.filter(isGap).length }
}
