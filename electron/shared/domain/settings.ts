/** Thresholds of the rules with their defaults (domain appendix C and the tables that name a number). */
export const defaultRuleSettings = {
  'org.branchMinFull': 3,
  'org.branchMaxMembers': 50,
  'org.committeeFromMembers': 100,
  'org.jointUnitsMax': 5,
  'org.branchCommitteeMinFull': 7,
  'org.branchCommitteeSeatsMin': 3,
  'org.branchCommitteeSeatsUsual': 5,
  'org.branchCommitteeSeatsMax': 7,
  'org.termYears.community': 5,
  'org.termYears.committee': 5,
  'org.termYears.other': 3,
  'member.joinAgeMin': 18,
  'member.probationMonths': 12,
  'member.lostMonths': 6,
  'member.stoppedYears': 2,
  'member.abroadYears': 5,
  'member.correctionMonthsMax': 12,
  'member.observationMonthsMax': 24,
  'member.absentMonths': 6,
  'member.fiftyYears': 50,
  'member.fiftyYearsMonthDay': '07-01',
  'stats.plainClassTier': 3,
} as const

type Widened<T> = T extends number ? number : string

type RuleSettingValues = {
  readonly [K in keyof typeof defaultRuleSettings]: Widened<(typeof defaultRuleSettings)[K]>
}

export interface RuleSettings extends Omit<RuleSettingValues, 'stats.plainClassTier'> {
  readonly 'stats.plainClassTier': 2 | 3
}
