import type { MemberField } from '#shared/domain/memberFields.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** What a roster column shows: a field of the record, the running number, or 党龄 as the rules computed it. */
export type RosterColumnKey = 'sequence' | 'partyAge' | MemberField

export interface RosterPerson {
  readonly name: string
  /** Null when the record does not say. Decides whether 转正日期 and 党龄 apply. */
  readonly isFormal: boolean | null
  /** Such as 12年; null when it cannot be computed. */
  readonly partyAge: string | null
  /** Display texts: code names, dates as reduced-precision ISO, 是/否. Null or absent: the record has no value. */
  readonly texts: Readonly<Partial<Record<MemberField, string | null>>>
}

/** The members of one organisation; groups stand in tree order. */
export interface RosterGroup {
  /** Names of the organisations between the roster's own and this one, outermost first. */
  readonly path: readonly string[]
  readonly organizationName: string
  readonly people: readonly RosterPerson[]
}

/** A table of numbers that were computed elsewhere. */
export interface StatTable {
  readonly title: string
  /** Heads, the row label's own first. */
  readonly columns: readonly string[]
  readonly rows: readonly StatRow[]
  readonly total: StatRow | null
}

export interface StatRow {
  readonly label: string
  readonly values: readonly (number | string)[]
}

/** Who took the file out of the system and when; carried by files with personal data in the clear. */
export interface ExportTrace {
  readonly account: string
  /** Local time as text, e.g. 2026-05-08 10:31. */
  readonly at: string
}

export interface MemberRosterValues {
  /** Full name of the organisation whose members these are. */
  readonly organizationName: string
  readonly asOf: DateOnly
  /** 编制单位; null when not known. */
  readonly compiledBy: string | null
  readonly compiledOn: DateOnly
  readonly groups: readonly RosterGroup[]
  readonly columns: readonly RosterColumnKey[]
  /** `masked` covers ID numbers, phones and addresses, as for a reader who may never see them. */
  readonly privacy: 'full' | 'masked'
  /** By which rules people were included and counted: whole sentences. */
  readonly countingRules: readonly string[]
  /** Further facts for the notes, such as persons on the edge of an age band. */
  readonly remarks: readonly string[]
  readonly statistics: readonly StatTable[]
  readonly trace: ExportTrace | null
}
