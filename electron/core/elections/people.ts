import type { Database, ReadDb } from '#db/database.ts'
import {
  deleteCandidate,
  deleteExemption,
  deleteTeller,
  insertCandidate,
  insertExemption,
  insertTeller,
  updateCandidate,
  updateExemption,
  updateTeller,
} from '#db/queries/electionParts.ts'
import { getMembers } from '#db/queries/members.ts'
import type { ExemptionReason } from '#shared/domain/electionVoters.ts'
import type { CandidateStage, Contest, TellerDuty } from '#shared/domain/electionWords.ts'
import type { Ports } from '../ports.ts'
import { readElection } from '../records/electionFacts.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, openElection, refuse, touch } from './checks.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

interface Listed {
  readonly memberId: string
}

/** Names of living members in reach, each once. Throws VALIDATION_FAILED. */
export function namesOf(db: ReadDb, people: readonly Listed[], field: string): ReadonlyMap<string, string> {
  const ids = people.map(({ memberId }) => memberId)
  if (new Set(ids).size < ids.length)
    throw refuse('listed twice', { [field]: '同一名党员列了两次，请删去一个' })
  const found = getMembers(db, ids).filter(({ deletedAt }) => deletedAt === null)
  if (found.length < ids.length)
    throw refuse('not in reach', { [field]: '所列的人有的不在花名册里，可能已删除或转出，请重新选择' })
  return new Map(found.map((member) => [member.id, member.name]))
}

/** The whole list of one contest, in the order of the ballot. Throws CONFLICT when it leaves out somebody who has votes. */
export function setCandidates(
  db: Database,
  input: Versioned & {
    readonly contest: Contest
    readonly candidates: readonly (Listed & { readonly stage: CandidateStage })[]
  },
  ports: Ports,
): void {
  const { id, version, contest } = input
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  openElection(facts.election, version)
  const voted = new Set(facts.votes.map(({ candidateId }) => candidateId))
  const stored = facts.candidates.filter((each) => each.contest === contest && each.stage !== 'writeIn')
  const wanted = new Set(input.candidates.map(({ memberId }) => memberId))
  const leaving = stored.filter(({ memberId }) => !wanted.has(memberId))
  const kept = leaving.find((candidate) => voted.has(candidate.id))
  if (kept) throw conflict('has votes', `“${kept.name}”已登记得票，不能从候选人中删去；请先删除那次投票`)
  // Who has left since stays on the list that was voted on.
  const standing = new Map(stored.map((candidate) => [candidate.memberId, candidate]))
  const names = namesOf(
    db.read,
    input.candidates.filter(({ memberId }) => !standing.has(memberId)),
    'candidates',
  )
  db.write((tx) => {
    touch(tx, facts.election, {}, moment)
    for (const candidate of leaving) deleteCandidate(tx, candidate.id)
    for (const [position, { memberId, stage }] of input.candidates.entries()) {
      const before = standing.get(memberId)
      const name = before?.name ?? names.get(memberId) ?? ''
      if (before) updateCandidate(tx, { id: before.id, stage, position, name })
      else
        insertCandidate(tx, {
          id: ports.ids.next(),
          electionId: id,
          contest,
          memberId,
          name,
          stage,
          position,
        })
    }
  })
}

export function setExemptions(
  db: Database,
  input: Versioned & {
    readonly exemptions: readonly (Listed & { readonly reason: ExemptionReason })[]
  },
  ports: Ports,
): void {
  const { id, version, exemptions } = input
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  openElection(facts.election, version)
  namesOf(db.read, exemptions, 'exemptions')
  const stored = new Map(facts.exemptions.map((each) => [each.memberId, each]))
  const wanted = new Set(exemptions.map(({ memberId }) => memberId))
  const isAsAgreed =
    exemptions.length === stored.size && exemptions.every(({ memberId }) => stored.has(memberId))
  db.write((tx) => {
    // Another list is another question to the meeting.
    touch(tx, facts.election, isAsAgreed ? {} : { exemptionsAgreed: false }, moment)
    for (const each of facts.exemptions) if (!wanted.has(each.memberId)) deleteExemption(tx, each.id)
    for (const { memberId, reason } of exemptions) {
      const before = stored.get(memberId)
      if (before) updateExemption(tx, { id: before.id, reason })
      else insertExemption(tx, { id: ports.ids.next(), electionId: id, memberId, reason })
    }
  })
}

export function setTellers(
  db: Database,
  input: Versioned & { readonly tellers: readonly (Listed & { readonly duty: TellerDuty })[] },
  ports: Ports,
): void {
  const { id, version, tellers } = input
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  openElection(facts.election, version)
  const names = namesOf(db.read, tellers, 'tellers')
  const stored = new Map(facts.tellers.map((each) => [each.memberId, each]))
  const wanted = new Set(tellers.map(({ memberId }) => memberId))
  db.write((tx) => {
    touch(tx, facts.election, {}, moment)
    for (const each of facts.tellers) if (!wanted.has(each.memberId)) deleteTeller(tx, each.id)
    for (const [position, { memberId, duty }] of tellers.entries()) {
      const before = stored.get(memberId)
      if (before) updateTeller(tx, { id: before.id, duty, position })
      else
        insertTeller(tx, {
          id: ports.ids.next(),
          electionId: id,
          memberId,
          name: names.get(memberId) ?? '',
          duty,
          position,
        })
    }
  })
}
