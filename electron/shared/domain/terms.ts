import { addMonths, type DateOnly, type PartialDate } from '../lib/dates.ts'
import type { RuleSettings } from './settings.ts'

interface Spell {
  readonly fromOn: PartialDate | ''
  readonly endedOn: PartialDate | null
}

/** The term that runs: of those without an end the one that began last, so that a former one nobody closed does not count. */
export function runningTerm<T extends Spell>(terms: readonly T[]): T | null {
  const last = terms.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0)).at(-1)
  return last !== undefined && last.endedOn === null ? last : null
}

/** The term a day falls into; null before the first and after the last that has ended. */
export function termOn<T extends Spell>(terms: readonly T[], on: DateOnly): T | null {
  const begun = terms
    .filter(({ fromOn }) => fromOn <= on)
    .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : a.fromOn > b.fromOn ? 1 : 0))
    .at(-1)
  return begun !== undefined && (begun.endedOn === null || begun.endedOn > on) ? begun : null
}

/** In the order of urgency. */
export const termStates = [
  'overdue',
  'oneMonth',
  'threeMonths',
  'sixMonths',
  'extended',
  'normal',
  'unknown',
] as const

export type TermState = (typeof termStates)[number]

export interface TermFacts {
  readonly dueOn: DateOnly | null
  readonly extendedTo: DateOnly | null
  readonly extensionDoc: string | null
  readonly extensionApprovedOn: DateOnly | null
}

type RemindSettings = Pick<
  RuleSettings,
  'org.extensionMonthsMax' | 'org.remindMonths.letter' | 'org.remindMonths.yellow' | 'org.remindMonths.orange'
>

/** ORG-11: a delay counts once its approval is written down: by paper or by day. */
export function isExtensionApproved({ extendedTo, extensionDoc, extensionApprovedOn }: TermFacts): boolean {
  return extendedTo !== null && (extensionDoc !== null || extensionApprovedOn !== null)
}

/** ORG-13: the day by which the election is due: an approved delay moves it, by a year at most. Null where no day is known. */
export function effectiveDue(facts: TermFacts, settings: RemindSettings): DateOnly | null {
  const { dueOn, extendedTo } = facts
  if (dueOn === null || extendedTo === null || !isExtensionApproved(facts) || extendedTo <= dueOn)
    return dueOn
  const latest = addMonths(dueOn, settings['org.extensionMonthsMax'])
  return extendedTo < latest ? extendedTo : latest
}

/** ORG-12 and ORG-13 in one word. The day itself is in time; the day after is not. */
export function termState(facts: TermFacts, today: DateOnly, settings: RemindSettings): TermState {
  const due = effectiveDue(facts, settings)
  if (due === null) return 'unknown'
  if (today > due) return 'overdue'
  const isWithin = (months: number) => today >= addMonths(due, -months)
  if (isWithin(settings['org.remindMonths.orange'])) return 'oneMonth'
  if (due !== facts.dueOn) return 'extended'
  if (isWithin(settings['org.remindMonths.yellow'])) return 'threeMonths'
  return isWithin(settings['org.remindMonths.letter']) ? 'sixMonths' : 'normal'
}
