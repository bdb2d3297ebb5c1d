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
  /** 临时党支部 hold the 组织生活 of those in them but no 组织生活会 or 民主评议 of their own. */
  readonly isTemporary: boolean
}

/** One thing that is owed once. */
export interface Duty {
  readonly kind: DutyKind
  readonly period: Period
  /** Of a 党小组会: each group owes its own. */
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

/** Owed only by what was there from the first to the last day: who was founded or ended within owes nothing for the rest. */
function isThroughout({ from, to }: Span, period: Period): boolean {
  const days = daysOf(period)
  return (from === null || from <= days.from) && (to === null || to > days.to)
}

/** What a branch owes in a year, derived from what it was: none without a committee owes a 支委会, none without groups a 党小组会. */
export function dutiesOf(branch: DutyBranch, year: number): readonly Duty[] {
  const owed = (kind: DutyKind) =>
    periodsOf(year, dutyLengths[kind]).filter((period) => isThroughout(branch.existed, period))
  const plain = (kind: DutyKind): readonly Duty[] =>
    owed(kind).map((period) => ({ kind, period, group: null }))
  return dutyKinds.flatMap((kind) => {
    if (kind === 'committeeMeeting')
      return plain(kind).filter(({ period }) => branch.committee.some((span) => isThroughout(span, period)))
    if (kind === 'groupMeeting')
      return owed(kind).flatMap((period) =>
        branch.groups
          .filter((group) => isThroughout(group, period))
          .map(({ id, name }) => ({ kind, period, group: { id, name } })),
      )
    if (branch.isTemporary && (kind === 'organizationLife' || kind === 'appraisal')) return []
    return plain(kind)
  })
}

/** The meetings that answer for a duty; 组织生活会 and 民主评议 count for the year they are held for. */
export function meetingsFor(duty: Duty, meetings: readonly MeetingFacts[]): readonly MeetingFacts[] {
  const { from, to } = daysOf(duty.period)
  const isYearly = duty.kind === 'organizationLife' || duty.kind === 'appraisal'
  return meetings.filter(({ kinds, heldOn, groupId, lifeYear }) => {
    if (!kinds.has(duty.kind)) return false
    if (duty.group !== null && groupId !== duty.group.id) return false
    if (isYearly && lifeYear !== null) return lifeYear === duty.period.year
    return heldOn >= from && heldOn <= to
  })
}

/** `draft`: held, but only a draft says so. `open`: the period still runs. `near`: it runs out. */
export const dutyStates = ['done', 'draft', 'open', 'near', 'missing'] as const

export type DutyState = (typeof dutyStates)[number]

export interface JudgedDuty extends Duty {
  readonly state: DutyState
  readonly meetings: readonly MeetingFacts[]
}

/** A cell of the grid. */
export function judgeDuty(
  duty: Duty,
  meetings: readonly MeetingFacts[],
  today: DateOnly,
  nearDays: number,
): JudgedDuty {
  const held = meetingsFor(duty, meetings)
  const { to } = daysOf(duty.period)
  const state = (): DutyState => {
    if (held.some(({ isFinal }) => isFinal)) return 'done'
    if (held.length > 0) return 'draft'
    if (today > to) return 'missing'
    return addDays(today, nearDays) >= to ? 'near' : 'open'
  }
  return { ...duty, state: state(), meetings: held }
}

/** 完成率 of duties whose time is over or that are done already; null where there are none. */
export function completion(duties: readonly JudgedDuty[]): { readonly done: number; readonly owed: number } {
  const counted = duties.filter(({ state }) => state !== 'open' && state !== 'near')
  return { done: counted.filter(({ state }) => state === 'done').length, owed: counted.length }
}
