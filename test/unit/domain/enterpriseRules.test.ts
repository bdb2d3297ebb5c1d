import { describe, expect, it } from 'vitest'
import { formatPercent } from '#shared/domain/counting.ts'
import { coverageKeys, coverageOf, coverageRate } from '#shared/domain/enterpriseCoverage.ts'
import { type EnterpriseFacts, enterpriseFindings } from '#shared/domain/enterpriseRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { findingTitles } from '#shared/labels/findings.ts'

const settings = defaultRuleSettings

/** A small unit with a joint branch and nothing wrong. */
function aUnit(overrides: Partial<EnterpriseFacts> = {}): EnterpriseFacts {
  return {
    creditCode: null,
    sameCode: 0,
    department: '区委社会工作部',
    staff: 30,
    fullMembers: 2,
    probationaryMembers: 0,
    membersHere: 1,
    coverForm: 'joint',
    isPlaceGone: false,
    instructor: null,
    liaison: null,
    ...overrides,
  }
}

const found = (overrides: Partial<EnterpriseFacts> = {}) => enterpriseFindings(aUnit(overrides), settings)
const codes = (overrides: Partial<EnterpriseFacts> = {}) =>
  found(overrides).map(({ severity, code }) => `${severity} ${code}`)

const nobody = { fullMembers: 0, probationaryMembers: 0, membersHere: 0 }

it('finds nothing on a sound unit', () => {
  expect(codes()).toEqual([])
})

describe('ORG-70: three 正式党员 make a branch of their own', () => {
  it('asks for it from three on, whatever other form there is', () => {
    expect(codes({ fullMembers: 3 })).toEqual(['yellow ORG-70'])
    expect(codes({ fullMembers: 3, coverForm: 'functional' })).toEqual(['yellow ORG-70'])
    expect(codes({ fullMembers: 3, coverForm: 'own' })).toEqual([])
  })

  it('does not count 预备党员', () => {
    expect(codes({ fullMembers: 2, probationaryMembers: 5 })).toEqual([])
  })
})

describe('ORG-71: fifty people and no 党员', () => {
  it('warns from fifty on, only where somebody has counted', () => {
    const instructor = '周指导'
    expect(codes({ ...nobody, coverForm: 'joint', staff: 49, instructor })).toEqual([])
    expect(codes({ ...nobody, coverForm: 'joint', staff: 50, instructor })).toEqual(['yellow ORG-71'])
    expect(codes({ staff: 50, fullMembers: null, probationaryMembers: null, membersHere: null })).toEqual([
      'blue ENTERPRISE_UNKNOWN',
    ])
  })
})

describe('ORG-72: a hundred people and no organisation', () => {
  it('is red from a hundred on; any form of organisation will do', () => {
    expect(codes({ staff: 99, coverForm: 'none' })).toEqual(['yellow ORG-73'])
    expect(codes({ staff: 100, coverForm: 'none' })).toEqual(['yellow ORG-73', 'red ORG-72'])
    expect(codes({ staff: 100, fullMembers: 3, coverForm: 'own' })).toEqual([])
  })
})

describe('ORG-73: one or two 党员 join with others', () => {
  it('asks for a joint branch, also of two with 预备党员 beside them', () => {
    expect(codes({ coverForm: 'none' })).toEqual(['yellow ORG-73'])
    expect(codes({ fullMembers: 0, probationaryMembers: 1, coverForm: 'none' })).toEqual(['yellow ORG-73'])
    expect(codes({ probationaryMembers: 2, coverForm: 'functional' })).toEqual(['yellow ORG-73'])
  })
})

describe('ORG-74: nobody and nothing', () => {
  it('asks for an instructor until one is sent', () => {
    expect(codes({ ...nobody, coverForm: 'none' })).toEqual(['blue ORG-74'])
    expect(codes({ ...nobody, coverForm: 'none', instructor: '周指导' })).toEqual([])
  })
})

describe('ORG-75: the rates', () => {
  const units = [
    aUnit({ coverForm: 'own', fullMembers: 4, staff: 120 }),
    aUnit(),
    aUnit({ coverForm: 'none' }),
    aUnit({ ...nobody, coverForm: 'none', staff: 8, instructor: '周指导' }),
    aUnit({ ...nobody, coverForm: 'none', staff: 8, liaison: '吴联络' }),
    aUnit({ ...nobody, coverForm: 'none', staff: 8 }),
    aUnit({ ...nobody, coverForm: 'none', staff: 100 }),
    aUnit({ coverForm: 'functional', staff: 150 }),
  ]
  const rate = (key: (typeof coverageKeys)[number]) => coverageRate(key, units, settings)

  it('组织覆盖率 counts 单独 and 联合 among the units that should be covered', () => {
    expect(rate('organization')).toEqual({ numerator: 2, denominator: 5 })
  })

  it('工作覆盖率 adds units with an instructor or liaison, each once, over all units', () => {
    expect(rate('work')).toEqual({ numerator: 4, denominator: 8 })
    const twice = [aUnit({ instructor: '周指导', liaison: '吴联络' })]
    expect(coverageRate('work', twice, settings)).toEqual({ numerator: 1, denominator: 1 })
  })

  it('of 50 and of 100 people on', () => {
    expect(rate('withMember')).toEqual({ numerator: 2, denominator: 3 })
    expect(rate('withOrganization')).toEqual({ numerator: 2, denominator: 3 })
  })

  it('a numerator is never outside its denominator', () => {
    for (const key of coverageKeys)
      for (const unit of units)
        expect(['met', 'unmet', 'notAsked']).toContain(coverageOf(key, unit, settings))
    for (const key of coverageKeys) expect(rate(key).numerator).toBeLessThanOrEqual(rate(key).denominator)
  })

  it('nothing is not 0%: a rate of no units is not a number', () => {
    expect(formatPercent(coverageRate('work', [], settings))).toBe('—')
    expect(formatPercent(rate('withMember'))).toBe('66.7%')
  })
})

describe('ORG-76 and what else stands in the ledger', () => {
  it('asks for the department', () => {
    expect(codes({ department: null })).toEqual(['blue ORG-76'])
  })

  it('a wrong credit code is a finding; so is one that another unit has', () => {
    expect(codes({ creditCode: '91310104MA1FR5XL4K' })).toEqual(['yellow CREDIT_CODE'])
    expect(codes({ creditCode: '91350100M000100Y43', sameCode: 0 })).toEqual([])
    expect(codes({ creditCode: '91350100M000100Y43', sameCode: 1 })).toEqual(['yellow CREDIT_CODE_TWICE'])
  })

  it('an organisation that is no more is pointed at', () => {
    expect(codes({ isPlaceGone: true })).toEqual(['yellow ENTERPRISE_PLACE'])
  })

  it('numbers that contradict each other are pointed at', () => {
    expect(codes({ membersHere: 3 })).toEqual(['yellow ENTERPRISE_NUMBERS'])
    expect(codes({ staff: 1 })).toEqual(['yellow ENTERPRISE_NUMBERS'])
  })

  it('every finding says its basis and has a title', () => {
    const all = found({
      ...nobody,
      coverForm: 'none',
      staff: 200,
      department: null,
      creditCode: '1',
      sameCode: 2,
    })
    for (const { code, basis } of all) {
      expect(basis).not.toBe('')
      expect(Object.keys(findingTitles)).toContain(code)
    }
  })
})
