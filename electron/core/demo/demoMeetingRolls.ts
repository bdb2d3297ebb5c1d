import type { WriteDb } from '#db/database.ts'
import type { AbsenceReason } from '#shared/domain/meetings/records.ts'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { addDays, type DateOnly } from '#shared/lib/dates.ts'
import { rollOfDay } from '../records/meetingRollOfDay.ts'
import type { DemoLifeBranch } from './demoMeetingBranch.ts'
import type { Random } from './random.ts'

const reasons: readonly AbsenceReason[] = ['ill', 'private', 'duty', 'away']

/** Who should come on that day: most of them came, some were excused, and one who has no post never comes. */
export function demoRoll(
  tx: WriteDb,
  { row, posts }: DemoLifeBranch,
  on: DateOnly,
  random: Random,
): readonly RollEntry[] {
  const asked = { organizationId: row.id, groupId: null, kinds: ['branchMeeting'] as const, on }
  const { roll } = rollOfDay(tx, asked)
  const inOffice = new Set(posts.map(({ memberId }) => memberId))
  const away = roll.find(
    ({ memberId, state, isFrail }) => state === 'absent' && !isFrail && !inOffice.has(memberId),
  )
  return roll.map((entry): RollEntry => {
    if (entry.state === 'excused') return entry
    if (entry === away) return { ...entry, state: 'absent' }
    if (entry.isFrail) {
      const madeUpOn = random.chance(0.6) ? addDays(on, 3) : null
      return { ...entry, state: 'excused', reason: 'ill', note: '送学上门', madeUpOn }
    }
    // Who holds a post is there: somebody held the meeting.
    if (random.chance(0.86) || inOffice.has(entry.memberId ?? '')) return { ...entry, state: 'present' }
    if (random.chance(0.15)) return { ...entry, state: 'absent' }
    const madeUpOn = random.chance(0.5) ? addDays(on, 5) : null
    return { ...entry, state: 'excused', reason: random.pick(reasons), madeUpOn }
  })
}
