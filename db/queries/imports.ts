import { and, count, desc, eq, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { ImportBatch, ImportKind } from '#shared/contract/imports.ts'
import { importKinds } from '#shared/contract/imports.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { accounts } from '../schema/accounts.ts'
import { importBatches, importMappings } from '../schema/imports.ts'
import { members } from '../schema/members.ts'
import { organizations } from '../schema/organizations.ts'
import type { StoredMember } from './memberRecords.ts'
import { andInScope, scopeCondition } from './scope.ts'

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
      .where(
        and(
          isNull(members.deletedAt),
          inArray(members.idNo, [...chunk]),
          scopeCondition(db, members.organizationId),
        ),
      )
      .all(),
  )
}

/** Which of these numbers living members outside the caller's organisations have; nothing else is said of them. */
export function idNosElsewhere(db: ReadDb, idNos: readonly string[]): ReadonlySet<string> {
  const { scope } = db
  if (scope === null) return new Set()
  const found = db.sql.all<{ idNo: string }>(
    `select id_no as idNo from members where deleted_at is null and id_no in (select value from json_each(@idNos))
       and organization_id not in (select value from json_each(@scope))`,
    { idNos: JSON.stringify(idNos), scope: JSON.stringify(scope) },
  )
  return new Set(found.map(({ idNo }) => idNo))
}

export interface Birthday {
  readonly id: string
  readonly name: string
  readonly birthDate: string
  readonly idNo: string
}

/** Living members born on one of these days. */
export function listBirthdays(db: ReadDb, dates: readonly string[]): readonly Birthday[] {
  const mine = andInScope(db, 'organization_id')
  return db.sql.all<Birthday>(
    `select id, name, birth_date as birthDate, id_no as idNo from members
     where deleted_at is null and birth_date in (select value from json_each(@dates))${mine.sql}`,
    { dates: JSON.stringify(dates), ...mine.params },
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
    .where(and(isNotNull(members.deletedAt), scopeCondition(db, members.organizationId)))
    .all()
}

export function insertBatch(db: WriteDb, batch: typeof importBatches.$inferInsert): void {
  db.orm.insert(importBatches).values(batch).run()
}

export type StoredBatch = typeof importBatches.$inferSelect

/** Batches hang on no organisation: who is tied to one has to do with the account's own only. */
function ofAccount({ scope }: ReadDb, accountId: string): SQL | undefined {
  return scope === null ? undefined : eq(importBatches.accountId, accountId)
}

export function getBatch(db: ReadDb, id: string, accountId: string): StoredBatch | undefined {
  return db.orm
    .select()
    .from(importBatches)
    .where(and(eq(importBatches.id, id), ofAccount(db, accountId)))
    .get()
}

function kindOf(stored: string): ImportKind {
  const kind = importKinds.find((each) => each === stored)
  if (kind === undefined) throw new Error('unknown kind in import_batches')
  return kind
}

/** Newest first. */
export function listBatches(
  db: ReadDb,
  accountId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly rows: readonly ImportBatch[]; readonly total: number } {
  const mine = ofAccount(db, accountId)
  const rows = db.orm
    .select({ batch: importBatches, createdBy: accounts.displayName })
    .from(importBatches)
    .innerJoin(accounts, eq(accounts.id, importBatches.accountId))
    .where(mine)
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
    total: db.orm.select({ n: count() }).from(importBatches).where(mine).get()?.n ?? 0,
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

export function listOrganizationsByIds(
  db: ReadDb,
  ids: readonly string[],
): readonly (typeof organizations.$inferSelect)[] {
  return inChunks(ids, (chunk) =>
    db.orm
      .select()
      .from(organizations)
      .where(and(inArray(organizations.id, [...chunk]), scopeCondition(db, organizations.id)))
      .all(),
  )
}
