import type { DateOnly } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'
import { andInScope } from './scope.ts'

interface Between {
  /** Null for everything in reach. */
  readonly organizationIds: readonly string[] | null
  readonly from: DateOnly
  readonly to: DateOnly
}

/** Meetings held between two days, both included: branch after branch in tree order, in each by day and time. */
export function meetingIdsBetween(db: ReadDb, { organizationIds, from, to }: Between): readonly string[] {
  const mine = andInScope(db, 'm.organization_id')
  const these =
    organizationIds === null
      ? ''
      : ' and m.organization_id in (select value from json_each(@organizationIds))'
  return db.sql
    .all<{ readonly id: string }>(
      `select m.id from meetings m join organizations o on o.id = m.organization_id
       where m.held_on between @from and @to and m.deleted_at is null${these}${mine.sql}
       order by o.tree_order, m.held_on, m.start_time, m.id`,
      {
        from,
        to,
        ...(organizationIds === null ? {} : { organizationIds: JSON.stringify(organizationIds) }),
        ...mine.params,
      },
    )
    .map(({ id }) => id)
}
