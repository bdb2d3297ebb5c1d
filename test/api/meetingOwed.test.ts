import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { cells, gridOf, held } from './meetingComplianceHarness.ts'
import { anOffice, anOrganization } from './samples.ts'
import { aPost } from './termsHarness.ts'

describe('what a branch owes', () => {
  it('without 支委会 and 党小组 neither, and says why', async () => {
    const office = await anOffice()
    const { rows } = await gridOf(office)
    expect(new Set(rows[0]?.cells.map(({ kind }) => kind))).toEqual(
      new Set(['branchMeeting', 'lecture', 'themeDay', 'organizationLife', 'appraisal']),
    )
    const { notOwed, evident } = await office.call('meetings.compliance', {
      organizationId: office.branchId,
      year: 2026,
    })
    expect(notOwed.map(({ kind, because }) => `${kind} ${because.slice(0, 6)}`)).toEqual([
      'committeeMeeting 没有设支委会',
      'groupMeeting 没有党小组',
    ])
    expect(evident).toEqual([])
  })

  it('a 支委会 from the first whole month with 委员 in office', async () => {
    const office = await anOffice()
    const posts = [
      aPost({ personName: '王书记', fromOn: partialDate('2020-01-01') }),
      aPost({ personName: '李委员', position: 'ZZ', fromOn: partialDate('2026-03-10') }),
    ]
    const enter = (...entered: readonly ReturnType<typeof aPost>[]) =>
      office.call('posts.enter', { organizationId: office.branchId, posts: [...entered], replaces: null })
    const { ids } = await enter(...posts)
    expect((await cells(office, 'committeeMeeting'))[0]).toBe('4 missing')
    const gone = { version: 1, on: partialDate('2026-05-10'), reason: '调动' }
    await office.call('posts.end', { id: ids[1] ?? '', ...gone })
    expect(await cells(office, 'committeeMeeting')).toEqual(['4 missing'])
    // Somebody follows on the day itself: there was a 支委会 all along.
    await enter(aPost({ personName: '陈委员', position: 'XC', fromOn: partialDate('2026-05-10') }))
    expect((await cells(office, 'committeeMeeting')).slice(0, 2)).toEqual(['4 missing', '5 missing'])
  })

  it('a 支委会 and 党小组会 where such meetings are on record, and says that it goes by them', async () => {
    const office = await anOffice()
    await held(office, '2026-02-10', ['committeeMeeting'])
    await held(office, '2026-03-10', ['groupMeeting'])
    expect((await cells(office, 'committeeMeeting')).slice(0, 2)).toEqual(['1 missing', '2 done'])
    expect((await cells(office, 'groupMeeting')).slice(1, 3)).toEqual(['2 missing', '3 done'])
    const { notOwed, evident } = await office.call('meetings.compliance', {
      organizationId: office.branchId,
      year: 2026,
    })
    expect([notOwed, evident.map(({ kind }) => kind)]).toEqual([[], ['committeeMeeting', 'groupMeeting']])
  })

  it('a 党小组会 by its records where the only group ended before the year', async () => {
    const office = await anOffice()
    const { id, version } = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '老党小组', foundedOn: partialDate('2020-01-01') }),
    })
    const ended = { happenedOn: dateOnly('2025-12-31'), docNo: null, reason: '合并到支部' }
    await office.call('organizations.dissolve', { id, version, ...ended, membersTo: null })
    await held(office, '2026-03-10', ['groupMeeting'])
    expect((await cells(office, 'groupMeeting')).slice(1, 3)).toEqual(['2 missing', '3 done'])
  })

  it('LIFE-03: each group its own; one of nobody wrote down which answers for all', async () => {
    const office = await anOffice()
    const group = async (shortName: string) =>
      (
        await office.call('organizations.create', {
          parentId: office.branchId,
          fields: anOrganization({ type: 'XZ', shortName }),
        })
      ).id
    const [first] = [await group('第一党小组'), await group('第二党小组')]
    await held(office, '2026-01-20', ['groupMeeting'], { groupId: first })
    await held(office, '2026-02-20', ['groupMeeting'])
    const { rows } = await gridOf(office)
    expect(rows[0]?.cells.filter(({ kind }) => kind === 'groupMeeting').slice(0, 3)).toMatchObject([
      { no: 1, state: 'missing', groups: { done: 1, owed: 2 } },
      { no: 2, state: 'done', groups: { done: 2, owed: 2 } },
      { no: 3, state: 'missing', groups: { done: 0, owed: 2 } },
    ])
    const { findings } = await office.call('meetings.compliance', {
      organizationId: office.branchId,
      year: 2026,
    })
    const words = findings.filter(({ code }) => code === 'LIFE-03').map(({ message }) => message)
    expect(words.slice(0, 3).toSorted()).toEqual([
      '2026年1月“第二党小组”没有党小组会记录',
      '2026年3月“第一党小组”没有党小组会记录',
      '2026年3月“第二党小组”没有党小组会记录',
    ])
  })

  it('nothing before it was founded: a month alone is its last day', async () => {
    const office = await anOffice()
    const founded = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '新党支部', foundedOn: partialDate('2026-08') }),
    })
    const mine = { ...office, branchId: founded.id }
    expect((await cells(mine, 'themeDay'))[0]).toBe('9 missing')
    expect(await cells(mine, 'organizationLife')).toEqual([])
  })
})
