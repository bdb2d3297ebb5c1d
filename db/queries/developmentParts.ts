import { asc, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ReadDb } from '../database.ts'
import {
  developmentEvents,
  developmentGuarantors,
  developmentMaterials,
  developmentReviews,
  developmentSteps,
  developmentVotes,
} from '../schema/development.ts'

export type StoredDevelopmentStep = typeof developmentSteps.$inferSelect
export type StoredGuarantor = typeof developmentGuarantors.$inferSelect
export type StoredDevelopmentReview = typeof developmentReviews.$inferSelect
export type StoredDevelopmentVote = typeof developmentVotes.$inferSelect
export type StoredDevelopmentMaterial = typeof developmentMaterials.$inferSelect
export type StoredDevelopmentEvent = typeof developmentEvents.$inferSelect

/** Everything that hangs on a file, what a return took (`supersededBy`) too. */
export interface DevelopmentParts {
  /** By the day they were done. */
  readonly steps: readonly StoredDevelopmentStep[]
  readonly guarantors: readonly StoredGuarantor[]
  readonly reviews: readonly StoredDevelopmentReview[]
  readonly votes: readonly StoredDevelopmentVote[]
  readonly materials: readonly StoredDevelopmentMaterial[]
  readonly events: readonly StoredDevelopmentEvent[]
}

// Whoever asks has read the file itself, cut to the scope, before.

const ofFile = (column: SQLiteColumn, fileId: string) => sql`${column} = ${fileId}`

export function stepsOfFile(db: ReadDb, fileId: string): readonly StoredDevelopmentStep[] {
  return db.orm
    .select()
    .from(developmentSteps)
    .where(ofFile(developmentSteps.fileId, fileId))
    .orderBy(asc(developmentSteps.doneOn), asc(developmentSteps.id))
    .all()
}

/** In the order given for each duty; earlier ones first. */
export function guarantorsOfFile(db: ReadDb, fileId: string): readonly StoredGuarantor[] {
  return db.orm
    .select()
    .from(developmentGuarantors)
    .where(ofFile(developmentGuarantors.fileId, fileId))
    .orderBy(
      asc(developmentGuarantors.duty),
      asc(developmentGuarantors.fromOn),
      asc(developmentGuarantors.position),
      asc(developmentGuarantors.id),
    )
    .all()
}

export function reviewsOfFile(db: ReadDb, fileId: string): readonly StoredDevelopmentReview[] {
  return db.orm
    .select()
    .from(developmentReviews)
    .where(ofFile(developmentReviews.fileId, fileId))
    .orderBy(asc(developmentReviews.reviewedOn), asc(developmentReviews.id))
    .all()
}

export function votesOfFile(db: ReadDb, fileId: string): readonly StoredDevelopmentVote[] {
  return db.orm
    .select()
    .from(developmentVotes)
    .where(ofFile(developmentVotes.fileId, fileId))
    .orderBy(asc(developmentVotes.heldOn), asc(developmentVotes.id))
    .all()
}

export function materialsOfFile(db: ReadDb, fileId: string): readonly StoredDevelopmentMaterial[] {
  return db.orm
    .select()
    .from(developmentMaterials)
    .where(ofFile(developmentMaterials.fileId, fileId))
    .orderBy(asc(developmentMaterials.materialNo))
    .all()
}

/** In the order they were taken. */
export function eventsOfFile(db: ReadDb, fileId: string): readonly StoredDevelopmentEvent[] {
  return db.orm
    .select()
    .from(developmentEvents)
    .where(ofFile(developmentEvents.fileId, fileId))
    .orderBy(asc(developmentEvents.position))
    .all()
}

export function partsOfFile(db: ReadDb, fileId: string): DevelopmentParts {
  return {
    steps: stepsOfFile(db, fileId),
    guarantors: guarantorsOfFile(db, fileId),
    reviews: reviewsOfFile(db, fileId),
    votes: votesOfFile(db, fileId),
    materials: materialsOfFile(db, fileId),
    events: eventsOfFile(db, fileId),
  }
}
