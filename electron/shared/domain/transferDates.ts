import { addDays, addMonths, type DateOnly, firstDay, type PartialDate } from '../lib/dates.ts'
import type { RuleSettings } from './settings.ts'
import { isOpenTransfer, type TransferDirection, type TransferStatus } from './transferStates.ts'

/** How far somebody goes: within the city, within the province, out of it. */
export const transferReaches = ['city', 'province', 'outside'] as const

export type TransferReach = (typeof transferReaches)[number]

/** Days a letter is good for where nobody says otherwise: 10 in the city, 30 outside (组通字〔2006〕45号). */
export function usualValidDays(
  reach: TransferReach,
  settings: Pick<RuleSettings, 'transfer.validDays.inCity' | 'transfer.validDays.outCity'>,
): number {
  return reach === 'city' ? settings['transfer.validDays.inCity'] : settings['transfer.validDays.outCity']
}

/** The last day a letter is good for. */
export function expiryOf(issuedOn: DateOnly, validDays: number): DateOnly {
  return addDays(issuedOn, validDays)
}

export interface TransferDates {
  readonly direction: TransferDirection
  readonly status: TransferStatus
  readonly expireOn: DateOnly | null
  readonly receivedOn: DateOnly | null
}

/**
 * The last day by which the next thing has to happen: the letter's expiry until somebody is taken in, then a month for the
 * receipt, but not before the letter itself expires. Null where nothing is due, or no letter sets a day.
 */
export function dueOn(
  { direction, status, expireOn, receivedOn }: TransferDates,
  settings: Pick<RuleSettings, 'transfer.receiptMonths'>,
): DateOnly | null {
  if (!isOpenTransfer(status) || status === 'waiting') return null
  if (status !== 'accepted') return expireOn
  if (receivedOn === null) return expireOn
  const receipt = addMonths(receivedOn, settings['transfer.receiptMonths'])
  return direction === 'out' && expireOn !== null && expireOn > receipt ? expireOn : receipt
}

/** Where a transfer stands on the board. */
export const transferColumns = ['waiting', 'inTransit', 'soon', 'overdue', 'receipt', 'done'] as const

export type TransferColumn = (typeof transferColumns)[number]

export function columnOf(
  transfer: TransferDates,
  today: DateOnly,
  settings: Pick<RuleSettings, 'transfer.remindDays'>,
): TransferColumn {
  const { status, expireOn } = transfer
  if (!isOpenTransfer(status)) return 'done'
  if (status === 'waiting') return 'waiting'
  if (status === 'accepted') return 'receipt'
  if (expireOn === null) return 'inTransit'
  if (today > expireOn) return 'overdue'
  return isSoon(expireOn, today, settings) ? 'soon' : 'inTransit'
}

/** TRF-01: from so many days before the last day, that day included. */
export function isSoon(
  due: DateOnly,
  today: DateOnly,
  settings: Pick<RuleSettings, 'transfer.remindDays'>,
): boolean {
  return today <= due && today >= addDays(due, -settings['transfer.remindDays'])
}

/** TRF-08: the first month the new branch collects dues for, `YYYY-MM`: the one after 党费交至. */
export function duesFrom(feePaidTo: PartialDate): string {
  return addMonths(firstDay(feePaidTo), 1).slice(0, 7)
}

/** TRF-06: which paper goes with somebody who is away for so many months (null: nobody knows). */
export function paperFor(
  { months, isSettled }: { readonly months: number | null; readonly isSettled: boolean | null },
  settings: Pick<RuleSettings, 'transfer.awayMonths'>,
): 'certificate' | 'transfer' | 'mobility' | 'unknown' {
  if (months === null) return isSettled === true ? 'transfer' : 'unknown'
  const most = settings['transfer.awayMonths']
  if (months < most) return 'certificate'
  if (isSettled === true) return 'transfer'
  return months === most ? 'certificate' : 'mobility'
}
