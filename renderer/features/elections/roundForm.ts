import { z } from 'zod'
import type { ElectionContest, ElectionDetail, ElectionRound } from '#shared/contract/electionRows.ts'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type CountedRound, roundContradictions } from '#shared/domain/electionBallots.ts'
import { countRound, type RoundResult } from '#shared/domain/electionCount.ts'
import { type NextRound, nextRound } from '#shared/domain/electionRounds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { today } from '../../lib/today.ts'

const count = z.int('请填写数字').min(0, '不能是负数')

export const roundSchema = z.strictObject({
  heldOn: dateOnlySchema,
  should: count,
  present: count,
  issued: count,
  returned: count,
  invalid: count,
  votes: z.array(
    z.strictObject({
      candidateId: z.string().nullable(),
      memberId: z.string(),
      name: z.string(),
      isWriteIn: z.boolean(),
      agreed: count,
      against: count,
      abstained: count,
    }),
  ),
})

export type RoundDraft = z.input<typeof roundSchema>
export type RoundValues = z.output<typeof roundSchema>

/** The ballot to be written: the next one, or the last one again. Null when the seats are filled. */
export function roundToWrite(contest: ElectionContest, editing: ElectionRound | null): NextRound | null {
  const before = editing === null ? contest.rounds : contest.rounds.slice(0, -1)
  return nextRound(contest.seats, contest.candidates, before)
}

/** Numbers as far as they are known: of the last ballot, else 应到 of the meeting or the size of the committee. */
export function roundDraft(
  detail: ElectionDetail,
  contest: ElectionContest,
  { allowed }: NextRound,
  editing: ElectionRound | null,
): RoundDraft {
  const isOfCommittee = contest.contest !== 'committee' && !detail.fields.isDirect
  const committee = detail.contests.find((each) => each.contest === 'committee')
  const size = isOfCommittee ? (committee?.elected.length ?? 0) : 0
  const should = size > 0 ? size : detail.should
  const last = contest.rounds.at(-1)
  const numbers = editing ?? {
    heldOn: last?.heldOn ?? detail.fields.meetingOn ?? today(),
    should: last?.should ?? should,
    present: last?.present ?? should,
    issued: last?.present ?? should,
    returned: last?.present ?? should,
    invalid: 0,
  }
  const { heldOn, present, issued, returned, invalid } = numbers
  const votes = contest.candidates
    .filter(({ id }) => allowed.includes(id))
    .map(({ id, memberId, name, stage }) => {
      const vote = editing?.votes.find(({ candidateId }) => candidateId === id)
      return {
        candidateId: id,
        memberId,
        name,
        isWriteIn: stage === 'writeIn',
        agreed: vote?.agreed ?? 0,
        against: vote?.against ?? 0,
        abstained: vote?.abstained ?? 0,
      }
    })
  return { heldOn, should: numbers.should, present, issued, returned, invalid, votes }
}

const known = (value: unknown) => (typeof value === 'number' && Number.isInteger(value) ? value : 0)

/** The result as the numbers stand while they are typed, and what contradicts itself in them. */
export function liveResult(
  draft: RoundDraft,
  { kind, seats }: NextRound,
): { readonly result: RoundResult; readonly problems: Readonly<Record<string, string>> } {
  const round: CountedRound = {
    kind,
    seats,
    should: known(draft.should),
    present: known(draft.present),
    issued: known(draft.issued),
    returned: known(draft.returned),
    invalid: known(draft.invalid),
    votes: draft.votes.map((vote, index) => ({
      candidateId: vote.candidateId ?? `new ${index}`,
      name: vote.name,
      isWriteIn: vote.isWriteIn,
      agreed: known(vote.agreed),
      against: known(vote.against),
      abstained: known(vote.abstained),
    })),
  }
  return { result: countRound(round, defaultRuleSettings), problems: roundContradictions(round) }
}

export function roundInput(
  { id, version }: ElectionDetail,
  { contest }: ElectionContest,
  roundId: string | null,
  { votes, ...numbers }: RoundValues,
): RouteInput<'elections.saveRound'> {
  return {
    id,
    version,
    contest,
    roundId,
    ...numbers,
    votes: votes.map(({ candidateId, memberId, agreed, against, abstained }) => ({
      candidateId,
      memberId: candidateId === null ? memberId : null,
      agreed,
      against,
      abstained,
    })),
  }
}
