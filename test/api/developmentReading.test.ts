import { expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { aFileAt, anEvent, aPerson, aStep, walkTo } from './developmentHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'
import { testUser } from './testCore.ts'

type ListInput = RouteInput<'development.list'>

const all: ListInput = {
  organizationId: null,
  text: null,
  states: [],
  finding: null,
  dueBy: null,
  sort: 'due',
  offset: 0,
  limit: 50,
}

it('the list says where a file stands, what was done last and what comes next', async () => {
  const { call, branchId, file } = await aFileAt('targetOn')
  const { rows, total } = await call('development.list', all)
  expect(total).toBe(1)
  expect(rows[0]).toMatchObject({
    id: file.id,
    version: file.version,
    name: '张新',
    organizationId: branchId,
    organizationName: '东环第一党支部',
    state: 'target',
    lastStep: 8,
    nextMilestone: 'sponsorsOn',
  })
})

it('people are found by part of the name, by pinyin, by initials and by a whole ID number, not by part of one', async () => {
  const { call } = await aFileAt('appliedOn')
  const found = async (text: string) => (await call('development.list', { ...all, text })).total
  for (const text of ['张新', '新', 'zhangxin', 'zhangx', 'zx', anIdNo('1995-05-05', 1)])
    expect([text, await found(text)]).toEqual([text, 1])
  for (const text of ['李', 'xinz', '110105', '1995', '%', '|'])
    expect([text, await found(text)]).toEqual([text, 0])
})

it('every number above the list opens exactly so many names', async () => {
  const { call, branchId, file } = await aFileAt('activistFiledOn')
  await call('development.create', {
    fields: aPerson(branchId, { name: '李新', idNo: anIdNo('1996-06-06', 2) }),
    appliedOn: partialDate('2026-11-10'),
  })
  const { counts } = await call('development.list', all)
  const total = async (filter: Partial<ListInput>) =>
    (await call('development.list', { ...all, ...filter })).total
  expect(counts.byState).toMatchObject({ applicant: 1, activist: 1, target: 0 })
  expect(await total({ states: ['activist'] })).toBe(1)
  expect(await total({ states: ['applicant', 'activist'] })).toBe(2)
  expect(await total({ finding: 'any' })).toBe(counts.withFindings)
  expect(await total({ dueBy: dateOnly('2026-11-30') })).toBe(counts.dueThisMonth)
  expect(counts.findings.length).toBeGreaterThan(0)
  for (const { code, files, title } of counts.findings) {
    expect(await total({ finding: code })).toBe(files)
    expect(title).not.toBe(code)
  }
  expect(counts.findings.map(({ code }) => code)).toContain('DEV-05')
  const { rows } = await call('development.list', { ...all, sort: 'name' })
  expect(rows.map(({ name }) => name)).toEqual(['李新', '张新'])
  expect(file.state).toBe('activist')
})

it('with onlyDue what merely opens is left out, and the row names what is due', async () => {
  const { call } = await aFileAt('nurturedOn')
  const dueBy = dateOnly('2026-11-21')
  const [opening] = (await call('development.list', { ...all, dueBy })).rows
  expect(opening?.due).toMatchObject({ code: 'DEV-06', kind: 'opens' })
  const { rows } = await call('development.list', { ...all, dueBy: dateOnly('2027-06-30'), onlyDue: true })
  expect(rows[0]?.due).toMatchObject({ code: 'DEV-05', kind: 'due', on: '2027-03-10' })
})

it('a finding kept with a reason no longer counts, and counts again when the reason is withdrawn', async () => {
  const { call, file } = await aFileAt('activistFiledOn')
  const target = { subject: 'developmentFile', subjectId: file.id, code: 'DEV-05' } as const
  const of05 = async () => (await call('development.list', { ...all, finding: 'DEV-05' })).total
  const before = (await call('development.list', all)).rows[0]
  await call('findings.override', { ...target, reason: '旧登记表有考察意见' })
  const kept = (await call('development.get', { id: file.id })).findings.find(({ code }) => code === 'DEV-05')
  expect(kept?.overriddenReason).toBe('旧登记表有考察意见')
  expect(await of05()).toBe(0)
  const after = (await call('development.list', all)).rows[0]
  expect(after?.findingCount).toBe((before?.findingCount ?? 0) - 1)
  await call('findings.withdrawOverride', target)
  expect(await of05()).toBe(1)
})

it('the first opening of a new day judges every file anew (DEV-02)', async () => {
  const { call, branchId, clock } = await anOffice()
  await call('development.create', { fields: aPerson(branchId), appliedOn: partialDate('2026-11-10') })
  const late = async () => (await call('development.list', { ...all, finding: 'DEV-02' })).total
  expect(await late()).toBe(0)
  const [row] = (await call('development.list', all)).rows
  expect(row?.due).toMatchObject({ code: 'DEV-02', on: '2026-12-10' })
  await call('accounts.signOut', {})
  clock.set('2026-12-11T02:00:00Z')
  await call('accounts.signIn', { user: testUser.user, password: testUser.password })
  expect(await late()).toBe(1)
})

it('a contact who was no full member on the day of appointment is held against the file (DEV-04)', async () => {
  const office = await aFileAt('activistFiledOn')
  const { call, branchId } = office
  const add = (name: string, order: number, regularOn: string) =>
    call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name,
        idNo: anIdNo('1970-05-04', order),
        joinedOn: partialDate('2022-09-10'),
        regularOn: partialDate(regularOn),
      }),
    })
  const [early, late] = [await add('周早', 3, '2023-09-10'), await add('吴晚', 5, '2023-12-10')]
  const step = await walkTo(office, office.file, 'contactsOn')
  const detail = await call('development.setGuarantors', {
    id: step.id,
    version: step.version,
    duty: 'contact',
    on: partialDate('2023-09-20'),
    people: [early, late].map(({ id, record: { name } }) => ({ memberId: id, name, isKin: false })),
  })
  const judged = detail.guarantors.map(({ name, isFull }) => [name, isFull])
  expect(judged).toEqual([
    ['周早', true],
    ['吴晚', false],
  ])
  expect(detail.findings.find(({ code }) => code === 'DEV-04')?.message).toBe(
    '有 1 名培养联系人当时不是正式党员',
  )
})

it('taking back a step takes back where the file stands, and raises its version', async () => {
  const office = await aFileAt('activistFiledOn')
  const { call, file } = office
  await undoNewest(office)
  const now = await call('development.get', { id: file.id })
  expect(now.state).toBe('applicant')
  expect(now.version).toBeGreaterThan(file.version)
  expect((await call('development.list', all)).rows[0]).toMatchObject({ state: 'applicant', lastStep: 3 })
})

it('an ended file has nothing due, and is found by its state', async () => {
  const { call, file } = await aFileAt('activistFiledOn')
  await call('development.recordEvent', {
    ...anEvent(file, '2026-11-20'),
    kind: 'end',
    cause: 'withdrawn',
    overrideReason: null,
  })
  const { rows } = await call('development.list', { ...all, states: ['ended'] })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ due: null, nextMilestone: null })
})

it('the calendar of a quarter has the days of every file in reach that come in it', async () => {
  const { call, branchId } = await anOffice()
  await call('development.create', { fields: aPerson(branchId), appliedOn: partialDate('2026-11-10') })
  const between = async (from: string, to: string) =>
    (await call('development.calendar', { organizationId: branchId, from: dateOnly(from), to: dateOnly(to) }))
      .dues
  expect(await between('2026-10-01', '2026-12-31')).toMatchObject([
    {
      name: '张新',
      organizationName: '东环第一党支部',
      code: 'DEV-02',
      step: 2,
      kind: 'due',
      on: '2026-12-10',
    },
  ])
  expect(await between('2027-01-01', '2027-03-31')).toEqual([])
})

it('a plan for a wished day of the meeting writes nothing', async () => {
  const { call, file } = await aFileAt('targetOn')
  const plan = await call('development.plan', { id: file.id, wishedOn: dateOnly('2027-06-01') })
  expect(plan.wish).toMatchObject({ on: '2027-06-01', isPossible: true })
  expect((await call('development.get', { id: file.id })).version).toBe(file.version)
})

it('approvals of a year count for their branch and everything above it, against the number set (DEV-23)', async () => {
  const { call, rootId, communityId, branchId, otherBranchId } = await anOffice()
  const created = await call('development.create', {
    fields: aPerson(branchId),
    appliedOn: partialDate('2024-01-05'),
  })
  const history = { overrideReason: '旧档案补录' }
  const met = await call('development.recordStep', aStep(created, 'meetingOn', '2026-06-10', history))
  await call('development.recordStep', aStep(met, 'approvedOn', '2026-07-08', history))
  const quota = { year: 2026, version: null, planned: 0, docNo: '东组〔2026〕3号' }
  await call('development.setQuota', { ...quota, organizationId: communityId })
  const { rows } = await call('development.quotas', { year: 2026 })
  const approved = new Map(rows.map((row) => [row.organizationId, row.approved]))
  expect([rootId, communityId, branchId, otherBranchId].map((id) => approved.get(id))).toEqual([1, 1, 1, 0])
  const community = rows.find((row) => row.organizationId === communityId)
  expect(community?.judgement.finding?.message).toBe('2026年计划发展 0 名，已批准 1 名，超出 1 名')
  expect((await call('development.list', { ...all, approvedIn: 2026 })).total).toBe(1)
  expect((await call('development.list', { ...all, approvedIn: 2025 })).total).toBe(0)
  expect((await call('development.quotas', { year: 2025 })).rows.every((row) => row.approved === 0)).toBe(
    true,
  )
})

it('a number set by somebody else in between is not written over', async () => {
  const { call, refusal, communityId } = await anOffice()
  const quota = { organizationId: communityId, year: 2026, planned: 5, docNo: null }
  await call('development.setQuota', { ...quota, version: null })
  expect((await refusal('development.setQuota', { ...quota, version: null })).code).toBe('STALE_WRITE')
  await call('development.setQuota', { ...quota, version: 1, planned: 6 })
  const { rows } = await call('development.quotas', { year: 2026 })
  expect(rows.find((row) => row.organizationId === communityId)).toMatchObject({ planned: 6, version: 2 })
})
