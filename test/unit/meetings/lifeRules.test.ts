import { describe, expect, it } from 'vitest'
import { type DutyBranch, dutiesOf, judgeDuty } from '#shared/domain/meetings/duties.ts'
import type { MeetingFacts } from '#shared/domain/meetings/kinds.ts'
import {
  defaultMeetingSettings as settings,
  isLateRecord,
  type LifeFacts,
  lifeFindings,
} from '#shared/domain/meetings/lifeRules.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aBranch, aMeeting } from './aBranch.ts'

const day = dateOnly

function found(
  code: string,
  today: string,
  meetings: readonly MeetingFacts[],
  more: Partial<LifeFacts> & { readonly branch?: Partial<DutyBranch> } = {},
): readonly string[] {
  const { branch, ...rest } = more
  const duties = dutiesOf({ ...aBranch, ...branch }, 2026).map((duty) =>
    judgeDuty(duty, meetings, day(today), settings['life.nearDays']),
  )
  const facts = {
    year: 2026,
    duties,
    isDecemberMissing: false,
    meetings,
    themeDay: null,
    hasSecretary: true,
    talks: null,
    settings,
  }
  return lifeFindings({ ...facts, today: day(today), ...rest })
    .filter((each) => each.code === code)
    .map(({ severity, message }) => `${severity} ${message}`)
}

describe('LIFE-01 a 党员大会 each quarter', () => {
  it('yellow in the last 15 days, red when it is over', () => {
    expect(found('LIFE-01', '2026-03-15', [])).toEqual([])
    expect(found('LIFE-01', '2026-03-16', [])).toEqual([
      'yellow 2026年第1季度还没有党员大会记录，本季度即将结束',
    ])
    expect(found('LIFE-01', '2026-04-01', [])).toEqual(['red 2026年第1季度党员大会没有记录'])
    expect(found('LIFE-01', '2026-04-01', [aMeeting('2026-02-01', 'branchMeeting')])).toEqual([])
  })
})

describe('LIFE-02 a 支委会 each month', () => {
  it('yellow; red from the second month in a row; a month in between ends the row', () => {
    expect(found('LIFE-02', '2026-02-10', [])).toEqual(['yellow 2026年1月没有支委会记录'])
    expect(found('LIFE-02', '2026-03-10', [])).toEqual([
      'yellow 2026年1月没有支委会记录',
      'red 2026年2月没有支委会记录，已连续两个月以上',
    ])
    expect(found('LIFE-02', '2026-04-10', [aMeeting('2026-02-02', 'committeeMeeting')])).toEqual([
      'yellow 2026年1月没有支委会记录',
      'yellow 2026年3月没有支委会记录',
    ])
  })

  it('goes on over the turn of the year', () =>
    expect(found('LIFE-02', '2026-02-10', [], { isDecemberMissing: true })).toEqual([
      'red 2026年1月没有支委会记录，已连续两个月以上',
    ]))

  it('not of a branch without a committee', () => {
    expect(found('LIFE-02', '2026-12-31', [], { branch: { committee: [] } })).toEqual([])
  })
})

describe('LIFE-03 a 党小组会 each month, group by group', () => {
  it('names the group', () => {
    const groups = [
      { id: 'a', name: '一组', from: null, to: null },
      { id: 'b', name: '二组', from: null, to: null },
    ]
    const held = [aMeeting('2026-01-20', 'groupMeeting', { groupId: 'a' })]
    expect(found('LIFE-03', '2026-02-01', held, { branch: { groups } })).toEqual([
      'yellow 2026年1月“二组”没有党小组会记录',
    ])
  })
})

describe('LIFE-04 党课', () => {
  it('each quarter; yellow', () => {
    expect(found('LIFE-04', '2026-04-01', [])).toEqual(['yellow 2026年第1季度党课没有记录'])
  })

  it('by the secretary once a year: red from 15 December', () => {
    const held = ['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01'].map((on) => aMeeting(on, 'lecture'))
    expect(found('LIFE-04', '2026-12-14', held)).toEqual([])
    expect(found('LIFE-04', '2026-12-15', held)).toEqual(['red 2026年书记没有讲过党课（每年至少 1 次）'])
    expect(found('LIFE-04', '2026-12-15', held, { hasSecretary: false })).toEqual([])
    const before = aMeeting('2025-06-01', 'lecture', { isSecretaryLecturing: true })
    expect(found('LIFE-04', '2026-12-15', [...held, before])).toHaveLength(1)
    const own = [...held, aMeeting('2026-06-01', 'lecture', { isSecretaryLecturing: true })]
    expect(found('LIFE-04', '2026-12-15', own)).toEqual([])
  })
})

describe('LIFE-05 主题党日', () => {
  it('within seven days of the fixed day', () => {
    const at = (on: string, themeDay: number | null = 5) =>
      found('LIFE-05', '2026-02-01', [aMeeting(on, 'themeDay')], { themeDay })
    expect(at('2026-01-12')).toEqual([])
    expect(at('2026-01-13')).toEqual(['yellow 2026年1月主题党日不在固定日（5 日）前后 7 天内'])
    expect(at('2026-01-13', null)).toEqual([])
    expect(found('LIFE-05', '2026-02-01', [], { themeDay: 5 })).toEqual(['yellow 2026年1月没有主题党日记录'])
  })

  it('the 31st of a month without one is its last day', () => {
    const held = [aMeeting('2026-01-31', 'themeDay'), aMeeting('2026-02-22', 'themeDay')]
    expect(found('LIFE-05', '2026-03-01', held, { themeDay: 31 })).toEqual([])
  })
})

describe('LIFE-06 组织生活会 and 民主评议', () => {
  it('yellow from the new year, red after 31 March', () => {
    expect(found('LIFE-06', '2026-12-31', [])).toEqual([])
    expect(found('LIFE-06', '2027-03-31', [])).toEqual([
      'yellow 2026年没有组织生活会记录',
      'yellow 2026年没有民主评议党员记录',
    ])
    expect(found('LIFE-06', '2027-04-01', [])[0]).toMatch(/^red/)
  })
})

describe('LIFE-07 谈心谈话', () => {
  it('one finding for everybody, when the year is over', () => {
    const talks = { without: 12, of: 40 }
    expect(found('LIFE-07', '2026-12-31', [], { talks })).toEqual([])
    expect(found('LIFE-07', '2027-01-01', [], { talks })).toEqual([
      'yellow 2026年有 12 人没有谈心谈话记录（共 40 人）',
    ])
    expect(found('LIFE-07', '2027-01-01', [], { talks: { without: 0, of: 40 } })).toEqual([])
  })
})

describe('LIFE-09 组织生活会 and 党员大会 in one', () => {
  const both = { kinds: new Set(['branchMeeting', 'organizationLife'] as const) }

  it('needs a vote of its own', () => {
    const held = [aMeeting('2026-11-20', 'branchMeeting', both)]
    expect(found('LIFE-09', '2026-12-01', held)).toHaveLength(1)
    const ballot = {
      should: 10,
      present: 9,
      agreed: 9,
      agreedInWriting: 0,
      against: 0,
      abstained: 0,
      isSecret: true,
    }
    const votedIn = (section: 'branchMeeting' | 'organizationLife') => {
      const matters = [{ id: 'x', section, kind: 'important', ballot, isPassed: true } as const]
      return found('LIFE-09', '2026-12-01', [aMeeting('2026-11-20', 'branchMeeting', { ...both, matters })])
    }
    expect(found('LIFE-09', '2026-12-01', [aMeeting('2025-12-20', 'branchMeeting', both)])).toEqual([])
    expect(votedIn('branchMeeting')).toEqual([])
    expect(votedIn('organizationLife')).toHaveLength(1)
  })
})

it('a record is late from the fourth day on', () => {
  expect(isLateRecord(day('2026-03-01'), day('2026-03-04'), settings)).toBe(false)
  expect(isLateRecord(day('2026-03-01'), day('2026-03-05'), settings)).toBe(true)
})
