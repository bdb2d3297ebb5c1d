import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { aJpeg } from './developmentRegistersHarness.ts'
import { readTables } from './ledgerCopy.ts'
import { aFollowUp, aMeeting, anItem, finalOf, formOf, meetingCodes } from './meetingHarness.ts'
import { anOffice } from './samples.ts'
import { openCaller, testAdministrator } from './testCore.ts'

describe('落实事项', () => {
  it('stay on the board until closed, which raises the version of their meeting; not those of one in the trash', async () => {
    const office = await anOffice()
    const { call, refusal } = office
    const final = await finalOf(office, { followUps: [aFollowUp()] })
    const board = (state: 'open' | 'overdue' | 'closed') =>
      call('meetings.followUps', { organizationId: null, subject: null, state, offset: 0, limit: 10 })
    expect(await board('overdue')).toMatchObject({ rows: [{ what: '更新党务公开栏', isOverdue: true }] })
    const id = final.followUps[0]?.id ?? ''
    const tomorrow = { id, version: final.version, closedOn: dateOnly('2026-11-22'), result: null }
    expect((await refusal('meetings.closeFollowUp', tomorrow)).fields).toHaveProperty('closedOn')
    const closed = { id, closedOn: dateOnly('2026-11-18'), result: '已更新' }
    await call('meetings.closeFollowUp', { ...closed, version: final.version })
    expect((await board('closed')).rows).toMatchObject([{ id, result: '已更新' }])
    const { version } = await call('meetings.get', { id: final.id })
    expect(version).toBe(final.version + 1)
    await call('meetings.trash', { id: final.id, version, reason: '录重了' })
    expect((await board('closed')).counts).toEqual({ open: 0, overdue: 0, closed: 0 })
    const administrator = openCaller(office)
    const { user, password: ownPassword } = testAdministrator
    await administrator.call('accounts.signIn', { user, password: ownPassword })
    const wanted = { kind: null, olderThanDays: 0, reason: '年度清理', ownPassword }
    await administrator.call('trash.empty', wanted)
    const { follow_ups: left, meetings } = await readTables(office.dataDir)
    expect([left, meetings]).toEqual([[], []])
  })

  it('go and come back with a meeting that is undone and restored', async () => {
    const office = await anOffice()
    const { id } = await office.call('meetings.create', {
      fields: aMeeting(office.branchId, { items: [anItem()], followUps: [aFollowUp()] }),
    })
    await undoNewest(office)
    await office.call('trash.restore', { items: [{ kind: 'meeting', id }] })
    const back = await office.call('meetings.get', { id })
    expect([back.items.length, back.followUps.length, back.deletedAt]).toEqual([1, 1, null])
  })
})

describe('the history of a meeting', () => {
  it('shows what was done to its items and follow-ups, those that are gone too, and why', async () => {
    const office = await anOffice()
    const final = await finalOf(office, { items: [anItem({ title: '甲议题' })], followUps: [aFollowUp()] })
    const { id, version } = final
    const fields = formOf(final, { items: [], followUps: [] })
    await office.call('meetings.update', { id, version, fields, reason: '误记' })
    const history = await office.call('activity.history', { kind: 'meeting', id })
    const told = history.entries.flatMap((entry) =>
      entry.fields.flatMap((field) => [field.label, field.old, field.new]),
    )
    expect(told.join(' ')).toMatch(/甲议题.*误记|误记.*甲议题/)
    expect(told.join(' ')).toContain('更新党务公开栏')
  })
})

describe('papers beside a meeting', () => {
  it('a 签到表 added long after is told; a paper of 发展党员 is none of a meeting’s', async () => {
    const office = await anOffice()
    const { id } = await finalOf(office, { heldOn: dateOnly('2026-11-10') })
    const scan = (slot: string) => ({
      subject: 'meeting' as const,
      subjectId: id,
      slot,
      handle: office.shelf.put({ name: '签到表.jpg', bytes: aJpeg }),
    })
    expect((await office.refusal('attachments.add', scan('M1'))).messageZh).toContain('哪一份材料')
    await office.call('attachments.add', scan('photo'))
    expect(meetingCodes(await office.call('meetings.get', { id }))).not.toContain('SIGN_IN_LATE')
    await office.call('attachments.add', scan('signIn'))
    expect(meetingCodes(await office.call('meetings.get', { id }))).toContain('SIGN_IN_LATE')
  })
})
