import { and, asc, between, eq } from 'drizzle-orm'
import { dateOnly, type DateOnly, type Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { calendarDays } from '../schema/developmentRegisters.ts'

export type StoredCalendarDay = typeof calendarDays.$inferSelect

/** Days set here, in order; of one year or of all. They concern every organisation alike. */
export function listCalendarDays(db: ReadDb, year: number | null): readonly StoredCalendarDay[] {
  return db.orm
    .select()
    .from(calendarDays)
    .where(year === null ? undefined : between(calendarDays.day, ...yearOf(year)))
    .orderBy(asc(calendarDays.day))
    .all()
}

const yearOf = (year: number): [DateOnly, DateOnly] => [dayOf(year, '01-01'), dayOf(year, '12-31')]

function dayOf(year: number, monthDay: string): DateOnly {
  return dateOnly(`${year}-${monthDay}`)
}

export function insertCalendarDay(db: WriteDb, row: typeof calendarDays.$inferInsert): void {
  db.orm.insert(calendarDays).values(row).run()
}

/** False when somebody else has written in between. */
export function updateCalendarDay(
  db: WriteDb,
  { id, version }: Pick<StoredCalendarDay, 'id' | 'version'>,
  set: Pick<StoredCalendarDay, 'isWorkingDay' | 'name'>,
  at: Instant,
): boolean {
  const { changes } = db.orm
    .update(calendarDays)
    .set({ ...set, version: version + 1, updatedAt: at })
    .where(and(eq(calendarDays.id, id), eq(calendarDays.version, version)))
    .run()
  return changes === 1
}

export function deleteCalendarDay(db: WriteDb, id: string): void {
  db.orm.delete(calendarDays).where(eq(calendarDays.id, id)).run()
}
