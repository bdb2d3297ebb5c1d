import { z } from 'zod'
import { grades } from '../domain/meetings/appraisal.ts'
import { disposals, problemOwners, talkRelations } from '../domain/meetings/records.ts'
import type { Explanation, Finding } from '../domain/finding.ts'
import type { DateOnly } from '../lib/dates.ts'
import { cleanName, plainLines, plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const lines = (max: number) => z.string().overwrite(plainLines).max(max, `最多 ${max} 个字`).nullable()
const id = z.string().min(1).max(64)
const year = z.int().min(1949).max(2199)
const count = z.int('应为整数').min(0, '不能是负数').max(100_000, '数字太大，请核对').nullable()
const name = z.string().overwrite(cleanName).max(50, '姓名最多 50 个字').nullable()
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

const problemInput = z.strictObject({
  id: id.nullable(),
  owner: z.enum(problemOwners),
  memberId: id.nullable(),
  personName: name,
  problem: z.string().overwrite(plainLines).min(1, '请填写问题').max(1000, '最多 1000 个字'),
  measure: lines(1000),
  dutyName: name,
  dueOn: dateOnlySchema.nullable(),
  doneOn: dateOnlySchema.nullable(),
  result: lines(1000),
})

export const lifeMeetingInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党支部').max(64),
  year,
  theme: z.string().overwrite(plainText).min(1, '请填写主题').max(200, '最多 200 个字'),
  plannedOn: dateOnlySchema.nullable(),
  place: text(100),
  hostName: name,
  program: lines(3000),
  demands: lines(3000),
  studyTimes: count,
  askedPeople: count,
  opinionCount: count,
  talkPairs: count,
  opinions: lines(5000),
  committeeReview: lines(20_000),
  /** The meeting held, of `meetings`. */
  meetingId: id.nullable(),
  course: lines(5000),
  criticisms: lines(5000),
  effect: lines(3000),
  publishedOn: dateOnlySchema.nullable(),
  remark: text(500),
  problems: z.array(problemInput).max(500, '最多 500 条问题'),
})

export type LifeMeetingFields = Readonly<z.output<typeof lifeMeetingInput>>

export interface LifeMeetingRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly theme: string
  readonly plannedOn: DateOnly | null
  readonly heldOn: DateOnly | null
  readonly problems: number
  readonly openProblems: number
  readonly overdueProblems: number
}

export interface LifeMeetingDetail extends LifeMeetingRow {
  readonly fields: LifeMeetingFields
  readonly meeting: { readonly id: string; readonly heldOn: DateOnly; readonly title: string } | null
  /** 谈心谈话 of the branch in the year, as recorded: what the plan's own number is held against. */
  readonly talksRecorded: number
  readonly findings: readonly Finding[]
}

const appraisalPersonInput = z.strictObject({
  id: id.nullable(),
  memberId: id.nullable(),
  name: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50, '姓名最多 50 个字'),
  isProbationary: z.boolean(),
  absentReason: text(100),
  excellent: count,
  qualified: count,
  basic: count,
  unqualified: count,
  grade: z.enum(grades).nullable(),
  opinion: text(500),
  feedbackOn: dateOnlySchema.nullable(),
  disposal: z.enum(disposals).nullable(),
  disposalWords: text(300),
  mendBy: dateOnlySchema.nullable(),
})

export const appraisalInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党支部').max(64),
  year,
  heldOn: dateOnlySchema.nullable(),
  meetingId: id.nullable(),
  ballotsIssued: count,
  ballotsReturned: count,
  ballotsValid: count,
  tellers: text(100),
  decidedOn: dateOnlySchema.nullable(),
  demands: lines(2000),
  remark: text(500),
  people: z.array(appraisalPersonInput).max(2000),
})

export type AppraisalFields = Readonly<z.output<typeof appraisalInput>>

export interface AppraisalRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly heldOn: DateOnly | null
  /** 参评人数. */
  readonly people: number
  readonly excellent: number
  readonly qualified: number
  readonly basic: number
  readonly unqualified: number
  readonly ungraded: number
}

export interface AppraisalDetail extends AppraisalRow {
  readonly fields: AppraisalFields
  readonly meeting: { readonly id: string; readonly heldOn: DateOnly; readonly title: string } | null
  /** What the third is taken of (LIFE-13): members of the branch on the day, and the most 优秀 there may be. */
  readonly members: number
  readonly excellentMax: number
  readonly explanation: Explanation
  readonly findings: readonly Finding[]
}

export const talkInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党支部').max(64),
  relation: z.enum(talkRelations),
  talkedOn: dateOnlySchema,
  talkerId: id.nullable(),
  talkerName: z.string().overwrite(cleanName).min(1, '请填写谈话人').max(50, '姓名最多 50 个字'),
  talkedId: id.nullable(),
  talkedName: z.string().overwrite(cleanName).min(1, '请填写被谈人').max(50, '姓名最多 50 个字'),
  place: text(100),
  title: z.string().overwrite(plainText).min(1, '请填写主题').max(100, '最多 100 个字'),
  /** Work and thought only. */
  content: lines(3000),
  suggestions: lines(1000),
  feedback: lines(1000),
})

export type TalkFields = Readonly<z.output<typeof talkInput>>

/** Lists show the title only (domain 4.6). */
export interface TalkRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly relation: TalkFields['relation']
  readonly talkedOn: DateOnly
  readonly talkerName: string
  readonly talkedName: string
  readonly title: string
}

const withoutInput = z.strictObject({ organizationId: id.nullable(), year, ...page })

export interface BranchesWithout {
  readonly rows: readonly { readonly organizationId: string; readonly organizationName: string }[]
  readonly total: number
}

export const organizationLifeRoutes = {
  'lifeMeetings.list': query(
    z.strictObject({ organizationId: id.nullable(), year, ...page }),
    'member.read',
  ).output<{ readonly rows: readonly LifeMeetingRow[]; readonly total: number; readonly without: number }>(),
  /** Branches that have none for the year, in tree order. */
  'lifeMeetings.without': query(withoutInput, 'member.read').output<BranchesWithout>(),
  'lifeMeetings.get': query(z.strictObject({ id }), 'member.read').output<LifeMeetingDetail>(),
  /** CONFLICT where the branch has one for the year. */
  'lifeMeetings.create': command(
    z.strictObject({ fields: lifeMeetingInput }),
    'member.write',
  ).output<LifeMeetingDetail>(),
  'lifeMeetings.update': command(
    z.strictObject({ ...versioned, fields: lifeMeetingInput }),
    'member.write',
  ).output<LifeMeetingDetail>(),
  'lifeMeetings.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'member.write',
  ).output<null>(),
  'appraisals.list': query(
    z.strictObject({ organizationId: id.nullable(), year, ...page }),
    'member.read',
  ).output<{ readonly rows: readonly AppraisalRow[]; readonly total: number; readonly without: number }>(),
  /** Branches that have none for the year, in tree order. */
  'appraisals.without': query(withoutInput, 'member.read').output<BranchesWithout>(),
  'appraisals.get': query(z.strictObject({ id }), 'member.read').output<AppraisalDetail>(),
  /** Who belongs to the branch on a day, to begin with. */
  'appraisals.people': query(
    z.strictObject({ organizationId: id, on: dateOnlySchema }),
    'member.read',
  ).output<{ readonly people: AppraisalFields['people'] }>(),
  'appraisals.create': command(
    z.strictObject({ fields: appraisalInput }),
    'member.write',
  ).output<AppraisalDetail>(),
  'appraisals.update': command(
    z.strictObject({ ...versioned, fields: appraisalInput }),
    'member.write',
  ).output<AppraisalDetail>(),
  'appraisals.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'member.write',
  ).output<null>(),
  /** A person's results, year by year. */
  'appraisals.ofMember': query(z.strictObject({ memberId: id }), 'member.read').output<{
    readonly results: readonly {
      readonly appraisalId: string
      readonly year: number
      readonly organizationName: string
      readonly isProbationary: boolean
      readonly grade: AppraisalFields['people'][number]['grade']
      readonly absentReason: string | null
      readonly disposal: AppraisalFields['people'][number]['disposal']
    }[]
  }>(),
  'talks.list': query(
    z.strictObject({
      organizationId: id.nullable(),
      year,
      relation: z.enum(talkRelations).nullable(),
      text: z.string().overwrite(plainText).min(1).max(50).nullable(),
      ...page,
    }),
    'member.read',
  ).output<{ readonly rows: readonly TalkRow[]; readonly total: number }>(),
  'talks.get': query(z.strictObject({ id }), 'member.read').output<
    TalkRow & { readonly fields: TalkFields }
  >(),
  /** Members and 委员 of a branch without a talk in the year (LIFE-07). */
  'talks.without': query(z.strictObject({ organizationId: id, year }), 'member.read').output<{
    readonly of: number
    readonly people: readonly {
      readonly memberId: string | null
      readonly name: string
      readonly isCommittee: boolean
    }[]
  }>(),
  'talks.save': command(
    z.strictObject({ id: id.nullable(), version: z.int().min(1).nullable(), fields: talkInput }),
    'member.write',
  ).output<TalkRow>(),
  'talks.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'member.write',
  ).output<null>(),
}
