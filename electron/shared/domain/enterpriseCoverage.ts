import type { Ratio } from './counting.ts'
import { type EnterpriseFacts, memberCount } from './enterpriseRules.ts'
import { isCovered } from './enterprises.ts'
import type { RuleSettings } from './settings.ts'

/** The rates of ORG-75, in the order they are shown. */
export const coverageKeys = ['organization', 'work', 'withMember', 'withOrganization'] as const

export type CoverageKey = (typeof coverageKeys)[number]

interface CoverageRule {
  /** Units that count in the denominator. */
  readonly isAsked: (facts: EnterpriseFacts, settings: RuleSettings) => boolean
  readonly isMet: (facts: EnterpriseFacts) => boolean
}

const hasMembers = (facts: EnterpriseFacts) => (memberCount(facts) ?? 0) > 0

const isLarge = (staff: number | null, least: number) => staff !== null && staff >= least

const coverageRules: Readonly<Record<CoverageKey, CoverageRule>> = {
  // 应覆盖: who has members, who is large enough to need an organisation, and who is covered already.
  organization: {
    isAsked: (facts, settings) =>
      hasMembers(facts) ||
      isLarge(facts.staff, settings['enterprise.staffWithOrganization']) ||
      isCovered(facts.coverForm),
    isMet: ({ coverForm }) => isCovered(coverForm),
  },
  work: {
    isAsked: () => true,
    isMet: ({ coverForm, instructor: sent, liaison }) =>
      isCovered(coverForm) || sent !== null || liaison !== null,
  },
  withMember: {
    isAsked: ({ staff }, settings) => isLarge(staff, settings['enterprise.staffWithMember']),
    isMet: hasMembers,
  },
  withOrganization: {
    isAsked: ({ staff }, settings) => isLarge(staff, settings['enterprise.staffWithOrganization']),
    isMet: ({ coverForm }) => coverForm !== 'none',
  },
}

/** Where a unit stands in a rate: in its numerator, only in its denominator, or not asked at all. */
export function coverageOf(
  key: CoverageKey,
  facts: EnterpriseFacts,
  settings: RuleSettings,
): 'met' | 'unmet' | 'notAsked' {
  const { isAsked, isMet } = coverageRules[key]
  if (!isAsked(facts, settings)) return 'notAsked'
  return isMet(facts) ? 'met' : 'unmet'
}

/** ORG-75: numerator and denominator; rounded only when shown. */
export function coverageRate(
  key: CoverageKey,
  all: readonly EnterpriseFacts[],
  settings: RuleSettings,
): Ratio {
  const standing = all.map((facts) => coverageOf(key, facts, settings))
  const numerator = standing.filter((each) => each === 'met').length
  return { numerator, denominator: standing.filter((each) => each !== 'notAsked').length }
}
