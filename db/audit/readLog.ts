import type { ReadSql } from '../database.ts'
import type { ChainedChange, ChainedEntry } from './chain.ts'

export interface LinkedEntry extends ChainedEntry {
  readonly hash: string
}

export interface LinkedChange extends ChainedChange {
  readonly id: number
  readonly entry: number
  readonly secret: string | null
}

const page = 2000

/** Columns of an entry, in the log and in those that were replaced. */
export const linkedColumns = `seq, at, account_id as accountId, account_name as accountName, role, session_id as sessionId,
  via, route, undoes, detail, change_count as changeCount, hash`

/** In their order, those after `from`, a page of them in memory at a time. */
export function* entriesAfter(sql: ReadSql, from: number): Generator<LinkedEntry> {
  for (let after = from; ;) {
    const rows = sql.all<LinkedEntry>(
      `select ${linkedColumns} from audit_entries where seq > @after order by seq limit ${page}`,
      { after },
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.seq
  }
}

/** Changes of the entries after `from`, in the order of both. */
export function* changesAfter(sql: ReadSql, from: number): Generator<LinkedChange> {
  for (let entry = from, id = Number.MAX_SAFE_INTEGER; ;) {
    const rows = sql.all<LinkedChange>(
      `select id, entry, kind, record_id as recordId, name, organization_id as organizationId, action, diff, secret,
         secret_digest as secretDigest
       from audit_changes where (entry, id) > (@entry, @id) order by entry, id limit ${page}`,
      { entry, id },
    )
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    entry = last.entry
    id = last.id
  }
}
