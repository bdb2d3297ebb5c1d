import { z } from 'zod'
import { flowSteps } from '../domain/reviews/flow.ts'
import { grades } from '../domain/reviews/grades.ts'
import { fullMarks } from '../domain/reviews/hundredths.ts'
import { rectifyProgress, rectifySources } from '../domain/reviews/rectification.ts'
import { schemeSchema } from '../domain/reviews/scheme.ts'
import { subjectKinds } from '../domain/reviews/words.ts'
import { cleanName, plainLines, plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'

export const reviewId = z.string().min(1).max(64)
export const reviewYear = z.int().min(1949, '请填写四位数的年份').max(2199, '请填写四位数的年份')
export const shortText = (max: number) =>
  z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
export const longText = (max: number) =>
  z.string().overwrite(plainLines).max(max, `最多 ${max} 个字`).nullable()
const day = dateOnlySchema.nullable()

export const campaignInput = z.strictObject({
  organizationId: z.string().min(1, '请选择组织述职测评的党组织').max(64),
  year: reviewYear,
  name: z.string().overwrite(plainText).min(1, '请填写名称').max(100, '最多 100 个字'),
  startOn: day,
  endOn: day,
  /** Optional steps that this campaign does without. */
  leftOutSteps: z.array(z.enum(flowSteps)).max(20),
  noticeNo: shortText(50),
  noticeOn: day,
  remark: shortText(500),
})

export type CampaignFields = Readonly<z.output<typeof campaignInput>>

export const schemeInput = z.strictObject({
  name: z.string().overwrite(plainText).min(1, '请填写方案名称').max(60, '最多 60 个字'),
  scheme: schemeSchema,
})

export const subjectInput = z.strictObject({
  schemeId: z.string().min(1, '请选择方案').max(64),
  organizationId: z.string().min(1, '请选择所在党组织').max(64),
  kind: z.enum(subjectKinds),
  memberId: reviewId.nullable(),
  name: z.string().overwrite(cleanName).min(1, '请填写述职人').max(50, '最多 50 个字'),
  duty: shortText(60),
})

export type SubjectFields = Readonly<z.output<typeof subjectInput>>

export const reportInput = z.strictObject({
  achievements: longText(10_000),
  problems: longText(10_000),
  plans: longText(10_000),
})

export type ReportFields = Readonly<z.output<typeof reportInput>>

/** One step, for one or many people at once. A null day takes it back. */
export const stepInput = z.strictObject({
  key: z.enum(flowSteps),
  doneOn: day,
  meetingId: reviewId.nullable(),
  note: shortText(300),
})

export const commentInput = z.strictObject({
  commenter: z.string().overwrite(cleanName).min(1, '请填写点评人').max(50, '最多 50 个字'),
  content: z.string().overwrite(plainLines).min(1, '请填写点评内容').max(2000, '最多 2000 个字'),
  saidOn: day,
})

export type CommentFields = Readonly<z.output<typeof commentInput>>

export const dailyInput = z.strictObject({
  partId: reviewId,
  /** Hundredths out of 100 points; null takes the score back. */
  hundredths: z
    .int('请填写 0–100 的分数，最多两位小数')
    .min(0, '不能小于 0 分')
    .max(fullMarks, '不能超过 100 分')
    .nullable(),
  basis: shortText(500),
  scoredOn: day,
  scoredBy: shortText(50),
})

export const decisionInput = z.strictObject({
  id: reviewId,
  version: z.int().min(1),
  /** Null takes the decision back. */
  grade: z.enum(grades).nullable(),
  vetoIds: z.array(reviewId).max(20),
  reason: shortText(500),
  handling: shortText(500),
})

export const feedbackInput = z.strictObject({
  feedbackOn: day,
  feedbackBy: shortText(50),
  feedbackWords: longText(2000),
  signedOn: day,
})

export type FeedbackFields = Readonly<z.output<typeof feedbackInput>>

export const rectificationInput = z.strictObject({
  problem: z.string().overwrite(plainLines).min(1, '请填写问题').max(1000, '最多 1000 个字'),
  source: z.enum(rectifySources),
  measure: longText(1000),
  dutyName: shortText(50),
  dueOn: day,
  progress: z.enum(rectifyProgress),
  progressWords: longText(1000),
  doneOn: day,
  result: longText(1000),
  acceptedBy: shortText(50),
  acceptedOn: day,
  reportedOn: day,
  reportedWords: longText(1000),
})

export type RectificationFields = Readonly<z.output<typeof rectificationInput>>
