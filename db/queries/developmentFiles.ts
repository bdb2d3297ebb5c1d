import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { developmentFiles } from '../schema/development.ts'
import { scopeCondition } from './scope.ts'

export type StoredDevelopmentFile = typeof developmentFiles.$inferSelect
type NewRow = typeof developmentFiles.$inferInsert

export type NewDevelopmentFile = Omit<
  NewRow,
  'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'
>

export type DevelopmentFileColumns = Partial<Omit<NewDevelopmentFile, 'id'>>

const listed = (values: readonly string[]) => sql`(select value from json_each(${JSON.stringify(values)}))`

const mine = (db: ReadDb) => scopeCondition(db, developmentFiles.organizationId)

/** Trashed ones too: the page of one shows it as deleted. */
export function getDevelopmentFile(db: ReadDb, id: string): StoredDevelopmentFile | undefined {
  return getDevelopmentFiles(db, [id])[0]
}

/** Trashed ones too, in no order. */
export function getDevelopmentFiles(db: ReadDb, ids: readonly string[]): readonly StoredDevelopmentFile[] {
  return db.orm
    .select()
    .from(developmentFiles)
    .where(and(sql`${developmentFiles.id} in ${listed(ids)}`, mine(db)))
    .all()
}

/** The same over the whole street, for what follows from a file by itself: nobody is shown it. */
export function getAnyDevelopmentFiles(db: ReadDb, ids: readonly string[]): readonly StoredDevelopmentFile[] {
  return db.orm
    .select()
    .from(developmentFiles)
    .where(sql`${developmentFiles.id} in ${listed(ids)}`)
    .all()
}

/** Ids of every file not in the trash, in their own order, after this one. Not cut to the scope: nobody is shown them. */
export function listDevelopmentFileIdsAfter(db: ReadDb, after: string, limit: number): readonly string[] {
  return db.orm
    .select({ id: developmentFiles.id })
    .from(developmentFiles)
    .where(and(isNull(developmentFiles.deletedAt), gt(developmentFiles.id, after)))
    .orderBy(asc(developmentFiles.id))
    .limit(limit)
    .all()
    .map(({ id }) => id)
}

/** Files of these members that are not in the trash. */
export function developmentFilesOfMembers(
  db: ReadDb,
  memberIds: readonly string[],
): readonly StoredDevelopmentFile[] {
  return db.orm
    .select()
    .from(developmentFiles)
    .where(
      and(
        sql`${developmentFiles.memberId} in ${listed(memberIds)}`,
        isNull(developmentFiles.deletedAt),
        mine(db),
      ),
    )
    .all()
}

/**
 * Files with these ID numbers over the whole street, whoever asks: one number belongs to one person. Not those in the trash.
 * Callers say nothing of one outside the scope, neither name nor place.
 */
export function findAnyDevelopmentFiles(
  db: ReadDb,
  idNos: readonly string[],
): readonly StoredDevelopmentFile[] {
  return db.orm
    .select()
    .from(developmentFiles)
    .where(and(sql`${developmentFiles.idNo} in ${listed(idNos)}`, isNull(developmentFiles.deletedAt)))
    .all()
}

/** In the trash, with one of these ID numbers, and why. */
export function trashedDevelopmentFiles(
  db: ReadDb,
  idNos: readonly string[],
): readonly Pick<StoredDevelopmentFile, 'idNo' | 'deletedReason'>[] {
  return db.orm
    .select({ idNo: developmentFiles.idNo, deletedReason: developmentFiles.deletedReason })
    .from(developmentFiles)
    .where(
      and(sql`${developmentFiles.idNo} in ${listed(idNos)}`, isNotNull(developmentFiles.deletedAt), mine(db)),
    )
    .all()
}

/** Files under these branches that are not in the trash. */
export function developmentFilesUnder(
  db: ReadDb,
  organizationIds: readonly string[],
): readonly StoredDevelopmentFile[] {
  return db.orm
    .select()
    .from(developmentFiles)
    .where(
      and(
        sql`${developmentFiles.organizationId} in ${listed(organizationIds)}`,
        isNull(developmentFiles.deletedAt),
        mine(db),
      ),
    )
    .orderBy(asc(developmentFiles.createdAt), asc(developmentFiles.id))
    .all()
}

export function insertDevelopmentFile(db: WriteDb, row: NewDevelopmentFile, at: Instant): void {
  db.orm
    .insert(developmentFiles)
    .values({ ...row, version: 1, createdAt: at, updatedAt: at })
    .run()
}

interface Versioned {
  readonly id: string
  readonly version: number
  readonly at: Instant
}

/** With nothing to set it only raises the version, for a part that was written. False when somebody else has written in between. */
export function updateDevelopmentFile(
  db: WriteDb,
  { id, version, at }: Versioned,
  set: DevelopmentFileColumns,
): boolean {
  return (
    db.orm
      .update(developmentFiles)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(
        and(
          eq(developmentFiles.id, id),
          eq(developmentFiles.version, version),
          isNull(developmentFiles.deletedAt),
        ),
      )
      .run().changes === 1
  )
}
