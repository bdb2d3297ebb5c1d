import type { WriteDb } from '#db/database.ts'
import {
  insertCandidate,
  insertRound,
  putStep,
  putVotes,
  type StoredVote,
} from '#db/queries/electionParts.ts'
import { insertElection, type StoredElection } from '#db/queries/elections.ts'
import type { CandidateStage, Contest } from '#shared/domain/electionWords.ts'
import { addDays, type DateOnly } from '#shared/lib/dates.ts'
import type { WriteMoment } from '../records/memberStore.ts'

export interface Person {
  readonly memberId: string
  readonly name: string
}

type Basics = Pick<StoredElection, 'organizationId' | 'status' | 'plannedOn' | 'meetingOn'> &
  Partial<StoredElection>

export function begin(tx: WriteDb, { at, ids }: WriteMoment, basics: Basics): string {
  const id = ids.next()
  insertElection(tx, {
    kind: 'term',
    isDirect: false,
    committeeSeats: 3,
    secretarySeats: 1,
    deputySeats: 0,
    exemptionsAgreed: false,
    tellersAgreed: basics.status === 'done',
    ...basics,
    id,
    version: 1,
    createdAt: at,
    updatedAt: at,
  })
  return id
}

/** A day and a paper for each step, told by days before the meeting. */
const stepDays: readonly (readonly [stepNo: number, days: number, docNo: string | null])[] = [
  [1, -50, null],
  [2, -45, '支字〔{y}〕2号'],
  [3, -38, '委字〔{y}〕11号'],
  [4, -25, null],
  [5, -22, '支字〔{y}〕4号'],
  [6, -14, '委字〔{y}〕15号'],
  [7, -3, null],
  [8, 0, null],
  [9, 0, null],
  [10, 2, '支字〔{y}〕6号'],
  [11, 9, '委字〔{y}〕19号'],
  [12, 12, null],
]

export function putSteps(
  tx: WriteDb,
  electionId: string,
  meetingOn: DateOnly,
  upTo: number,
  { ids }: WriteMoment,
): void {
  for (const [stepNo, days, docNo] of stepDays.slice(0, upTo)) {
    const doneOn = addDays(meetingOn, days)
    const number = docNo?.replace('{y}', doneOn.slice(0, 4)) ?? null
    putStep(tx, { id: ids.next(), electionId, stepNo, doneOn, docNo: number, note: null })
  }
}

export function putCandidates(
  tx: WriteDb,
  electionId: string,
  contest: Contest,
  people: readonly Person[],
  stage: CandidateStage,
  { ids }: WriteMoment,
): readonly string[] {
  return people.map(({ memberId, name }, position) => {
    const id = ids.next()
    insertCandidate(tx, { id, electionId, contest, memberId, name, stage, position })
    return id
  })
}

interface Counted {
  readonly electionId: string
  readonly contest: Contest
  readonly seats: number
  readonly should: number
  readonly present: number
  readonly heldOn: DateOnly
}

export function putRound(
  tx: WriteDb,
  counted: Counted,
  candidateIds: readonly string[],
  agreed: readonly number[],
  { ids }: WriteMoment,
): void {
  const { electionId, present } = counted
  const id = ids.next()
  insertRound(tx, {
    ...counted,
    id,
    roundNo: 1,
    kind: 'first',
    issued: present,
    returned: present,
    invalid: 0,
  })
  const votes = candidateIds.map((candidateId, index): StoredVote => {
    const yes = agreed[index] ?? 0
    return {
      id: ids.next(),
      electionId,
      roundId: id,
      candidateId,
      agreed: yes,
      against: present - yes,
      abstained: 0,
    }
  })
  putVotes(tx, id, votes)
}
