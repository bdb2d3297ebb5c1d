import { z } from 'zod'
import type { ElectionContest, ElectionDetail, ElectionRound } from '#shared/contract/electionRows.ts'
import { dateOnlySchema } from '#shared/contract/dates.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type CountedRound, roundContradictions } from '#shared/domain/electionBallots.ts'
import { countRound, type RoundResult } from '#shared/domain/electionCount.ts'
import { type NextRound, nextRound } from '#shared/domain/electionRounds.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { today } from '../../lib/today.ts'

/** Empty until somebody has counted: nothing typed is not 0. */
const count = z
  .int('请填写整数')
  .min(0, '不能是负数')
  .nullable()
  .transform((value, context) => {
    if (value !== null) return value
    context.addIssue('请填写数字，没有的填 0')
    return z.NEVER
  })

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
    // Whoever came to the last ballot is there for the next one.
    present: last?.present ?? null,
    issued: null,
    returned: null,
    invalid: null,
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
        agreed: vote?.agreed ?? null,
        // 另选他人 have 赞成 only.
        against: vote?.against ?? (stage === 'writeIn' ? 0 : null),
        abstained: vote?.abstained ?? (stage === 'writeIn' ? 0 : null),
      }
    })
  return { heldOn, should: numbers.should, present, issued, returned, invalid, votes }
}

const isTyped = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
const known = (value: unknown) => (isTyped(value) ? value : 0)

interface LiveResult {
  /** Null until the numbers of the ballot and somebody's 赞成 are there. */
  readonly result: RoundResult | null
  readonly problems: Readonly<Record<string, string>>
  /** How many figures nobody has typed yet. */
  readonly open: number
}

/** The result as the numbers stand while they are typed, and what contradicts itself in them; of who has no votes yet nothing is said. */
export function liveResult(draft: RoundDraft, { kind, seats }: NextRound): LiveResult {
  const { should, present, issued, returned, invalid, votes } = draft
  const figures: readonly unknown[] = [should, present, issued, returned]
  const isCounted = figures.every(isTyped)
  const counted = votes.filter(({ agreed }) => isTyped(agreed))
  const round: CountedRound = {
    kind,
    seats,
    should: known(should),
    present: known(present),
    issued: known(issued),
    returned: known(returned),
    invalid: known(invalid),
    votes: counted.map((vote, index) => ({
      candidateId: vote.candidateId ?? `new ${index}`,
      name: vote.name,
      isWriteIn: vote.isWriteIn,
      agreed: known(vote.agreed),
      against: known(vote.against),
      abstained: known(vote.abstained),
    })),
  }
  const all = [
    ...figures,
    invalid,
    ...votes.flatMap(({ agreed, against, abstained }) => [agreed, against, abstained]),
  ]
  return {
    result: isCounted && counted.length > 0 ? countRound(round, defaultRuleSettings) : null,
    problems: isCounted ? roundContradictions(round) : {},
    open: all.filter((each) => !isTyped(each)).length,
  }
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
