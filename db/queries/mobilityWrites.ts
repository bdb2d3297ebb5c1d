import { and, eq, isNull } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { WriteDb } from '../database.ts'
import { mobilityContacts, mobilityRecords } from '../schema/mobility.ts'

type NewMobility = typeof mobilityRecords.$inferInsert
type NewContact = typeof mobilityContacts.$inferInsert

export type MobilityColumns = Partial<
  Omit<NewMobility, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'>
>

export type ContactColumns = Omit<NewContact, 'id' | 'recordId' | 'version' | 'createdAt' | 'updatedAt'>

export function insertMobility(
  db: WriteDb,
  row: Omit<NewMobility, 'version' | 'createdAt' | 'updatedAt' | 'deletedAt' | 'deletedReason'>,
  at: Instant,
): void {
  db.orm
    .insert(mobilityRecords)
    .values({ ...row, version: 1, createdAt: at, updatedAt: at })
    .run()
}

interface Versioned {
  readonly id: string
  readonly version: number
  readonly at: Instant
}

/** False when somebody else has written in between. */
export function updateMobility(db: WriteDb, { id, version, at }: Versioned, set: MobilityColumns): boolean {
  return (
    db.orm
      .update(mobilityRecords)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(
        and(
          eq(mobilityRecords.id, id),
          eq(mobilityRecords.version, version),
          isNull(mobilityRecords.deletedAt),
        ),
      )
      .run().changes === 1
  )
}

export function insertContact(
  db: WriteDb,
  row: ContactColumns & { readonly id: string; readonly recordId: string },
  at: Instant,
): void {
  db.orm
    .insert(mobilityContacts)
    .values({ ...row, version: 1, createdAt: at, updatedAt: at })
    .run()
}

/** False when somebody else has written in between. */
export function updateContact(db: WriteDb, { id, version, at }: Versioned, set: ContactColumns): boolean {
  return (
    db.orm
      .update(mobilityContacts)
      .set({ ...set, version: version + 1, updatedAt: at })
      .where(and(eq(mobilityContacts.id, id), eq(mobilityContacts.version, version)))
      .run().changes === 1
  )
}

/** False when somebody else has written in between. */
export function deleteContact(db: WriteDb, { id, version }: Pick<Versioned, 'id' | 'version'>): boolean {
  return (
    db.orm
      .delete(mobilityContacts)
      .where(and(eq(mobilityContacts.id, id), eq(mobilityContacts.version, version)))
      .run().changes === 1
  )
}
