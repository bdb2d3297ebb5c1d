import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { WriteDb } from '../database.ts'
import {
  developmentEvents,
  developmentGuarantors,
  developmentMaterials,
  developmentReviews,
  developmentSteps,
  developmentVotes,
} from '../schema/development.ts'
import type {
  StoredDevelopmentEvent,
  StoredDevelopmentMaterial,
  StoredDevelopmentReview,
  StoredDevelopmentStep,
  StoredDevelopmentVote,
  StoredGuarantor,
} from './developmentParts.ts'

// Parts have no version of their own: whoever writes one raises the file's (`updateDevelopmentFile` with nothing to set).

type Change<T> = Partial<Omit<T, 'id' | 'fileId'>>

/** One prepared statement: an import writes them by the ten thousand. */
export function insertDevelopmentStep(db: WriteDb, row: StoredDevelopmentStep): void {
  db.sql.run(
    `insert into development_steps (id, file_id, milestone, done_on, place, people, body_id, body_name, doc_no, opinion,
       override_reason, superseded_by)
     values (@id, @fileId, @milestone, @doneOn, @place, @people, @bodyId, @bodyName, @docNo, @opinion,
       @overrideReason, @supersededBy)`,
    { ...row },
  )
}

export function updateDevelopmentStep(db: WriteDb, id: string, set: Change<StoredDevelopmentStep>): void {
  db.orm.update(developmentSteps).set(set).where(eq(developmentSteps.id, id)).run()
}

export function deleteDevelopmentStep(db: WriteDb, id: string): void {
  db.orm.delete(developmentSteps).where(eq(developmentSteps.id, id)).run()
}

/** These steps fell away with an event; they stay readable. */
export function supersedeDevelopmentSteps(db: WriteDb, ids: readonly string[], eventId: string): void {
  db.orm
    .update(developmentSteps)
    .set({ supersededBy: eventId })
    .where(and(inArray(developmentSteps.id, [...ids]), isNull(developmentSteps.supersededBy)))
    .run()
}

export function insertGuarantor(db: WriteDb, { isKin, ...row }: StoredGuarantor): void {
  db.sql.run(
    `insert into development_guarantors (id, file_id, duty, member_id, name, from_on, to_on, is_kin, position)
     values (@id, @fileId, @duty, @memberId, @name, @fromOn, @toOn, @isKin, @position)`,
    { ...row, isKin: isKin === null ? null : Number(isKin) },
  )
}

export function updateGuarantor(db: WriteDb, id: string, set: Change<StoredGuarantor>): void {
  db.orm.update(developmentGuarantors).set(set).where(eq(developmentGuarantors.id, id)).run()
}

export function deleteGuarantor(db: WriteDb, id: string): void {
  db.orm.delete(developmentGuarantors).where(eq(developmentGuarantors.id, id)).run()
}

export function insertDevelopmentReview(db: WriteDb, row: StoredDevelopmentReview): void {
  db.orm.insert(developmentReviews).values(row).run()
}

export function updateDevelopmentReview(db: WriteDb, id: string, set: Change<StoredDevelopmentReview>): void {
  db.orm.update(developmentReviews).set(set).where(eq(developmentReviews.id, id)).run()
}

export function deleteDevelopmentReview(db: WriteDb, id: string): void {
  db.orm.delete(developmentReviews).where(eq(developmentReviews.id, id)).run()
}

export function insertDevelopmentVote(db: WriteDb, row: StoredDevelopmentVote): void {
  db.orm.insert(developmentVotes).values(row).run()
}

export function updateDevelopmentVote(db: WriteDb, id: string, set: Change<StoredDevelopmentVote>): void {
  db.orm.update(developmentVotes).set(set).where(eq(developmentVotes.id, id)).run()
}

export function deleteDevelopmentVote(db: WriteDb, id: string): void {
  db.orm.delete(developmentVotes).where(eq(developmentVotes.id, id)).run()
}

/** Votes of what fell away with an event; they stay readable. */
export function supersedeDevelopmentVotes(db: WriteDb, ids: readonly string[], eventId: string): void {
  db.orm
    .update(developmentVotes)
    .set({ supersededBy: eventId })
    .where(and(inArray(developmentVotes.id, [...ids]), isNull(developmentVotes.supersededBy)))
    .run()
}

export function insertDevelopmentMaterial(db: WriteDb, row: StoredDevelopmentMaterial): void {
  db.orm.insert(developmentMaterials).values(row).run()
}

export function updateDevelopmentMaterial(
  db: WriteDb,
  id: string,
  set: Change<StoredDevelopmentMaterial>,
): void {
  db.orm.update(developmentMaterials).set(set).where(eq(developmentMaterials.id, id)).run()
}

export function insertDevelopmentEvent(db: WriteDb, row: StoredDevelopmentEvent): void {
  db.orm.insert(developmentEvents).values(row).run()
}

export function updateDevelopmentEvent(db: WriteDb, id: string, set: Change<StoredDevelopmentEvent>): void {
  db.orm.update(developmentEvents).set(set).where(eq(developmentEvents.id, id)).run()
}

export function deleteDevelopmentEvent(db: WriteDb, id: string): void {
  db.orm.delete(developmentEvents).where(eq(developmentEvents.id, id)).run()
}
