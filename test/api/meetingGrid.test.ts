import { describe, expect, it } from 'vitest'
import { cells, draft, gridOf, held, on } from './meetingComplianceHarness.ts'
import { anOffice, anOrganization, aStaffedOffice } from './samples.ts'
import { aPost } from './termsHarness.ts'

describe('the grid', () => {
  it('missing, near and open by the day; a draft is no record; what goes to the trash is missing again', async () => {
    const office = await anOffice()
    const first = await held(office, '2026-01-05', ['themeDay'])
    await draft(office, '2026-02-05', ['themeDay'])
    const months = async () =>
      (await cells(office, 'themeDay')).filter((_, i) => [0, 1, 9, 10, 11].includes(i))
    expect(await months()).toEqual(['1 done', '2 draft', '10 missing', '11 near', '12 open'])
    expect((await gridOf(office)).rows[0]).toMatchObject({ near: 1, missing: 15 })
    await office.call('meetings.trash', { id: first.id, version: first.version, reason: '录错了' })
    expect((await months())[0]).toBe('1 missing')
    await on(office, '2026-12-20')
    expect(await cells(office, 'branchMeeting')).toEqual(['1 missing', '2 missing', '3 missing', '4 near'])
  })

  it('LIFE-15: sums over all branches whatever the page; only those to call, by kind', async () => {
    const office = await anOffice()
    for (let month = 1; month <= 10; month += 1)
      await held(office, `2026-${String(month).padStart(2, '0')}-06`, ['themeDay'])
    const ask = { organizationId: null, year: 2026, kind: 'themeDay', offset: 0, limit: 1 } as const
    const all = await office.call('meetings.grid', { ...ask, only: null })
    expect(all).toMatchObject({ branches: 2, total: 2, done: 10, owed: 20, toCall: 1, near: 2 })
    expect(all.rows.map(({ organizationName }) => organizationName)).toEqual(['东环第一党支部'])
    const missing = await office.call('meetings.grid', { ...ask, only: 'missing' })
    expect(missing.total).toBe(1)
    expect(missing.rows[0]).toMatchObject({
      organizationName: '东环第二党支部',
      done: 0,
      owed: 10,
      missing: 10,
    })
    expect(all.byKind.find(({ kind }) => kind === 'branchMeeting')).toMatchObject({ owed: 6, toCall: 2 })
  })

  it('of a community’s account holds its own branches alone, and their sums', async () => {
    const office = await aStaffedOffice()
    await office.call('organizations.create', {
      parentId: office.rootId,
      fields: anOrganization({ shortName: '机关党支部' }),
    })
    const ask = { organizationId: null, year: 2026, kind: null, only: null, offset: 0, limit: 50 } as const
    const [all, own] = [
      await office.call('meetings.grid', ask),
      await office.as('communityClerk').call('meetings.grid', ask),
    ]
    expect([all.branches, own.branches]).toEqual([3, 2])
    expect(own.rows.map(({ parentName }) => parentName)).toEqual(['东环社区党委', '东环社区党委'])
  })

  it('names whom to ring, and gives the number on request with a note in the log', async () => {
    const office = await aStaffedOffice()
    const { call, branchId } = office
    await call('posts.enter', {
      organizationId: branchId,
      posts: [aPost({ personName: '王书记', phone: '13900001111' })],
      replaces: null,
    })
    expect((await gridOf(office)).rows[0]?.contactName).toBe('王书记')
    expect(await call('meetings.revealContact', { organizationId: branchId })).toEqual({
      phone: '13900001111',
    })
    const { version } = await call('organizations.get', { id: branchId })
    const fields = { contactName: '赵联络', contactPhone: '010-88886666' }
    await call('organizations.update', { id: branchId, version, fields })
    expect((await gridOf(office)).rows[0]?.contactName).toBe('赵联络')
    expect(await call('meetings.revealContact', { organizationId: branchId })).toEqual({
      phone: '010-88886666',
    })
    const { rows } = await office.as('auditor').call('audit.list', {
      accountId: null,
      kind: 'organization',
      from: null,
      to: null,
      text: null,
      route: 'meetings.revealContact',
      offset: 0,
      limit: 10,
    })
    expect(rows).toHaveLength(2)
  })
})
