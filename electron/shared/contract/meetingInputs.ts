import { z } from 'zod'
import { meetingKinds } from '../domain/meetings/kinds.ts'
import { checkStates, followUpSubjects, meetingStatuses } from '../domain/meetings/records.ts'
import { rollSchema } from '../domain/meetings/roll.ts'
import { matterKinds } from '../domain/meetings/votes.ts'
import { cleanName, plainLines, plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const lines = (max: number) => z.string().overwrite(plainLines).max(max, `最多 ${max} 个字`).nullable()
const name = z.string().overwrite(cleanName).max(50, '姓名最多 50 个字').nullable()
const id = z.string().min(1).max(64)
const version = z.int().min(1)
const count = z.int('应为整数').min(0, '不能是负数').max(100_000, '数字太大，请核对')
const no = z.int('应为整数').min(1, '从 1 起').max(9999, '数字太大，请核对')
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写成 14:30 的样子')
  .nullable()
export const reasonInput = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')

/** One matter of the agenda; counts are null where it was not voted on. */
export const meetingItemInput = z.strictObject({
  /** Null for a new one. */
  id: id.nullable(),
  section: z.enum(meetingKinds),
  title: z.string().overwrite(plainText).min(1, '请填写议题').max(200, '最多 200 个字'),
  presenter: text(50),
  discussion: lines(5000),
  matter: z.enum(matterKinds),
  /** Of an admission, 转正, extension or 取消资格: whose. */
  developmentFileId: id.nullable(),
  should: count.nullable(),
  present: count.nullable(),
  agreed: count.nullable(),
  agreedInWriting: count.nullable(),
  against: count.nullable(),
  abstained: count.nullable(),
  isSecret: z.boolean().nullable(),
  /** What the minutes say came out. */
  isPassed: z.boolean().nullable(),
  decision: lines(2000),
})

export type MeetingItemFields = Readonly<z.output<typeof meetingItemInput>>

export const followUpInput = z.strictObject({
  /** Null for a new one. */
  id: id.nullable(),
  what: z.string().overwrite(plainText).min(1, '请填写落实事项').max(300, '最多 300 个字'),
  memberId: id.nullable(),
  personName: name,
  dueOn: dateOnlySchema.nullable(),
  closedOn: dateOnlySchema.nullable(),
  result: text(500),
})

export type FollowUpFields = Readonly<z.output<typeof followUpInput>>

/** A meeting's own form, whole: a save writes all of it. */
export const meetingInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党支部').max(64),
  groupId: id.nullable(),
  kinds: z.array(z.enum(meetingKinds)).min(1, '请选择会议类型').max(meetingKinds.length),
  title: z.string().overwrite(plainText).min(1, '请填写会议主题').max(200, '最多 200 个字'),
  heldOn: dateOnlySchema,
  startTime: time,
  endTime: time,
  place: text(100),
  hostId: id.nullable(),
  hostName: name,
  recorderId: id.nullable(),
  recorderName: name,
  termNo: no.nullable(),
  /** Null lets 定稿 number it. */
  seqNo: no.nullable(),
  /** Taken from the roll where there is one. */
  should: count.nullable(),
  present: count.nullable(),
  shouldReason: text(200),
  /** Null where only counts are known. */
  roll: rollSchema.nullable(),
  absentWords: text(500),
  observers: lines(1000),
  summary: lines(20_000),
  lectureTopic: text(200),
  lecturerId: id.nullable(),
  lecturerName: name,
  isSecretaryLecturing: z.boolean().nullable(),
  lectureHours: count.nullable(),
  themeProgram: lines(2000),
  /** 分. */
  fundCents: z.int('应为整数').min(0, '不能是负数').max(10_000_000_00, '数字太大，请核对').nullable(),
  units: text(300),
  effect: lines(2000),
  lifeYear: z.int().min(1949).max(2199).nullable(),
  remark: text(500),
  items: z.array(meetingItemInput).max(50, '一次会议最多 50 个议题'),
  followUps: z.array(followUpInput).max(50, '一次会议最多 50 个落实事项'),
})

export type MeetingFields = Readonly<z.output<typeof meetingInput>>

export const meetingListInput = z.strictObject({
  /** With everything below it; null for all in reach. */
  organizationId: id.nullable(),
  from: dateOnlySchema.nullable(),
  to: dateOnlySchema.nullable(),
  kinds: z.array(z.enum(meetingKinds)).max(meetingKinds.length),
  status: z.enum(meetingStatuses).nullable(),
  /** `unchecked`: final, and not looked at since. */
  check: z.enum([...checkStates, 'unchecked']).nullable(),
  /** Only those entered more than three days after. */
  onlyLate: z.boolean(),
  /** Part of the title. */
  text: z.string().overwrite(plainText).min(1).max(50).nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(500),
})

export type MeetingListInput = z.output<typeof meetingListInput>

export const rollOfDayInput = z.strictObject({
  organizationId: id,
  groupId: id.nullable(),
  kinds: z.array(z.enum(meetingKinds)).min(1).max(meetingKinds.length),
  on: dateOnlySchema,
})

export const followUpListInput = z.strictObject({
  organizationId: id.nullable(),
  subject: z.enum(followUpSubjects).nullable(),
  /** `overdue`: open, and past its day. */
  state: z.enum(['open', 'overdue', 'closed']),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export const versioned = { id, version }
