import { expect, it } from 'vitest'
import type { PostFields } from '#shared/contract/posts.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aStandardOffice } from './office.ts'
import { aMember, anOrganization } from './samples.ts'
import { type Caller, signedInCore } from './testCore.ts'
import { aPost } from './termsHarness.ts'

async function aCommunity(test: Caller, fields: object = {}) {
  const root = await test.call('organizations.create', {
    parentId: null,
    fields: anOrganization({ type: 'DGW', shortName: '街道党工委', code: '9' }),
  })
  const community = await test.call('organizations.create', {
    parentId: root.id,
    fields: anOrganization({ type: 'SQW', shortName: '东湖社区党委', code: '901', ...fields }),
  })
  const branch = await test.call('organizations.create', {
    parentId: community.id,
    fields: anOrganization({ shortName: '第一党支部', code: '90101' }),
  })
  return { communityId: community.id, branchId: branch.id }
}

async function entered(test: Caller, organizationId: string, ...posts: readonly Partial<PostFields>[]) {
  const { ids } = await test.call('posts.enter', { organizationId, posts: posts.map(aPost), replaces: null })
  return ids
}

const on = (day: string) => dateOnly(day)

const everyReveal = {
  accountId: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  route: 'posts.reveal',
  offset: 0,
  limit: 50,
}

it('tells who was secretary in 2023', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test)
  const [first] = await entered(test, branchId, { personName: '王明', fromOn: partialDate('2020-05') })
  await test.call('posts.enter', {
    organizationId: branchId,
    posts: [aPost({ personName: '李华', fromOn: on('2024-03-01'), howChosen: 'byElection' })],
    replaces: { id: first ?? '', version: 1 },
  })
  const secretaryOn = async (day: string) =>
    (await test.call('posts.of', { organizationId: branchId, asOf: on(day) })).held.map(
      (post) => post.personName,
    )
  expect(await secretaryOn('2023-07-01')).toEqual(['王明'])
  expect(await secretaryOn('2024-02-29')).toEqual(['王明'])
  expect(await secretaryOn('2024-03-01')).toEqual(['李华'])
  expect(await secretaryOn('2020-04-30')).toEqual([])
})

it('takes a member’s name from the roster', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test)
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: branchId, name: '王明' }),
  })
  await entered(test, branchId, { memberId: member.id, personName: '别人' })
  const { posts } = await test.call('posts.ofMember', { memberId: member.id })
  expect(posts.map(({ personName, organizationName }) => [personName, organizationName])).toEqual([
    ['王明', '第一党支部'],
  ])
})

it('gives 兼职委员 no seat, and masks their phones', async () => {
  const test = await signedInCore()
  const { communityId } = await aCommunity(test, { committeeSeats: 1 })
  await entered(
    test,
    communityId,
    { personName: '王明' },
    { personName: '周校长', position: 'JZWY', unitDuty: '实验学校校长', phone: '13712345678' },
  )
  const { held, seated, seats, vacancies } = await test.call('posts.of', {
    organizationId: communityId,
    asOf: test.clock.today(),
  })
  expect({ seats, seated, vacancies }).toEqual({ seats: 1, seated: 1, vacancies: [] })
  expect(held[1]).toMatchObject({ personName: '周校长', isPartTime: true, phone: '137****5678' })
})

it('ORG-53: names the vacancy from the day somebody left', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test)
  const [id] = await entered(test, branchId, { personName: '王明' })
  await test.call('posts.end', { id: id ?? '', version: 1, on: on('2026-09-20'), reason: '工作调动' })
  const { vacancies, findings, all } = await test.call('posts.of', {
    organizationId: branchId,
    asOf: test.clock.today(),
  })
  expect(vacancies).toEqual([{ position: 'SJ', missing: 1, since: '2026-09-20', days: 62 }])
  expect(findings).toMatchObject([{ code: 'ORG-53', severity: 'red' }])
  expect(all[0]).toMatchObject({ toOn: '2026-09-20', leftReason: '工作调动', isHeld: false })
})

it('refuses a post nobody holds, one from tomorrow, and an end before its start', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test)
  const fieldsOf = async (fields: Partial<PostFields>) =>
    (await test.refusal('posts.enter', { organizationId: branchId, posts: [aPost(fields)], replaces: null }))
      .fields
  expect(await fieldsOf({})).toHaveProperty('personName')
  expect(await fieldsOf({ personName: '王明', fromOn: on('2026-11-22') })).toHaveProperty('fromOn')
  const [id] = await entered(test, branchId, { personName: '王明' })
  const end = { id: id ?? '', version: 1, reason: '调动' }
  expect((await test.refusal('posts.end', { ...end, on: on('2022-03-19') })).fields).toHaveProperty('on')
  await test.call('posts.end', { ...end, on: on('2022-03-20') })
})

it('keeps the phone of a 兼职委员 that a form did not touch', async () => {
  const test = await signedInCore()
  const { communityId } = await aCommunity(test)
  const [id] = await entered(test, communityId, {
    personName: '周校长',
    position: 'JZWY',
    phone: '13712345678',
  })
  await test.call('posts.update', { id: id ?? '', version: 1, fields: { unitDuty: '实验学校书记' } })
  const stale = await test.refusal('posts.update', { id: id ?? '', version: 1, fields: { remark: '旧' } })
  expect(stale.code).toBe('STALE_WRITE')
  const { all } = await test.call('posts.of', { organizationId: communityId, asOf: test.clock.today() })
  expect(all[0]).toMatchObject({ unitDuty: '实验学校书记', phone: '137****5678' })
})

it('lists whom to call: the post where there is one, else what the organisation’s page says', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test, { secretaryName: '老书记' })
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: branchId, name: '王明', mobile: '13900001234' }),
  })
  await entered(test, branchId, { memberId: member.id })
  const { rows } = await test.call('posts.contacts', {
    organizationId: null,
    text: null,
    offset: 0,
    limit: 50,
  })
  const secretaries = rows.map(({ organizationName, secretary, isOldSecretary }) => [
    organizationName,
    secretary?.name,
    secretary?.phone,
    isOldSecretary,
  ])
  expect(secretaries).toEqual([
    ['街道党工委', undefined, undefined, false],
    ['东湖社区党委', '老书记', null, true],
    ['第一党支部', '王明', '139****1234', false],
  ])
  const found = await test.call('posts.contacts', {
    organizationId: null,
    text: '王明',
    offset: 0,
    limit: 50,
  })
  expect(found.rows.map(({ organizationName }) => organizationName)).toEqual(['第一党支部'])
})

it('exports phones in the clear to nobody without the right, nor without a purpose', async () => {
  const { as, east } = await aStandardOffice()
  const input = {
    document: 'contacts',
    organizationId: east.communityId,
    asOf: on('2026-11-01'),
    format: 'xlsx',
    unmasked: true,
    purpose: null,
  } as const
  expect((await as.leader.refusal('documents.exportPosts', { ...input, purpose: '核对' })).code).toBe(
    'FORBIDDEN',
  )
  expect((await as.east.refusal('documents.exportPosts', input)).fields).toHaveProperty('purpose')
  const { rows } = await as.east.call('documents.exportPosts', { ...input, purpose: '换届核对' })
  expect(rows).toBeGreaterThan(3)
})

it('goes to the trash when its entry is taken back', async () => {
  const test = await signedInCore()
  const { branchId } = await aCommunity(test)
  await entered(test, branchId, { personName: '王明' })
  const last = await test.call('activity.lastOwn', { kinds: ['post'], recordId: null })
  await test.call('activity.undo', { seq: last?.seq ?? 0 })
  const { all } = await test.call('posts.of', { organizationId: branchId, asOf: test.clock.today() })
  expect(all).toEqual([])
  const { rows } = await test.call('trash.list', { kind: 'post', offset: 0, limit: 10 })
  expect(rows.map(({ name, organizationName }) => [name, organizationName])).toEqual([['王明', '第一党支部']])
})

it('shows a whole number to who may ask for it, and notes whose it was', async () => {
  const office = await aStandardOffice()
  const { as, east } = office
  expect((await as.leader.refusal('posts.reveal', { id: east.postId })).code).toBe('FORBIDDEN')
  expect(await as.east.call('posts.reveal', { id: east.postId })).toEqual({ phone: east.mobile })
  expect((await as.east.call('posts.reveal', { id: east.partTimeId })).phone).toMatch(/^1350000/)
  expect((await as.west.refusal('posts.reveal', { id: east.partTimeId })).code).toBe('NOT_FOUND')
  const { rows } = await as.auditor.call('audit.list', everyReveal)
  expect(rows).toHaveLength(2)
})

it('names nobody secretary of a vacant post, whatever the organisation’s page said once', async () => {
  const test = await signedInCore()
  const { communityId } = await aCommunity(test, { secretaryName: '老书记' })
  const [id] = await entered(test, communityId, { personName: '王明' })
  await test.call('posts.end', { id: id ?? '', version: 1, on: on('2026-11-01'), reason: '调动' })
  const { rows } = await test.call('posts.contacts', {
    organizationId: communityId,
    text: null,
    offset: 0,
    limit: 9,
  })
  expect(rows[0]).toMatchObject({ secretary: null, isOldSecretary: false })
})
