import { describe, expect, it } from 'vitest'
import {
  findOrganizationKind,
  hasApprovalRightByDefault,
  mayStandUnder,
  organizationTypes,
  termYearsOf,
} from '#shared/domain/organizationKinds.ts'
import type { BranchKind, OrganizationType, UnitNature } from '#shared/domain/organizationKinds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'

const years = (
  type: OrganizationType,
  branchKind: BranchKind | null = null,
  unitNature: UnitNature | null = null,
) => termYearsOf({ type, branchKind, unitNature }, defaultRuleSettings)

describe('where organisations stand', () => {
  it('党小组 stands only under a branch', () => {
    expect(organizationTypes.filter((parent) => mayStandUnder('XZ', parent))).toEqual(['ZB'])
    expect(mayStandUnder('XZ', null)).toBe(false)
  })

  it('only the street stands at the top, and under nobody', () => {
    expect(organizationTypes.filter((type) => mayStandUnder(type, null))).toEqual(['DGW', 'JDW'])
    expect(organizationTypes.some((parent) => mayStandUnder('DGW', parent))).toBe(false)
  })

  it('a branch stands under anything above it, never under another branch', () => {
    expect(organizationTypes.filter((parent) => mayStandUnder('ZB', parent))).toEqual([
      'DGW',
      'JDW',
      'SQW',
      'ZHW',
      'ZZ',
    ])
    expect(mayStandUnder('ZZ', 'ZZ')).toBe(false)
  })

  it('only the street approves new members', () => {
    expect(organizationTypes.filter(hasApprovalRightByDefault)).toEqual(['DGW', 'JDW'])
  })
})

describe('terms (ORG-10)', () => {
  it('ORG-10: five years in communities, three elsewhere, none for the street and for 临时党支部', () => {
    expect(years('SQW')).toBe(5)
    expect(years('ZB', 'WG')).toBe(5)
    expect(years('ZB', 'DD', 'SQ')).toBe(5)
    expect(years('ZZ', null, 'SQ')).toBe(5)
    expect(years('ZB', 'DD', 'JG')).toBe(3)
    expect(years('ZB', 'LX')).toBe(3)
    expect(years('ZB', 'LH', 'FG')).toBe(3)
    expect(years('ZHW')).toBe(5)
    expect(years('JDW')).toBe(5)
    expect([years('DGW'), years('XZ'), years('ZXH'), years('ZB', 'LS')]).toEqual([null, null, null, null])
  })

  it('ORG-10: says nothing where the records do not tell whose branch it is', () => {
    expect(years('ZB')).toBeUndefined()
    expect(years('ZB', 'LTX')).toBeUndefined()
  })
})

describe('kinds as lists write them', () => {
  it.each([
    ['党工委', '中共某街道工作委员会', 'DGW', null],
    ['党委', '中共某街道园林路社区委员会', 'SQW', null],
    ['党委', '中共某街道两新组织综合委员会', 'ZHW', null],
    ['党委', '中共某街道委员会', 'JDW', null],
    ['党总支', '园林路社区党总支', 'ZZ', null],
    ['党支部', '园林路社区第一网格党支部', 'ZB', 'WG'],
    ['联合党支部', '辖区个体工商户联合党支部', 'ZB', 'LH'],
    ['党支部', '街道机关退休干部党支部', 'ZB', 'LTX'],
    ['党支部', '街道机关第一党支部', 'ZB', null],
    ['党支部', '柳湖科技有限公司党支部', 'ZB', null],
    ['临时党支部', '防汛突击队', 'ZB', 'LS'],
    ['党小组', '第一党小组', 'XZ', null],
  ])('%s with the name %s', (kind, name, type, branchKind) => {
    expect(findOrganizationKind(kind, name)).toEqual({ type, branchKind })
  })

  it('leaves what it does not know', () => {
    expect(findOrganizationKind('居民委员', '某某')).toBeNull()
    expect(findOrganizationKind('党委', '某某集团委员会')).toBeNull()
  })
})
