import type { DateOnly, PartialDate } from '../lib/dates.ts'
import type { RuleSettings } from './settings.ts'
import type { TransferReach } from './transferDates.ts'
import type { TransferDirection, TransferMode, TransferStatus } from './transferStates.ts'

/** What the rules need to know of one transfer; a whole record fits. */
export interface TransferFacts {
  readonly direction: TransferDirection
  readonly mode: TransferMode
  readonly status: TransferStatus
  readonly personType: string | null
  readonly fromOrg: string | null
  readonly toOrg: string | null
  readonly reach: TransferReach
  readonly letterNo: string | null
  readonly issuedOn: DateOnly | null
  readonly validDays: number | null
  readonly expireOn: DateOnly | null
  readonly receivedOn: DateOnly | null
  readonly receiptOn: DateOnly | null
  /** `YYYY-MM`. */
  readonly feePaidTo: PartialDate | null
  readonly plannedMonths: number | null
  readonly isSettled: boolean | null
  readonly endReason: string | null
  readonly reportedTo: string | null
  readonly materials: readonly string[]
  readonly materialsNote: string | null
}

/** 党籍状态 of the person in our roster, 已转出 among them; null where he is in no roster. */
export interface TransferContext {
  readonly today: DateOnly
  readonly settings: RuleSettings
  readonly memberStatus: string | null
}
