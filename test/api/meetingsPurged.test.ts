import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aFollowUp, aMeeting, anEntry, formOf } from './meetingHarness.ts'
import { addOrganizationLife } from './organizationLifeHarness.ts'
import { aMember, anIdNo, aStaffedOffice } from './samples.ts'
import { testAdministrator } from './testCore.ts'

it('who is trashed and purged stays in the final records as signed, by name; nothing leads to a page that is gone', async () => {
  const office = await aStaffedOffice()
  const { call, branchId: organizationId } = office
  const add = (name: string, n: number) =>
    call('members.create', { fields: aMember({ organizationId, name, idNo: anIdNo('1970-05-04', n) }) })
  const gone = await add('王去', 1)
  const stays = await add('李留', 3)
  const draft = await call('meetings.create', {
    fields: aMeeting(organizationId, {
      kinds: ['themeDay'],
      hostId: gone.id,
      hostName: '王去',
      roll: [anEntry(gone.id, '王去', { state: 'excused', reason: 'ill' }), anEntry(stays.id, '李留')],
      followUps: [aFollowUp({ memberId: gone.id, personName: '王去' })],
    }),
  })
  const { id, fields } = await call('meetings.finalize', { id: draft.id, version: draft.version })
  const life = await addOrganizationLife(office, {
    stem: '东环',
    branchId: organizationId,
    memberId: gone.id,
  })
  const attendance = async () =>
    (await call('meetings.attendance', { organizationId, year: 2026 })).rows.map((row) => [
      row.name,
      row.memberId,
    ])
  const { version } = await call('members.get', { id: gone.id })
  await call('members.trash', { members: [{ id: gone.id, version }], reason: '重复录入' })
  const asSigned = [
    ['李留', stays.id],
    ['王去', null],
  ]
  expect(await attendance()).toEqual(asSigned)
  await office.as('systemAdministrator').call('trash.empty', {
    kind: 'member',
    olderThanDays: 0,
    reason: '年度清理',
    ownPassword: testAdministrator.password,
  })

  const seen = await call('meetings.get', { id })
  expect(seen.fields).toEqual(fields)
  expect(seen.followUps).toMatchObject([{ personName: '王去' }])
  expect(await attendance()).toEqual(asSigned)
  const { fields: appraised } = await call('appraisals.get', { id: life.appraisalId })
  expect(appraised.people).toMatchObject([{ memberId: null, name: '东环甲', grade: 'qualified' }])
  const { fields: said } = await call('lifeMeetings.get', { id: life.lifeMeetingId })
  expect(said.problems).toMatchObject([{ personName: '东环甲' }])
  const changed = await call('meetings.update', {
    id,
    version: seen.version,
    fields: formOf(seen, { remark: '补记', heldOn: dateOnly('2026-11-11') }),
    reason: '日期登错',
  })
  expect(changed.fields.roll).toEqual(fields.roll)
  expect(await call('system.verify', {})).toMatchObject({ foreignKeys: 0, audit: { ok: true } })
})
