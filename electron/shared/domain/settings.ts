import { defaultDevelopmentSettings } from './development/settings.ts'
import { defaultMeetingSettings } from './meetings/lifeRules.ts'

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
  'org.extensionMonthsMax': 12,
  'org.remindMonths.letter': 6,
  'org.remindMonths.yellow': 3,
  'org.remindMonths.orange': 1,
  'org.vacancyDays': 60,
  'org.secretaryPartyAgeMonths': 12,
  'org.generalSeatsMin': 5,
  'org.generalSeatsUsual': 7,
  'org.generalSeatsMax': 9,
  'org.committeeSeatsMin': 5,
  'org.committeeSeatsUsual': 9,
  'org.committeeSeatsMax': 11,
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
  'election.quorumFourFifthsInclusive': true,
  'election.candidateSurplusPercent': 20,
  'election.delegatesFromMembers': 500,
  'floating.contactMonths': 3,
  'floating.contactMonthsAbroad': 6,
  'floating.registerMonths': 6,
  'floating.transferMonths': 6,
  'floating.silentMonths': 6,
  'floating.unansweredTimes': 2,
  'floating.reportDays': 30,
  'floating.certificateDays': 30,
  'floating.groupMinFull': 3,
  'transfer.validDays.inCity': 10,
  'transfer.validDays.outCity': 30,
  'transfer.validDays.max': 90,
  'transfer.remindDays': 5,
  'transfer.receiptMonths': 1,
  'transfer.awayMonths': 6,
  'lost.waysMin': 3,
  'lost.roundsMin': 2,
  'enterprise.staffWithMember': 50,
  'enterprise.staffWithOrganization': 100,
  'stats.plainClassTier': 3,
  ...defaultDevelopmentSettings,
  ...defaultMeetingSettings,
} as const

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string

type RuleSettingValues = {
  readonly [K in keyof typeof defaultRuleSettings]: Widened<(typeof defaultRuleSettings)[K]>
}

export interface RuleSettings extends Omit<RuleSettingValues, 'stats.plainClassTier'> {
  readonly 'stats.plainClassTier': 2 | 3
}
