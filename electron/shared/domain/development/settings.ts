/**
 * Thresholds of 发展党员 with their defaults (domain appendix C and the rules that name a number); to be spread into
 * the rule settings. Months go by the calendar, `publicityWorkingDays` by the work calendar, other days by calendar days.
 */
export const defaultDevelopmentSettings = {
  /** The day from which a step is judged by the rules of 2026. */
  'rules.dev.effectiveFrom2026': '2026-05-11',
  'dev.publicityCountStart': true,
  'dev.missingMaterialBlocks': false,
  'dev.thoughtReportPerQuarter': 1,
  /** True prints the last day of probation as the day before 转正; some places print 转正 itself. */
  'dev.probationEndDayBefore': true,
  'dev.convertApplyLeadDays': 30,
  'dev.applyAgeMin': 18,
  'dev.talkMonths': 1,
  'dev.contactsMax': 2,
  'dev.reviewMonths': 6,
  'dev.reviewLateDays': 30,
  'dev.nurtureMonths': 12,
  'dev.publicityWorkingDays': 5,
  'dev.sponsorsMin': 2,
  'dev.trainingDaysMin': 3,
  'dev.trainingHoursMin': 24,
  'dev.meetingMonths': 1,
  'dev.meetingRemindDays': 10,
  'dev.approvalMonths': 3,
  'dev.approvalMonthsMax': 6,
  'dev.oathMonths': 1,
  'dev.probationMonths': 12,
  'dev.extensionMonthsMin': 6,
  'dev.extensionMonthsMax': 12,
  'dev.regularMeetingDays': 30,
  'dev.regularDelayMonthsMax': 6,
  'dev.rushedMonths': 3,
} as const

type Widened<T> = T extends number ? number : T extends boolean ? boolean : string

export type DevelopmentSettings = {
  readonly [K in keyof typeof defaultDevelopmentSettings]: Widened<(typeof defaultDevelopmentSettings)[K]>
}
