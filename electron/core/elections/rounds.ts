import type { Database } from '#db/database.ts'
import {
  deleteRound,
  insertCandidate,
  insertRound,
  putVotes,
  type StoredVote,
  updateRound,
} from '#db/queries/electionParts.ts'
import type { ElectionContest, ElectionRound } from '#shared/contract/electionRows.ts'
import type { electionRoundInput } from '#shared/contract/elections.ts'
import { roundContradictions } from '#shared/domain/electionBallots.ts'
import { nextRound } from '#shared/domain/electionRounds.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { contestsOf } from '../records/electionContests.ts'
import { type ElectionFacts, readElection } from '../records/electionFacts.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, notInFuture, openElection, refuse, refuseFields, touch } from './checks.ts'
import { namesOf } from './people.ts'

type Input = z.output<typeof electionRoundInput>

function contestIn(facts: ElectionFacts, contest: Input['contest']): ElectionContest {
  const found = contestsOf(facts).find((each) => each.contest === contest)
  if (!found) throw new Error('unknown contest')
  return found
}

/** The ballot that is being written: the last one again, or the one that follows. Throws CONFLICT. */
function roundFor(contest: ElectionContest, roundId: string | null) {
  const last = contest.rounds.at(-1)
  if (roundId !== null && last?.id !== roundId)
    throw conflict('not the last ballot', '只能修改最后一次投票；要改前面的，请先删除后面的投票')
  const before: readonly ElectionRound[] = roundId === null ? contest.rounds : contest.rounds.slice(0, -1)
  const next = nextRound(contest.seats, contest.candidates, before)
  if (next === null) throw conflict('nothing left to vote on', '名额已经选满，不需要再投票')
  return next
}

/** Writes a ballot as it was counted. Throws VALIDATION_FAILED by field for numbers that contradict each other. */
export function saveRound(db: Database, input: Input, ports: Ports): void {
  const moment = momentOf(ports)
  const facts = readElection(db.read, input.id, moment.today)
  openElection(facts.election, input.version)
  notInFuture(moment.today, { heldOn: input.heldOn })
  const contest = contestIn(facts, input.contest)
  if (contest.seats === 0) throw conflict('no seats', '这一项没有应选名额，不需要投票')
  const { kind, seats, roundNo, allowed } = roundFor(contest, input.roundId)
  const writeIns = input.votes.flatMap(({ candidateId, memberId }) =>
    candidateId === null && memberId !== null ? [{ memberId }] : [],
  )
  if (kind === 'tie' && writeIns.length > 0)
    throw refuse('write-in among the tied', { votes: '再次投票只在票数相等的人中进行，不能另选他人' })
  const names = namesOf(db.read, writeIns, 'votes')
  const known = new Map(contest.candidates.map((candidate) => [candidate.memberId, candidate]))
  const added: { readonly id: string; readonly memberId: string; readonly name: string }[] = []
  const votes = input.votes.map(({ candidateId, memberId, agreed, against, abstained }) => {
    const listed = memberId === null ? undefined : known.get(memberId)
    const id = candidateId ?? listed?.id ?? ports.ids.next()
    if (candidateId === null && !listed && memberId !== null)
      added.push({ id, memberId, name: names.get(memberId) ?? '' })
    const candidate = contest.candidates.find((each) => each.id === id)
    return {
      candidateId: id,
      name: candidate?.name ?? names.get(memberId ?? '') ?? '',
      isWriteIn: candidate === undefined || candidate.stage === 'writeIn',
      agreed,
      against,
      abstained,
    }
  })
  const isKnown = (id: string) => allowed.includes(id) || added.some((each) => each.id === id)
  if (votes.some(({ candidateId, name }) => name === '' || !isKnown(candidateId)))
    throw refuse('not on this ballot', { votes: '得票中有不在这次选票上的人，请刷新后重新填写' })
  if (new Set(votes.map(({ candidateId }) => candidateId)).size < votes.length)
    throw refuse('listed twice', { votes: '同一人列了两次，请删去一个' })
  const { heldOn, should, present, issued, returned, invalid } = input
  const counted = { should, present, issued, returned, invalid }
  refuseFields('contradicts itself', roundContradictions({ ...counted, kind, seats, votes }))
  const id = input.roundId ?? ports.ids.next()
  const row = { ...counted, id, electionId: input.id, contest: input.contest, roundNo, kind, heldOn, seats }
  const stored = facts.votes.filter(({ roundId }) => roundId === id)
  db.write((tx) => {
    touch(tx, facts.election, {}, moment)
    for (const [index, each] of added.entries())
      insertCandidate(tx, {
        ...each,
        electionId: input.id,
        contest: input.contest,
        stage: 'writeIn',
        position: contest.candidates.length + index,
      })
    if (input.roundId === null) insertRound(tx, row)
    else updateRound(tx, row)
    putVotes(
      tx,
      id,
      votes.map(({ candidateId, agreed, against, abstained }): StoredVote => {
        const before = stored.find((vote) => vote.candidateId === candidateId)
        return {
          id: before?.id ?? ports.ids.next(),
          electionId: input.id,
          roundId: id,
          candidateId,
          agreed,
          against,
          abstained,
        }
      }),
    )
  })
}

export function removeRound(
  db: Database,
  { id, version, roundId }: { readonly id: string; readonly version: number; readonly roundId: string },
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const facts = readElection(db.read, id, moment.today)
  openElection(facts.election, version)
  const isLast = contestsOf(facts).some(({ rounds }) => rounds.at(-1)?.id === roundId)
  if (!isLast) throw conflict('not the last ballot', '只能删除最后一次投票；要删前面的，请先删除后面的投票')
  db.write((tx) => {
    touch(tx, facts.election, {}, moment)
    deleteRound(tx, roundId)
  })
}
