import { z } from 'zod'
import { endReasons, setbacks } from '../domain/development/courseActions.ts'
import { materialNos } from '../domain/development/materials.ts'
import { milestones } from '../domain/development/milestones.ts'
import {
  arrivalKinds,
  developmentReviewKinds,
  developmentVoteOn,
  guarantorDuties,
  publicityResults,
} from '../domain/development/records.ts'
import { courseStates } from '../domain/development/states.ts'
import type { DevelopmentFinding } from '../domain/development/judgement.ts'
import type { DevelopmentPlan } from '../domain/development/plan.ts'
import type { QuotaJudgement } from '../domain/development/quota.ts'
import type { VoteResult } from '../domain/development/votes.ts'
import { normaliseIdNo } from '../lib/idNumber.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import type {
  DevelopmentCounts,
  DevelopmentDetail,
  DevelopmentDue,
  DevelopmentRow,
} from './developmentRows.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const date = partialDateSchema.nullable()
const flag = z.boolean().nullable()
const id = z.string().min(1).max(64)
const version = z.int().min(1)
const versioned = { id, version }
const count = z.int('应为整数').min(0, '不能是负数').max(100_000, '数字太大，请核对')
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')
/** Why something is recorded although the rules say it could not have been done so; null to be refused then. */
const overrideReason = reason.nullable()

/** A file's own form; labels in developmentFieldLabels. */
export const developmentInput = z.strictObject({
  name: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50, '姓名最多 50 个字'),
  gender: z.enum(['1', '2'], '请从列表中选择').nullable(),
  idNo: z.string().overwrite(normaliseIdNo).max(18, '最多 18 位').nullable(),
  organizationId: z.string().min(1, '请选择所在党支部').max(64),
  ethnicity: z.string().max(10).nullable(),
  birthDate: date,
  nativePlace: text(100),
  education: z.string().max(10).nullable(),
  unitDuty: text(100),
  phone: text(30),
  isLeagueMember: flag,
  isRecommended: flag,
  family: text(500),
  relations: text(500),
  publicityPlace: text(100),
  publicityPhone: text(30),
  publicityResult: z.enum(publicityResults).nullable(),
  publicityWords: text(500),
  isPoliticallyQualified: flag,
  hasReviewSummary: flag,
  politicalWords: text(500),
  trainingDays: count.nullable(),
  trainingHours: count.nullable(),
  leavesSoon: flag,
  resolutionOn: date,
  wishedOn: dateOnlySchema.nullable(),
  arrivalKind: z.enum(arrivalKinds).nullable(),
  arrivalFrom: text(100),
  arrivalLeftOn: date,
  arrivalOn: date,
  arrivalVerified: flag,
  arrivalContinuous: flag,
  arrivalDelayMonths: z.int().min(0).max(60).nullable(),
  remark: text(500),
})

export type DevelopmentFields = Readonly<z.output<typeof developmentInput>>

const vote = {
  should: count,
  present: count,
  issued: count.nullable(),
  returned: count.nullable(),
  valid: count.nullable(),
  agreed: count,
  agreedInWriting: count,
  against: count.nullable(),
  abstained: count.nullable(),
  tellers: text(100),
  counters: text(100),
  hostName: text(50),
}

export const voteInput = z.strictObject(vote)

export type VoteFields = Readonly<z.output<typeof voteInput>>

const stepDetails = {
  place: text(100),
  people: text(100),
  /** The organisation that did it: needed for steps 13, 17 and 24. */
  bodyId: id.nullable(),
  docNo: text(50),
  opinion: text(500),
}

/** A milestone taken by its action: refused with the rules' sentences unless a reason says why it is recorded all the same. */
export const recordStepInput = z.strictObject({
  ...versioned,
  milestone: z.enum(milestones),
  on: partialDateSchema,
  ...stepDetails,
  /** Of a meeting (步骤 15, 23). */
  vote: voteInput.nullable(),
  /** 步骤 17: where the new probationer goes, null for none. */
  groupId: id.nullable(),
  overrideReason,
})

export type RecordStepInput = z.output<typeof recordStepInput>

const decision = {
  bodyId: id.nullable(),
  approvedOn: date,
  docNo: text(50),
  words: text(500),
  overrideReason,
}

export const developmentEventInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('return'),
    ...versioned,
    on: dateOnlySchema,
    cause: z.enum(setbacks),
    to: z.enum(['activist', 'target']),
    ...decision,
  }),
  z.strictObject({
    kind: z.literal('extend'),
    ...versioned,
    on: dateOnlySchema,
    months: z.int().min(1).max(24),
    vote: voteInput,
    ...decision,
  }),
  z.strictObject({
    kind: z.literal('disqualify'),
    ...versioned,
    on: dateOnlySchema,
    vote: voteInput,
    ...decision,
  }),
  z.strictObject({ kind: z.literal('revoke'), ...versioned, on: dateOnlySchema, ...decision }),
  z.strictObject({ kind: z.literal('reapply'), ...versioned, on: dateOnlySchema, ...decision }),
  z.strictObject({
    kind: z.literal('end'),
    ...versioned,
    on: dateOnlySchema,
    cause: z.enum(endReasons),
    ...decision,
  }),
  /** To another branch here: domain 3.7 says what is kept. */
  z.strictObject({
    kind: z.literal('transfer'),
    ...versioned,
    on: dateOnlySchema,
    organizationId: id,
    isContinuous: z.boolean(),
    ...decision,
  }),
])

export type DevelopmentEventInput = z.output<typeof developmentEventInput>

export const developmentListInput = z.strictObject({
  /** With everything below it; null for all in reach. */
  organizationId: id.nullable(),
  /** Part of the name or its pinyin, or a whole ID number. */
  text: z.string().overwrite(plainText).min(1).max(50).nullable(),
  states: z.array(z.enum(courseStates)).max(courseStates.length),
  /** Of files with this finding; `any` for any that nobody has answered for. */
  finding: z.string().max(40).nullable(),
  /** Due on or before this day, or opening by then. */
  dueBy: dateOnlySchema.nullable(),
  /** With `dueBy`: leaves out what merely opens by then (DEV-06, DEV-07), as for what is overdue. */
  onlyDue: z.boolean().optional(),
  /** Approved as probationers in this year, by the day of approval (DEV-23). */
  approvedIn: z.int().min(1949).max(2199).optional(),
  sort: z.enum(['due', 'name', 'organization', 'step']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

export type DevelopmentListInput = z.output<typeof developmentListInput>

const detail = <T extends z.ZodType>(input: T) => command(input, 'member.write').output<DevelopmentDetail>()

export const developmentRoutes = {
  'development.list': query(developmentListInput, 'member.read').output<{
    readonly rows: readonly DevelopmentRow[]
    readonly total: number
    /** Of the organisation, whatever the other filters. */
    readonly counts: DevelopmentCounts
  }>(),
  'development.get': query(z.strictObject({ id }), 'member.read').output<DevelopmentDetail>(),
  /** 倒排: the plan for a wished day of the 支部大会, nothing is written. */
  'development.plan': query(
    z.strictObject({ id, wishedOn: dateOnlySchema.nullable() }),
    'member.read',
  ).output<DevelopmentPlan>(),
  /** What comes due in each branch between two days, for the quarter. */
  'development.calendar': query(
    z.strictObject({ organizationId: id.nullable(), from: dateOnlySchema, to: dateOnlySchema }),
    'member.read',
  ).output<{ readonly dues: readonly DevelopmentDue[] }>(),
  /** What recording a step so would be answered with: refusals of the action, findings it adds, the working of its vote. */
  'development.checkStep': query(recordStepInput, 'member.write').output<{
    readonly refusals: readonly DevelopmentFinding[]
    readonly findings: readonly DevelopmentFinding[]
    readonly vote: VoteResult | null
    readonly doubts: readonly string[]
    /** 应到 by the roster of that day; null for a day that is not whole. */
    readonly should: number | null
  }>(),
  'development.reveal': command(z.strictObject({ id }), 'member.reveal').output<{
    readonly idNo: string | null
    readonly phone: string | null
  }>(),
  /** CONFLICT where the person has a file that is open. */
  /** Who applied before 18 (DEV-01) is taken in only with a reason. */
  'development.create': detail(
    z.strictObject({ fields: developmentInput, appliedOn: date, overrideReason: overrideReason.optional() }),
  ),
  'development.update': detail(z.strictObject({ ...versioned, fields: developmentInput.partial() })),
  'development.recordStep': detail(recordStepInput),
  /** Mends what was written wrongly of a step that is recorded; the roster follows 步骤 15 and 24. */
  'development.correctStep': detail(
    z.strictObject({ ...versioned, milestone: z.enum(milestones), on: partialDateSchema, ...stepDetails }),
  ),
  /** Only what was recorded by mistake; refused where the roster hangs on it (步骤 17, 24: undo instead). */
  'development.removeStep': detail(z.strictObject({ ...versioned, milestone: z.enum(milestones), reason })),
  'development.recordEvent': detail(developmentEventInput),
  'development.saveVote': detail(
    z.strictObject({
      ...versioned,
      subject: z.enum(developmentVoteOn),
      vote: voteInput,
      /** The day of a vote that has no step or event: one that failed. Left out, the day stays. */
      heldOn: partialDateSchema.optional(),
    }),
  ),
  /** The whole list of one duty; those left out end on their last day, they are not forgotten. */
  'development.setGuarantors': detail(
    z.strictObject({
      ...versioned,
      duty: z.enum(guarantorDuties),
      on: partialDateSchema,
      people: z
        .array(
          z.strictObject({
            memberId: id.nullable(),
            name: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50),
            isKin: flag,
          }),
        )
        .max(10),
    }),
  ),
  'development.saveReview': detail(
    z.strictObject({
      ...versioned,
      /** Null for a new one. */
      reviewId: id.nullable(),
      kind: z.enum(developmentReviewKinds),
      reviewedOn: partialDateSchema,
      contactOpinion: text(500),
      branchOpinion: text(500),
      signedBy: text(50),
    }),
  ),
  'development.removeReview': detail(z.strictObject({ ...versioned, reviewId: id })),
  'development.setMaterials': detail(
    z.strictObject({
      ...versioned,
      materials: z
        .array(
          z.strictObject({
            materialNo: z.enum(materialNos),
            isPresent: z.boolean(),
            isOriginal: flag,
            copies: count.nullable(),
            pages: count.nullable(),
            formedOn: date,
            note: text(200),
          }),
        )
        .min(1)
        .max(30),
    }),
  ),
  'development.trash': command(z.strictObject({ ...versioned, reason }), 'member.write').output<null>(),
  /** 年度发展计划数 against approvals (DEV-23), of an organisation with everything below it. */
  'development.quotas': query(z.strictObject({ year: z.int().min(1949).max(2199) }), 'member.read').output<{
    readonly rows: readonly {
      readonly id: string | null
      readonly version: number | null
      readonly organizationId: string
      readonly organizationName: string
      readonly docNo: string | null
      readonly planned: number | null
      readonly approved: number
      readonly judgement: QuotaJudgement
    }[]
  }>(),
  'development.setQuota': command(
    z.strictObject({
      organizationId: id,
      year: z.int().min(1949).max(2199),
      /** Null for the first of its year. */
      version: version.nullable(),
      planned: count,
      docNo: text(50),
    }),
    'organization.write',
  ).output<null>(),
}
