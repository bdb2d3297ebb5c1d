import { z } from 'zod'
import { attendanceStates } from './attendance.ts'
import { cleanName, plainText } from '../../lib/text.ts'
import { absenceReasons, exemptReasons } from './records.ts'

/** One person of a meeting's roll, as on the meeting's day; a person who is in no record any more keeps the name. */
export const rollEntrySchema = z.strictObject({
  memberId: z.string().min(1).max(64).nullable(),
  name: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50, '姓名最多 50 个字'),
  /** Had 表决权 on that day: counted in 应到. 预备党员 and others without it come, but are not counted. */
  isVoter: z.boolean(),
  /** 高龄、失能 (LIFE-11). */
  isFrail: z.boolean(),
  state: z.enum(attendanceStates),
  reason: z.enum(absenceReasons).nullable(),
  /** More of the reason, in words. */
  note: z.string().overwrite(plainText).max(100, '最多 100 个字').nullable(),
  /** ORG-39: not counted in 应到, as the branch agreed. */
  exempt: z.enum(exemptReasons).nullable(),
  /** 补学, or 送学上门 of the frail. */
  madeUpOn: z.iso.date().nullable(),
})

export type RollEntry = Readonly<z.output<typeof rollEntrySchema>>

export const rollSchema = z.array(rollEntrySchema).max(2000)

export interface RollCount {
  /** 应到: with 表决权, less those exempted. */
  readonly should: number
  /** 实到 of those. */
  readonly present: number
  /** Came without a vote. */
  readonly others: number
}

/** 应到 and 实到 of a roll: who has no vote and who is exempted is counted in neither. */
export function countRoll(roll: readonly RollEntry[]): RollCount {
  const counted = roll.filter(({ isVoter, exempt }) => isVoter && exempt === null)
  return {
    should: counted.length,
    present: counted.filter(({ state }) => state === 'present').length,
    others: roll.filter(({ isVoter, state }) => !isVoter && state === 'present').length,
  }
}
