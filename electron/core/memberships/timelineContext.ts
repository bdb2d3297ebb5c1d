import type { ReadDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'

/** What a source is asked with. */
export interface TimelineContext {
  readonly member: StoredMember
  /** Short name of an organisation; of one out of reach only that it is another. */
  readonly nameOf: (id: string) => string
  readonly today: DateOnly
}

/** Everything that happened to one person by one kind of record. Cut to the caller's scope. */
export type TimelineSource = (db: ReadDb, context: TimelineContext) => readonly TimelineEntry[]

/** Whether a spell holds at the end of the day. */
export function holdsOn(
  { fromOn, toOn }: { readonly fromOn: PartialDate | ''; readonly toOn: PartialDate | '' | null },
  day: DateOnly,
): boolean {
  return fromOn <= day && (toOn === null || toOn > day)
}
