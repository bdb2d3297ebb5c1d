import type Sqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { type AuditAnchor, type ChainedChange, type ChainedEntry, EntryHash } from '#db/audit/chain.ts'
import type { AuditVerification } from '#shared/contract/audit.ts'
import { addMemberRow, addStreet, aLedger, openLedger, raw } from './auditLedger.ts'

/**
 * Twelve entries: 1-5 organisations, 6-7 members, 8 one member's phone (with a clear value beside it), 9 two members at once,
 * 10 a look, 11 a member purged that had been changed in 9, 12 a setting.
 */
export function aLog(): string {
  const { db, ledger, file } = aLedger()
  addStreet(db)
  addMemberRow(db, 'm1', 'east1')
  addMemberRow(db, 'm2', 'west1', 3)
  db.write((tx) => tx.sql.run("update members set mobile = '13911112222' where id = 'm1'"))
  db.write((tx) => {
    tx.sql.run("update members set mobile = '13911113333', name = '甲' where id = 'm1'")
    tx.sql.run("update members set mobile = '13911114444', name = '乙' where id = 'm2'")
  })
  db.write((tx) => {
    tx.audit.note({ kind: 'member', recordId: 'm1', name: '甲', organizationId: 'east1' })
    tx.audit.detail('查看完整信息')
  })
  db.write((tx) => {
    tx.audit.purging()
    tx.sql.run("delete from members where id = 'm2'")
  })
  db.write((tx) => tx.sql.run("insert into settings (key, value, updated_at) values ('k', '1', '2026')"))
  expect(ledger.auditHead().seq).toBe(12)
  expect(ledger.verifyAudit([])).toEqual({
    entries: 12,
    ok: true,
    lastGood: 12,
    problem: null,
    anchors: 1,
    replaced: 0,
  })
  ledger.close()
  return file
}

/** What verifying says after somebody with the key and an SQLite shell was at the file. */
export function afterTampering(
  body: (sqlite: Sqlite.Database) => void,
  anchors: readonly AuditAnchor[] = [],
): AuditVerification {
  const file = aLog()
  const sqlite = raw(file)
  body(sqlite)
  sqlite.close()
  return openLedger(file).ledger.verifyAudit(anchors)
}

export const execute = (statements: string) => (sqlite: Sqlite.Database) => {
  sqlite.exec(statements)
}

/** `sql` must change exactly one row: a test whose tampering misses could not fail. */
export const editOne = (sql: string) => (sqlite: Sqlite.Database) => {
  expect(sqlite.prepare(sql).run().changes).toBe(1)
}

function hashOf(sqlite: Sqlite.Database, seq: number): string {
  const row = sqlite.prepare('select hash from audit_entries where seq = ?').get(seq) as
    | { hash: string }
    | undefined
  return row?.hash ?? ''
}

/** Makes hashes and the head fit again from an entry on, as somebody who knows how it works would. */
export function rehash(sqlite: Sqlite.Database, from: number): void {
  const entries = sqlite
    .prepare(
      `select seq, at, account_id as accountId, account_name as accountName, role, session_id as sessionId, via, route,
         undoes, detail, change_count as changeCount from audit_entries where seq >= ? order by seq`,
    )
    .all(from) as readonly ChainedEntry[]
  for (const entry of entries) {
    const hash = new EntryHash(hashOf(sqlite, entry.seq - 1))
    const changes = sqlite
      .prepare(
        `select kind, record_id as recordId, name, organization_id as organizationId, action, diff,
           secret_digest as secretDigest from audit_changes where entry = ? order by id`,
      )
      .all(entry.seq) as readonly ChainedChange[]
    for (const change of changes) hash.add(change)
    const counted = { ...entry, changeCount: changes.length }
    sqlite
      .prepare('update audit_entries set hash = ?, change_count = ? where seq = ?')
      .run(hash.close(counted), changes.length, entry.seq)
  }
  fixHead(sqlite)
}

export function fixHead(sqlite: Sqlite.Database): void {
  sqlite.exec(
    `update database_facts set value = (select seq || ':' || hash from audit_entries order by seq desc limit 1)
     where key = 'audit.head'`,
  )
}

export const cutAt = (seq: number) =>
  `delete from audit_changes where entry > ${seq}; delete from audit_entries where seq > ${seq};`
