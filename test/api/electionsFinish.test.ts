import { expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type Caller, testUser } from './testCore.ts'
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

const undoLast = async (
  { call }: Caller,
  recordId: string,
  kinds: RouteInput<'activity.lastOwn'>['kinds'],
) => {
  const last = await call('activity.lastOwn', { kinds, recordId })
  return call('activity.undo', { seq: last?.seq ?? 0 })
}

async function rows(branch: Branch) {
  const { terms = [], posts = [], elections = [] } = await readTables(branch.dataDir)
  const living = (row: Readonly<Record<string, unknown>>) => row['deleted_at'] === null
  return {
    terms: terms.filter(living).map((row) => [row['from_on'], row['due_on'], row['ended_on']]),
    posts: posts.filter(living).map((row) => [row['person_name'], row['position'], row['from_on']]),
    election: elections[0],
  }
}

it('ORG-14: confirming enters the new term from the meeting on and everybody elected, once', async () => {
  const branch = await aBranch(30)
  const detail = await aDecidedElection(branch)
  const duty = contestOf(detail, 'committee').elected[1]?.candidateId ?? ''
  const done = await branch.call('elections.finish', {
    id: detail.id,
    version: detail.version,
    duties: [{ candidateId: duty, position: 'ZZ' }],
  })
  expect(done).toMatchObject({ status: 'done', should: 30, present: 24 })
  const after = await rows(branch)
  expect(after.terms).toEqual([
    ['2021-11-01', '2026-11-01', meetingDay],
    [meetingDay, '2031-11-10', null],
  ])
  expect(after.posts).toEqual([
    ['党员甲', 'SJ', meetingDay],
    ['党员乙', 'ZZ', meetingDay],
    ['党员丙', 'WY', meetingDay],
  ])
  expect((await branch.call('organizations.get', { id: branch.branchId })).fields).toMatchObject({
    currentTermFrom: meetingDay,
    currentTermTo: '2031-11-10',
  })
})

it('the next 换届 ends the posts of the one before', async () => {
  const branch = await aBranch(30)
  const first = await aDecidedElection(branch)
  await branch.call('elections.finish', { id: first.id, version: first.version, duties: [] })
  branch.clock.set('2031-11-21T02:00:00Z')
  await branch.call('accounts.unlock', { password: testUser.password })
  const { call, memberIds } = branch
  const started = await startElection(branch, branch.branchId)
  const met = await call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: '2031-11-09' },
  })
  const stood = await standing(branch, met, 'committee', memberIds.slice(2, 6))
  const numbers = { should: 30, present: 30 }
  const voted = await vote(branch, stood, { contest: 'committee', ...numbers, agreed: [30, 29, 20, 1] })
  const leading = await standing(branch, voted, 'secretary', memberIds.slice(2, 3))
  const last = await vote(branch, leading, { contest: 'secretary', should: 3, present: 3, agreed: [3] })
  expect(last.obstacles).toEqual([])
  await call('elections.finish', { id: last.id, version: last.version, duties: [] })
  const { posts = [] } = await readTables(branch.dataDir)
  expect(posts.map((row) => [row['person_name'], row['to_on']])).toEqual([
    ['党员甲', '2031-11-09'],
    ['党员乙', '2031-11-09'],
    ['党员丙', '2031-11-09'],
    ['党员丙', null],
    ['党员丁', null],
    ['党员戊', null],
  ])
})

it('confirming is undone as one: no term, no posts, open again; and done again by undoing that', async () => {
  const branch = await aBranch(30)
  const detail = await aDecidedElection(branch)
  await branch.call('elections.finish', { id: detail.id, version: detail.version, duties: [] })
  await undoLast(branch, detail.id, ['election'])
  const after = await rows(branch)
  expect(after.terms).toEqual([['2021-11-01', '2026-11-01', null]])
  expect(after.posts).toEqual([])
  expect(await branch.call('elections.get', { id: detail.id })).toMatchObject({
    status: 'open',
    obstacles: [],
  })
  const { rows: log } = await branch.call('activity.list', {
    accountId: null,
    kind: null,
    from: null,
    to: null,
    text: null,
    offset: 0,
    limit: 1,
  })
  await branch.call('activity.undo', { seq: log[0]?.seq ?? 0 })
  expect((await rows(branch)).posts).toHaveLength(3)
  expect((await branch.call('elections.get', { id: detail.id })).status).toBe('done')
})

it('what an open election is made of can be undone, and nothing of a confirmed one', async () => {
  const branch = await aBranch(30)
  const detail = await aDecidedElection(branch)
  const secretary = contestOf(detail, 'secretary').rounds[0]?.id ?? ''
  await undoLast(branch, secretary, ['electionRound'])
  const back = await branch.call('elections.get', { id: detail.id })
  expect(contestOf(back, 'secretary').rounds).toEqual([])
  const candidate = contestOf(back, 'committee').candidates[0]?.id ?? ''
  await expect(undoLast(branch, candidate, ['electionCandidate'])).rejects.toMatchObject({ code: 'CONFLICT' })
  const again = await vote(branch, back, { contest: 'secretary', should: 3, present: 3, agreed: [3] })
  await branch.call('elections.finish', { id: again.id, version: again.version, duties: [] })
  const round = contestOf(again, 'secretary').rounds[0]?.id ?? ''
  await expect(undoLast(branch, round, ['electionRound'])).rejects.toMatchObject({
    code: 'CONFLICT',
    messageZh: expect.stringContaining('请先撤销确认结果的操作'),
  })
})

it('is refused, naming what is missing, while the result does not stand', async () => {
  const branch = await aBranch(30)
  const started = await startElection(branch, branch.branchId)
  const early = await branch.refusal('elections.finish', {
    id: started.id,
    version: started.version,
    duties: [],
  })
  expect(early.messageZh).toContain('还没有登记选举大会的日期')
  expect(early.messageZh).toContain('还没有录入委员的投票结果')
  const met = await branch.call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: meetingDay },
  })
  const stood = await standing(branch, met, 'committee', branch.memberIds.slice(0, 4))
  const numbers = { contest: 'committee', should: 30, agreed: [20, 20, 20, 3] } as const
  const few = await vote(branch, stood, { ...numbers, present: 23 })
  expect(few.obstacles.join()).toContain('到会人数不够')
  const roundId = contestOf(few, 'committee').rounds[0]?.id ?? ''
  const many = await vote(branch, few, { ...numbers, roundId, present: 24, issued: 24, returned: 25 })
  expect(many.obstacles.join()).toContain('收回的选票多于发出的')
})

it('ORG-35: seats may be left empty with a written reason once somebody is elected', async () => {
  const branch = await aBranch(30)
  const started = await startElection(branch, branch.branchId, { secretarySeats: 0 })
  const met = await branch.call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: meetingDay },
  })
  const stood = await standing(branch, met, 'committee', branch.memberIds.slice(0, 4))
  const short = await vote(branch, stood, {
    contest: 'committee',
    should: 30,
    present: 30,
    agreed: [25, 20, 10, 9],
  })
  expect(short.obstacles).toEqual(['委员还差 1 名，须另行选举，或填写减少名额不再选举的说明'])
  const reduced = await branch.call('elections.update', {
    id: short.id,
    version: short.version,
    fields: { reducedReason: '经大会同意减少名额' },
  })
  expect(reduced.obstacles).toEqual([])
})

it('ORG-41: a small branch elects its secretary directly, and has nobody else', async () => {
  const branch = await aBranch(5)
  const started = await startElection(branch, branch.branchId, { isDirect: true, committeeSeats: 0 })
  expect(started.findings).toEqual([])
  const met = await branch.call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: meetingDay },
  })
  const stood = await standing(branch, met, 'secretary', branch.memberIds.slice(0, 2))
  const voted = await vote(branch, stood, { contest: 'secretary', should: 5, present: 4, agreed: [3, 1] })
  expect(contestOf(voted, 'secretary').rounds[0]?.result.findings).toMatchObject([{ code: 'ORG-31' }])
  await branch.call('elections.finish', { id: voted.id, version: voted.version, duties: [] })
  expect((await rows(branch)).posts).toEqual([['党员甲', 'SJ', meetingDay]])
})

it('ORG-53: a by-election adds to the term that runs and ends nobody’s post', async () => {
  const branch = await aBranch(30)
  const first = await aDecidedElection(branch)
  await branch.call('elections.finish', { id: first.id, version: first.version, duties: [] })
  const started = await startElection(branch, branch.branchId, {
    kind: 'byElection',
    committeeSeats: 1,
    secretarySeats: 0,
  })
  const met = await branch.call('elections.update', {
    id: started.id,
    version: started.version,
    fields: { meetingOn: '2026-11-20' },
  })
  const stood = await standing(branch, met, 'committee', branch.memberIds.slice(5, 7))
  const voted = await vote(branch, stood, { contest: 'committee', should: 30, present: 30, agreed: [20, 10] })
  await branch.call('elections.finish', { id: voted.id, version: voted.version, duties: [] })
  const { terms = [], posts = [] } = await readTables(branch.dataDir)
  expect(terms).toHaveLength(2)
  expect(posts.every((row) => row['to_on'] === null)).toBe(true)
  expect(posts.at(-1)).toMatchObject({
    person_name: '党员己',
    how_chosen: 'byElection',
    from_on: '2026-11-20',
  })
})
