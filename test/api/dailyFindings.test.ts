import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aFileAt, aStep } from './developmentHarness.ts'
import { aMember, aStreet } from './samples.ts'
import { signedInCore, testUser } from './testCore.ts'

it('the first opening of a new day finds what has fallen due since, and the next opening finds nothing new', async () => {
  const test = await signedInCore()
  const { branchId } = await aStreet(test)
  const fields = aMember({
    organizationId: branchId,
    personType: '2',
    joinedOn: partialDate('2025-12-01'),
    regularOn: null,
  })
  const { id } = await test.call('members.create', { fields })
  const codes = async () => (await test.call('members.get', { id })).findings.map(({ code }) => code)
  expect(await codes()).not.toContain('PROBATION_OVERDUE')
  const signInAgain = async (at: string) => {
    await test.call('accounts.signOut', {})
    test.clock.set(at)
    await test.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  }
  await signInAgain('2026-12-20T02:00:00Z')
  expect(await codes()).toContain('PROBATION_OVERDUE')
  const { totals } = await test.call('findings.totals', {})
  expect(totals.find(({ code }) => code === 'PROBATION_OVERDUE')).toMatchObject({
    subject: 'member',
    count: 1,
  })
  await signInAgain('2026-12-20T03:00:00Z')
  expect(await test.call('findings.totals', {})).toEqual({ totals })
})

it('a program left open over midnight judges anew at the first call of the day', async () => {
  const test = await signedInCore()
  const { branchId } = await aStreet(test)
  const fields = aMember({
    organizationId: branchId,
    personType: '2',
    joinedOn: partialDate('2025-12-01'),
    regularOn: null,
  })
  await test.call('members.create', { fields })
  test.clock.set('2026-12-20T02:00:00Z')
  await test.call('accounts.unlock', { password: testUser.password })
  const overdue = async () =>
    (await test.call('findings.totals', {})).totals.find(({ code }) => code === 'PROBATION_OVERDUE')?.count
  await expect.poll(overdue).toBe(1)
})

it('totals count files of 发展党员 beside people, each what the list it leads to shows, without what was answered for', async () => {
  const office = await aFileAt('appliedOn')
  const { call, file } = office
  await call('development.recordStep', aStep(file, 'talkedOn', '2023-05-20'))
  const late = async () => (await call('findings.totals', {})).totals.find(({ code }) => code === 'DEV-02')
  expect(await late()).toEqual({ subject: 'developmentFile', code: 'DEV-02', severity: 'red', count: 1 })
  const list = { organizationId: null, text: null, states: [], finding: 'DEV-02', dueBy: null } as const
  const { rows } = await call('development.list', { ...list, states: [], sort: 'due', offset: 0, limit: 5 })
  expect(rows.map(({ id }) => id)).toEqual([file.id])
  const target = { subject: 'developmentFile', subjectId: file.id, code: 'DEV-02' } as const
  await call('findings.override', { ...target, reason: '原始材料如此' })
  expect(await late()).toBeUndefined()
})

it('a reason is taken only for a finding there is, of somebody there is', async () => {
  const test = await signedInCore()
  const { branchId } = await aStreet(test)
  const { id } = await test.call('members.create', { fields: aMember({ organizationId: branchId }) })
  const reason = '以档案为准'
  const nobody = { subject: 'member', subjectId: 'nobody', code: 'BIRTH_MISMATCH', reason } as const
  expect((await test.refusal('findings.override', nobody)).code).toBe('NOT_FOUND')
  const nothing = { subject: 'member', subjectId: id, code: 'NO_SUCH', reason } as const
  expect((await test.refusal('findings.override', nothing)).code).toBe('NOT_FOUND')
})
