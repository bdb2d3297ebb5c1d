import { readFileSync } from 'node:fs'
import { developmentFindings } from '#shared/domain/development/developmentRules.ts'
import type { ActingBody, DevelopmentContext, DevelopmentFacts } from '#shared/domain/development/facts.ts'
import { isMilestone, noDates } from '#shared/domain/development/milestones.ts'
import type { Milestone, MilestoneDates } from '#shared/domain/development/milestones.ts'
import { defaultDevelopmentSettings } from '#shared/domain/development/settings.ts'
import type { Ballot } from '#shared/domain/development/votes.ts'
import { unknownFacts } from '#shared/domain/development/unknownFacts.ts'
import { holidayYearSchema, makeWorkCalendar } from '#shared/domain/workingDays.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const holidays = [2024, 2025, 2026].map((year) =>
  holidayYearSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../resources/holidays/${year}.json`, import.meta.url), 'utf8')),
  ),
)

export const calendar = makeWorkCalendar(holidays)

export const context: DevelopmentContext = {
  today: dateOnly('2026-11-22'),
  settings: defaultDevelopmentSettings,
  calendar,
}

export function on(
  today: string,
  settings: Partial<DevelopmentContext['settings']> = {},
): DevelopmentContext {
  return { ...context, today: dateOnly(today), settings: { ...defaultDevelopmentSettings, ...settings } }
}

export type WrittenDates = Readonly<Partial<Record<Milestone, string | null>>>

export function datesOf(written: WrittenDates): MilestoneDates {
  const given = Object.entries(written).flatMap(([key, text]) =>
    isMilestone(key) ? [[key, text === null ? null : partialDate(text)]] : [],
  )
  return { ...noDates, ...Object.fromEntries(given) }
}

/** A whole file with nothing wrong, from application to archive, under the rules of 2014 up to the approval. */
export const wholeFile: WrittenDates = {
  appliedOn: '2023-03-01',
  talkedOn: '2023-03-20',
  activistOn: '2023-09-10',
  activistFiledOn: '2023-09-20',
  contactsOn: '2023-09-20',
  nurturedOn: '2024-09-10',
  targetMeetingOn: '2024-09-18',
  publicityFrom: '2024-10-08',
  publicityTo: '2024-10-12',
  targetAgreedOn: '2024-10-16',
  targetOn: '2024-10-16',
  sponsorsOn: '2024-10-20',
  politicalReviewOn: '2024-11-05',
  trainingFrom: '2024-11-11',
  trainingTo: '2024-11-13',
  committeeOn: '2024-11-20',
  preReviewOn: '2024-12-02',
  formOn: '2024-12-05',
  meetingOn: '2024-12-10',
  submittedOn: '2024-12-12',
  interviewOn: '2025-01-06',
  approvedOn: '2025-01-15',
  filedOn: '2025-01-20',
  assignedOn: '2025-01-20',
  oathOn: '2025-02-10',
  probationReviewedOn: '2025-12-01',
  regularApplyOn: '2025-12-01',
  regularMeetingOn: '2025-12-15',
  regularSubmittedOn: '2025-12-18',
  regularApprovedOn: '2026-01-20',
  archivedOn: '2026-01-30',
}

/** The first dates of the whole file, up to and with one of them. */
export function upTo(last: Milestone): WrittenDates {
  const keys = Object.keys(wholeFile)
  return Object.fromEntries(Object.entries(wholeFile).slice(0, keys.indexOf(last) + 1))
}

export function aFile(written: WrittenDates, more: Partial<DevelopmentFacts> = {}): DevelopmentFacts {
  return { ...unknownFacts, birthDate: partialDate('1995-05-05'), dates: datesOf(written), ...more }
}

/** `red DEV-06 7`: severity, rule, step; sorted by step. */
export function found(facts: DevelopmentFacts, at: DevelopmentContext = context): readonly string[] {
  return developmentFindings(facts, at)
    .toSorted((a, b) => a.step - b.step)
    .map(({ severity, code, step }) => `${severity} ${code} ${step}`)
}

/** Findings of one rule only. */
export function foundOf(
  code: string,
  facts: DevelopmentFacts,
  at: DevelopmentContext = context,
): readonly string[] {
  return found(facts, at).filter((text) => text.includes(` ${code} `))
}

export const full = { isFull: true, hasRights: true, isKin: false } as const

export const street: ActingBody = {
  name: '新兴街道党工委',
  type: 'DGW',
  branchKind: null,
  hasApprovalRight: true,
}

export const community: ActingBody = {
  name: '园林路社区党委',
  type: 'SQW',
  branchKind: null,
  hasApprovalRight: false,
}

export function aBallot(should: number, present: number, agreed: number, agreedInWriting = 0): Ballot {
  return {
    should,
    present,
    agreed,
    agreedInWriting,
    issued: null,
    returned: null,
    valid: null,
    against: null,
    abstained: null,
  }
}
