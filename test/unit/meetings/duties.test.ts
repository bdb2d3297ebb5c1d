import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  completion,
  dutiesOf,
  type Duty,
  type DutyBranch,
  type DutyKind,
  isGap,
  judgeDuty,
} from '#shared/domain/meetings/duties.ts'
import { daysOf, periodLabel, periodLengths, periodsOf } from '#shared/domain/meetings/periods.ts'
import { addDays, dateOnly } from '#shared/lib/dates.ts'
import { aBranch, aMeeting } from './aBranch.ts'

const day = dateOnly

/** Of 2026; `no` of its months, quarters or the year. */
function aDuty(kind: DutyKind, no: number): Duty {
  const found = dutiesOf({ ...aBranch, hasUnnamedGroup: true }, 2026).find(
    (duty) => duty.kind === kind && duty.period.no === no,
  )
  if (!found) throw new Error('not owed')
  return found
}

function owed(branch: Partial<DutyBranch>, kind: DutyKind): readonly number[] {
  return dutiesOf({ ...aBranch, ...branch }, 2026)
    .filter((duty) => duty.kind === kind)
    .map(({ period }) => period.no)
}

describe('duties', () => {
  it('of a whole year: 4 大会, 12 支委会, 4 党课, 12 主题党日, 1 组织生活会, 1 民主评议', () => {
    const count = (kind: DutyKind) => owed({}, kind).length
    expect([
      count('branchMeeting'),
      count('committeeMeeting'),
      count('lecture'),
      count('themeDay'),
      count('organizationLife'),
      count('appraisal'),
    ]).toEqual([4, 12, 4, 12, 1, 1])
  })

  it('without a committee no 支委会, without groups no 党小组会', () => {
    expect(owed({ committee: [] }, 'committeeMeeting')).toEqual([])
    expect(owed({}, 'groupMeeting')).toEqual([])
  })

  it('a committee elected on 10 March owes from April on; one given up on 30 June owes up to May', () => {
    expect(owed({ committee: [{ from: day('2026-03-10'), to: null }] }, 'committeeMeeting')[0]).toBe(4)
    expect(owed({ committee: [{ from: null, to: day('2026-06-30') }] }, 'committeeMeeting').at(-1)).toBe(5)
    expect(owed({ committee: [{ from: null, to: day('2026-07-01') }] }, 'committeeMeeting').at(-1)).toBe(6)
    expect(owed({ committee: [{ from: day('2026-03-01'), to: null }] }, 'committeeMeeting')[0]).toBe(3)
  })

  it('each group owes its own', () => {
    const groups = ['a', 'b'].map((id) => ({ id, name: id, from: null, to: null }))
    expect(owed({ groups }, 'groupMeeting')).toHaveLength(24)
  })

  it('a branch whose groups nobody wrote down owes 党小组会 as one', () => {
    expect(owed({ hasUnnamedGroup: true }, 'groupMeeting')).toHaveLength(12)
  })

  it('a branch founded in the second quarter owes quarters 3 and 4, and no 组织生活会 of that year', () => {
    const existed = { from: day('2026-05-04'), to: null }
    expect(owed({ existed }, 'branchMeeting')).toEqual([3, 4])
    expect(owed({ existed }, 'organizationLife')).toEqual([])
  })

  it('a 临时党支部 owes no 组织生活会 and no 民主评议', () => {
    expect([
      ...owed({ isTemporary: true }, 'organizationLife'),
      ...owed({ isTemporary: true }, 'appraisal'),
    ]).toEqual([])
    expect(owed({ isTemporary: true }, 'branchMeeting')).toHaveLength(4)
  })
})

describe('a cell', () => {
  const march = aDuty('themeDay', 3)
  const state = (today: string, ...held: readonly ReturnType<typeof aMeeting>[]) =>
    judgeDuty(march, held, day(today), 15).state

  it('is open, near from 15 days before the end, missing from the day after', () => {
    expect(state('2026-03-15')).toBe('open')
    expect(state('2026-03-16')).toBe('near')
    expect(state('2026-03-31')).toBe('near')
    expect(state('2026-04-01')).toBe('missing')
  })

  it('is done by a final record of its own kind and time, not by a draft', () => {
    expect(state('2026-05-01', aMeeting('2026-03-31', 'themeDay'))).toBe('done')
    expect(state('2026-05-01', aMeeting('2026-03-31', 'themeDay', { isFinal: false }))).toBe('draft')
    expect(state('2026-05-01', aMeeting('2026-03-31', 'lecture'))).toBe('missing')
    expect(state('2026-05-01', aMeeting('2026-04-01', 'themeDay'))).toBe('missing')
  })

  it('LIFE-08: one meeting of two kinds answers for both', () => {
    const both = aMeeting('2026-03-05', 'themeDay', { kinds: new Set(['themeDay', 'lecture']) })
    const cells = dutiesOf(aBranch, 2026).map((duty) => judgeDuty(duty, [both], day('2026-12-31'), 15))
    const done = cells
      .filter((cell) => cell.state === 'done')
      .map(({ kind, period }) => `${kind} ${period.no}`)
    expect(done).toEqual(['lecture 1', 'themeDay 3'])
  })

  it('of one group is not answered by the meeting of another', () => {
    const duty = { ...aDuty('groupMeeting', 3), group: { id: 'a', name: '一组' } }
    const held = (groupId: string) => [aMeeting('2026-03-09', 'groupMeeting', { groupId })]
    expect(judgeDuty(duty, held('b'), day('2026-04-02'), 15).state).toBe('missing')
    expect(judgeDuty(duty, held('a'), day('2026-04-02'), 15).state).toBe('done')
  })

  it('of every group is answered by a 党小组会 of nobody wrote down which', () => {
    const held = [aMeeting('2026-03-09', 'groupMeeting')]
    const duty = { ...aDuty('groupMeeting', 3), group: { id: 'a', name: '一组' } }
    expect(judgeDuty(duty, held, day('2026-04-02'), 15).state).toBe('done')
    const unnamed = [aMeeting('2026-03-09', 'groupMeeting', { groupId: 'gone' })]
    expect(judgeDuty(aDuty('groupMeeting', 3), unnamed, day('2026-04-02'), 15).state).toBe('done')
  })

  it('a draft is a gap only when its period is over', () => {
    const held = [aMeeting('2026-03-09', 'themeDay', { isFinal: false })]
    expect(
      ['2026-03-31', '2026-04-01'].map((today) => isGap(judgeDuty(march, held, day(today), 15))),
    ).toEqual([false, true])
  })

  it('an 组织生活会 held next February for this year counts for this year', () => {
    const duty = aDuty('organizationLife', 1)
    const late = aMeeting('2027-02-10', 'organizationLife', { lifeYear: 2026 })
    const other = aMeeting('2026-02-10', 'organizationLife', { lifeYear: 2025 })
    expect(judgeDuty(duty, [late], day('2027-03-01'), 15).state).toBe('done')
    expect(judgeDuty(duty, [other], day('2027-03-01'), 15).state).toBe('missing')
  })

  it('LIFE-15 完成率 leaves out what still runs', () => {
    const cells = dutiesOf(aBranch, 2026)
      .filter(({ kind }) => kind === 'themeDay')
      .map((duty) => judgeDuty(duty, [aMeeting('2026-01-05', 'themeDay')], day('2026-03-10'), 15))
    expect(completion(cells)).toEqual({ done: 1, owed: 2 })
  })
})

describe('periods', () => {
  it('of a year follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2100 }),
        fc.constantFrom('month', 'quarter'),
        (year, length) => {
          const spans = periodsOf(year, length).map(daysOf)
          expect(spans[0]?.from).toBe(`${year}-01-01`)
          expect(spans.at(-1)?.to).toBe(`${year}-12-31`)
          for (const [n, span] of spans.entries())
            if (n > 0) expect(span.from).toBe(addDays(spans[n - 1]?.to ?? span.from, 1))
        },
      ),
    )
  })

  it('are called as people call them', () => {
    expect(periodLengths.map((length) => periodLabel({ year: 2026, length, no: 1 }))).toEqual([
      '2026年1月',
      '2026年第1季度',
      '2026年',
    ])
  })
})
