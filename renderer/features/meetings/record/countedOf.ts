import { countRoll } from '#shared/domain/meetings/roll.ts'
import type { MeetingValues } from './meetingForm.ts'

/** 应到 and 实到 of the meeting as far as they are written down; a roll nobody is marked in tells no 实到. */
export function countedOf({ roll, should, present }: Pick<MeetingValues, 'roll' | 'should' | 'present'>): {
  readonly should: number | null
  readonly present: number | null
} {
  if (roll === null) return { should, present }
  const counted = countRoll(roll)
  return { should: counted.should, present: counted.present === 0 ? null : counted.present }
}
