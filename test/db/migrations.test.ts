import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { keyFile } from '#core/system/keyFile.ts'
import { readRecoveryCode, wrapKey } from '#core/system/keyWrap.ts'
import { carryReplacedLog, readReplacedLog } from '#db/audit/replacedLog.ts'
import { firstMigrations } from '#db/migrationGate.ts'
import { openDatabase } from '#db/open.ts'
import { openTestCore, tempDir, testUser } from '../api/testCore.ts'
import { aLedger, aWriter, key, migrationsDir, raw } from './auditLedger.ts'
import { fillOldDatabase, insertOldRow, migrateOldTo, migrationTags } from './oldDatabase.ts'

type Row = Readonly<Record<string, string | number | null>>
type Tables = ReadonlyMap<string, readonly Row[]>

function anOldDatabase(): string {
  const file = join(tempDir(), 'ledger.db')
  fillOldDatabase(file)
  return file
}

function tablesOf(sqlite: Sqlite.Database): Tables {
  const names = sqlite
    .prepare(
      `select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\' order by name`,
    )
    .all() as readonly { readonly name: string }[]
  return new Map(
    names.map(({ name }) => [name, sqlite.prepare(`select * from "${name}"`).all() as readonly Row[]]),
  )
}

function readTables(file: string): Tables {
  const sqlite = raw(file)
  const tables = tablesOf(sqlite)
  sqlite.close()
  return tables
}

const upgrade = (file: string, beforeUpgrade: Parameters<typeof openDatabase>[0]['beforeUpgrade']) =>
  openDatabase({ file, key, create: false, migrationsDir, keepsHead: true, beforeUpgrade })

describe('a database of the first version', () => {
  it('keeps every value of every row; what is new has its default', () => {
    const file = anOldDatabase()
    const before = readTables(file)
    expect([...before.keys()]).toHaveLength(13)
    upgrade(file, () => undefined).close()
    const after = readTables(file)
    const kept = [...before].filter(([table]) => table !== 'import_batch_rows')
    for (const [table, rows] of kept) {
      expect(rows.length, table).toBeGreaterThan(0)
      expect(after.get(table), table).toEqual(rows.map((row) => expect.objectContaining(row)))
    }
    expect(after.get('accounts')).toMatchObject([
      {
        user: 'admin',
        role: 'streetClerk',
        organization_id: null,
        must_change_password: 0,
        version: 1,
        disabled_at: null,
      },
    ])
    expect(after.get('organizations')?.map((row) => row['deleted_reason'])).toEqual(Array(5).fill(null))
    expect([...after.keys()].filter((table) => !before.has(table))).toEqual([
      'application_forms',
      'appraisal_people',
      'appraisals',
      'attachment_contents',
      'attachments',
      'audit_changes',
      'audit_entries',
      'bridge_freeze_people',
      'bridge_freezes',
      'calendar_days',
      'development_events',
      'development_files',
      'development_findings',
      'development_guarantors',
      'development_materials',
      'development_quotas',
      'development_reviews',
      'development_status',
      'development_steps',
      'development_votes',
      'election_candidates',
      'election_exemptions',
      'election_rounds',
      'election_steps',
      'election_tellers',
      'election_votes',
      'elections',
      'enterprises',
      'follow_ups',
      'group_spells',
      'life_meetings',
      'life_problems',
      'lost_attempts',
      'lost_cases',
      'meeting_items',
      'meeting_plan_items',
      'meeting_plans',
      'meeting_versions',
      'meeting_years',
      'meetings',
      'memberships',
      'mobility_contacts',
      'mobility_records',
      'posts',
      'replaced_changes',
      'replaced_entries',
      'responsibility_checks',
      'responsibility_goals',
      'responsibility_lists',
      'review_batch_subjects',
      'review_batches',
      'review_campaigns',
      'review_comments',
      'review_counts',
      'review_daily_scores',
      'review_keyings',
      'review_opinions',
      'review_rectifications',
      'review_schemes',
      'review_steps',
      'review_subjects',
      'settings',
      'status_spells',
      'talks',
      'terms',
      'topic_guides',
      'training_classes',
      'training_places',
      'transfers',
    ])
    expect(after.has('import_batch_rows')).toBe(false)
    expect(after.get('audit_entries')).toEqual([])
  })

  it('is whole afterwards: foreign keys, indexes, a log that begins empty and verifies', () => {
    const ledger = upgrade(anOldDatabase(), () => undefined)
    expect(ledger.integrity()).toEqual({
      integrity: 'ok',
      foreignKeyProblems: 0,
      migrations: migrationTags().length,
    })
    expect(ledger.verifyAudit([])).toEqual({
      entries: 0,
      ok: true,
      lastGood: 0,
      problem: null,
      anchors: 0,
      replaced: 0,
    })
    ledger.close()
  })

  it('is handed to the backup as it was, before anything is changed, and only once', () => {
    const file = anOldDatabase()
    const before = readTables(file)
    const copy = join(tempDir(), 'copy.db')
    const told: unknown[] = []
    upgrade(file, (old) => {
      told.push([old.migrations, old.counts()])
      old.copyTo(copy)
    }).close()
    expect(told).toEqual([
      [2, expect.objectContaining({ members: 3, organizations: 5, import_batch_rows: 2, accounts: 1 })],
    ])
    expect(readTables(copy)).toEqual(before)
    upgrade(file, () => told.push('again')).close()
    expect(told).toHaveLength(1)
  })

  it('is not touched when the backup before it fails', () => {
    const file = anOldDatabase()
    const before = readTables(file)
    const refuse = () => {
      throw new Error('no room')
    }
    expect(() => upgrade(file, refuse)).toThrow('no room')
    expect(readTables(file)).toEqual(before)
  })
})

it('one build to the next: a row in every table, with something in every column, comes through as it is', () => {
  const file = join(tempDir(), 'ledger.db')
  const sqlite = raw(file)
  migrateOldTo(sqlite, migrationTags().length - 1)
  sqlite.pragma('foreign_keys = OFF')
  const tables = [...tablesOf(sqlite).keys()]
  for (const table of tables) {
    const keys = sqlite
      .prepare(
        `select f."from" as name, f."to" || ' 1' as value from pragma_foreign_key_list(@table) f join pragma_table_info(@table) c on c.name = f."from"
         where lower(c.type) = 'text'`,
      )
      .all({ table }) as readonly { readonly name: string; readonly value: string }[]
    insertOldRow(sqlite, table, 1, Object.fromEntries(keys.map(({ name, value }) => [name, value])))
  }
  const before = tablesOf(sqlite)
  sqlite.close()
  upgrade(file, () => undefined).close()
  const after = readTables(file)
  expect([...before.values()].map((rows) => rows.length)).toEqual(tables.map(() => 1))
  for (const [table, rows] of before) expect(after.get(table), table).toEqual(rows)
})

it('a database of before the logs of a restore were kept opens with its log whole, and takes one over', () => {
  const older = firstMigrations(migrationsDir, 4, join(tempDir(), 'migrations'))
  const file = join(tempDir(), 'ledger.db')
  const options = { file, key, keepsHead: true, beforeUpgrade: () => undefined }
  const before = openDatabase({ ...options, create: true, migrationsDir: older.dir })
  before.as(aWriter()).write((tx) => tx.audit.detail('登录'))
  const head = before.auditHead()
  before.close()
  older.remove()
  const ledger = openDatabase({ ...options, create: false, migrationsDir })
  onTestFinished(() => ledger.close())
  expect(ledger.integrity()).toEqual({
    integrity: 'ok',
    foreignKeyProblems: 0,
    migrations: migrationTags().length,
  })
  expect(ledger.verifyAudit([])).toMatchObject({ ok: true, entries: 1, replaced: 0 })
  const restored = aLedger()
  const log = readReplacedLog(ledger.as(aWriter()).read.sql, 0)
  expect(restored.db.write((tx) => carryReplacedLog(tx, log))).toBe(1)
  expect(restored.db.read.sql.all('select seq, hash from replaced_entries')).toEqual([head])
})

/** A data folder as the first version left it: database and key file, opened by 张干事's password. */
async function anOldFolder(): Promise<string> {
  const dataDir = tempDir()
  const file = join(dataDir, 'ledger.db')
  fillOldDatabase(file)
  const recovery = await wrapKey(key, readRecoveryCode('ABCD-EFGH-JKLM-NPQR-STUV-WXYZ-2345-6789'), 10)
  const account = { user: testUser.user, key: await wrapKey(key, testUser.password, 10) }
  keyFile(dataDir, file).write({ version: 1, accounts: [account], recovery })
  return dataDir
}

describe('a data folder of the first version', () => {
  it('opens with its password, its clerk still the clerk; a backup of before lies beside it', async () => {
    const dataDir = await anOldFolder()
    const { call } = openTestCore(dataDir)
    const { user, password } = testUser
    expect(await call('accounts.signIn', { user, password })).toMatchObject({
      role: 'streetClerk',
      organizationId: null,
    })
    expect(await call('accounts.status', {})).toMatchObject({ state: 'open', hasAdministrator: false })
    const { rows } = await call('backup.list', {})
    expect(rows).toMatchObject([{ reason: 'beforeUpgrade', place: 'local', members: 3, problem: null }])
    expect(existsSync(join(dataDir, 'backups'))).toBe(true)
    expect((await call('trash.list', { kind: null, offset: 0, limit: 10 })).rows).toMatchObject([
      { kind: 'organization', id: 'o5', deletedBy: '不详（升级前删除）', hanging: 0 },
      { kind: 'member', id: 'm3', deletedBy: '不详（升级前删除）' },
    ])
    expect(await call('system.verify', {})).toMatchObject({
      integrity: 'ok',
      foreignKeys: 0,
      audit: { ok: true },
    })
  })

  it('lists its imports and says why they are not withdrawn as a whole any more', async () => {
    const { call, refusal } = openTestCore(await anOldFolder())
    const { user, password } = testUser
    await call('accounts.signIn', { user, password })
    const { rows, total } = await call('imports.batches', { offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(rows).toMatchObject([
      { id: 'b2', createdBy: '张干事', withdrawnAt: null },
      { id: 'b1', withdrawnAt: '2026-10-05T02:00:00.000Z' },
    ])
    for (const route of ['imports.checkWithdraw', 'imports.withdraw'] as const)
      expect(await refusal(route, { batchId: 'b2' })).toMatchObject({
        code: 'CONFLICT',
        messageZh: '这个批次是升级到本版本之前导入的，没有留下逐条记录，不能整批撤回。请在花名册中逐个改正',
      })
    expect(await refusal('imports.withdraw', { batchId: 'b1' })).toMatchObject({
      messageZh: '这个导入批次已经撤回过了',
    })
  })
})
