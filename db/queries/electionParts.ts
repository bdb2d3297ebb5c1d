import { and, asc, eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../database.ts'
import {
  electionCandidates,
  electionExemptions,
  electionRounds,
  electionSteps,
  electionTellers,
  electionVotes,
} from '../schema/elections.ts'

export type StoredStep = typeof electionSteps.$inferSelect
export type StoredCandidate = typeof electionCandidates.$inferSelect
export type StoredExemption = typeof electionExemptions.$inferSelect
export type StoredTeller = typeof electionTellers.$inferSelect
export type StoredRound = typeof electionRounds.$inferSelect
export type StoredVote = typeof electionVotes.$inferSelect

// Whoever asks has read the election itself, cut to the scope, before.

export function stepsOf(db: ReadDb, electionId: string): readonly StoredStep[] {
  return db.orm
    .select()
    .from(electionSteps)
    .where(eq(electionSteps.electionId, electionId))
    .orderBy(asc(electionSteps.stepNo))
    .all()
}

export function candidatesOf(db: ReadDb, electionId: string): readonly StoredCandidate[] {
  return db.orm
    .select()
    .from(electionCandidates)
    .where(eq(electionCandidates.electionId, electionId))
    .orderBy(asc(electionCandidates.contest), asc(electionCandidates.position), asc(electionCandidates.id))
    .all()
}

/** With the names of today. */
export function exemptionsOf(
  db: ReadDb,
  electionId: string,
): readonly (StoredExemption & { readonly name: string })[] {
  return db.sql.all(
    `select e.id, e.election_id as electionId, e.member_id as memberId, e.reason, m.name
     from election_exemptions e join members m on m.id = e.member_id
     where e.election_id = @electionId order by m.name_key, e.id`,
    { electionId },
  )
}

export function tellersOf(db: ReadDb, electionId: string): readonly StoredTeller[] {
  return db.orm
    .select()
    .from(electionTellers)
    .where(eq(electionTellers.electionId, electionId))
    .orderBy(asc(electionTellers.position), asc(electionTellers.id))
    .all()
}

export function roundsOf(db: ReadDb, electionId: string): readonly StoredRound[] {
  return db.orm
    .select()
    .from(electionRounds)
    .where(eq(electionRounds.electionId, electionId))
    .orderBy(asc(electionRounds.contest), asc(electionRounds.roundNo))
    .all()
}

export function votesOf(db: ReadDb, electionId: string): readonly StoredVote[] {
  return db.orm
    .select()
    .from(electionVotes)
    .where(eq(electionVotes.electionId, electionId))
    .orderBy(asc(electionVotes.roundId), asc(electionVotes.candidateId))
    .all()
}

/** Of these candidates, those who have votes: they cannot be taken off the list. */
export function candidatesWithVotes(db: ReadDb, candidateIds: readonly string[]): ReadonlySet<string> {
  return new Set(
    db.sql
      .all<{ id: string }>(
        `select distinct v.candidate_id as id from election_votes v join election_rounds r on r.id = v.round_id
         where v.candidate_id in (select value from json_each(@ids))`,
        { ids: JSON.stringify(candidateIds) },
      )
      .map(({ id }) => id),
  )
}

export function putStep(db: WriteDb, row: StoredStep): void {
  const { doneOn, docNo, note } = row
  db.orm
    .insert(electionSteps)
    .values(row)
    .onConflictDoUpdate({
      target: [electionSteps.electionId, electionSteps.stepNo],
      set: { doneOn, docNo, note },
    })
    .run()
}

export function deleteStep(db: WriteDb, electionId: string, stepNo: number): void {
  db.orm
    .delete(electionSteps)
    .where(and(eq(electionSteps.electionId, electionId), eq(electionSteps.stepNo, stepNo)))
    .run()
}

export function insertCandidate(db: WriteDb, row: StoredCandidate): void {
  db.orm.insert(electionCandidates).values(row).run()
}

export function updateCandidate(
  db: WriteDb,
  { id, stage, position, name }: Pick<StoredCandidate, 'id' | 'stage' | 'position' | 'name'>,
): void {
  db.orm.update(electionCandidates).set({ stage, position, name }).where(eq(electionCandidates.id, id)).run()
}

export function deleteCandidate(db: WriteDb, id: string): void {
  db.orm.delete(electionCandidates).where(eq(electionCandidates.id, id)).run()
}

export function insertExemption(db: WriteDb, row: StoredExemption): void {
  db.orm.insert(electionExemptions).values(row).run()
}

export function updateExemption(db: WriteDb, { id, reason }: Pick<StoredExemption, 'id' | 'reason'>): void {
  db.orm.update(electionExemptions).set({ reason }).where(eq(electionExemptions.id, id)).run()
}

export function deleteExemption(db: WriteDb, id: string): void {
  db.orm.delete(electionExemptions).where(eq(electionExemptions.id, id)).run()
}

export function insertTeller(db: WriteDb, row: StoredTeller): void {
  db.orm.insert(electionTellers).values(row).run()
}

export function updateTeller(
  db: WriteDb,
  { id, duty, position }: Pick<StoredTeller, 'id' | 'duty' | 'position'>,
): void {
  db.orm.update(electionTellers).set({ duty, position }).where(eq(electionTellers.id, id)).run()
}

export function deleteTeller(db: WriteDb, id: string): void {
  db.orm.delete(electionTellers).where(eq(electionTellers.id, id)).run()
}

export function insertRound(db: WriteDb, row: StoredRound): void {
  db.orm.insert(electionRounds).values(row).run()
}

export function updateRound(db: WriteDb, { id, ...set }: StoredRound): void {
  db.orm.update(electionRounds).set(set).where(eq(electionRounds.id, id)).run()
}

/** With its votes. */
export function deleteRound(db: WriteDb, id: string): void {
  db.orm.delete(electionVotes).where(eq(electionVotes.roundId, id)).run()
  db.orm.delete(electionRounds).where(eq(electionRounds.id, id)).run()
}

/** Adds, changes and removes votes of a round until they are these. */
export function putVotes(db: WriteDb, roundId: string, votes: readonly StoredVote[]): void {
  const stored = votesOfRound(db, roundId)
  const kept = new Set(votes.map(({ candidateId }) => candidateId))
  for (const vote of stored)
    if (!kept.has(vote.candidateId)) db.orm.delete(electionVotes).where(eq(electionVotes.id, vote.id)).run()
  for (const vote of votes) {
    const { agreed, against, abstained } = vote
    db.orm
      .insert(electionVotes)
      .values(vote)
      .onConflictDoUpdate({
        target: [electionVotes.roundId, electionVotes.candidateId],
        set: { agreed, against, abstained },
      })
      .run()
  }
}

function votesOfRound(db: ReadDb, roundId: string): readonly StoredVote[] {
  return db.orm.select().from(electionVotes).where(eq(electionVotes.roundId, roundId)).all()
}
