import { z } from 'zod'
import { materialNos } from '../domain/development/materials.ts'
import { milestones } from '../domain/development/milestones.ts'
import { developmentReviewKinds, developmentVoteOn, guarantorDuties } from '../domain/development/records.ts'
import type { DevelopmentFinding } from '../domain/development/judgement.ts'
import type { DevelopmentPlan } from '../domain/development/plan.ts'
import type { QuotaJudgement } from '../domain/development/quota.ts'
import type { VoteResult } from '../domain/development/votes.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import {
  correctStepInput,
  developmentEventInput,
  developmentInput,
  developmentListInput,
  recordStepInput,
  voteInput,
} from './developmentInputs.ts'
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
  /** What recording a step so, or correcting one that is recorded, would be answered with: refusals of the action, findings it adds, the working of its vote. */
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
  /** CONFLICT where the person has a file that is open. Who applied before 18 (DEV-01) is taken in only with a reason. */
  'development.create': detail(
    z.strictObject({
      fields: developmentInput,
      appliedOn: date,
      overrideReason: reason.nullable().optional(),
    }),
  ),
  'development.update': detail(z.strictObject({ ...versioned, fields: developmentInput.partial() })),
  'development.recordStep': detail(recordStepInput),
  /** Mends what was written wrongly of a step that is recorded; the roster follows 步骤 15 and 24. */
  'development.correctStep': detail(correctStepInput),
  /** Only what was recorded by mistake; refused where the roster hangs on it (步骤 17, 24: undo instead). */
  'development.removeStep': detail(z.strictObject({ ...versioned, milestone: z.enum(milestones), reason })),
  'development.recordEvent': detail(developmentEventInput),
  'development.saveVote': detail(
    z.strictObject({
      ...versioned,
      subject: z.enum(developmentVoteOn),
      /** The one that is put right; left out, the one of that day. */
      voteId: id.optional(),
      vote: voteInput,
      /** The day of a vote that has no step or event: one that failed. Left out, the day stays. */
      heldOn: partialDateSchema.optional(),
    }),
  ),
  /** Only one that failed and was recorded by mistake; the vote of a step or an event goes with that. */
  'development.removeVote': detail(z.strictObject({ ...versioned, voteId: id, reason })),
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
