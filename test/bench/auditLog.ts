import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { EntryHash, headSql, headText } from '#db/audit/chain.ts'
import { systemWriter } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { countEntries, listEntries, type LogFilter } from '#db/queries/auditLog.ts'
import { instant } from '#shared/lib/dates.ts'

const key = Buffer.alloc(32, 7)
const at = instant(new Date('2026-11-21T02:00:00Z'))

function open(file: string): Ledger {
  return openDatabase({
    file,
    key,
    create: true,
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
    keepsHead: false,
    beforeUpgrade: () => undefined,
  })
}

/** Written past the program, in one transaction: through it each entry waits for the disk. */
function fill(file: string, entries: number): void {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  const entrySql = sqlite.prepare(
    `insert into audit_entries (seq, at, account_id, account_name, role, session_id, via, route, undoes, detail, change_count, hash)
     values (@seq, @at, @accountId, @accountName, @role, @sessionId, @via, @route, @undoes, @detail, @changeCount, @hash)`,
  )
  const changeSql = sqlite.prepare(
    `insert into audit_changes (entry, kind, record_id, name, organization_id, action, diff, secret, secret_digest)
     values (@entry, @kind, @recordId, @name, @organizationId, @action, @diff, null, null)`,
  )
  sqlite.transaction(() => {
    let hash = ''
    for (let seq = 1; seq <= entries; seq += 1) {
      const change = {
        kind: 'member',
        recordId: `00000000-0000-4000-8000-${String(seq % 5000).padStart(12, '0')}`,
        name: `党员${seq % 5000}`,
        organizationId: `00000000-0000-4000-9000-${String(seq % 60).padStart(12, '0')}`,
        action: 'changed',
        diff: JSON.stringify({ remark: [`原来的备注 ${seq}`, `后来的备注 ${seq}`], education: ['31', '21'] }),
        secretDigest: null,
      }
      const entry = {
        seq,
        at,
        accountId: `account-${seq % 7}`,
        accountName: '测试员',
        role: 'streetClerk',
        sessionId: `session-${seq % 400}`,
        via: 'electron',
        route: 'members.update',
        undoes: null,
        detail: null,
        changeCount: 1,
      }
      const entryHash = new EntryHash(hash)
      entryHash.add(change)
      hash = entryHash.close(entry)
      entrySql.run({ ...entry, hash })
      changeSql.run({ ...change, entry: seq })
    }
    sqlite.prepare(headSql).run({ value: headText({ seq: entries, hash }) })
  })()
  sqlite.close()
}

/** Milliseconds: the whole chain of so many entries, and one page of the auditor's list with its total, plain and by name. */
export function measureAuditLog(entries: number): Readonly<Record<'verify' | 'page' | 'pageByName', number>> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-log-'))
  try {
    const file = join(dir, 'ledger.db')
    open(file).close()
    fill(file, entries)
    const ledger = open(file)
    const { read } = ledger.as(systemWriter('bench', () => at))
    const everything: LogFilter = {
      accountId: null,
      kind: null,
      from: null,
      before: null,
      text: null,
      route: null,
    }
    const timed = (body: () => unknown): number => {
      const started = performance.now()
      body()
      return performance.now() - started
    }
    const page = (filter: LogFilter) =>
      timed(() => [listEntries(read, filter, { offset: 0, limit: 100 }), countEntries(read, filter)])
    const verify = timed(() => {
      const { ok, entries: found } = ledger.verifyAudit([])
      if (!ok || found !== entries) throw new Error('the log does not verify')
    })
    const figures = { verify, page: page(everything), pageByName: page({ ...everything, text: '党员77' }) }
    ledger.close()
    return figures
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
