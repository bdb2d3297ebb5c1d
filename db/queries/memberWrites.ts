import type { MemberRecord } from '#shared/contract/members.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { WriteDb } from '../database.ts'
import { columnOf, fieldParams } from './memberRecords.ts'

interface NewMember {
  readonly id: string
  readonly nameKey: string
  readonly record: MemberRecord
  readonly at: Instant
}

const insertSql = `insert into members (id, name_key, version, created_at, updated_at, ${memberFieldKeys.map(columnOf).join(', ')})
  values (@id, @nameKey, 1, @at, @at, ${memberFieldKeys.map((key) => `@${key}`).join(', ')})`

/** Returns the internal row number. One prepared statement for all: an import of 10,000 waits on it. */
export function insertMember(db: WriteDb, { id, nameKey, record, at }: NewMember): number {
  db.sql.run(insertSql, { ...fieldParams(record), id, nameKey, at })
  const row = db.sql.get<{ seq: number }>('select last_insert_rowid() as seq')
  if (!row) throw new Error('no row number')
  return row.seq
}

interface MemberChange {
  readonly id: string
  /** The version the writer has seen. */
  readonly version: number
  readonly fields: Partial<MemberRecord>
  readonly nameKey: string
  readonly at: Instant
}

/** False when somebody else has written in between. */
export function updateMember(db: WriteDb, { id, version, fields, nameKey, at }: MemberChange): boolean {
  const keys = memberFieldKeys.filter((key) => fields[key] !== undefined)
  const sets = keys.map((key) => `${columnOf(key)} = @${key}`)
  const sql = `update members set ${[...sets, 'name_key = @nameKey', 'version = version + 1', 'updated_at = @at'].join(', ')}
    where id = @id and version = @version and deleted_at is null`
  return db.sql.run(sql, { ...fieldParams(fields), id, version, nameKey, at }) === 1
}

export function trashMember(
  db: WriteDb,
  args: { readonly id: string; readonly version: number; readonly at: Instant; readonly reason: string },
): boolean {
  const sql = `update members set deleted_at = @at, deleted_reason = @reason, version = version + 1, updated_at = @at
    where id = @id and version = @version and deleted_at is null`
  return db.sql.run(sql, args) === 1
}

export function restoreMember(db: WriteDb, args: { readonly id: string; readonly at: Instant }): boolean {
  const sql = `update members set deleted_at = null, deleted_reason = null, version = version + 1, updated_at = @at
    where id = @id and deleted_at is not null`
  return db.sql.run(sql, args) === 1
}

export function addSearchKeys(db: WriteDb, seq: number, keys: readonly string[]): void {
  for (const key of keys)
    db.sql.run('insert or ignore into member_search_keys (key, seq) values (@key, @seq)', { key, seq })
}

export function removeSearchKeys(db: WriteDb, seq: number, keys: readonly string[]): void {
  for (const key of keys)
    db.sql.run('delete from member_search_keys where key = @key and seq = @seq', { key, seq })
}

/** What the rules found now, in place of what they found before. Overrides stand elsewhere and stay. */
export function replaceFindings(
  db: WriteDb,
  memberId: string,
  findings: readonly Finding[],
  isNew: boolean,
): void {
  if (!isNew) db.sql.run('delete from member_findings where member_id = @memberId', { memberId })
  for (const { code, severity, message, basis, field } of findings)
    db.sql.run(
      `insert or ignore into member_findings (member_id, code, severity, message, basis, field)
       values (@memberId, @code, @severity, @message, @basis, @field)`,
      { memberId, code, severity, message, basis, field },
    )
}
