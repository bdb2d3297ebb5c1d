import type { ReadDb } from '../database.ts'

const counted = {
  organizations: 'select count(*) as n from organizations where deleted_at is null',
  members: 'select count(*) as n from members where deleted_at is null',
  trashedMembers: 'select count(*) as n from members where deleted_at is not null',
  importBatches: 'select count(*) as n from import_batches',
  documentExports: 'select count(*) as n from document_exports',
  accounts: 'select count(*) as n from accounts',
} as const

/** What the whole file holds, for people who compare it before and after; none of them is tied to an organisation. */
export function tableCounts(db: ReadDb): Readonly<Record<string, number>> {
  if (db.scope !== null) throw new Error('the whole file is not for an account tied to an organisation')
  return Object.fromEntries(
    Object.entries(counted).map(([name, sql]) => [name, db.sql.get<{ n: number }>(sql)?.n ?? 0]),
  )
}
