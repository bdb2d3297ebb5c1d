import { expect, it } from 'vitest'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMeeting, finalOf } from './meetingHarness.ts'
import { anAppraisal, aLifeMeeting, aTalk } from './organizationLifeHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, type Office } from './samples.ts'
import { openTestCore, testUser } from './testCore.ts'
import { rawLedger } from './rawLedger.ts'
import { aPost } from './termsHarness.ts'

const aBranchWith = async ({ call, communityId }: Office, fields: Partial<OrganizationFields>) =>
  (
    await call('organizations.create', {
      parentId: communityId,
      fields: anOrganization({ shortName: '新支部', ...fields }),
    })
  ).id

const owedBy = async ({ call }: Office, organizationId: string, year = 2026) => {
  const page = { kind: null, only: null, offset: 0, limit: 10 } as const
  const { rows } = await call('meetings.grid', { organizationId, year, ...page })
  return new Set(rows.flatMap(({ cells }) => cells.map(({ kind }) => kind)))
}

it('a 支委会 is owed by two seats and more, not by one, nor by a 兼职委员', async () => {
  const office = await anOffice()
  const of = async (committeeSeats: number) =>
    owedBy(office, await aBranchWith(office, { shortName: `设${committeeSeats}名`, committeeSeats }))
  expect([(await of(1)).has('committeeMeeting'), (await of(3)).has('committeeMeeting')]).toEqual([
    false,
    true,
  ])
  const posts = [
    aPost({ personName: '兼职的', position: 'ZZ', isPartTime: true, fromOn: partialDate('2020') }),
  ]
  await office.call('posts.enter', { organizationId: office.branchId, posts, replaces: null })
  expect((await owedBy(office, office.branchId)).has('committeeMeeting')).toBe(false)
})

it('a branch or 党小组 that is only planned owes nothing and is no row of the grid', async () => {
  const office = await anOffice()
  const planned = await aBranchWith(office, { shortName: '筹建中', committeeSeats: 3 })
  const group = anOrganization({ shortName: '第一党小组', type: 'XZ' })
  const { id } = await office.call('organizations.create', { parentId: office.branchId, fields: group })
  const kindsOf = async (of: Office) => [
    (await owedBy(of, planned)).size,
    (await owedBy(of, office.branchId)).has('groupMeeting'),
  ]
  expect(await kindsOf(office)).toEqual([6, true])
  // No route makes a planned one yet.
  const raw = await rawLedger(office)
  raw.prepare(`update organizations set status = 'planned' where id in (?, ?)`).run(planned, id)
  raw.close()
  const again = openTestCore(office.dataDir)
  await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  expect(await kindsOf({ ...office, ...again })).toEqual([0, false])
})

it('a 临时党支部 owes its 党课 and no 组织生活会', async () => {
  const office = await anOffice()
  const owed = await owedBy(office, await aBranchWith(office, { branchKind: 'LS' }))
  expect([owed.has('lecture'), owed.has('organizationLife'), owed.has('appraisal')]).toEqual([
    true,
    false,
    false,
  ])
})

it('LIFE-04 asks for the secretary of the year, not of today', async () => {
  const office = await anOffice()
  const { call, branchId: organizationId } = office
  const posts = [aPost({ personName: '王书记', fromOn: partialDate('2026-03-01') })]
  await call('posts.enter', { organizationId, posts, replaces: null })
  const { findings } = await call('meetings.compliance', { organizationId, year: 2025 })
  expect(findings.filter(({ code, severity }) => code === 'LIFE-04' && severity === 'red')).toEqual([])
})

it('补录 in the list begins on the fourth day, as on the page', async () => {
  const office = await anOffice()
  for (const day of ['2026-11-18', '2026-11-17']) await finalOf(office, { heldOn: dateOnly(day) })
  const any = { organizationId: null, from: null, to: null, kinds: [], status: null, check: null, text: null }
  const { rows } = await office.call('meetings.list', { ...any, onlyLate: true, offset: 0, limit: 10 })
  expect(rows.map(({ heldOn, isLate }) => [heldOn, isLate])).toEqual([['2026-11-17', true]])
})

it('a 民主评议 is of members on the day of its meeting; a meeting of another branch is none of it', async () => {
  const { call, refusal, branchId, otherBranchId } = await anOffice()
  const add = (n: number, fields: object) =>
    call('members.create', {
      fields: aMember({ organizationId: branchId, idNo: anIdNo('1970-05-04', n), ...fields }),
    })
  await add(1, { name: '老' })
  await add(3, { name: '新', joinedOn: partialDate('2026-01-15'), regularOn: null, personType: '2' })
  const at = (organizationId: string) =>
    call('meetings.create', { fields: aMeeting(organizationId, { heldOn: dateOnly('2026-02-10') }) })
  const [own, other] = [await at(branchId), await at(otherBranchId)]
  const fields = anAppraisal({ organizationId: branchId, heldOn: null })
  const { members } = await call('appraisals.create', { fields: { ...fields, meetingId: own.id } })
  expect(members).toBe(2)
  const astray = { organizationId: branchId, year: 2024, meetingId: other.id }
  for (const refused of [
    await refusal('appraisals.create', { fields: anAppraisal(astray) }),
    await refusal('lifeMeetings.create', { fields: aLifeMeeting(astray) }),
  ])
    expect(refused.fields).toHaveProperty('meetingId')
})

it('a talk takes two; one known by name alone is of nobody else of that name with a record', async () => {
  const { call, refusal, branchId } = await anOffice()
  const { id } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
  const talk = aTalk({ organizationId: branchId, talkedId: id })
  const self = { id: null, version: null, fields: { ...talk, talkerId: id } }
  expect((await refusal('talks.save', self)).fields).toHaveProperty('talkedName')
  const twin = { name: '王小明', idNo: anIdNo('1980-05-04', 1) }
  await call('members.create', { fields: aMember({ organizationId: branchId, ...twin }) })
  await call('talks.save', { id: null, version: null, fields: talk })
  const { people } = await call('talks.without', { organizationId: branchId, year: 2026 })
  expect(people.map(({ name }) => name)).toEqual(['王小明'])
})
