import { z } from 'zod'
import { meetingKinds } from '../domain/meetings/kinds.ts'
import { cleanName, plainLines, plainText } from '../lib/text.ts'
import type { DateOnly } from '../lib/dates.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const lines = (max: number) => z.string().overwrite(plainLines).max(max, `最多 ${max} 个字`).nullable()
const id = z.string().min(1).max(64)
const year = z.int().min(1949).max(2199)
const month = z.int().min(1, '1 至 12 月').max(12, '1 至 12 月')

const planItemInput = z.strictObject({
  id: id.nullable(),
  month,
  kind: z.enum(meetingKinds),
  plannedOn: dateOnlySchema.nullable(),
  topic: text(200),
  program: lines(2000),
  place: text(100),
  personName: z.string().overwrite(cleanName).max(50, '姓名最多 50 个字').nullable(),
})

export type PlanItemFields = Readonly<z.output<typeof planItemInput>>

export const meetingPlanInput = z.strictObject({
  themeDay: z.int().min(1, '1 至 31 日').max(31, '1 至 31 日').nullable(),
  remark: text(500),
  items: z.array(planItemInput).max(200, '一年最多 200 项'),
})

export type MeetingPlanFields = Readonly<z.output<typeof meetingPlanInput>>

export interface MeetingPlanDetail {
  /** Null where none is saved yet: `fields` is then what the branch owes, month by month, to begin with. */
  readonly id: string | null
  readonly version: number | null
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly fields: MeetingPlanFields
  /** Of each line, in order: the meetings held of that kind in that month. */
  readonly held: readonly { readonly meetings: number; readonly firstId: string | null }[]
}

export const topicGuideInput = z.strictObject({
  organizationId: z.string().min(1, '请选择发文党组织').max(64),
  year,
  month,
  title: z.string().overwrite(plainText).min(1, '请填写标题').max(100, '最多 100 个字'),
  study: lines(3000),
  activities: lines(3000),
  demands: lines(3000),
  docNo: text(50),
  issuedOn: dateOnlySchema.nullable(),
})

export type TopicGuideFields = Readonly<z.output<typeof topicGuideInput>>

export interface TopicGuideRow extends TopicGuideFields {
  readonly id: string
  readonly version: number
  readonly organizationName: string
  readonly issuedOn: DateOnly | null
}

export const meetingPlansRoutes = {
  'meetingPlans.get': query(
    z.strictObject({ organizationId: id, year }),
    'member.read',
  ).output<MeetingPlanDetail>(),
  /** The whole plan of a branch and year. */
  'meetingPlans.save': command(
    z.strictObject({
      organizationId: id,
      year,
      /** Null for the first. */
      version: z.int().min(1).nullable(),
      fields: meetingPlanInput,
    }),
    'member.write',
  ).output<MeetingPlanDetail>(),
  'topicGuides.list': query(z.strictObject({ year: year.nullable() }), 'member.read').output<{
    readonly rows: readonly TopicGuideRow[]
  }>(),
  'topicGuides.save': command(
    z.strictObject({
      id: id.nullable(),
      version: z.int().min(1).nullable(),
      fields: topicGuideInput,
    }),
    'member.write',
  ).output<TopicGuideRow>(),
  'topicGuides.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'member.write',
  ).output<null>(),
}
