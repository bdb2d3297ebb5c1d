import { describe, expect, it } from 'vitest'
import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { openCaller, testAdministrator } from './testCore.ts'
import {
  aBranch,
  aDecidedElection,
  type Branch,
  contestOf,
  meetingDay,
  standing,
  startElection,
  vote,
} from './electionsHarness.ts'
import { readTables } from './ledgerCopy.ts'

const finish = ({ call }: Branch, { id, version }: ElectionDetail) =>
  call('elections.finish', { id, version, duties: [] })

async function leaders(branch: Branch) {
  const { posts = [] } = await readTables(branch.dataDir)
  return posts.map((row) => [row['person_name'], row['approved_doc'], row['approved_on']])
}

describe('ORG-14: the approval that comes after the result', () => {
  const approval = { approvalOn: '2026-11-15', approvalDoc: '测街党〔2026〕9号' } as const

  it('reaches the secretary’s post, and the term is complete', async () => {
    const branch = await aBranch(30)
    const done = await finish(branch, await aDecidedElection(branch))
    const termOf = () => branch.call('terms.of', { organizationId: branch.branchId })
    expect((await termOf()).findings).toMatchObject([{ code: 'ORG-14' }])
    const { id, version } = done
    await branch.call('elections.update', { id, version, fields: approval })
    expect(await leaders(branch)).toEqual([
      ['党员甲', approval.approvalDoc, approval.approvalOn],
      ['党员乙', null, null],
      ['党员丙', null, null],
    ])
    expect((await termOf()).findings).toEqual([])
  })

  it('is written down once: step 11 of the card is the approval, step 8 the day of the meeting', async () => {
    const branch = await aBranch(30)
    const started = await startElection(branch, branch.branchId)
    const step = { id: started.id, docNo: null, note: null }
    const met = await branch.call('elections.setStep', {
      ...step,
      version: started.version,
      stepNo: 8,
      doneOn: meetingDay,
    })
    expect(met.fields.meetingOn).toBe(meetingDay)
    const approved = await branch.call('elections.setStep', {
      ...step,
      version: met.version,
      stepNo: 11,
      doneOn: approval.approvalOn,
      docNo: approval.approvalDoc,
    })
    expect(approved.fields).toMatchObject({ ...approval, meetingOn: meetingDay })
    const again = await branch.call('elections.setStep', {
      ...step,
      version: approved.version,
      stepNo: 8,
      doneOn: '2026-11-11',
    })
    expect(again.fields.meetingOn).toBe(meetingDay)
  })

  it('leaves a post alone that says something else by now', async () => {
    const branch = await aBranch(30)
    const done = await finish(branch, await aDecidedElection(branch))
    const { all } = await branch.call('posts.of', {
      organizationId: branch.branchId,
      asOf: dateOnly('2026-11-20'),
    })
    const secretary = all.find(({ position }) => position === 'SJ')
    await branch.call('posts.update', {
      id: secretary?.id ?? '',
      version: secretary?.version ?? 0,
      fields: { approvedDoc: '另一份批复' },
    })
    const { id, version } = done
    await branch.call('elections.update', { id, version, fields: approval })
    expect((await leaders(branch))[0]).toEqual(['党员甲', '另一份批复', null])
  })
})

it('step 11 written down after the result is taken back, and then the result itself', async () => {
  const branch = await aBranch(30)
  const { id, version } = await finish(branch, await aDecidedElection(branch))
  await branch.call('elections.setStep', {
    id,
    version,
    stepNo: 11,
    doneOn: '2026-11-15',
    docNo: '测街党〔2026〕9号',
    note: null,
  })
  expect((await leaders(branch))[0]).toEqual(['党员甲', '测街党〔2026〕9号', '2026-11-15'])
  const undoLast = async () => {
    const last = await branch.call('activity.lastOwn', { kinds: ['election'], recordId: id })
    await branch.call('activity.undo', { seq: last?.seq ?? 0 })
  }
  await undoLast()
  expect((await leaders(branch))[0]).toEqual(['党员甲', null, null])
  await undoLast()
  const open = await branch.call('elections.get', { id })
  expect(open).toMatchObject({ status: 'open', fields: { approvalOn: null } })
})

describe('seats', () => {
  it('of a 换届 with a committee are its 委员 too', async () => {
    const branch = await aBranch(30)
    const refused = await branch.refusal('elections.start', {
      organizationId: branch.branchId,
      kind: 'term',
      isDirect: false,
      committeeSeats: 0,
      secretarySeats: 1,
      deputySeats: 0,
      plannedOn: null,
      remark: null,
    })
    expect(refused.fields).toMatchObject({ committeeSeats: expect.stringContaining('应选委员名额') })
    const { id, version } = await startElection(branch, branch.branchId)
    const emptied = await branch.refusal('elections.update', { id, version, fields: { committeeSeats: 0 } })
    expect(emptied.fields).toMatchObject({ committeeSeats: expect.stringContaining('应选委员名额') })
  })

  it('and the way it is held stay as they were voted on', async () => {
    const branch = await aBranch(30)
    const { id, version } = await aDecidedElection(branch)
    const refusal = (fields: object) => branch.refusal('elections.update', { id, version, fields })
    expect((await refusal({ committeeSeats: 5 })).fields).toMatchObject({
      committeeSeats: expect.stringContaining('已登记委员的投票结果'),
    })
    expect((await refusal({ isDirect: true })).fields).toMatchObject({
      isDirect: expect.stringContaining('已登记投票结果'),
    })
    await expect(
      branch.call('elections.update', { id, version, fields: { remark: '备注', committeeSeats: 3 } }),
    ).resolves.toMatchObject({ fields: { remark: '备注' } })
  })
})

it('what a ballot says of the meeting is held against the meeting', async () => {
  const branch = await aBranch(30)
  const started = await startElection(branch, branch.branchId)
  const { id } = started
  const met = await branch.call('elections.update', {
    id,
    version: started.version,
    fields: { meetingOn: '2026-11-12' },
  })
  const stood = await standing(branch, met, 'committee', branch.memberIds.slice(0, 4))
  const voted = await vote(branch, stood, {
    contest: 'committee',
    should: 28,
    present: 25,
    agreed: [20, 18, 15, 2],
  })
  const found = voted.findings.filter(({ code }) => code === 'ELECTION_MEETING')
  expect(found.map(({ message }) => message)).toEqual([
    expect.stringContaining('应到 28 人，与“应到会人员”算出的 30 人不一致'),
    expect.stringContaining('投票日期2026年11月10日与大会日期2026年11月12日不一致'),
  ])
})

it('the election of a branch that is no more cannot be confirmed', async () => {
  const branch = await aBranch(30)
  const { id } = await aDecidedElection(branch)
  const into = await branch.call('organizations.create', {
    parentId: branch.communityId,
    fields: {
      ...(await branch.call('organizations.get', { id: branch.branchId })).fields,
      code: null,
      fullName: '中共测试街道东环社区第九支部委员会',
      shortName: '东环第九党支部',
    },
  })
  const { version } = await branch.call('organizations.get', { id: branch.branchId })
  await branch.call('organizations.merge', {
    id: branch.branchId,
    version,
    intoId: into.id,
    happenedOn: '2026-11-20',
    docNo: null,
    reason: '合并',
  })
  const detail = await branch.call('elections.get', { id })
  expect(detail.obstacles).toEqual([expect.stringContaining('已撤销或合并')])
})

it('what comes after the meeting may be written down later, nothing else', async () => {
  const branch = await aBranch(30)
  const detail = await aDecidedElection(branch)
  const done = await branch.call('elections.finish', { id: detail.id, version: detail.version, duties: [] })
  expect(done.findings.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'ORG-14 approvedOn',
    'ORG-14 filedOn',
  ])
  const { id } = done
  const later = await branch.call('elections.update', {
    id,
    version: done.version,
    fields: { approvalOn: '2026-11-15', approvalDoc: '测街党〔2026〕9号', filedOn: '2026-11-15' },
  })
  expect(later.findings).toEqual([])
  const refused = await branch.refusal('elections.update', {
    id,
    version: later.version,
    fields: { committeeSeats: 5 },
  })
  expect(refused).toMatchObject({ code: 'CONFLICT' })
  expect(await branch.refusal('elections.trash', { id, version: later.version, reason: '误' })).toMatchObject(
    {
      code: 'CONFLICT',
    },
  )
})

async function purge(branch: Branch, kind: 'election' | 'member'): Promise<void> {
  const administrator = openCaller(branch)
  const { user, password: ownPassword } = testAdministrator
  await administrator.call('accounts.signIn', { user, password: ownPassword })
  await administrator.call('trash.empty', { kind, olderThanDays: 0, reason: '清理', ownPassword })
}

const parts = [
  'elections',
  'election_steps',
  'election_candidates',
  'election_exemptions',
  'election_tellers',
  'election_rounds',
  'election_votes',
] as const

it('goes to the trash and comes back with its ballots, and is purged with all its parts', async () => {
  const branch = await aBranch(30)
  const { id, version } = await aDecidedElection(branch)
  await branch.call('elections.trash', { id, version, reason: '录错了' })
  expect(await branch.refusal('elections.get', { id })).toMatchObject({ code: 'NOT_FOUND' })
  const { rows: trashed } = await branch.call('trash.list', { kind: 'election', offset: 0, limit: 10 })
  expect(trashed).toMatchObject([{ name: '东环第一党支部换届' }])
  await branch.call('trash.restore', { items: [{ kind: 'election', id }] })
  const back = await branch.call('elections.get', { id })
  expect(contestOf(back, 'committee').rounds).toHaveLength(1)
  await branch.call('elections.trash', { id, version: back.version, reason: '录错了' })
  await purge(branch, 'election')
  const tables = await readTables(branch.dataDir)
  expect(parts.map((table) => tables[table]?.length)).toEqual(parts.map(() => 0))
})

it('a result outlives the people in it: who is purged keeps the votes, and is left out of nobody’s count', async () => {
  const branch = await aBranch(30)
  const { id, version } = await aDecidedElection(branch)
  const [memberId = ''] = branch.memberIds
  await branch.call('elections.setExemptions', {
    id,
    version,
    exemptions: [{ memberId, reason: 'ill' }],
  })
  const member = await branch.call('members.get', { id: memberId })
  const members = [{ id: memberId, version: member.version }]
  await branch.call('members.trash', { members, reason: '重复录入' })
  await purge(branch, 'member')
  const after = await branch.call('elections.get', { id })
  expect(contestOf(after, 'committee').elected[0]).toMatchObject({ name: '党员甲', agreed: 20 })
  expect(after.exemptions).toEqual([])
})
