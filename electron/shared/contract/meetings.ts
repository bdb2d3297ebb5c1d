import { z } from 'zod'
import { dutyKinds } from '../domain/meetings/duties.ts'
import type { MeetingKind } from '../domain/meetings/kinds.ts'
import { checkStates } from '../domain/meetings/records.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import {
  followUpListInput,
  meetingInput,
  meetingListInput,
  reasonInput,
  rollOfDayInput,
  versioned,
} from './meetingInputs.ts'
import type {
  AttendanceRow,
  BranchCompliance,
  FollowUpRow,
  Grid,
  MeetingContent,
  MeetingDetail,
  MeetingRow,
  RollOfDay,
} from './meetingRows.ts'

const id = z.string().min(1).max(64)
const year = z.int().min(1949).max(2199)
const detail = <T extends z.ZodType>(input: T) => command(input, 'member.write').output<MeetingDetail>()

export const meetingsRoutes = {
  'meetings.list': query(meetingListInput, 'member.read').output<{
    readonly rows: readonly MeetingRow[]
    readonly total: number
    /** Of what is asked for, whatever the kinds. */
    readonly byKind: Readonly<Record<MeetingKind, number>>
  }>(),
  'meetings.get': query(z.strictObject({ id }), 'member.read').output<MeetingDetail>(),
  /** An older version, whole. */
  'meetings.version': query(
    z.strictObject({ id, no: z.int().min(1) }),
    'member.read',
  ).output<MeetingContent>(),
  /** Who belonged and had rights on the day: 应到, name by name. */
  'meetings.roll': query(rollOfDayInput, 'member.read').output<RollOfDay>(),
  'meetings.create': detail(z.strictObject({ fields: meetingInput })),
  /** The whole form. Of a final meeting only with a reason: what it said becomes a version. */
  'meetings.update': detail(
    z.strictObject({ ...versioned, fields: meetingInput, reason: reasonInput.nullable() }),
  ),
  /** 定稿: numbered, and its votes on 发展党员 written into the files. Refused with a sentence for each thing that is missing. */
  'meetings.finalize': detail(z.strictObject({ ...versioned })),
  /** A new draft with last month's kinds, agenda headings, place and people asked: never what was said or decided. */
  'meetings.copy': detail(z.strictObject({ id, heldOn: dateOnlySchema })),
  'meetings.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'member.write',
  ).output<null>(),
  /** The street's look at final records: all of them or none. */
  'meetings.check': command(
    z.strictObject({
      meetings: z
        .array(z.strictObject({ ...versioned }))
        .min(1)
        .max(500),
      state: z.enum(checkStates),
      words: z.string().overwrite(plainText).max(300, '最多 300 个字').nullable(),
    }),
    'meeting.check',
  ).output<{ readonly checked: number }>(),
  'meetings.followUps': query(followUpListInput, 'member.read').output<{
    readonly rows: readonly FollowUpRow[]
    readonly total: number
    readonly counts: { readonly open: number; readonly overdue: number; readonly closed: number }
  }>(),
  /** `version`: of the meeting it is of, as the board shows it. Null opens it again. */
  'meetings.closeFollowUp': command(
    z.strictObject({
      ...versioned,
      closedOn: dateOnlySchema.nullable(),
      result: z.string().overwrite(plainText).max(500, '最多 500 个字').nullable(),
    }),
    'member.write',
  ).output<null>(),
  /** 补学, 送学上门: the day somebody made up for a meeting; null takes it back. */
  'meetings.makeUp': command(
    z.strictObject({ ...versioned, memberId: id, madeUpOn: dateOnlySchema.nullable() }),
    'member.write',
  ).output<null>(),
  /** 完成率: month x branch, of an organisation with everything below it. */
  'meetings.grid': query(
    z.strictObject({
      organizationId: id.nullable(),
      year,
      /** Rows, their counts and `only` by this kind alone; null for all. */
      kind: z.enum(dutyKinds).nullable(),
      /** Only branches with something missing (a draft is no record yet), or with something that runs out. */
      only: z.enum(['missing', 'near']).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    'member.read',
  ).output<Grid>(),
  /** LIFE-01 to LIFE-09 of one branch and year. */
  'meetings.compliance': query(
    z.strictObject({ organizationId: id, year }),
    'member.read',
  ).output<BranchCompliance>(),
  /** Person by person of one branch over a year. */
  'meetings.attendance': query(z.strictObject({ organizationId: id, year }), 'member.read').output<{
    readonly rows: readonly AttendanceRow[]
    /** Meetings with a roll, and those of which only counts are known. */
    readonly withRoll: number
    readonly countsOnly: number
  }>(),
  /** Phone of the branch's contact, shown on request. */
  'meetings.revealContact': command(z.strictObject({ organizationId: id }), 'member.reveal').output<{
    readonly phone: string | null
  }>(),
}
