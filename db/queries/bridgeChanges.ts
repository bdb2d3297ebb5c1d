import type { ChangeAction, RecordKind } from '#shared/contract/activity.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb } from '../database.ts'

/** One entry of the log about somebody's record, or about a stay of theirs. */
export interface BridgeChange {
  readonly memberId: string
  readonly entry: number
  readonly at: Instant
  readonly accountName: string
  readonly route: string
  readonly kind: RecordKind
  readonly action: ChangeAction
  readonly diff: string | null
}

const change = 'c.entry, e.at, e.account_name as accountName, e.route, c.kind, c.action, c.diff'

/** What was written about these people since that moment, newest first. The caller has seen to the scope. */
export function changesSince(
  db: ReadDb,
  memberIds: readonly string[],
  since: Instant,
): readonly BridgeChange[] {
  return db.sql.all<BridgeChange>(
    `select memberId, entry, at, accountName, route, kind, action, diff from (
       select p.value as memberId, c.id, ${change} from json_each(@ids) p
         cross join audit_changes c on c.record_id = p.value and c.kind = 'member' and c.action <> 'noted'
         join audit_entries e on e.seq = c.entry where e.at > @since
       union all
       select s.member_id, c.id, ${change} from json_each(@ids) p
         cross join memberships s on s.member_id = p.value
         cross join audit_changes c on c.record_id = s.id and c.kind = 'membership'
         join audit_entries e on e.seq = c.entry where e.at > @since)
     order by entry desc, kind, id desc`,
    { ids: JSON.stringify(memberIds), since },
  )
}
