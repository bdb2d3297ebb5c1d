import { addDays, addMonths, type DateOnly, lastDay, type PartialDate } from '../lib/dates.ts'
import type { ContactWay, MobilityDirection, MobilityKind, MobilityStatus } from './mobility.ts'
import { isOpenMobility } from './mobility.ts'
import type { RuleSettings } from './settings.ts'

export interface ContactFact {
  readonly on: DateOnly
  readonly way: ContactWay
  readonly isReached: boolean
}

/** What the rules ask of a log of contacts, however long it is. */
export interface ContactSummary {
  /** The last time the person was really spoken to; what nobody answered is no contact. */
  readonly lastReachedOn: DateOnly | null
  /** Attempts since then that nobody answered. */
  readonly unanswered: number
  /** The organisation the person comes from was asked. */
  readonly isOriginAsked: boolean
}

export const noContacts: ContactSummary = { lastReachedOn: null, unanswered: 0, isOriginAsked: false }

/** `contactSummariesOf` of the database says the same of what is stored. */
export function summariseContacts(contacts: readonly ContactFact[]): ContactSummary {
  const last = contacts.reduce<DateOnly | null>(
    (latest, { on, isReached }) => (isReached && (latest === null || on > latest) ? on : latest),
    null,
  )
  return {
    lastReachedOn: last,
    unanswered: contacts.filter(({ on, isReached }) => !isReached && (last === null || on >= last)).length,
    isOriginAsked: contacts.some(({ way }) => way === 'originOrganization'),
  }
}

/** What the rules need to know of one 流动党员; null is not written down and never held against anybody. */
export interface MobilityFacts {
  readonly direction: MobilityDirection
  readonly status: MobilityStatus
  readonly kind: MobilityKind | null
  readonly destination: string | null
  readonly outOn: PartialDate | null
  readonly expectedBack: PartialDate | null
  /** The day the record was made. */
  readonly recordedOn: DateOnly
  readonly isRegistered: boolean
  readonly reportedOn: PartialDate | null
  readonly contactMonths: number | null
  readonly contacts: ContactSummary
  readonly certExpiresOn: PartialDate | null
  readonly annualReportOn: PartialDate | null
  readonly isTransferable: boolean | null
}

export interface RuleDay {
  readonly today: DateOnly
  readonly settings: RuleSettings
}

/** Every how many months somebody is to be contacted. */
export function contactMonthsOf(
  { kind, contactMonths }: Pick<MobilityFacts, 'kind' | 'contactMonths'>,
  settings: RuleSettings,
): number {
  if (contactMonths !== null) return contactMonths
  return kind === 'abroad' ? settings['floating.contactMonthsAbroad'] : settings['floating.contactMonths']
}

/** What the time of silence is counted from: the last contact, else the day of leaving, else the day of the record. */
export function silentSince(facts: MobilityFacts): DateOnly {
  return facts.contacts.lastReachedOn ?? (facts.outOn === null ? facts.recordedOn : lastDay(facts.outOn))
}

/** The day the next contact falls due; null for whoever is not away any more. */
export function nextContactDue(facts: MobilityFacts, settings: RuleSettings): DateOnly | null {
  if (!isOpenMobility(facts.status)) return null
  const isUnknown = facts.contacts.lastReachedOn === null && facts.outOn === null
  return isUnknown ? facts.recordedOn : addMonths(silentSince(facts), contactMonthsOf(facts, settings))
}

/** Monday to Sunday. */
export function endOfWeek(today: DateOnly): DateOnly {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, weekday === 0 ? 0 : 7 - weekday)
}

/** Six months; where contacts are half-yearly anyway (abroad), two rounds missed. */
export function silentMonthsOf(facts: MobilityFacts, settings: RuleSettings): number {
  const [months, least] = [contactMonthsOf(facts, settings), settings['floating.silentMonths']]
  return months >= least ? months * 2 : least
}

/** Without a contact for so long that it is more than a round missed. */
export function isSilent(facts: MobilityFacts, { today, settings }: RuleDay): boolean {
  return (
    isOpenMobility(facts.status) && today > addMonths(silentSince(facts), silentMonthsOf(facts, settings))
  )
}

/** FLO-04's last step: silent, and several attempts went unanswered. */
export function proposesLostCase(facts: MobilityFacts, day: RuleDay): boolean {
  return (
    facts.direction === 'LC' &&
    facts.status === 'away' &&
    isSilent(facts, day) &&
    facts.contacts.unanswered >= day.settings['floating.unansweredTimes']
  )
}
