import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { newest, undoNewest } from './activityHarness.ts'
import { importFile } from './importsHarness.ts'
import { add, dayIs, first, second, update } from './membershipsHarness.ts'
import { anIdNo, anOffice, anOrganization } from './samples.ts'
import { spellsOf } from './spells.ts'
import { openCaller, testAdministrator } from './testCore.ts'

describe('groups', () => {
  it('a group is a spell of its own, ended by another group, another branch and by leaving', async () => {
    const office = await anOffice()
    const group = async (name: string) =>
      (
        await office.call('organizations.create', {
          parentId: office.branchId,
          fields: anOrganization({ type: 'XZ', shortName: name }),
        })
      ).id
    const [one, two] = [await group('一组'), await group('二组')]
    const { id } = await add(office, { groupId: one })
    await dayIs(office, '2026-12-01')
    await update(office, id, { groupId: two })
    expect((await spellsOf(office, id)).groups).toEqual(['一组 1995-07-01..2026-12-01', '二组 2026-12-01..'])
    await dayIs(office, '2026-12-05')
    await update(office, id, { organizationId: office.otherBranchId, groupId: null })
    expect((await spellsOf(office, id)).groups).toEqual([
      '一组 1995-07-01..2026-12-01',
      '二组 2026-12-01..2026-12-05',
    ])
  })

  it('nobody is in a group before coming to its branch, whichever way that day is put right; undo knows', async () => {
    const office = await anOffice()
    const { id: groupId } = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '一组' }),
    })
    const { id } = await add(office, { groupId })
    const groups = async () => (await spellsOf(office, id)).groups
    await update(office, id, { enteredOn: partialDate('2010-03') })
    expect(await groups()).toEqual(['一组 2010-03..'])
    await undoNewest(office)
    expect(await groups()).toEqual(['一组 1995-07-01..'])
    const { entries } = await office.call('memberships.ofMember', { id })
    const stay = entries.find(({ kind }) => kind === 'stay')
    if (!stay?.stay) throw new Error('no stay')
    const { isLast: _l, ...fields } = stay.stay
    const fromOn = partialDate('2015-08-01')
    await office.call('memberships.correct', {
      stayId: stay.id,
      ...fields,
      fromOn,
      toOn: null,
      reason: '按档案更正',
    })
    expect(await groups()).toEqual(['一组 2015-08-01..'])
  })

  it('whoever comes back from the trash by undo, without the group that is gone, has left it in time too', async () => {
    const office = await anOffice()
    const { id: groupId } = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '一组' }),
    })
    const { id, version } = await add(office, { groupId })
    await office.call('members.trash', { members: [{ id, version }], reason: '误登' })
    const { seq } = await newest(office)
    await office.call('organizations.dissolve', {
      id: groupId,
      version: 1,
      membersTo: null,
      happenedOn: office.clock.today(),
      docNo: null,
      reason: '调整',
    })
    await office.call('activity.undo', { seq })
    expect((await office.call('members.get', { id })).record.groupId).toBe(null)
    expect((await spellsOf(office, id)).groups).toEqual(['一组 1995-07-01..2026-11-21'])
  })
})

describe('a group that comes back by undo', () => {
  it('is no group of today while its member is counted no more', async () => {
    const office = await anOffice()
    const { id: groupId } = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '一组' }),
    })
    const { id } = await add(office, { groupId })
    await dayIs(office, '2026-12-01')
    await update(office, id, { groupId: null })
    const { seq } = await newest(office)
    await update(office, id, { partyStatus: 'SW', partyStatusOn: partialDate('2026-12-01') })
    await office.call('activity.undo', { seq })
    expect((await office.call('members.get', { id })).record.groupId).toBe(groupId)
    expect((await spellsOf(office, id)).groups).toEqual(['一组 1995-07-01..2026-12-01'])
  })
})

describe('branches that end', () => {
  it.each(['dissolve', 'merge'] as const)(
    '%s: everybody comes to the next branch on that day by ZZ; undo puts all back',
    async (how) => {
      const office = await anOffice()
      const { id } = await add(office)
      const { version } = await office.call('organizations.get', { id: office.branchId })
      const why = {
        id: office.branchId,
        version,
        happenedOn: dateOnly('2026-10-01'),
        docNo: '测街党〔2026〕5号',
        reason: '合并设置',
      }
      if (how === 'dissolve')
        await office.call('organizations.dissolve', { ...why, membersTo: office.otherBranchId })
      else await office.call('organizations.merge', { ...why, intoId: office.otherBranchId })
      expect((await spellsOf(office, id)).stays).toEqual([
        `${first} 1995-07-01..2026-10-01 1/ZZ`,
        `${second} 2026-10-01.. ZZ/`,
      ])
      await undoNewest(office)
      expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01.. 1/`])
    },
  )

  it('whoever was stopped before goes along on paper only: the stay ended in the old branch', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'TZ', partyStatusOn: partialDate('2024-03-01') })
    const { version } = await office.call('organizations.get', { id: office.branchId })
    await office.call('organizations.merge', {
      id: office.branchId,
      version,
      intoId: office.otherBranchId,
      happenedOn: dateOnly('2026-10-01'),
      docNo: null,
      reason: '合并设置',
    })
    expect((await office.call('members.get', { id })).record.organizationId).toBe(office.otherBranchId)
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01..2024-03-01 1/TZ`])
  })

  it('a branch somebody was in is not put into the trash: the history would lose it', async () => {
    const office = await anOffice()
    const { id } = await add(office, { enteredOn: partialDate('2020') })
    await update(office, id, { organizationId: office.otherBranchId })
    const refusal = await office.refusal('organizations.trash', {
      id: office.branchId,
      version: 1,
      reason: '多余',
    })
    expect(refusal).toMatchObject({ code: 'CONFLICT' })
    expect(refusal.messageZh).toContain('1 名党员曾在“东环第一党支部”（“王小明”）')
  })

  it('nor is its creation undone while somebody’s past is in it', async () => {
    const office = await anOffice()
    const { id: branch } = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '临时党支部' }),
    })
    const { seq } = await newest(office)
    const { id } = await add(office, { organizationId: branch, enteredOn: partialDate('2020') })
    await update(office, id, { organizationId: office.branchId })
    expect(await office.refusal('activity.undo', { seq })).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('the trash', () => {
  it('keeps what a person was; purged, nothing is left, and the branch may go', async () => {
    const office = await anOffice()
    const { id } = await add(office, { enteredOn: partialDate('2020') })
    const moved = await update(office, id, { organizationId: office.otherBranchId })
    const stays = (await spellsOf(office, id)).stays
    await office.call('members.trash', { members: [{ id, version: moved.version }], reason: '误登' })
    expect((await spellsOf(office, id)).stays).toEqual(stays)
    await office.call('trash.restore', { items: [{ kind: 'member', id }] })
    expect((await spellsOf(office, id)).stays).toEqual(stays)
    const { version } = await office.call('members.get', { id })
    await office.call('members.trash', { members: [{ id, version }], reason: '误登' })
    await office.call('organizations.trash', { id: office.branchId, version: 1, reason: '多余' })
    const administrator = openCaller(office)
    const { user, password } = testAdministrator
    await administrator.call('accounts.signIn', { user, password })
    const empty = (kind: 'organization' | null) =>
      administrator.call('trash.empty', { kind, olderThanDays: 0, reason: '清理', ownPassword: password })
    expect(await empty('organization')).toMatchObject({
      count: 0,
      keptZh: expect.stringContaining('或有党员曾在那里'),
    })
    expect(await empty(null)).toMatchObject({ count: 2, keptZh: null })
    expect((await spellsOf(office, id)).stays).toEqual([])
  })
})

describe('an import', () => {
  it('that says another branch moves the person on the day it is imported; withdrawn, nobody has moved', async () => {
    const office = await anOffice()
    const { id, record } = await add(office)
    const row = personRow(1, { name: record.name, idNo: anIdNo('1970-05-04', 1), branch: second })
    const { batch } = await importFile(office, 'roster', '名册.xlsx', rosterWorkbook([row]))
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2026-11-21 1/NB`,
      `${second} 2026-11-21.. NB/`,
    ])
    await office.call('imports.withdraw', { batchId: batch ?? '' })
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01.. 1/`])
  })
})
