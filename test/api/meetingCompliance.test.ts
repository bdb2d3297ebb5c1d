import { describe, expect, it } from 'vitest'
import type { MeetingFields } from '#shared/contract/meetingInputs.ts'
import type { DutyKind } from '#shared/domain/meetings/duties.ts'
import type { MeetingKind } from '#shared/domain/meetings/kinds.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aCount, aMeeting } from './meetingHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, aStaffedOffice, type Office } from './samples.ts'
import { aPost } from './termsHarness.ts'
import { testUser } from './testCore.ts'

const day = dateOnly

async function draft(
  { call, branchId }: Office,
  heldOn: string,
  kinds: readonly MeetingKind[],
  fields: Partial<MeetingFields> = {},
) {
  return call('meetings.create', {
    fields: aMeeting(branchId, { heldOn: day(heldOn), kinds: [...kinds], title: heldOn, ...fields }),
  })
}

async function held(
  office: Office,
  heldOn: string,
  kinds: readonly MeetingKind[],
  fields: Partial<MeetingFields> = {},
) {
  const { id, version } = await draft(office, heldOn, kinds, fields)
  return office.call('meetings.finalize', { id, version })
}

async function gridOf({ call, branchId }: Pick<Office, 'call' | 'branchId'>, year = 2026) {
  return call('meetings.grid', {
    organizationId: branchId,
    year,
    kind: null,
    only: null,
    offset: 0,
    limit: 50,
  })
}

async function cells(office: Office, kind: DutyKind, year = 2026): Promise<readonly string[]> {
  const { rows } = await gridOf(office, year)
  return (rows[0]?.cells ?? []).filter((cell) => cell.kind === kind).map(({ no, state }) => `${no} ${state}`)
}

async function codes({ call, branchId }: Office, year = 2026): Promise<readonly string[]> {
  const { findings } = await call('meetings.compliance', { organizationId: branchId, year })
  return findings.map(({ code, severity, period: { length, no } }) => `${code} ${severity} ${length} ${no}`)
}

/** The next day somebody sits down at it. */
async function on(office: Office, today: string): Promise<void> {
  office.clock.set(`${today}T02:00:00Z`)
  await office.call('accounts.signIn', { user: testUser.user, password: testUser.password })
}

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

describe('findings of a branch and a year', () => {
  it('LIFE-01 to LIFE-07 of a year without a record', async () => {
    const office = await anOffice()
    const { version } = await office.call('organizations.get', { id: office.branchId })
    const fields = { committeeSeats: 3, secretaryName: '王书记' }
    await office.call('organizations.update', { id: office.branchId, version, fields })
    await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
    await on(office, '2027-04-01')
    const found = await codes(office)
    expect(new Set(found.map((code) => code.slice(0, 7)))).toEqual(
      new Set(['LIFE-01', 'LIFE-02', 'LIFE-04', 'LIFE-05', 'LIFE-06', 'LIFE-07']),
    )
    expect(found).toContain('LIFE-01 red quarter 4')
    expect(found).toContain('LIFE-02 yellow month 1')
    expect(found).toContain('LIFE-02 red month 2')
    expect(found).toContain('LIFE-04 red year 1')
    expect(found.filter((code) => code === 'LIFE-06 red year 1')).toHaveLength(2)
  })

  it('LIFE-05 by the fixed day of the plan, LIFE-04 by the secretary’s own 党课, LIFE-06 by the year it is for', async () => {
    const office = await anOffice()
    await office.call('meetingPlans.save', {
      organizationId: office.branchId,
      year: 2026,
      version: null,
      fields: { themeDay: 5, remark: null, items: [] },
    })
    await held(office, '2026-10-12', ['themeDay'])
    await held(office, '2026-09-13', ['themeDay'])
    const lecture = { lectureTopic: '学习党章', lecturerName: '周书记', isSecretaryLecturing: true }
    await held(office, '2026-08-05', ['lecture'], lecture)
    await held(office, '2026-01-20', ['organizationLife', 'appraisal'], { lifeYear: 2025 })
    const found = await codes(office)
    expect(found).toContain('LIFE-05 yellow month 9')
    expect(found).not.toContain('LIFE-05 yellow month 10')
    expect(found).not.toContain('LIFE-04 yellow quarter 3')
    expect((await codes(office, 2025)).filter((code) => code.startsWith('LIFE-06'))).toEqual([])
    expect(await cells(office, 'organizationLife', 2025)).toEqual(['1 done'])
  })

  it('LIFE-09: 组织生活会 and 党员大会 in one need a vote of their own', async () => {
    const office = await anOffice()
    const both = ['branchMeeting', 'organizationLife'] as const
    await held(office, '2026-10-20', both, { lifeYear: 2026 })
    expect(await codes(office)).toContain('LIFE-09 yellow month 10')
    const other = await anOffice()
    await held(other, '2026-10-20', both, { lifeYear: 2026, items: [aCount(15, { matter: 'important' })] })
    expect(await codes(other)).not.toContain('LIFE-09 yellow month 10')
  })

  it('LIFE-07 counts as the list of those without a talk does', async () => {
    const office = await anOffice()
    for (const [n, name] of ['王一', '王二', '王三'].entries())
      await office.call('members.create', {
        fields: aMember({ organizationId: office.branchId, name, idNo: anIdNo('1970-05-04', n * 2 + 1) }),
      })
    await on(office, '2027-01-04')
    const { of, people } = await office.call('talks.without', { organizationId: office.branchId, year: 2026 })
    const { findings } = await office.call('meetings.compliance', {
      organizationId: office.branchId,
      year: 2026,
    })
    expect(findings.find(({ code }) => code === 'LIFE-07')?.message).toBe(
      `2026年有 ${people.length} 人没有谈心谈话记录（共 ${of} 人）`,
    )
  })
})
