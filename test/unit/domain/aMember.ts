import type { MemberFacts } from '#shared/domain/memberFacts.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

export const today = dateOnly('2026-10-31')

/** A 正式党员 with nothing wrong. The ID number is a published test vector. */
export function aMember(overrides: Partial<MemberFacts> = {}): MemberFacts {
  return {
    name: '王小明',
    idNo: '34052419800101001X',
    idNoReason: null,
    gender: '1',
    birthDate: partialDate('1980-01-01'),
    ethnicity: '01',
    education: '21',
    personType: '1',
    organizationId: 'branch-1',
    joinedOn: partialDate('2005-06-10'),
    joinKind: '1',
    regularOn: partialDate('2006-06-10'),
    regularKind: '1',
    probationExtendedMonths: null,
    partyStatus: 'ZC',
    partyStatusKind: null,
    partyStatusOn: null,
    partyStatusDoc: null,
    jobPost: null,
    newStratum: null,
    isLost: false,
    lostSince: null,
    abroadSince: null,
    ...overrides,
  }
}

/** A 预备党员 with nothing wrong. */
export function aProbationaryMember(overrides: Partial<MemberFacts> = {}): MemberFacts {
  return aMember({
    personType: '2',
    joinedOn: partialDate('2026-03-01'),
    regularOn: null,
    regularKind: null,
    ...overrides,
  })
}

export function findingsOf(facts: MemberFacts, on = today) {
  return memberFindings(facts, { today: on, settings: defaultRuleSettings })
}

/** `severity code field` of every finding. */
export function summaryOf(facts: MemberFacts, on = today): readonly string[] {
  return findingsOf(facts, on).map(({ severity, code, field }) => `${severity} ${code} ${field}`)
}
