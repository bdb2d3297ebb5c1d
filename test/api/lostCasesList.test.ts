import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aLostMember } from './lostHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'

const list = { organizationId: null, stage: null, text: null, offset: 0, limit: 50 } as const

describe('the list', () => {
  it('counts every stage, whichever is shown, and puts first what is due first', async () => {
    const office = await aLostMember()
    const second = await office.call('members.create', {
      fields: aMember({ organizationId: office.otherBranchId, name: '李红', idNo: anIdNo('1970-05-04', 2) }),
    })
    await office.call('lost.open', { memberId: second.id, since: '2025-03', remark: null })
    const all = await office.call('lost.list', list)
    expect(all.rows.map(({ memberName }) => memberName)).toEqual(['李红', '王小明'])
    const one = await office.call('lost.list', { ...list, stage: 'searching', text: '李' })
    expect(one).toMatchObject({ rows: [], total: 0, stages: { searching: 0, sixMonths: 1 } })
  })

  it('names whom the roster marks as lost without a case, until one is opened', async () => {
    const office = await anOffice()
    const { id } = await office.call('members.create', {
      fields: aMember({ organizationId: office.branchId, isLost: true, lostSince: partialDate('2026-02') }),
    })
    const ask = () => office.call('lost.unregistered', { organizationId: null, limit: 10 })
    expect(await ask()).toMatchObject({ total: 1, rows: [{ memberId: id, lostSince: '2026-02' }] })
    await office.call('lost.open', { memberId: id, since: '2026-02', remark: null })
    expect(await ask()).toMatchObject({ total: 0, rows: [] })
  })

  it('takes over at the right step who is 停止党籍 already', async () => {
    const office = await anOffice()
    const { id } = await office.call('members.create', {
      fields: aMember({
        organizationId: office.branchId,
        partyStatus: 'TZ',
        partyStatusKind: 'TZ-SL',
        partyStatusOn: partialDate('2024-05'),
      }),
    })
    const opened = await office.call('lost.open', { memberId: id, since: null, remark: null })
    expect(opened).toMatchObject({ status: 'stopped', stage: 'twoYears', twoYearsOn: '2026-05-31' })
  })
})

it('the ledger leaves as a file, logged before it can be had, with numbers in texts masked', async () => {
  const office = await aLostMember()
  const { id, version } = office.opened
  const remark = '家属电话 13812345678'
  await office.call('lost.update', { id, version, since: '2025-11-01', remark })
  const exported = await office.call('documents.exportLostCases', {
    organizationId: office.communityId,
    stage: 'sixMonths',
    format: 'xlsx',
  })
  expect(exported).toMatchObject({ rows: 1, missing: [] })
  expect(exported.file.name).toContain('失联党员处置台账')
  const strings = unzipSync(office.shelf.read(exported.file.handle).bytes)['xl/sharedStrings.xml']
  expect(strFromU8(strings ?? new Uint8Array())).not.toContain('13812345678')
  const { rows } = await office.call('activity.list', {
    accountId: null,
    kind: null,
    from: null,
    to: null,
    text: null,
    offset: 0,
    limit: 1,
  })
  expect(rows[0]?.title).toBe('导出失联党员处置台账')
})
