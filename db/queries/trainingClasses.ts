import { and, eq, isNull } from 'drizzle-orm'
import type { TrainingKind } from '#shared/domain/development/records.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { trainingClasses, trainingPlaces } from '../schema/developmentRegisters.ts'
import { andInScope, isInScope } from './scope.ts'

export type StoredTrainingClass = typeof trainingClasses.$inferSelect
export type StoredTrainingPlace = typeof trainingPlaces.$inferSelect

interface ClassCounts {
  readonly people: number
  readonly passed: number
}

/** The latest first, and how many there are. */
export function listTrainingClasses(
  db: ReadDb,
  kind: TrainingKind | null,
  page: { readonly offset: number; readonly limit: number },
): { readonly classes: readonly StoredTrainingClass[]; readonly total: number } {
  const scope = andInScope(db, 'organization_id')
  const where = `where deleted_at is null${scope.sql}${kind === null ? '' : ' and kind = @kind'}`
  const params = { ...scope.params, ...(kind === null ? {} : { kind }) }
  const total = db.sql.get<{ n: number }>(`select count(*) as n from training_classes ${where}`, params)?.n
  const ids = db.sql.all<{ id: string }>(
    `select id from training_classes ${where} order by from_on desc, name, id limit @limit offset @offset`,
    { ...params, ...page },
  )
  return {
    classes: ids.flatMap(({ id }) => getTrainingClass(db, id) ?? []),
    total: total ?? 0,
  }
}

/** In the caller's reach and not in the trash. */
export function getTrainingClass(db: ReadDb, id: string): StoredTrainingClass | undefined {
  const found = db.orm.select().from(trainingClasses).where(eq(trainingClasses.id, id)).get()
  return found && found.deletedAt === null && isInScope(db, found.organizationId) ? found : undefined
}

/** How many sat in each, and passed; of files in reach that are not in the trash. */
export function countTrainingPlaces(
  db: ReadDb,
  classIds: readonly string[],
): ReadonlyMap<string, ClassCounts> {
  const mine = andInScope(db, 'd.organization_id')
  const rows = db.sql.all<ClassCounts & { id: string }>(
    `select p.class_id as id, count(*) as people, sum(case when p.is_passed = 1 then 1 else 0 end) as passed
     from training_places p join development_files d on d.id = p.file_id and d.deleted_at is null${mine.sql}
     where p.class_id in (select value from json_each(@ids)) group by p.class_id`,
    { ids: JSON.stringify(classIds), ...mine.params },
  )
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export interface TrainingPlaceRow extends StoredTrainingPlace {
  readonly name: string
  readonly branchName: string
}

/** Files of everybody who sat in one of these classes, also of those who moved out of reach since: nobody is shown them. */
export function filesOfClasses(db: ReadDb, classIds: readonly string[]): readonly string[] {
  return db.sql
    .all<{ id: string }>(
      `select distinct file_id as id from training_places
       where class_id in (select value from json_each(@ids)) order by file_id`,
      { ids: JSON.stringify(classIds) },
    )
    .map(({ id }) => id)
}

/** In tree order, then by name; without files in the trash, or moved out of reach since. */
export function listTrainingPlaces(db: ReadDb, classId: string): readonly TrainingPlaceRow[] {
  const mine = andInScope(db, 'd.organization_id')
  const names = new Map(
    db.sql
      .all<{ id: string; name: string; branchName: string }>(
        `select p.id, d.name, o.short_name as branchName from training_places p
         join development_files d on d.id = p.file_id and d.deleted_at is null
         join organizations o on o.id = d.organization_id
         where p.class_id = @classId${mine.sql} order by o.tree_order, d.name, p.id`,
        { classId, ...mine.params },
      )
      .map((row, position) => [row.id, { ...row, position }]),
  )
  return db.orm
    .select()
    .from(trainingPlaces)
    .where(eq(trainingPlaces.classId, classId))
    .all()
    .flatMap((place) => {
      const known = names.get(place.id)
      return known
        ? [{ ...place, name: known.name, branchName: known.branchName, position: known.position }]
        : []
    })
    .toSorted((a, b) => a.position - b.position)
}

export function insertTrainingClass(db: WriteDb, row: typeof trainingClasses.$inferInsert): void {
  db.orm.insert(trainingClasses).values(row).run()
}

/** False when somebody else has written in between. */
export function updateTrainingClass(
  db: WriteDb,
  { id, version }: Pick<StoredTrainingClass, 'id' | 'version'>,
  set: Partial<StoredTrainingClass>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(trainingClasses)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(
      and(
        eq(trainingClasses.id, id),
        eq(trainingClasses.version, version),
        isNull(trainingClasses.deletedAt),
      ),
    )
    .run()
  return changes === 1
}

export function insertTrainingPlace(db: WriteDb, row: typeof trainingPlaces.$inferInsert): void {
  db.orm.insert(trainingPlaces).values(row).run()
}

export function updateTrainingPlace(db: WriteDb, id: string, set: Partial<StoredTrainingPlace>): void {
  db.orm.update(trainingPlaces).set(set).where(eq(trainingPlaces.id, id)).run()
}

export function deleteTrainingPlace(db: WriteDb, id: string): void {
  db.orm.delete(trainingPlaces).where(eq(trainingPlaces.id, id)).run()
}
