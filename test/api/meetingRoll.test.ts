import { expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aFileAt } from './developmentHarness.ts'
import { anOutflow } from './mobilityHarness.ts'
import { aStandardOffice, staffPasswords } from './office.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'
import { aPost } from './termsHarness.ts'

it('of a 支委会 those in office on the day; who is away is excused, who is frail is marked', async () => {
  const { call, branchId } = await anOffice()
  const add = (name: string, n: number, fields: object = {}) =>
    call('members.create', {
      fields: aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', n), ...fields }),
    })
  const { id: memberId } = await add('王书记', 1)
  await add('老党员', 3, { cannotAttend: true })
  const { id: away } = await add('在外地', 5)
  const posts = [
    aPost({ memberId, fromOn: partialDate('2020-01-01') }),
    aPost({ personName: '前委员', position: 'ZZ', fromOn: partialDate('2020-01-01') }),
    aPost({ personName: '新委员', position: 'XC', fromOn: partialDate('2026-11-01') }),
    aPost({ personName: '兼职的', position: 'JZWY', isPartTime: true }),
  ]
  const { ids } = await call('posts.enter', { organizationId: branchId, posts, replaces: null })
  const gone = { version: 1, on: partialDate('2026-10-31'), reason: '调动' }
  await call('posts.end', { id: ids[1] ?? '', ...gone })
  const outOn = partialDate('2026-10-01')
  await call('mobility.create', anOutflow(away, { outOn }))
  const ask = async (kind: 'branchMeeting' | 'committeeMeeting', on: string) =>
    (
      await call('meetings.roll', {
        organizationId: branchId,
        groupId: null,
        kinds: [kind],
        on: dateOnly(on),
      })
    ).roll
  const inOffice = async (on: string) => (await ask('committeeMeeting', on)).map(({ name }) => name)
  expect((await inOffice('2026-10-30')).toSorted()).toEqual(['前委员', '王书记'])
  expect((await inOffice('2026-11-10')).toSorted()).toEqual(['新委员', '王书记'])
  const states = (await ask('branchMeeting', '2026-11-10')).map(
    ({ name, state, isFrail }) => `${name} ${state} ${isFrail}`,
  )
  expect(states.toSorted()).toEqual(['在外地 excused false', '王书记 absent false', '老党员 absent true'])
  expect((await ask('branchMeeting', '2026-09-30')).map(({ state }) => state)).not.toContain('excused')
})

it('a 流动党员 is excused up to the day before coming back; a return of a day nobody wrote down excuses nobody', async () => {
  const { call, branchId } = await anOffice()
  const gone = async (name: string, n: number, on: string | null) => {
    const fields = aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', n) })
    const { id } = await call('members.create', { fields })
    const back = on === null ? null : partialDate(on)
    const ending = { status: 'returned', on: back, reason: null } as const
    await call('mobility.create', { ...anOutflow(id, { outOn: partialDate('2026-03') }), ending })
  }
  await gone('回来了', 1, '2026-10-10')
  await gone('某日回来', 3, null)
  await gone('某月回来', 5, '2026-10')
  const excused = async (on: string) => {
    const asked = { organizationId: branchId, groupId: null, kinds: ['branchMeeting' as const] }
    const { roll } = await call('meetings.roll', { ...asked, on: dateOnly(on) })
    return roll.filter(({ state }) => state === 'excused').map(({ name }) => name)
  }
  expect(await excused('2026-02-28')).toEqual([])
  expect(await excused('2026-09-30')).toEqual(['回来了', '某月回来'])
  expect(await excused('2026-10-09')).toEqual(['回来了'])
  expect(await excused('2026-10-10')).toEqual([])
})

it('who was decided on at a meeting or later had no vote there, however far back 转正 is counted', async () => {
  const { call, branchId, file } = await aFileAt('regularApprovedOn')
  const member = file.memberId ?? ''
  const on = dateOnly(String(file.steps.find(({ milestone }) => milestone === 'regularMeetingOn')?.doneOn))
  const ask = async (day: string) => {
    const asked = { organizationId: branchId, groupId: null, kinds: ['branchMeeting' as const] }
    const { roll } = await call('meetings.roll', { ...asked, on: dateOnly(day) })
    return roll.find(({ memberId }) => memberId === member)?.isVoter
  }
  expect([await ask(on), await ask('2026-11-20')]).toEqual([false, true])
})

it('a community’s clerk sees the group of a day as the street does, without the ids of who left', async () => {
  const { as, east, west, clock } = await aStandardOffice()
  const { branchId: organizationId, groupId } = east
  const asked = { organizationId, groupId, kinds: ['groupMeeting' as const], on: clock.today() }
  const before = await as.street.call('meetings.roll', asked)
  clock.set('2026-11-25T02:00:00Z')
  for (const staff of ['street', 'east'] as const) {
    const { user, password } = staffPasswords[staff]
    await as[staff].call('accounts.signIn', { user, password })
  }
  const { id, version } = await as.street.call('members.get', { id: east.groupedId })
  await as.street.call('memberships.move', {
    members: [{ id, version }],
    toId: west.branchId,
    groupId: null,
    how: 'moved',
    on: clock.today(),
    reason: '居住地变动',
    docNo: null,
  })
  const seen = await as.east.call('meetings.roll', asked)
  const gone = before.roll.find(({ memberId }) => memberId === id)
  expect(gone).toBeDefined()
  expect(seen.roll.map(({ name }) => name)).toEqual(before.roll.map(({ name }) => name))
  expect(seen.should).toBe(before.should)
  expect(seen.roll.find(({ name }) => name === gone?.name)?.memberId).toBeNull()
})
