import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Writer } from '#db/audit/writer.ts'
import type { Database, Ledger, WriteDb } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { insertMember } from '#db/queries/memberWrites.ts'
import { insertOrganization } from '#db/queries/organizations.ts'
import { instant } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOrganization } from '../api/samples.ts'
import { tempDir } from '../api/testCore.ts'

export const migrationsDir = fileURLToPath(new URL('../../db/migrations', import.meta.url))
export const key = Buffer.alloc(32, 7)
export const at = instant(new Date('2026-11-21T02:00:00Z'))

export function aWriter(fields: Partial<Writer> = {}): Writer {
  return {
    account: { id: 'a1', displayName: '测试员', role: 'streetClerk' },
    sessionId: 's1',
    via: 'cli',
    route: 'members.update',
    scopeRoot: null,
    now: () => at,
    ...fields,
  }
}

export interface TestLedger {
  readonly file: string
  readonly ledger: Ledger
  /** The street's clerk. */
  readonly db: Database
}

export function openLedger(file: string): TestLedger {
  const options = { file, key, create: true, migrationsDir, keepsHead: true, beforeUpgrade: () => undefined }
  const ledger = openDatabase(options)
  onTestFinished(() => ledger.close())
  return { file, ledger, db: ledger.as(aWriter()) }
}

/** An empty database on disk, encrypted. */
export function aLedger(): TestLedger {
  return openLedger(join(tempDir(), 'ledger.db'))
}

/** The file as somebody with the key and an SQLite shell sees it: no triggers, no keys held, the log writable. */
export function raw(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  sqlite.pragma('foreign_keys = OFF')
  return sqlite
}

export function addOrganization(db: Database, id: string, parentId: string | null, type = 'ZB'): void {
  db.write((tx) => {
    const { jointUnits: _, ...fields } = anOrganization({ shortName: `组织${id}`, type: 'ZB' })
    insertOrganization(tx, {
      ...fields,
      type,
      id,
      parentId,
      position: 0,
      treeOrder: 0,
      matchKey: id,
      jointUnits: null,
      status: 'active',
      version: 1,
      createdAt: at,
      updatedAt: at,
      importBatchId: null,
    })
  })
}

/** Street over two communities over one branch each: `street`, `east`, `west`, `east1`, `west1`. */
export function addStreet(db: Database): void {
  addOrganization(db, 'street', null, 'DGW')
  for (const community of ['east', 'west']) {
    addOrganization(db, community, 'street', 'SQW')
    addOrganization(db, `${community}1`, community)
  }
}

export function addMemberRow(db: Database, id: string, organizationId: string, order = 1): void {
  db.write((tx) => {
    const record = aMember({ organizationId, idNo: anIdNo('1970-05-04', order), mobile: '13800135678' })
    insertMember(tx, { id, nameKey: 'wang xiao ming', record, at })
  })
}

export interface LoggedChange {
  readonly entry: number
  readonly kind: string
  readonly recordId: string
  readonly name: string | null
  readonly organizationId: string | null
  readonly action: string
  readonly diff: unknown
}

/** Changes of the newest entry, in their order. */
export function lastChanges({ db, ledger }: TestLedger): readonly LoggedChange[] {
  return db.read.sql
    .all<LoggedChange & { readonly diff: string | null }>(
      `select entry, kind, record_id as recordId, name, organization_id as organizationId, action, diff
       from audit_changes where entry = @seq order by id`,
      { seq: ledger.auditHead().seq },
    )
    .map((change) => ({ ...change, diff: change.diff === null ? null : JSON.parse(change.diff) }))
}

/** `addStreet` and the member `m1` in `east1`: six entries. */
export function aStreetLedger(): TestLedger {
  const test = aLedger()
  addStreet(test.db)
  addMemberRow(test.db, 'm1', 'east1')
  return test
}

export const run =
  (...statements: readonly string[]) =>
  (tx: WriteDb): void => {
    for (const statement of statements) tx.sql.run(statement)
  }

export const rename = (name: string): string =>
  `update members set name = '${name}', version = version + 1 where id = 'm1'`
