import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import { type EnteredBy, enteredBy, type LeftBy, leftBy, type StartBasis } from '../domain/memberships.ts'
import { type PartyStatus, partyStatuses } from '../domain/partyStatus.ts'
import type { NoVoteReason } from '../domain/voting.ts'
import { codeTables } from '../labels/codeTables.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

const id = z.string().min(1).max(64)

/** 正式党员, 预备党员. */
export const personTypes = ['1', '2'] as const

export type PersonType = (typeof personTypes)[number]

/** Statuses of people who belong to a branch (STA-01). */
export const dayStatuses = partyStatuses.filter((status) => ['ZC', 'LC', 'ZZQL', 'XQ'].includes(status))

export const dayListInput = z.strictObject({
  /** Subtree of this organisation, or a group; null for everything in reach. */
  organizationId: id.nullable(),
  /** At the end of this day; not after today. */
  on: dateOnlySchema,
  personType: z.enum(personTypes).nullable(),
  status: z.enum(dayStatuses).nullable(),
  sort: z.enum(['branch', 'name']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export type DayListInput = z.output<typeof dayListInput>

/** Somebody of an organisation on a day. */
export interface DayRow {
  readonly stayId: string
  /** Null for people who are elsewhere by now, out of the caller's reach. */
  readonly memberId: string | null
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly groupName: string | null
  readonly personType: PersonType
  readonly partyStatus: PartyStatus
  /** Whole years on that day; null without a birth date, and for people out of reach. */
  readonly age: number | null
  /** 党龄 in whole years on that day. */
  readonly partyAgeYears: number | null
  /** Since when in the branch; '' where nobody has written it down. */
  readonly fromOn: PartialDate | ''
  readonly startBasis: StartBasis
  readonly enteredBy: EnteredBy | null
  /** Where the person is today when that is another branch. */
  readonly nowZh: string | null
}

export interface DayPage {
  readonly on: DateOnly
  readonly rows: readonly DayRow[]
  readonly total: number
  readonly full: number
  readonly probationary: number
  /** As the rows stand: of more than 20,000 people they come by branch, whatever was asked for. */
  readonly sort: DayListInput['sort']
}

export interface DayTotal {
  readonly organizationId: string
  /** Of this branch itself. */
  readonly own: { readonly full: number; readonly probationary: number }
  /** With everything below it. */
  readonly total: { readonly full: number; readonly probationary: number }
}

/** Somebody who had a vote. */
export interface Voter {
  /** Null for people who are elsewhere by now, out of the caller's reach. */
  readonly memberId: string | null
  readonly name: string
  readonly organizationId: string
}

export interface NoVote extends Voter {
  readonly why: NoVoteReason
}

export interface VoterList {
  readonly on: DateOnly
  readonly voters: readonly Voter[]
  readonly others: readonly NoVote[]
}

/** Lines of the 经历 come from these; every later slice adds its own. */
export const timelineKinds = [
  'stay',
  'status',
  'group',
  'full',
  'post',
  'transfer',
  'mobility',
  'lostCase',
  'development',
] as const

export type TimelineKind = (typeof timelineKinds)[number]

/** One line of a person's 经历. */
export interface TimelineEntry {
  readonly kind: TimelineKind
  /** Of the record it was taken from. */
  readonly id: string
  /** '' for a day nobody has written down. */
  readonly fromOn: PartialDate | ''
  /** Null while it goes on; the same as `fromOn` for what happened on one day. */
  readonly toOn: PartialDate | '' | null
  readonly title: string
  /** How it began and ended, by which paper and why: a sentence each. */
  readonly details: readonly string[]
  readonly isNow: boolean
  /** A stay that may be put right with `memberships.correct`; null for everything else. */
  readonly stay: StayFields | null
}

export interface StayFields {
  readonly version: number
  readonly organizationId: string
  readonly enteredBy: EnteredBy | null
  readonly leftBy: LeftBy | null
  readonly enteredDoc: string | null
  readonly leftDoc: string | null
  /** The stay the record speaks of now: its branch and its end are changed by moving and by 党籍状态. */
  readonly isLast: boolean
}

const optionalText = (max: number) =>
  z.string().overwrite(plainText).min(1).max(max, `最多 ${max} 个字`).nullable()
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')
const version = z.int().min(1)

/** `moved`: they were in the old branch until that day. `neverThere`: the branch was written down wrongly. */
export const moveWays = ['moved', 'neverThere'] as const

const moveTarget = {
  toId: id,
  groupId: id.nullable(),
  how: z.enum(moveWays),
  /** The first day in the new branch; null for `neverThere`, which keeps the day of coming. */
  on: dateOnlySchema.nullable(),
}

export const moveInput = z.strictObject({
  members: z.array(z.strictObject({ id, version })).min(1).max(5000),
  ...moveTarget,
  reason,
  docNo: optionalText(100),
})

export type MoveInput = z.output<typeof moveInput>

export const checkMoveInput = z.strictObject({ ids: z.array(id).min(1).max(5000), ...moveTarget })

export interface MoveRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly organizationName: string
  /** Why this one cannot be moved so; null when it can. */
  readonly refused: string | null
  /** What to know before moving somebody who can be moved; null where there is nothing. */
  readonly warned: string | null
}

const statusChange = {
  id,
  to: z.enum(partyStatuses),
  kind: z
    .string()
    .refine((code) => codeTables.partyStatusKind.some((entry) => entry.code === code), '请从列表中选择')
    .nullable(),
  /** Since when the new status holds; a month or a year where no more is known. */
  on: partialDateSchema,
  doc: optionalText(100),
  /** The branch of somebody who is counted again; null for the one the record says. */
  toId: id.nullable(),
}

export const checkStatusInput = z.strictObject(statusChange)
export const changeStatusInput = z.strictObject({ ...statusChange, version, reason: optionalText(200) })

export type ChangeStatusInput = z.output<typeof changeStatusInput>

export const correctInput = z.strictObject({
  stayId: id,
  version,
  organizationId: id,
  /** Null where nobody knows. */
  fromOn: partialDateSchema.nullable(),
  toOn: partialDateSchema.nullable(),
  enteredBy: z.enum(enteredBy).nullable(),
  leftBy: z.enum(leftBy).nullable(),
  enteredDoc: optionalText(100),
  leftDoc: optionalText(100),
  reason,
})

export type CorrectInput = z.output<typeof correctInput>

export const membershipsRoutes = {
  /** People of an organisation at the end of a day, where they were then. */
  'memberships.list': query(dayListInput, 'member.read').output<DayPage>(),
  /** The counts of the whole tree in reach on a day (STA-01). */
  'memberships.counts': query(z.strictObject({ on: dateOnlySchema }), 'member.read').output<{
    readonly on: DateOnly
    readonly rows: readonly DayTotal[]
  }>(),
  /** Who had 表决权 and 选举权 on a day (ORG-37). */
  'memberships.voters': query(
    z.strictObject({ organizationId: id, on: dateOnlySchema }),
    'member.read',
  ).output<VoterList>(),
  /** Everything there is about one person over time, newest first. */
  'memberships.ofMember': query(z.strictObject({ id }), 'member.read').output<{
    readonly entries: readonly TimelineEntry[]
  }>(),
  'memberships.checkMove': query(checkMoveInput, 'member.write').output<{
    readonly rows: readonly MoveRow[]
  }>(),
  /** All or nobody. */
  'memberships.move': command(moveInput, 'member.write').output<{ readonly count: number }>(),
  /** What the rules say of a change of 党籍状态 before it is saved. */
  'memberships.checkStatus': query(checkStatusInput, 'member.write').output<{
    readonly findings: readonly Finding[]
  }>(),
  'memberships.changeStatus': command(changeStatusInput, 'member.write').output<null>(),
  /** Puts a stay right. CONFLICT when it would overlap another. */
  'memberships.correct': command(correctInput, 'member.write').output<null>(),
}
