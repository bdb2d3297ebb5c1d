import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { dutiesOf, judgeDuty } from '#shared/domain/meetings/duties.ts'
import { type HeldMonths, monthsJudge } from '#shared/domain/meetings/dutyMonths.ts'
import { type MeetingFacts, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import { aBranch, aMeeting } from './aBranch.ts'

const group = (id: string) => ({ id, name: id, from: null, to: null })

/** What the cache of a year says of these meetings. */
function monthsOf(meetings: readonly MeetingFacts[], year: number): readonly HeldMonths[] {
  return meetings.flatMap(({ kinds, heldOn, groupId, isFinal, lifeYear }) =>
    [...kinds].flatMap((kind): readonly HeldMonths[] => {
      const isYearly = kind === 'organizationLife' || kind === 'appraisal'
      const of = isYearly && lifeYear !== null ? lifeYear : Number(heldOn.slice(0, 4))
      if (of !== year) return []
      const bit = isYearly ? 1 : 1 << (Number(heldOn.slice(5, 7)) - 1)
      return [
        { kind, groupId: groupId ?? '', finalMonths: isFinal ? bit : 0, draftMonths: isFinal ? 0 : bit },
      ]
    }),
  )
}

const meeting = fc
  .record({
    days: fc.integer({ min: -60, max: 430 }),
    kinds: fc.subarray([...meetingKinds], { minLength: 1, maxLength: 3 }),
    groupId: fc.constantFrom(null, 'a', 'b', 'gone'),
    isFinal: fc.boolean(),
    lifeYear: fc.constantFrom(null, 2025, 2026, 2027),
  })
  .map(({ days, kinds, ...more }) =>
    aMeeting(addDays(dateOnly('2026-01-01'), days), 'other', { ...more, kinds: new Set(kinds) }),
  )

const branch = fc.constantFrom(
  aBranch,
  { ...aBranch, committee: [], hasUnnamedGroup: true },
  { ...aBranch, groups: [group('a'), group('b')] },
)

it('bits say of every duty what the meetings say, on every day', () => {
  fc.assert(
    fc.property(
      fc.array(meeting, { maxLength: 40 }),
      branch,
      fc.integer({ min: -5, max: 460 }),
      (held, of, n) => {
        const today = addDays(dateOnly('2026-01-01'), n)
        const judge = monthsJudge(today, 15)
        const months = monthsOf(held, 2026)
        for (const duty of dutiesOf(of, 2026)) {
          const { state, isOver } = judgeDuty(duty, held, today, 15)
          expect(judge(duty, months)).toEqual({ state, isOver })
        }
      },
    ),
  )
})
