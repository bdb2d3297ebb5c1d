import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { anIdNo } from '../api/samples.ts'
import { tempDir } from '../api/testCore.ts'
import { migrationsDir, raw } from './auditLedger.ts'

interface Journal {
  readonly entries: readonly { readonly tag: string }[]
}

function journal(): Journal {
  return JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8'))
}

/** Names of all migrations, in order. */
export function migrationTags(): readonly string[] {
  return journal().entries.map(({ tag }) => tag)
}

/** The migrations folder as it was when there were only so many. */
function firstMigrations(count: number): string {
  const dir = join(tempDir(), 'migrations')
  mkdirSync(join(dir, 'meta'), { recursive: true })
  const entries = journal().entries.slice(0, count)
  writeFileSync(join(dir, 'meta', '_journal.json'), JSON.stringify({ ...journal(), entries }))
  for (const { tag } of entries) cpSync(join(migrationsDir, `${tag}.sql`), join(dir, `${tag}.sql`))
  return dir
}

/** Makes the file what it was when there were only so many migrations. */
export function migrateOldTo(sqlite: Sqlite.Database, migrations: number): void {
  sqlite.pragma('application_id = 0x4457545a')
  migrate(drizzle(sqlite), { migrationsFolder: firstMigrations(migrations) })
}

/** The newest migration, unmade: a file one build older. Only for migrations that make tables and indexes and nothing else. */
export function unmakeLastMigration(sqlite: Sqlite.Database): void {
  const sql = readFileSync(join(migrationsDir, `${migrationTags().at(-1) ?? ''}.sql`), 'utf8')
  if (/^(alter|drop) /im.test(sql)) throw new Error('the newest migration does more than make tables')
  const tables = [...sql.matchAll(/^create table `(\w+)`/gim)].map(([, table]) => table)
  const indexes = [...sql.matchAll(/^create (?:unique )?index `(\w+)`/gim)].map(([, index]) => index)
  sqlite.pragma('foreign_keys = OFF')
  sqlite.exec(
    `${indexes.map((index) => `drop index "${index}";`).join('')}
     ${tables.map((table) => `drop table "${table}";`).join('')}
     delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)`,
  )
}

type Value = string | number | null

/** A row with something in every column, so that a lost column cannot go unseen. */
export function insertOldRow(
  sqlite: Sqlite.Database,
  table: string,
  n: number,
  given: Readonly<Record<string, Value>>,
): void {
  const columns = sqlite.prepare('select name, type from pragma_table_info(?)').all(table) as readonly {
    readonly name: string
    readonly type: string
  }[]
  const row = Object.fromEntries(
    columns.map(({ name, type }) => [name, given[name] ?? somethingFor(name, type, n)]),
  )
  for (const [column, value] of Object.entries(given)) if (value === null) row[column] = null
  sqlite
    .prepare(
      `insert into "${table}" (${Object.keys(row).join(', ')}) values (${Object.keys(row)
        .map((name) => `@${name}`)
        .join(', ')})`,
    )
    .run(row)
}

function somethingFor(column: string, type: string, n: number): Value {
  if (/^is_|^has_|^cannot_/.test(column)) return n % 2
  if (type.toLowerCase() === 'integer') return n
  if (column.endsWith('_at')) return `2026-10-0${n}T02:00:00.000Z`
  if (/_on$|_date$|_since$|_from$|_to$/.test(column)) return `2001-0${n}-01`
  return `${column} ${n}`
}

/** A data file of the first version, at its second and last migration, with rows in every table. */
export function fillOldDatabase(file: string): void {
  const sqlite = raw(file)
  migrateOldTo(sqlite, 2)
  sqlite.pragma('foreign_keys = ON')
  const put = (table: string, n: number, given: Readonly<Record<string, Value>>) =>
    insertOldRow(sqlite, table, n, given)
  put('accounts', 1, { id: 'a1', user: 'admin', display_name: '张干事', role: 'streetClerk' })
  const organization = (n: number, id: string, parent: string | null, type: string, deleted: string | null) =>
    put('organizations', n, {
      id,
      parent_id: parent,
      type,
      code: `00${n}`,
      short_name: `组织${n}`,
      tree_order: n,
      position: 0,
      match_key: `组织${n}`,
      branch_kind: type === 'ZB' ? 'DD' : null,
      unit_nature: 'SQ',
      status: 'active',
      merged_into_id: null,
      ended_on: null,
      version: n,
      deleted_at: deleted,
    })
  organization(1, 'o1', null, 'DGW', null)
  organization(2, 'o2', 'o1', 'SQW', null)
  organization(3, 'o3', 'o2', 'ZB', null)
  organization(4, 'o4', 'o3', 'XZ', null)
  organization(5, 'o5', 'o2', 'ZB', '2026-10-05T02:00:00.000Z')
  const member = (n: number, branch: string, group: string | null, deleted: string | null) =>
    put('members', n, {
      seq: n,
      id: `m${n}`,
      name: `党员${n}`,
      id_no: anIdNo('1970-05-04', n),
      gender: '1',
      person_type: '1',
      party_status: 'ZC',
      organization_id: branch,
      group_id: group,
      skills: null,
      probation_extended_months: null,
      party_age_correction_months: null,
      version: n,
      deleted_at: deleted,
      deleted_reason: deleted === null ? null : '重复录入',
    })
  member(1, 'o3', 'o4', null)
  member(2, 'o3', null, null)
  member(3, 'o5', null, '2026-10-05T02:00:00.000Z')
  for (const n of [1, 2]) {
    put('member_search_keys', n, { key: `dangyuan${n}`, seq: n })
    put('member_findings', n, { member_id: `m${n}`, severity: 'yellow', field: null })
    put('finding_overrides', n, { subject: 'member', subject_id: `m${n}`, account_id: 'a1' })
    put('organization_events', n, { organization_id: `o${n}`, kind: 'created' })
    put('import_batches', n, {
      id: `b${n}`,
      kind: 'roster',
      mode: 'addAndUpdate',
      account_id: 'a1',
      withdrawn_at: n === 1 ? '2026-10-05T02:00:00.000Z' : null,
    })
    put('import_batch_rows', n, { batch_id: `b${n}`, subject: 'member', subject_id: `m${n}`, action: 'new' })
    put('import_mappings', n, { kind: 'roster', columns: '{}' })
    put('document_exports', n, { account_id: 'a1' })
    put('workspace_items', n, { account_id: 'a1', key: `draft:member:m${n}`, value: '{}' })
    put('database_facts', n, {})
  }
  sqlite.close()
}
