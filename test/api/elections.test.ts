import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import {
  aBranch,
  aDecidedElection,
  ballotOf,
  contestOf,
  meetingDay,
  standing,
  startElection,
  vote,
} from './electionsHarness.ts'
import { aStaffedOffice, anOrganization } from './samples.ts'

describe('starting an election', () => {
  it('ORG-06, ORG-10: refuses temporary branches and the working committee with a sentence', async () => {
    const branch = await aBranch(1)
    const fields = anOrganization({ shortName: '工地临时党支部', branchKind: 'LS' })
    const { id } = await branch.call('organizations.create', { parentId: branch.communityId, fields })
    const input = {
      kind: 'term',
      isDirect: true,
      committeeSeats: 0,
      secretarySeats: 1,
      deputySeats: 0,
      plannedOn: null,
      remark: null,
    } as const
    const temporary = await branch.refusal('elections.start', { ...input, organizationId: id })
    expect(temporary).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('临时党支部') })
    const root = await branch.refusal('elections.start', { ...input, organizationId: branch.rootId })
    expect(root).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('派出机关') })
  })

  it('holds one at a time in each organisation', async () => {
    const branch = await aBranch(1)
    const { id, version } = await startElection(branch, branch.branchId)
    await expect(startElection(branch, branch.branchId)).rejects.toMatchObject({ code: 'CONFLICT' })
    await branch.call('elections.giveUp', { id, version, status: 'cancelled', reason: '改期' })
    expect((await startElection(branch, branch.branchId)).status).toBe('open')
    const { rows, counts } = await branch.call('elections.list', {
      organizationId: null,
      status: null,
      offset: 0,
      limit: 50,
    })
    expect(counts).toEqual({ open: 1, done: 0, invalid: 0, cancelled: 1 })
    expect(rows.map(({ status }) => status)).toEqual(['open', 'cancelled'])
    expect(rows[0]?.nextStep).toMatchObject({ no: 1 })
  })

  it('knows the term that runs out', async () => {
    const branch = await aBranch(8)
    const detail = await startElection(branch, branch.branchId)
    expect(detail.formerTerm).toMatchObject({ fromOn: '2021-11-01', dueOn: '2026-11-01' })
    expect(detail.steps).toHaveLength(12)
  })
})

describe('voters of the day', () => {
  it('ORG-37, ORG-39: are the 正式党员 of that day less those left out, and the list changed asks again', async () => {
    const branch = await aBranch(10)
    const { call, memberIds } = branch
    const started = await startElection(branch, branch.branchId)
    expect(started.should).toBe(10)
    const [first = '', second = ''] = memberIds
    const left = await call('elections.setExemptions', {
      id: started.id,
      version: started.version,
      exemptions: [{ memberId: first, reason: 'abroad' }],
    })
    expect(left).toMatchObject({ should: 9, voterCount: { voters: 10, exempted: 1 } })
    expect(left.findings.map(({ code }) => code)).toContain('ORG-39')
    const { id } = left
    const agreed = await call('elections.update', {
      id,
      version: left.version,
      fields: { exemptionsAgreed: true },
    })
    expect(agreed.findings.map(({ code }) => code)).not.toContain('ORG-39')
    const another = await call('elections.setExemptions', {
      id,
      version: agreed.version,
      exemptions: [
        { memberId: first, reason: 'abroad' },
        { memberId: second, reason: 'ill' },
      ],
    })
    expect(another.fields.exemptionsAgreed).toBe(false)
    const voters = await call('elections.voters', { id })
    expect(voters.voters).toHaveLength(10)
    expect(voters.others).toMatchObject([{ name: '预备某', why: 'probationary' }])
  })

  it('are asked for as of the meeting, whoever leaves afterwards', async () => {
    const branch = await aBranch(8)
    const started = await startElection(branch, branch.branchId)
    const met = await branch.call('elections.update', {
      id: started.id,
      version: started.version,
      fields: { meetingOn: meetingDay },
    })
    const [memberId = ''] = branch.memberIds
    const { version } = await branch.call('members.get', { id: memberId })
    await branch.call('members.update', {
      id: memberId,
      version,
      fields: { partyStatus: 'SW', partyStatusOn: dateOnly('2026-11-15') },
    })
    expect(met.should).toBe(8)
    expect((await branch.call('elections.get', { id: met.id })).should).toBe(8)
  })
})

describe('candidates and tellers', () => {
  it('ORG-30, ORG-36, ORG-37: are judged beside the list', async () => {
    const branch = await aBranch(8)
    const started = await startElection(branch, branch.branchId)
    const three = await standing(branch, started, 'committee', branch.memberIds.slice(0, 3))
    expect(contestOf(three, 'committee').findings).toMatchObject([{ code: 'ORG-30' }])
    const four = await standing(branch, three, 'committee', branch.memberIds.slice(0, 4))
    expect(contestOf(four, 'committee').findings).toEqual([])
    const told = await branch.call('elections.setTellers', {
      id: four.id,
      version: four.version,
      tellers: branch.memberIds.slice(3, 5).map((memberId) => ({ memberId, duty: 'watches' as const })),
    })
    expect(told.findings.filter(({ code }) => code === 'ORG-36')).toHaveLength(1)
  })

  it('cannot be taken off the list once they have votes, and a stale list is refused', async () => {
    const branch = await aBranch(8)
    const started = await startElection(branch, branch.branchId)
    const four = await standing(branch, started, 'committee', branch.memberIds.slice(0, 4))
    await expect(standing(branch, started, 'committee', [])).rejects.toMatchObject({ code: 'STALE_WRITE' })
    const voted = await vote(branch, four, {
      contest: 'committee',
      should: 8,
      present: 8,
      agreed: [8, 7, 5, 4],
    })
    await expect(standing(branch, voted, 'committee', branch.memberIds.slice(1, 4))).rejects.toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('党员甲'),
    })
  })
})

describe('ballots', () => {
  it('are counted into a result that says whether it counts and why', async () => {
    const detail = await aDecidedElection(await aBranch(30))
    const [round] = contestOf(detail, 'committee').rounds
    expect(round?.result).toMatchObject({ isValid: true, next: 'none' })
    expect(round?.result.explanations[0]?.result).toBe('应到 30，实到 24，达到五分之四：有效')
    expect(round?.result.votes[2]).toMatchObject({ outcome: 'elected', agreed: 13 })
    expect(contestOf(detail, 'committee').elected.map(({ name }) => name)).toEqual([
      '党员甲',
      '党员乙',
      '党员丙',
    ])
    expect(detail.obstacles).toEqual([])
  })

  it('refuse numbers that contradict each other, by field, and write nothing', async () => {
    const branch = await aBranch(8)
    const started = await startElection(branch, branch.branchId)
    const stood = await standing(branch, started, 'committee', branch.memberIds.slice(0, 4))
    const refused = await branch.refusal(
      'elections.saveRound',
      ballotOf(stood, { contest: 'committee', should: 8, present: 9, agreed: [8, 8, 8, 8] }),
    )
    expect(Object.keys(refused.fields ?? {})).toEqual(['present', 'votes'])
    expect(contestOf(await branch.call('elections.get', { id: stood.id }), 'committee').rounds).toEqual([])
  })

  it('ORG-35: ties are voted on among the tied only, and the winner fills the seat', async () => {
    const branch = await aBranch(30)
    const started = await startElection(branch, branch.branchId)
    const stood = await standing(branch, started, 'committee', branch.memberIds.slice(0, 4))
    const numbers = { contest: 'committee', should: 30, present: 30 } as const
    const tied = await vote(branch, stood, { ...numbers, agreed: [25, 24, 18, 18] })
    expect(contestOf(tied, 'committee').result).toMatchObject({ open: 1, next: 'tie', isDecided: false })
    await expect(vote(branch, tied, { ...numbers, agreed: [20, 10], of: [0, 2] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    const decided = await vote(branch, tied, { ...numbers, agreed: [18, 12], of: [2, 3] })
    expect(contestOf(decided, 'committee').rounds[1]).toMatchObject({ kind: 'tie', seats: 1 })
    expect(contestOf(decided, 'committee').elected.map(({ name }) => name)).toEqual([
      '党员甲',
      '党员乙',
      '党员丙',
    ])
  })

  it('take somebody written in, who is then a candidate marked so', async () => {
    const branch = await aBranch(10)
    const started = await startElection(branch, branch.branchId)
    const stood = await standing(branch, started, 'committee', branch.memberIds.slice(0, 4))
    const input = ballotOf(stood, { contest: 'committee', should: 10, present: 10, agreed: [8, 7, 3, 2] })
    const voted = await branch.call('elections.saveRound', {
      ...input,
      votes: [
        ...input.votes,
        { candidateId: null, memberId: branch.memberIds[5] ?? '', agreed: 6, against: 0, abstained: 0 },
      ],
    })
    const committee = contestOf(voted, 'committee')
    expect(committee.elected.map(({ name }) => name)).toEqual(['党员甲', '党员乙', '党员己'])
    expect(committee.candidates.at(-1)).toMatchObject({ name: '党员己', stage: 'writeIn' })
  })

  it('can be changed and removed only from the last one back', async () => {
    const branch = await aBranch(30)
    const started = await startElection(branch, branch.branchId)
    const stood = await standing(branch, started, 'committee', branch.memberIds.slice(0, 4))
    const numbers = { contest: 'committee', should: 30, present: 30 } as const
    const first = await vote(branch, stood, { ...numbers, agreed: [25, 24, 10, 10] })
    const firstId = contestOf(first, 'committee').rounds[0]?.id ?? ''
    const second = await vote(branch, first, { ...numbers, agreed: [18, 12], of: [2, 3] })
    const change = ballotOf(second, { ...numbers, roundId: firstId, agreed: [25, 24, 20, 10] })
    expect(await branch.refusal('elections.saveRound', change)).toMatchObject({ code: 'CONFLICT' })
    const { id, version } = second
    expect(await branch.refusal('elections.removeRound', { id, version, roundId: firstId })).toMatchObject({
      code: 'CONFLICT',
    })
    const secondId = contestOf(second, 'committee').rounds[1]?.id ?? ''
    const back = await branch.call('elections.removeRound', { id, version, roundId: secondId })
    expect(contestOf(back, 'committee').rounds).toHaveLength(1)
  })
})

describe('reach', () => {
  it('of another community is neither listed nor found nor changed', async () => {
    const office = await aStaffedOffice()
    const fields = anOrganization({ shortName: '西湖党支部' })
    const west = (await office.call('organizations.create', { parentId: office.rootId, fields })).id
    const { id, version } = await startElection(office, west)
    const clerk = office.as('communityClerk')
    const { rows, counts } = await clerk.call('elections.list', {
      organizationId: null,
      status: null,
      offset: 0,
      limit: 50,
    })
    expect([rows.length, counts.open]).toEqual([0, 0])
    expect(await clerk.refusal('elections.get', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await clerk.refusal('elections.voters', { id })).toMatchObject({ code: 'NOT_FOUND' })
    expect(
      await clerk.refusal('elections.giveUp', { id, version, status: 'cancelled', reason: '改期' }),
    ).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('ends with the branch for a leader: reading is allowed, writing is not', async () => {
    const office = await aStaffedOffice()
    const { id, version } = await startElection(office, office.branchId)
    const leader = office.as('leader')
    expect((await leader.call('elections.get', { id })).id).toBe(id)
    expect(await leader.refusal('elections.trash', { id, version, reason: '录错了' })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
