import { describe, expect, it } from 'vitest'
import { organizationFindings } from '#shared/domain/organizationRules.ts'
import type { OrganizationFacts } from '#shared/domain/organizationRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { findingTitles } from '#shared/labels/findings.ts'
import { dateOnly } from '#shared/lib/dates.ts'

/** A community branch with nothing wrong. */
function aBranch(overrides: Partial<OrganizationFacts> = {}): OrganizationFacts {
  return {
    type: 'ZB',
    branchKind: 'WG',
    unitNature: 'SQ',
    status: 'active',
    full: 20,
    probationary: 1,
    groups: 0,
    ungrouped: 21,
    jointUnits: null,
    unitFull: [],
    committeeSeats: 3,
    termYears: 5,
    currentTermFrom: dateOnly('2024-02-20'),
    currentTermTo: dateOnly('2029-02-20'),
    ...overrides,
  }
}

const findings = (facts: OrganizationFacts) => organizationFindings(facts, defaultRuleSettings)
const codes = (overrides: Partial<OrganizationFacts> = {}) =>
  findings(aBranch(overrides)).map(({ severity, code }) => `${severity} ${code}`)

const noTerm = { termYears: null, currentTermFrom: null, currentTermTo: null }

describe('setting up organisations (domain 1.3)', () => {
  it('finds nothing on a sound branch, nor on one that has ended', () => {
    expect(codes()).toEqual([])
    expect(codes({ full: 200, status: 'dissolved' })).toEqual([])
    expect(codes({ full: 200, status: 'merged' })).toEqual([])
  })

  it('ORG-01: three 正式党员 of one unit in a joint branch; 预备党员 do not count', () => {
    const joint = { branchKind: 'LH', jointUnits: 2 } as const
    expect(
      codes({
        ...joint,
        unitFull: [
          { unit: '甲', full: 3 },
          { unit: '乙', full: 2 },
        ],
      }),
    ).toEqual(['yellow ORG-01'])
    expect(codes({ ...joint, unitFull: [{ unit: '甲', full: 2 }] })).toEqual([])
  })

  it('ORG-01: a branch still only planned although three 正式党员 are there', () => {
    expect(codes({ status: 'planned', full: 3, committeeSeats: null })).toEqual(['yellow ORG-01'])
    expect(codes({ status: 'planned', full: 2, probationary: 5, committeeSeats: null })).toEqual([])
  })

  it('ORG-02: a joint branch covers five units at most', () => {
    expect(codes({ branchKind: 'LH', jointUnits: 5 })).toEqual([])
    expect(codes({ branchKind: 'LH', jointUnits: 6 })).toEqual(['yellow ORG-02'])
    expect(codes({ branchKind: 'LH', jointUnits: 0 })).toEqual(['blue ORG-02'])
    expect(codes({ branchKind: 'LH', jointUnits: null })).toEqual([])
  })

  it('ORG-02: two 正式党员 are not enough, however many 预备党员', () => {
    expect(codes({ full: 2, probationary: 5, committeeSeats: null })).toEqual(['blue ORG-02'])
    expect(codes({ full: 3, probationary: 0, committeeSeats: null })).toEqual([])
    expect(codes({ full: 0, probationary: 0, committeeSeats: null })).toEqual([])
  })

  it('ORG-03: more than fifty, 预备党员 included; fifty is not too many', () => {
    expect(codes({ full: 48, probationary: 2 })).toEqual(['blue ORG-04'])
    expect(codes({ full: 49, probationary: 2 })).toEqual(['yellow ORG-03', 'blue ORG-04'])
    expect(codes({ full: 47, probationary: 2 })).toEqual([])
  })

  it('ORG-04: a 总支 from fifty, a 基层党委 from a hundred', () => {
    const message = (full: number) =>
      findings(aBranch({ full, probationary: 0 })).find(({ code }) => code === 'ORG-04')?.message
    expect(message(99)).toContain('党总支')
    expect(message(100)).toContain('基层党委')
    expect(codes({ type: 'ZZ', branchKind: null, full: 100 })).toEqual(['blue ORG-04'])
    expect(codes({ type: 'ZZ', branchKind: null, full: 98, probationary: 1 })).toEqual([])
    expect(codes({ type: 'SQW', branchKind: null, full: 300 })).toEqual([])
  })

  it('ORG-05: 102 members in one branch with a committee of seven meet ORG-03 and ORG-04', () => {
    expect(codes({ full: 102, probationary: 0, committeeSeats: 7 })).toEqual(['yellow ORG-03', 'blue ORG-04'])
  })

  it('ORG-06: a temporary branch has no term, no memberships, admits and collects nothing', () => {
    const temporary = { branchKind: 'LS', ...noTerm, full: 0, probationary: 0 } as const
    expect(codes(temporary)).toEqual([])
    expect(codes({ ...temporary, termYears: 3 })).toEqual(['block ORG-06'])
    expect(codes({ ...temporary, started: ['development', 'dues'] })).toEqual([
      'block ORG-06',
      'block ORG-06',
    ])
    expect(codes({ ...temporary, full: 4 })).toEqual(['yellow ORG-06'])
  })

  it('ORG-09: once there are groups, everybody is in one', () => {
    expect(codes({ groups: 0, ungrouped: 21 })).toEqual([])
    expect(codes({ groups: 3, ungrouped: 2 })).toEqual(['yellow ORG-09'])
    expect(codes({ groups: 3, ungrouped: 0 })).toEqual([])
    expect(findings(aBranch({ groups: 3, ungrouped: 2 }))[0]?.message).toContain('2 名党员未编入')
  })
})

describe('terms (ORG-10)', () => {
  const to = (years: number) => dateOnly(`${2024 + years}-02-20`)

  it('ORG-10: a community branch with three years', () => {
    expect(codes({ termYears: 3, currentTermTo: to(3) })).toEqual(['yellow ORG-10'])
    expect(findings(aBranch({ termYears: 3, currentTermTo: to(3) }))[0]?.message).toBe(
      '任期登记为 3 年，村、社区的党支部每届任期应为 5 年，请核对',
    )
  })

  it('ORG-10: a branch of an office with five years is longer than usual, no breach', () => {
    const office = { branchKind: 'DD', unitNature: 'JG' } as const
    expect(codes({ ...office, termYears: 5 })).toEqual(['blue ORG-10'])
    expect(codes({ ...office, termYears: 3, currentTermTo: to(3) })).toEqual([])
    expect(codes({ ...office, termYears: 2, currentTermTo: to(2) })).toEqual(['yellow ORG-10'])
  })

  it('ORG-10: the working committee and a group have no term', () => {
    const office = { branchKind: null, unitNature: null, full: 0, probationary: 0 }
    expect(codes({ ...office, type: 'DGW', ...noTerm })).toEqual([])
    expect(codes({ ...office, type: 'DGW' })).toEqual(['yellow ORG-10'])
    expect(codes({ ...office, type: 'XZ' })).toEqual(['yellow ORG-10'])
  })

  it('ORG-10: the last day follows from the first', () => {
    expect(codes({ currentTermTo: dateOnly('2029-02-19') })).toEqual(['blue ORG-10'])
    expect(codes({ currentTermFrom: dateOnly('2024-02-29'), currentTermTo: dateOnly('2029-02-28') })).toEqual(
      [],
    )
  })

  it('ORG-10: silent where nothing is known', () => {
    expect(codes({ ...noTerm })).toEqual([])
    expect(codes({ branchKind: 'DD', unitNature: null, termYears: 3, currentTermTo: to(3) })).toEqual([])
  })
})

describe('branch committees (ORG-50)', () => {
  it('ORG-50: from seven 正式党员 a committee; 预备党员 do not count', () => {
    expect(codes({ full: 7, committeeSeats: 0 })).toEqual(['yellow ORG-50'])
    expect(codes({ full: 6, probationary: 3, committeeSeats: 0 })).toEqual([])
    expect(codes({ full: 6, committeeSeats: null })).toEqual([])
    expect(codes({ full: 6, committeeSeats: 3 })).toEqual(['blue ORG-50'])
    expect(codes({ full: 6, committeeSeats: 2 })).toEqual([])
  })

  it('ORG-50: three to seven seats', () => {
    expect([2, 3, 5, 7, 8].map((committeeSeats) => codes({ committeeSeats }))).toEqual([
      ['yellow ORG-50'],
      [],
      [],
      [],
      ['yellow ORG-50'],
    ])
  })

  it('ORG-50: asks for the seats where they are not recorded', () => {
    expect(codes({ committeeSeats: null })).toEqual(['blue ORG-50'])
  })
})

it('every organisation finding has a title, a basis and full-width punctuation', () => {
  const found = [
    aBranch({ full: 120, groups: 2, ungrouped: 4, committeeSeats: 9, termYears: 3 }),
    aBranch({ branchKind: 'LH', jointUnits: 8, unitFull: [{ unit: '甲', full: 3 }] }),
    aBranch({ branchKind: 'LS', started: ['election'] }),
    aBranch({ type: 'DGW', branchKind: null }),
  ].flatMap(findings)
  expect(found.length).toBeGreaterThan(10)
  for (const { code, basis, message } of found) {
    expect(findingTitles).toHaveProperty(code)
    expect(basis).not.toBe('')
    expect(message).not.toMatch(/[,;:!?]|undefined|null|NaN/)
  }
})
