import type { WriteSql } from '../database.ts'
import { type AuditHead, EntryHash, headSql, headText, readHead } from './chain.ts'
import type { Sealed } from './differences.ts'
import { systemName, type Writer } from './writer.ts'

interface Saying {
  readonly detail: string | null
  readonly undoes: number | null
}

/** Adds an entry with its changes to the end of the log, in the caller's transaction. */
export function writeEntry(
  sql: WriteSql,
  by: Writer,
  changes: readonly Sealed[],
  { detail, undoes }: Saying,
): AuditHead {
  const head = readHead(sql)
  const last = sql.get<AuditHead>('select seq, hash from audit_entries order by seq desc limit 1') ?? head
  const entry = {
    // A log that was tampered with goes on after both; verifying finds the gap.
    seq: Math.max(head.seq, last.seq) + 1,
    at: by.now(),
    accountId: by.account?.id ?? null,
    accountName: by.account?.displayName ?? systemName,
    role: by.account?.role ?? null,
    sessionId: by.sessionId,
    via: by.via,
    route: by.route,
    undoes,
    detail,
    changeCount: changes.length,
  }
  const entryHash = new EntryHash(head.seq === 0 ? last.hash : head.hash)
  for (const change of changes) entryHash.add(change)
  const hash = entryHash.close(entry)
  sql.run(
    `insert into audit_entries (seq, at, account_id, account_name, role, session_id, via, route, undoes, detail, change_count, hash)
     values (@seq, @at, @accountId, @accountName, @role, @sessionId, @via, @route, @undoes, @detail, @changeCount, @hash)`,
    { ...entry, hash },
  )
  for (const change of changes)
    sql.run(
      `insert into audit_changes (entry, kind, record_id, name, organization_id, action, diff, secret, secret_digest)
       values (@entry, @kind, @recordId, @name, @organizationId, @action, @diff, @secret, @secretDigest)`,
      { ...change, entry: entry.seq },
    )
  const next = { seq: entry.seq, hash }
  sql.run(headSql, { value: headText(next) })
  return next
}

/** The clear values kept for undoing go with the records that were purged; that they are gone stays provable. */
export function forgetPurged(sql: WriteSql, changes: readonly Sealed[]): void {
  for (const { action, kind, recordId } of changes)
    if (action === 'purged')
      sql.run(
        'update audit_changes set secret = null where record_id = @recordId and kind = @kind and secret is not null',
        { recordId, kind },
      )
}
