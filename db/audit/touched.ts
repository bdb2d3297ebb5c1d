import type { SqlValue, WriteSql } from '../database.ts'
import { auditedTables } from './auditedTables.ts'
import { type Columns, nameOf, organizationOf, rowOf } from './triggers.ts'

/** A row when a write first touched it. */
export interface FirstTouch {
  readonly table: string
  readonly key: string
  readonly name: string | null
  readonly organization: string | null
  /** JSON array in the order of the table's columns; null when it was not there yet. */
  readonly before: string | null
  isPurged: boolean
}

export type Row = readonly SqlValue[]

/** What a write has done to a row in the end, however often it touched it. */
export interface Touched {
  readonly table: string
  readonly key: string
  readonly name: string | null
  readonly oldOrganization: string | null
  readonly newOrganization: string | null
  /** Null for a new row. */
  readonly before: Row | null
  /** Null for a row that is gone, and for a new one: its values stand in the table. */
  readonly after: Row | null
  readonly isNew: boolean
  readonly isGone: boolean
  readonly isPurged: boolean
}

interface Standing {
  readonly key: string
  readonly name: string | null
  readonly organization: string | null
  readonly row: string | null
}

/**
 * Rows as they stand at the end are held against what they were at first, so that rewriting, undoing within the write and
 * statements that failed half-way count for nothing.
 */
export function netOf(sql: WriteSql, touches: readonly FirstTouch[], columns: Columns): readonly Touched[] {
  const standing = new Map<FirstTouch, Standing>()
  for (const [table, ofTable] of Map.groupBy(touches, (touch) => touch.table))
    for (const isNew of [true, false]) {
      const byKey = new Map(ofTable.filter((t) => (t.before === null) === isNew).map((t) => [t.key, t]))
      for (const row of readStanding(
        sql,
        table,
        [...byKey.keys()],
        isNew ? null : (columns.get(table) ?? []),
      )) {
        const touch = byKey.get(row.key)
        if (touch) standing.set(touch, row)
      }
    }
  const parse = (text: string | null): Row | null => (text === null ? null : JSON.parse(text))
  return touches.map((touch) => {
    const now = standing.get(touch)
    return {
      table: touch.table,
      key: touch.key,
      name: now?.name ?? touch.name,
      oldOrganization: touch.before === null ? null : touch.organization,
      newOrganization: now?.organization ?? null,
      before: parse(touch.before),
      after: parse(now?.row ?? null),
      isNew: touch.before === null,
      isGone: now === undefined,
      isPurged: now === undefined && touch.isPurged,
    }
  })
}

function readStanding(
  sql: WriteSql,
  table: string,
  keys: readonly string[],
  columns: readonly string[] | null,
): readonly Standing[] {
  const audited = auditedTables[table]
  if (!audited || keys.length === 0) return []
  return sql.all<Standing>(
    `select t."${audited.key}" as key, ${nameOf('t', audited)} as name,
       ${organizationOf('t', audited)} as organization, ${columns === null ? 'null' : rowOf('t', columns)} as "row"
     from main."${table}" t where t."${audited.key}" in (select value from json_each(@keys))`,
    { keys: JSON.stringify(keys) },
  )
}
