import type Sqlite from 'better-sqlite3'
import type { AuditedTable } from './auditedTable.ts'
import { auditedTables } from './auditedTables.ts'

/** Table -> its columns, in the order of rows. */
export type Columns = ReadonlyMap<string, readonly string[]>

export function readColumns(sqlite: Sqlite.Database): Columns {
  const statement = sqlite.prepare("select name from pragma_table_info(?, 'main')").pluck()
  return new Map(Object.keys(auditedTables).map((table) => [table, statement.all(table).map(String)]))
}

/** JSON array of a row's columns. */
export function rowOf(row: string, columns: readonly string[]): string {
  return `json_array(${columns.map((column) => `${row}."${column}"`).join(', ')})`
}

/** SQL for what a row is called. */
export function nameOf(row: string, { name }: AuditedTable): string {
  if (name === null) return 'null'
  return name.includes('row.') ? name.replaceAll('row.', `${row}.`) : `${row}."${name}"`
}

/** SQL for the organisation a row belongs to. */
export function organizationOf(row: string, { organization }: AuditedTable): string {
  return organization === null ? 'null' : organization.replaceAll('row.', `${row}.`)
}

/**
 * They live in this connection only (TEMP), so that rebuilding a table in a migration cannot lose them. They call
 * `audit_touch(table, key, name, organization, row as it was, is deleted)`. `tables` are those there are: a salvage makes a
 * database as old as the damaged one.
 */
export function triggersSql(columns: Columns, tables: ReadonlySet<string>): string {
  const ofTables = Object.entries(auditedTables)
    .filter(([table]) => tables.has(table))
    .map(([table, audited]) => triggersOf(table, audited, columns.get(table) ?? []))
  return [...ofTables, keepTheLog(tables)].join('\n')
}

function triggersOf(table: string, audited: AuditedTable, columns: readonly string[]): string {
  const { key } = audited
  const touch = (row: string, before: string, isDeleted: 0 | 1) =>
    `select audit_touch('${table}', ${row}."${key}", ${nameOf(row, audited)},
       ${organizationOf(row, audited)}, ${before}, ${isDeleted});`
  const on = (event: string, body: string) =>
    `create temp trigger audit_${table}_${event} after ${event} on main."${table}" begin ${body} end;`
  return [
    on('insert', touch('new', 'null', 0)),
    on('update', touch('old', rowOf('old', columns), 0)),
    on('delete', touch('old', rowOf('old', columns), 1)),
    `create temp trigger audit_${table}_key before update of "${key}" on main."${table}"
       when new."${key}" is not old."${key}" begin select raise(abort, 'a record keeps its key'); end;`,
  ].join('\n')
}

/** The log is only added to; the clear values of purged records alone may go. */
function keepTheLog(tables: ReadonlySet<string>): string {
  const refuse = "begin select raise(abort, 'the log is only added to'); end;"
  const onlyAddedTo = ['audit_entries', 'audit_changes', 'replaced_entries', 'replaced_changes'].filter(
    (table) => tables.has(table),
  )
  return onlyAddedTo
    .map(
      (table) => `
create temp trigger ${table}_kept before update on main.${table}
  ${table === 'audit_changes' ? exceptForgetting : ''} ${refuse}
create temp trigger ${table}_stay before delete on main.${table} ${refuse}`,
    )
    .join('')
}

const exceptForgetting = `when audit_may_forget() = 0 or new.secret is not null
    or (new.id, new.entry, new.kind, new.record_id, new.name, new.organization_id, new.action, new.diff, new.secret_digest)
      is not (old.id, old.entry, old.kind, old.record_id, old.name, old.organization_id, old.action, old.diff, old.secret_digest)`
