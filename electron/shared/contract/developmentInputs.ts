import { z } from 'zod'
import { endReasons, setbacks } from '../domain/development/courseActions.ts'
import { milestones } from '../domain/development/milestones.ts'
import { arrivalKinds, publicityResults } from '../domain/development/records.ts'
import { courseStates } from '../domain/development/states.ts'
import { normaliseIdNo } from '../lib/idNumber.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'

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

/** A step that is recorded, as it should have been: refused as a new one is where it breaks a rule that it did not break. */
export const correctStepInput = z.strictObject({
  ...versioned,
  milestone: z.enum(milestones),
  on: partialDateSchema,
  ...stepDetails,
  overrideReason: overrideReason.optional(),
})

export type CorrectStepInput = z.output<typeof correctStepInput>

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
