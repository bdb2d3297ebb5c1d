import type { Contest } from '#shared/domain/electionWords.ts'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOffice, type Office } from './samples.ts'
import type { Caller } from './testCore.ts'

export const meetingDay = dateOnly('2026-11-10')

const names = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒'

export interface Branch extends Office {
  /** Ids of its members in the order of their names 甲 to 荒. */
  readonly memberIds: readonly string[]
}

/** A branch with so many 正式党员 and one 预备党员, in a term from 2021-11-01 to 2026-11-01. */
export async function aBranch(full: number): Promise<Branch> {
  const office = await anOffice()
  const { call, branchId } = office
  const add = async (index: number, fields: Partial<MemberRecord> = {}) =>
    (
      await call('members.create', {
        fields: aMember({
          organizationId: branchId,
          name: `党员${names[index] ?? index}`,
          idNo: anIdNo('1970-05-04', index * 2 + 1),
          ...fields,
        }),
      })
    ).id
  const memberIds: string[] = []
  for (let index = 0; index < full; index += 1) memberIds.push(await add(index))
  await add(400, {
    name: '预备某',
    personType: '2',
    joinedOn: partialDate('2026-05-01'),
    regularOn: null,
  })
  const { version } = await call('organizations.get', { id: branchId })
  await call('organizations.update', {
    id: branchId,
    version,
    fields: {
      unitNature: 'SQ',
      termYears: 5,
      currentTermFrom: dateOnly('2021-11-01'),
      currentTermTo: dateOnly('2026-11-01'),
    },
  })
  return { ...office, memberIds }
}

export function startElection(
  { call }: Caller,
  organizationId: string,
  fields: object = {},
): Promise<ElectionDetail> {
  return call('elections.start', {
    organizationId,
    kind: 'term',
    isDirect: false,
    committeeSeats: 3,
    secretarySeats: 1,
    deputySeats: 0,
    plannedOn: null,
    remark: null,
    ...fields,
  })
}

export function standing(
  { call }: Caller,
  { id, version }: ElectionDetail,
  contest: Contest,
  memberIds: readonly string[],
): Promise<ElectionDetail> {
  const candidates = memberIds.map((memberId) => ({ memberId, stage: 'candidate' as const }))
  return call('elections.setCandidates', { id, version, contest, candidates })
}

interface Ballot {
  readonly contest: Contest
  readonly should: number
  readonly present: number
  readonly issued?: number
  readonly returned?: number
  readonly invalid?: number
  readonly roundId?: string | null
  /** 赞成 in the order of the candidates who may be voted for; the rest of the valid ballots is 不赞成. */
  readonly agreed: readonly number[]
  /** Indexes into the candidates, where not all are on the ballot. */
  readonly of?: readonly number[]
}

export function ballotOf({ id, version, contests }: ElectionDetail, ballot: Ballot) {
  const { contest, should, present, agreed } = ballot
  const { issued = present, invalid = 0, roundId = null } = ballot
  const { returned = issued } = ballot
  const candidates = contests.find((each) => each.contest === contest)?.candidates ?? []
  const votes = agreed.map((count, index) => ({
    candidateId: candidates[ballot.of?.[index] ?? index]?.id ?? null,
    memberId: null,
    agreed: count,
    against: Math.max(returned - invalid - count, 0),
    abstained: 0,
  }))
  return {
    id,
    version,
    roundId,
    contest,
    heldOn: meetingDay,
    should,
    present,
    issued,
    returned,
    invalid,
    votes,
  }
}

export function vote({ call }: Caller, detail: ElectionDetail, ballot: Ballot): Promise<ElectionDetail> {
  return call('elections.saveRound', ballotOf(detail, ballot))
}

/** Of a branch with 30 voters: 24 came, 甲 乙 丙 are elected, 甲 becomes secretary. */
export async function aDecidedElection(branch: Branch): Promise<ElectionDetail> {
  const { call, memberIds, branchId } = branch
  const started = await startElection(branch, branchId)
  const met = await call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: meetingDay },
  })
  const stood = await standing(branch, met, 'committee', memberIds.slice(0, 4))
  const voted = await vote(branch, stood, {
    contest: 'committee',
    should: 30,
    present: 24,
    agreed: [20, 18, 13, 11],
  })
  const leading = await standing(branch, voted, 'secretary', memberIds.slice(0, 1))
  return vote(branch, leading, { contest: 'secretary', should: 3, present: 3, agreed: [3] })
}

export function contestOf({ contests }: ElectionDetail, name: Contest) {
  const found = contests.find(({ contest }) => contest === name)
  if (!found) throw new Error('no such contest')
  return found
}
