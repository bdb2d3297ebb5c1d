import type { PartialDate } from '../lib/dates.ts'

/** What the rules need to know of one member; a whole member record fits. Coded fields hold codes, null is not filled in. */
export interface MemberFacts {
  readonly name: string | null
  /** Normalised (shared/lib/idNumber.ts). */
  readonly idNo: string | null
  readonly idNoReason: string | null
  readonly gender: string | null
  readonly birthDate: PartialDate | null
  readonly ethnicity: string | null
  readonly education: string | null
  readonly personType: string | null
  readonly organizationId: string | null
  readonly joinedOn: PartialDate | null
  readonly joinKind: string | null
  readonly regularOn: PartialDate | null
  readonly regularKind: string | null
  readonly probationExtendedMonths: number | null
  readonly partyStatus: string | null
  readonly partyStatusKind: string | null
  readonly partyStatusOn: PartialDate | null
  readonly partyStatusDoc: string | null
  readonly jobPost: string | null
  readonly newStratum: string | null
  readonly isLost: boolean | null
  readonly lostSince: PartialDate | null
  readonly abroadSince: PartialDate | null
  /** Facts of later slices; absent is unknown. */
  readonly previousPartyStatus?: string | null
  readonly acceptMeetingOn?: PartialDate | null
  readonly monthsWithoutLife?: number | null
  readonly monthsWithoutDues?: number | null
  readonly monthsWithoutWork?: number | null
}

/** Codes the rules name, as they stand in shared/labels. */
export const personTypeFull = '1'
export const personTypeProbationary = '2'
export const joinKindRestored = '4'
