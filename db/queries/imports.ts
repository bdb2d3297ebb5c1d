import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { ImportBatch, ImportKind } from '#shared/contract/imports.ts'
import { importKinds } from '#shared/contract/imports.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { accounts } from '../schema/accounts.ts'
import { importBatches, importBatchRows, importMappings } from '../schema/imports.ts'
import { members } from '../schema/members.ts'
import { organizations } from '../schema/organizations.ts'
import type { StoredMember } from './memberRecords.ts'

// SQLite takes at most 32,766 variables in one statement.
const chunkSize = 5000

function inChunks<T, R>(values: readonly T[], read: (chunk: readonly T[]) => readonly R[]): readonly R[] {
  const found: R[] = []
  for (let from = 0; from < values.length; from += chunkSize)
    found.push(...read(values.slice(from, from + chunkSize)))
  return found
}

export function listLivingByIdNos(db: ReadDb, idNos: readonly string[]): readonly StoredMember[] {
  return inChunks(idNos, (chunk) =>
    db.orm
      .select()
      .from(members)
      .where(and(isNull(members.deletedAt), inArray(members.idNo, [...chunk])))
      .all(),
  )
}

export interface Birthday {
  readonly id: string
  readonly name: string
  readonly birthDate: string
  readonly idNo: string
}

/** Living members born on one of these days. */
export function listBirthdays(db: ReadDb, dates: readonly string[]): readonly Birthday[] {
  return db.sql.all<Birthday>(
    `select id, name, birth_date as birthDate, id_no as idNo from members
     where deleted_at is null and birth_date in (select value from json_each(@dates))`,
    { dates: JSON.stringify(dates) },
  )
}

export interface TrashedIdNo {
  readonly idNo: string
  readonly deletedReason: string | null
}

export function listTrashedIdNos(db: ReadDb): readonly TrashedIdNo[] {
  return db.orm
    .select({ idNo: members.idNo, deletedReason: members.deletedReason })
    .from(members)
    .where(isNotNull(members.deletedAt))
    .all()
}

type BatchRow = typeof importBatchRows.$inferInsert

export function insertBatch(db: WriteDb, batch: typeof importBatches.$inferInsert): void {
  db.orm.insert(importBatches).values(batch).run()
}

export function insertBatchRow(db: WriteDb, row: BatchRow): void {
  db.sql.run(
    `insert into import_batch_rows (id, batch_id, subject, subject_id, action, version_after, before)
     values (@id, @batchId, @subject, @subjectId, @action, @versionAfter, @before)`,
    { ...row, before: row.before ?? null },
  )
}

export type StoredBatch = typeof importBatches.$inferSelect

export function getBatch(db: ReadDb, id: string): StoredBatch | undefined {
  return db.orm.select().from(importBatches).where(eq(importBatches.id, id)).get()
}

export type StoredBatchRow = typeof importBatchRows.$inferSelect

/** In the order they were written. */
export function listBatchRows(db: ReadDb, batchId: string): readonly StoredBatchRow[] {
  return db.orm
    .select()
    .from(importBatchRows)
    .where(eq(importBatchRows.batchId, batchId))
    .orderBy(asc(sql`rowid`))
    .all()
}

export function markWithdrawn(db: WriteDb, id: string, at: Instant): boolean {
  return (
    db.sql.run('update import_batches set withdrawn_at = @at where id = @id and withdrawn_at is null', {
      id,
      at,
    }) === 1
  )
}

function kindOf(stored: string): ImportKind {
  const kind = importKinds.find((each) => each === stored)
  if (kind === undefined) throw new Error('unknown kind in import_batches')
  return kind
}

/** Newest first. */
export function listBatches(
  db: ReadDb,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly ImportBatch[]; readonly total: number } {
  const rows = db.orm
    .select({ batch: importBatches, createdBy: accounts.displayName })
    .from(importBatches)
    .innerJoin(accounts, eq(accounts.id, importBatches.accountId))
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(limit)
    .offset(offset)
    .all()
  return {
    rows: rows.map(({ batch, createdBy }) => ({
      id: batch.id,
      kind: kindOf(batch.kind),
      fileName: batch.fileName,
      createdAt: batch.createdAt,
      createdBy,
      withdrawnAt: batch.withdrawnAt,
      counts: {
        new: batch.newCount,
        changed: batch.changedCount,
        unchanged: batch.unchangedCount,
        duplicate: batch.duplicateCount,
        blocked: batch.blockedCount,
      },
    })),
    total: db.sql.get<{ n: number }>('select count(*) as n from import_batches')?.n ?? 0,
  }
}

export function getMapping(db: ReadDb, kind: ImportKind, fingerprint: string): string | undefined {
  return db.orm
    .select({ columns: importMappings.columns })
    .from(importMappings)
    .where(and(eq(importMappings.kind, kind), eq(importMappings.fingerprint, fingerprint)))
    .get()?.columns
}

export function putMapping(db: WriteDb, mapping: typeof importMappings.$inferInsert): void {
  const { columns, updatedAt } = mapping
  db.orm
    .insert(importMappings)
    .values(mapping)
    .onConflictDoUpdate({
      target: [importMappings.kind, importMappings.fingerprint],
      set: { columns, updatedAt },
    })
    .run()
}

/** Organisations a batch has made go to the trash: members of a withdrawn import still point at them. */
export function trashOrganization(db: WriteDb, id: string, version: number, at: Instant): boolean {
  return (
    db.sql.run(
      `update organizations set deleted_at = @at, updated_at = @at, version = version + 1
       where id = @id and version = @version and deleted_at is null`,
      { id, version, at },
    ) === 1
  )
}

/** Living members and living organisations that stand under one. */
export function countLivingUnder(db: ReadDb, organizationId: string): number {
  const row = db.sql.get<{ n: number }>(
    `select (select count(*) from members where deleted_at is null and (organization_id = @id or group_id = @id))
       + (select count(*) from organizations where deleted_at is null and parent_id = @id) as n`,
    { id: organizationId },
  )
  return row?.n ?? 0
}

export function listOrganizationsByIds(
  db: ReadDb,
  ids: readonly string[],
): readonly (typeof organizations.$inferSelect)[] {
  return inChunks(ids, (chunk) =>
    db.orm
      .select()
      .from(organizations)
      .where(inArray(organizations.id, [...chunk]))
      .all(),
  )
}
