import type { RecordKind } from '#shared/contract/activity.ts'
import { auditedTables, tableOf } from '../audit/auditedTables.ts'
import type { ReadDb, SqlValue, WriteDb } from '../database.ts'
import { foreignKeysOf, isPart } from './parts.ts'

/** A row as SQLite gives it: columns by their names. */
export type RawRow = Readonly<Record<string, SqlValue>>

/** Rows of a table as they are now, by the column records are known by. Not cut to the scope. */
export function rowsOf(db: ReadDb, kind: RecordKind, ids: readonly string[]): ReadonlyMap<string, RawRow> {
  const { table, key } = tableOf(kind)
  const rows = db.sql.all<RawRow>(
    `select * from "${table}" where "${key}" in (select value from json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(rows.map((row) => [String(row[key]), row]))
}

/** Ids of the rows that hold the same as this one in these columns. Not cut to the scope. */
export function twinsOf(
  db: ReadDb,
  kind: RecordKind,
  columns: readonly string[],
  row: RawRow,
): readonly string[] {
  const { table, key } = tableOf(kind)
  const same = columns.map((column) => `"${column}" = @${column}`).join(' and ')
  const params = Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))
  return db.sql
    .all<{ id: string }>(`select "${key}" as id from "${table}" where ${same}`, params)
    .map(({ id }) => id)
}

export interface Reference {
  readonly child: RecordKind
  readonly column: string
  readonly parent: RecordKind
  /** The child is a part of the parent and goes where it goes. */
  readonly isPart: boolean
}

/** Which kinds of record point at which, from the foreign keys the database has. */
export function listReferences(db: ReadDb): readonly Reference[] {
  return Object.entries(auditedTables).flatMap(([table, { kind }]) => {
    const all = foreignKeysOf(db, table)
    return all.flatMap((key) => {
      const of = auditedTables[key.parent]
      return of ? [{ child: kind, column: key.column, parent: of.kind, isPart: isPart(key, all) }] : []
    })
  })
}

/** Rows of `child` that point at one of these and are in use: not in the trash, nor of somebody there, not disabled. Not cut to the scope. */
export function pointingAt(
  db: ReadDb,
  { child, column }: Pick<Reference, 'child' | 'column'>,
  ids: readonly string[],
): readonly RawRow[] {
  const { table, key, name, undoInsert } = tableOf(child)
  const columns = db.sql
    .all<{ name: string }>('select name from pragma_table_info(@table)', { table })
    .map((each) => each.name)
  const wanted = new Set([key, column, name ?? key, 'organization_id', 'member_id', 'status'])
  const inUse = ['deleted_at', 'disabled_at']
    .filter((each) => columns.includes(each))
    .map((each) => ` and "${each}" is null`)
  if (undoInsert === 'delete' && columns.includes('member_id'))
    inUse.push(' and member_id not in (select id from members where deleted_at is not null)')
  return db.sql.all<RawRow>(
    `select ${columns
      .filter((each) => wanted.has(each))
      .map((each) => `"${each}"`)
      .join(', ')}
     from "${table}" where "${column}" in (select value from json_each(@ids))${inUse.join('')}`,
    { ids: JSON.stringify(ids) },
  )
}

const assigned = (columns: readonly string[]) => columns.map((column) => `"${column}" = @${column}`)

/** Columns come from the log and the schema, never from a caller. */
export function updateRow(db: WriteDb, kind: RecordKind, id: string, set: RawRow): void {
  const { table, key } = tableOf(kind)
  db.sql.run(`update "${table}" set ${assigned(Object.keys(set)).join(', ')} where "${key}" = @keyOfRow`, {
    ...set,
    keyOfRow: id,
  })
}

export function insertRow(db: WriteDb, kind: RecordKind, row: RawRow): void {
  const { table } = tableOf(kind)
  const columns = Object.keys(row)
  db.sql.run(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map((column) => `@${column}`).join(', ')})`,
    row,
  )
}

export function deleteRow(db: WriteDb, kind: RecordKind, id: string): void {
  const { table, key } = tableOf(kind)
  db.sql.run(`delete from "${table}" where "${key}" = @id`, { id })
}

/** Living members with one of these ID numbers, of the whole street. */
export function holdersOf(
  db: ReadDb,
  idNos: readonly string[],
): readonly {
  readonly id: string
  readonly name: string
  readonly idNo: string
  readonly organizationId: string
}[] {
  return db.sql.all(
    `select id, name, id_no as idNo, organization_id as organizationId from members
     where deleted_at is null and id_no in (select value from json_each(@idNos))`,
    { idNos: JSON.stringify(idNos) },
  )
}

/** Every organisation of the street, trashed ones too. */
export function allOrganizationRows(db: ReadDb): readonly RawRow[] {
  return db.sql.all<RawRow>('select * from organizations order by id')
}

/** Branches among these with living members. */
export function branchesWithMembers(db: ReadDb, ids: readonly string[]): ReadonlySet<string> {
  const rows = db.sql.all<{ id: string }>(
    `select value as id from json_each(@ids) where exists (
       select 1 from members where deleted_at is null and organization_id = value)`,
    { ids: JSON.stringify(ids) },
  )
  return new Set(rows.map((row) => row.id))
}

/** Answers to findings by what they answer. */
export function overridesOf(db: ReadDb, subjectIds: readonly string[]): readonly RawRow[] {
  return db.sql.all<RawRow>(
    'select * from finding_overrides where subject_id in (select value from json_each(@ids)) order by id',
    { ids: JSON.stringify(subjectIds) },
  )
}
