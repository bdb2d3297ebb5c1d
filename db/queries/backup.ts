import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, ReadSql, WriteDb } from '../database.ts'

/** A mark of the program's own; undefined when it was never set. */
export function getFact(db: Pick<ReadDb, 'sql'>, key: string): string | undefined {
  return db.sql.get<{ value: string }>('select value from database_facts where key = @key', { key })?.value
}

export function putFact(db: WriteDb, key: string, value: string): void {
  db.sql.run(
    'insert into database_facts (key, value) values (@key, @value) on conflict (key) do update set value = @value',
    { key, value },
  )
}

/** When the ledger was begun; null before its first account. */
export function ledgerBegunAt(db: Pick<ReadDb, 'sql'>): Instant | null {
  return db.sql.get<{ at: Instant | null }>('select min(created_at) as at from accounts')?.at ?? null
}

/** When a record was last written, by the log or, in a database of before it, by the records; null in an empty one. */
export function newestChange(sql: ReadSql, tables: readonly string[]): Instant | null {
  const logged = tables.includes('audit_entries')
    ? sql.get<{ at: Instant }>(
        'select at from audit_entries where change_count > 0 order by seq desc limit 1',
      )
    : undefined
  if (logged) return logged.at
  const written = sql.get<{ at: Instant | null }>(
    `select max(at) as at from (
       select max(updated_at) as at from members union all select max(updated_at) from organizations)`,
  )
  return written?.at ?? null
}

/** Whether a record was written, looked at or let out after entry `seq`; signing in alone does not count. */
export function hasChangesAfter(sql: ReadSql, seq: number): boolean {
  return (
    sql.get('select 1 from audit_entries where seq > @seq and change_count > 0 limit 1', { seq }) !==
    undefined
  )
}

interface NamedPerson {
  readonly seq: number
  readonly name: string
  readonly nameReading: string | null
  readonly formerName: string | null
}

/** Of everybody, those in the trash too: the search finds them by keys that stay. */
export function listNamesAfter(sql: ReadSql, after: number, limit: number): readonly NamedPerson[] {
  return sql.all<NamedPerson>(
    `select seq, name, name_reading as nameReading, former_name as formerName
     from members where seq > @after order by seq limit @limit`,
    { after, limit },
  )
}
