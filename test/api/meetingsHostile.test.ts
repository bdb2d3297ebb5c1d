import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { activities, newest } from './activityHarness.ts'
import { aFileAt } from './developmentHarness.ts'
import {
  aCount,
  aFollowUp,
  aMeeting,
  anEntry,
  anItem,
  finalOf,
  formOf,
  meetingCodes,
} from './meetingHarness.ts'
import { anAppraisal, aLifeMeeting, aTalk } from './organizationLifeHarness.ts'
import { aMember, anOffice, anOrganization, aStaffedOffice } from './samples.ts'
import { testAdministrator, testUser } from './testCore.ts'

describe('what a record says of itself', () => {
  it('a draft prepared before the meeting is 补录 when it is written long after', async () => {
    const { call, branchId, clock } = await anOffice()
    const fields = aMeeting(branchId, { heldOn: dateOnly('2026-11-24') })
    const { id, version, isLate } = await call('meetings.create', { fields })
    clock.set('2026-12-10T02:00:00Z')
    await call('accounts.signIn', { user: testUser.user, password: testUser.password })
    const final = await call('meetings.finalize', { id, version })
    expect([isLate, final.isLate, final.enteredOn]).toEqual([false, true, '2026-12-10'])
  })

  it('a number given twice is asked after: out of the trash, or written by hand', async () => {
    const office = await anOffice()
    const first = await finalOf(office)
    await office.call('meetings.trash', { id: first.id, version: first.version, reason: '误删' })
    const second = await finalOf(office, { heldOn: dateOnly('2026-11-12') })
    expect(meetingCodes(second)).not.toContain('MEETING_NUMBER')
    await office.call('trash.restore', { items: [{ kind: 'meeting', id: first.id }] })
    expect(meetingCodes(await office.call('meetings.get', { id: first.id }))).toContain('MEETING_NUMBER')
  })

  it('a file of another branch is asked after; a vote a file holds does not change its branch', async () => {
    const office = await aFileAt('formOn')
    const { call, refusal, branchId, otherBranchId, file } = office
    const held = { heldOn: dateOnly('2026-06-20'), items: [aCount(14, { developmentFileId: file.id })] }
    const astray = await call('meetings.create', { fields: aMeeting(otherBranchId, held) })
    expect(meetingCodes(astray)).toContain('MATTER_OTHER_BRANCH')
    const { id, version } = await call('meetings.create', { fields: aMeeting(branchId, held) })
    const final = await call('meetings.finalize', { id, version })
    expect(meetingCodes(final)).not.toContain('MATTER_OTHER_BRANCH')
    const fields = formOf(final, { organizationId: otherBranchId })
    const moved = { id, version: final.version, fields, reason: '选错支部' }
    expect((await refusal('meetings.update', moved)).messageZh).toContain('换党支部')
  })

  it('of an organisation in the trash is out of sight with it', async () => {
    const { call, communityId } = await anOffice()
    const branch = await call('organizations.create', {
      parentId: communityId,
      fields: anOrganization({ shortName: '误建支部' }),
    })
    await call('meetings.create', { fields: aMeeting(branch.id, { followUps: [aFollowUp()] }) })
    await call('organizations.trash', { id: branch.id, version: branch.version, reason: '误建' })
    const page = { organizationId: null, offset: 0, limit: 10 } as const
    const board = await call('meetings.followUps', { ...page, subject: null, state: 'open' })
    expect(board.counts).toEqual({ open: 0, overdue: 0, closed: 0 })
    const any = { from: null, to: null, kinds: [], status: null, check: null, onlyLate: false, text: null }
    expect((await call('meetings.list', { ...page, ...any })).total).toBe(0)
  })
})

it('numbers in names, titles and reasons are shown to nobody who may not reveal, nor found by their digits', async () => {
  const office = await aStaffedOffice()
  const { call, branchId, as } = office
  await call('members.create', { fields: aMember({ organizationId: branchId }) })
  const phone = '13812345678'
  const final = await finalOf(office, {
    title: `题${phone}`,
    shouldReason: `因${phone}`,
    roll: [anEntry(null, `李${phone}`), anEntry(null, '张')],
    followUps: [aFollowUp({ personName: `张${phone}` })],
  })
  const meetingId = final.id
  const life = await call('lifeMeetings.create', {
    fields: aLifeMeeting({ organizationId: branchId, meetingId }),
  })
  const appraisal = await call('appraisals.create', {
    fields: anAppraisal({ organizationId: branchId, meetingId }),
  })
  const fields = aTalk({ organizationId: branchId, talkedName: `某${phone}` })
  await call('talks.save', { id: null, version: null, fields })
  const leader = as('leader')
  const talks = { organizationId: null, year: 2026, relation: null, offset: 0, limit: 10 }
  const board = { organizationId: null, subject: null, state: 'open', offset: 0, limit: 10 } as const
  const seen = JSON.stringify([
    await leader.call('meetings.get', { id: final.id }),
    await leader.call('meetings.followUps', board),
    await leader.call('meetings.attendance', { organizationId: branchId, year: 2026 }),
    await leader.call('lifeMeetings.get', { id: life.id }),
    await leader.call('appraisals.get', { id: appraisal.id }),
    await leader.call('talks.list', { ...talks, text: null }),
  ])
  expect(meetingCodes(final)).toContain('MEETING_SHOULD')
  expect(seen).not.toContain(phone)
  expect((await leader.call('talks.list', { ...talks, text: '1234567' })).total).toBe(0)
  expect((await call('talks.list', { ...talks, text: '1234567' })).total).toBe(1)
})

it('a change of year is not taken back onto another record of that year', async () => {
  const office = await anOffice()
  const { call, refusal, branchId } = office
  const of = (year: number) => ({ fields: aLifeMeeting({ organizationId: branchId, year }) })
  const { id, version } = await call('lifeMeetings.create', of(2025))
  await call('lifeMeetings.update', { id, version, ...of(2024) })
  const { seq } = await newest(office)
  await call('lifeMeetings.create', of(2025))
  expect(await refusal('activity.undo', { seq })).toMatchObject({ code: 'CONFLICT' })
})

it('a follow-up does not come back to a meeting that is gone for good', async () => {
  const office = await aStaffedOffice()
  const { call, refusal, branchId } = office
  const draft = await call('meetings.create', { fields: aMeeting(branchId, { followUps: [aFollowUp()] }) })
  const { id, version } = draft
  const fields = formOf(draft, { followUps: [] })
  const bare = await call('meetings.update', { id, version, fields, reason: null })
  const { seq } = await newest(office)
  await call('meetings.trash', { id, version: bare.version, reason: '录重了' })
  const emptied = { kind: null, olderThanDays: 0, reason: '清理', ownPassword: testAdministrator.password }
  await office.as('systemAdministrator').call('trash.empty', emptied)
  expect((await refusal('activity.undo', { seq })).messageZh).toContain('已彻底删除')
})

describe('a check is of what was read', () => {
  const checked = async (fields: Parameters<typeof finalOf>[1]) => {
    const office = await anOffice()
    const { call } = office
    const { id, ...final } = await finalOf(office)
    const check = async (version: number) => {
      await call('meetings.check', { meetings: [{ id, version }], state: 'passed', words: null })
      return (await call('meetings.get', { id })).version
    }
    const update = async (version: number) => {
      const now = formOf(await call('meetings.get', { id }), fields)
      return (await call('meetings.update', { id, version, fields: now, reason: '更正' })).version
    }
    const undone = async () => {
      const entry = (await activities(office)).find(({ route }) => route === 'meetings.update')
      await call('activity.undo', { seq: entry?.seq ?? 0 })
      return (await call('meetings.get', { id })).check?.state ?? null
    }
    return { version: final.version, check, update, undone }
  }
  const ways = [{ place: '活动室' }, { items: [anItem()] }]

  it.each(ways)('it goes when that is taken back: %j', async (fields) => {
    const { version, check, update, undone } = await checked(fields)
    await check(await update(version))
    expect(await undone()).toBeNull()
  })

  it.each(ways)('it comes back with what it was of: %j', async (fields) => {
    const { version, check, update, undone } = await checked(fields)
    await update(await check(version))
    expect(await undone()).toBe('passed')
  })
})
