import { describe, expect, it } from 'vitest'
import { type LostFacts, lostStage, searchEndsIn, sixMonthsOn, twoYearsOn } from '#shared/domain/lostDates.ts'
import { lostFindings } from '#shared/domain/lostRules.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { findingTitles } from '#shared/labels/findings.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const settings = defaultRuleSettings

/** Looked for in three ways and two rounds since 2026-01-10, marked so in the roster. */
function aCase(overrides: Partial<LostFacts> = {}): LostFacts {
  return {
    status: 'searching',
    since: partialDate('2026-01-10'),
    stopOn: null,
    stopMeeting: null,
    stopApprovedBy: null,
    stopDoc: null,
    restoreAppliedOn: null,
    restoreDiscussedOn: null,
    restoreApprovedOn: null,
    endedOn: null,
    endedApprovedBy: null,
    foundOn: null,
    attempts: [
      { round: 1, way: 'phone' },
      { round: 1, way: 'family' },
      { round: 2, way: 'visit' },
    ],
    personType: '1',
    partyStatus: 'ZC',
    isMarkedLost: true,
    isAbroad: false,
    ...overrides,
  }
}

/** 停止党籍 on 2024-03-01 with everything written down. */
function aStop(overrides: Partial<LostFacts> = {}): LostFacts {
  return aCase({
    status: 'stopped',
    since: partialDate('2023-05-01'),
    stopOn: partialDate('2024-03-01'),
    stopMeeting: '支部党员大会',
    stopApprovedBy: '区委组织部',
    stopDoc: '区组〔2024〕2号',
    partyStatus: 'TZ',
    ...overrides,
  })
}

const found = (facts: LostFacts, today: string) => lostFindings(facts, { today: dateOnly(today), settings })
const codes = (facts: LostFacts, today: string) =>
  found(facts, today).map(({ severity, code }) => `${severity} ${code}`)

describe('FLO-20: six months without contact and no meeting', () => {
  it('asks for the meeting on the very day six months are over, not the day before', () => {
    expect(codes(aCase(), '2026-07-09')).toEqual([])
    expect(codes(aCase(), '2026-07-10')).toEqual(['orange FLO-20'])
  })

  it('counts a date known to the month from its last day, to the year from its last, and by calendar months', () => {
    const due = (since: string) => sixMonthsOn({ since: partialDate(since) }, settings)
    expect(due('2026-02')).toBe('2026-08-28')
    expect(due('2025')).toBe('2026-06-30')
    expect(due('2025-08-31')).toBe('2026-02-28')
  })

  it('asks for 取消预备党员资格 of a 预备党员, never for 停止党籍; abroad in other words', () => {
    const [home] = found(aCase({ personType: '2' }), '2026-07-10')
    expect(home?.message).toContain('取消预备党员资格')
    expect(home).toMatchObject({ code: 'FLO-20', field: 'endedOn' })
    const [abroad] = found(aCase({ personType: '2', isAbroad: true }), '2026-07-10')
    expect(abroad?.message).toContain('不再保留预备党员资格')
    expect(searchEndsIn({ personType: '2' })).toBe('revoke')
    expect(searchEndsIn({ personType: '1' })).toBe('stop')
  })

  it('is silent without a date, which is asked for instead', () => {
    expect(codes(aCase({ since: null }), '2026-07-10')).toEqual(['yellow LOST_SINCE_MISSING'])
  })

  it('is over once somebody was found', () => {
    const facts = aCase({ status: 'found', foundOn: dateOnly('2026-06-01'), isMarkedLost: false })
    expect(codes(facts, '2027-01-01')).toEqual([])
  })
})

describe('searching: three ways in two rounds', () => {
  const two = [
    { round: 1, way: 'phone' },
    { round: 2, way: 'phone' },
    { round: 2, way: 'family' },
  ] as const

  it('asks for more when a decision is due, not before', () => {
    expect(codes(aCase({ attempts: two }), '2026-07-09')).toEqual([])
    expect(codes(aCase({ attempts: two }), '2026-07-10')).toEqual(['orange FLO-20', 'yellow LOST_ATTEMPTS'])
  })

  it('asks for a second round though there are ways enough', () => {
    const once = (['phone', 'family', 'visit', 'household'] as const).map((way) => ({ round: 1, way }))
    expect(codes(aCase({ attempts: once }), '2026-07-10')).toContain('yellow LOST_ATTEMPTS')
  })

  it('asks for the record of what was done before a decision that was taken', () => {
    expect(codes(aStop({ attempts: [] }), '2025-01-01')).toContain('yellow LOST_ATTEMPTS')
    const thresholds = { ...settings, 'lost.waysMin': 2 }
    const day = { today: dateOnly('2026-07-10'), settings: thresholds }
    expect(lostFindings(aCase({ attempts: two }), day).map(({ code }) => code)).toEqual(['FLO-20'])
  })
})

describe('FLO-21: two years after 停止党籍', () => {
  it('is red on the very day two years are over, not the day before', () => {
    expect(codes(aStop(), '2026-02-28')).toEqual(['blue FLO-22'])
    expect(codes(aStop(), '2026-03-01')).toEqual(['red FLO-21', 'blue FLO-22'])
    expect(twoYearsOn({ stopOn: partialDate('2024-02-29') }, settings)).toBe('2026-02-28')
    expect(twoYearsOn({ stopOn: null }, settings)).toBeNull()
  })

  it('says to restore, not to expel, who was reached meanwhile', () => {
    const reached = aStop({ foundOn: dateOnly('2025-10-01'), isMarkedLost: false })
    expect(codes(reached, '2026-01-01')).toEqual(['blue FLO-22', 'blue FLO-21'])
    expect(codes(reached, '2026-03-01')).toEqual(['red FLO-21', 'blue FLO-22'])
    expect(found(reached, '2026-03-01')[0]?.message).toContain('恢复党籍')
  })

  it('is over after the expulsion', () => {
    const facts = aStop({
      status: 'expelled',
      endedOn: dateOnly('2026-03-02'),
      endedApprovedBy: '区委组织部',
      partyStatus: 'CD',
    })
    expect(codes(facts, '2027-01-01')).toEqual([])
  })
})

describe('FLO-22: 停止党籍 is not counted', () => {
  it('says so beside the case, and the statistics leave such people out', () => {
    expect(found(aStop(), '2025-01-01')[0]?.message).toContain('不计入党员数')
    expect(isCountedStatus('TZ')).toBe(false)
  })
})

describe('MEM-02: what was decided too early or too late', () => {
  it('a stop before six months were over is red', () => {
    expect(codes(aStop({ stopOn: partialDate('2023-10-31') }), '2024-01-01')).toContain('red MEM-02')
    expect(codes(aStop({ stopOn: partialDate('2023-11-01') }), '2024-01-01')).not.toContain('red MEM-02')
  })

  it('an expulsion before two years, and a restoration after them, are red', () => {
    const expelled = (endedOn: string) =>
      codes(
        aStop({
          status: 'expelled',
          endedOn: dateOnly(endedOn),
          endedApprovedBy: '区委组织部',
          partyStatus: 'CD',
        }),
        '2027-01-01',
      )
    expect(expelled('2026-02-28')).toEqual(['red MEM-02'])
    expect(expelled('2026-03-01')).toEqual([])
    const restored = (on: string) =>
      codes(
        aStop({
          status: 'restored',
          restoreAppliedOn: dateOnly('2025-12-01'),
          restoreDiscussedOn: dateOnly('2025-12-10'),
          restoreApprovedOn: dateOnly(on),
          partyStatus: 'ZC',
          isMarkedLost: false,
        }),
        '2027-01-01',
      )
    expect(restored('2026-03-01')).toEqual([])
    expect(restored('2026-03-02')).toEqual(['red MEM-02'])
  })
})

describe('what a case should have', () => {
  it('names what is missing of a decision', () => {
    const [finding] = found(aStop({ stopMeeting: null, stopDoc: null }), '2025-01-01').filter(
      ({ code }) => code === 'LOST_DECISION',
    )
    expect(finding?.message).toContain('会议、文号')
  })

  it('a 预备党员 who is stopped is an error of the record', () => {
    expect(codes(aStop({ personType: '2' }), '2025-01-01')).toContain('red LOST_PROBATIONARY')
  })

  it('a roster that says otherwise is pointed at, only while the case is open', () => {
    expect(codes(aCase({ isMarkedLost: false }), '2026-02-01')).toEqual(['yellow LOST_MISMATCH'])
    expect(codes(aCase({ partyStatus: 'TZ' }), '2026-02-01')).toEqual(['yellow LOST_MISMATCH'])
    expect(codes(aStop({ partyStatus: 'CD' }), '2025-01-01')).toContain('yellow LOST_MISMATCH')
    const found = aCase({ status: 'found', partyStatus: 'SW', isMarkedLost: false })
    expect(codes(found, '2026-02-01')).toEqual([])
  })
})

it('every case is in exactly one stage, which turns with its date', () => {
  const stage = (facts: LostFacts, today: string) => lostStage(facts, { today: dateOnly(today), settings })
  expect(stage(aCase(), '2026-07-09')).toBe('searching')
  expect(stage(aCase(), '2026-07-10')).toBe('sixMonths')
  expect(stage(aStop(), '2026-02-28')).toBe('stopped')
  expect(stage(aStop(), '2026-03-01')).toBe('twoYears')
  expect(stage(aCase({ status: 'revoked' }), '2030-01-01')).toBe('over')
  expect(stage(aCase({ since: null }), '2030-01-01')).toBe('searching')
})

it('every finding says its basis and has a title', () => {
  const all = [
    ...found(aCase({ attempts: [], personType: '2' }), '2026-08-01'),
    ...found(aStop({ personType: '2', stopDoc: null, attempts: [] }), '2027-01-01'),
  ]
  for (const { code, basis } of all) {
    expect(basis).not.toBe('')
    expect(Object.keys(findingTitles)).toContain(code)
  }
})
