import { expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aStandardOffice } from './office.ts'
import { aMember, anOrganization } from './samples.ts'
import { type Caller, signedInCore } from './testCore.ts'
import { aPost, aTerm } from './termsHarness.ts'

async function aBranch(test: Caller, fields: object = {}) {
  const root = await test.call('organizations.create', {
    parentId: null,
    fields: anOrganization({ type: 'DGW', shortName: '街道党工委', code: '9' }),
  })
  const branch = await test.call('organizations.create', {
    parentId: root.id,
    fields: anOrganization({ shortName: '第一党支部', code: '901', unitNature: 'SQ', ...fields }),
  })
  return { rootId: root.id, branchId: branch.id }
}

const page = { offset: 0, limit: 100 } as const
const everything = { ...page, state: null, trouble: null, organizationId: null } as const

it('makes the due day from the years of the kind: five in a community', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  const { terms, state, daysLeft } = await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ fromOn: dateOnly('2022-03-20') }),
  })
  expect(terms[0]).toMatchObject({ dueOn: '2027-03-20', isRunning: true })
  expect({ state, daysLeft }).toEqual({ state: 'sixMonths', daysLeft: 119 })
})

it('three years elsewhere', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test, { unitNature: 'JG' })
  const { terms } = await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ fromOn: dateOnly('2024-03-20') }),
  })
  expect(terms[0]?.dueOn).toBe('2027-03-20')
})

it('closes the former term and keeps the organisation’s own columns in step', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ fromOn: dateOnly('2017-03-10') }),
  })
  const { terms } = await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ termNo: 4, fromOn: dateOnly('2022-03-20') }),
  })
  expect(terms.map(({ termNo, endedOn }) => [termNo, endedOn])).toEqual([
    [4, null],
    [3, '2022-03-20'],
  ])
  const { fields } = await test.call('organizations.get', { id: branchId })
  expect([fields.currentTermFrom, fields.currentTermTo]).toEqual(['2022-03-20', '2027-03-20'])
})

it('takes a term of long ago without touching the one that runs', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  await test.call('terms.record', { organizationId: branchId, fields: aTerm() })
  const { terms } = await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ termNo: 2, fromOn: partialDate('2017-03') }),
  })
  expect(terms.map(({ termNo, isRunning, endedOn }) => [termNo, isRunning, endedOn])).toEqual([
    [3, true, null],
    [2, false, '2022-03-20'],
  ])
})

it('follows the organisation’s form: a start years later is a new term, a day put right is not', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test, {
    currentTermFrom: dateOnly('2021-03-20'),
    currentTermTo: dateOnly('2026-03-20'),
  })
  const edit = async (from: string, to: string) => {
    const { version } = await test.call('organizations.get', { id: branchId })
    const fields = { currentTermFrom: dateOnly(from), currentTermTo: dateOnly(to) }
    await test.call('organizations.update', { id: branchId, version, fields })
    return (await test.call('terms.of', { organizationId: branchId })).terms.map(({ fromOn }) => fromOn)
  }
  expect(await edit('2021-03-25', '2026-03-25')).toEqual(['2021-03-25'])
  expect(await edit('2026-04-01', '2031-04-01')).toEqual(['2026-04-01', '2021-03-25'])
})

it('refuses a term of the 党工委, which has none', async () => {
  const test = await signedInCore()
  const { rootId } = await aBranch(test)
  expect((await test.call('terms.of', { organizationId: rootId })).noTermZh).toContain('派出机关')
  const refused = await test.refusal('terms.record', { organizationId: rootId, fields: aTerm() })
  expect(refused.code).toBe('CONFLICT')
})

it('refuses days that contradict each other, beside their fields', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  const fieldsOf = async (fields: Parameters<typeof aTerm>[0]) =>
    (await test.refusal('terms.record', { organizationId: branchId, fields: aTerm(fields) })).fields
  expect(await fieldsOf({ fromOn: dateOnly('2026-11-22') })).toHaveProperty('fromOn')
  expect(await fieldsOf({ dueOn: dateOnly('2022-03-20') })).toHaveProperty('dueOn')
  expect(await fieldsOf({ endedOn: dateOnly('2022-03-19') })).toHaveProperty('endedOn')
})

it('lists the most urgent first, and counts every state', async () => {
  const test = await signedInCore()
  const { rootId, branchId } = await aBranch(test)
  const other = await test.call('organizations.create', {
    parentId: rootId,
    fields: anOrganization({ shortName: '第二党支部', code: '902', unitNature: 'SQ' }),
  })
  await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ fromOn: dateOnly('2023-01-05') }),
  })
  await test.call('terms.record', {
    organizationId: other.id,
    fields: aTerm({ fromOn: dateOnly('2021-11-20') }),
  })
  const { rows, counts } = await test.call('terms.list', everything)
  expect(rows.map(({ organizationName, state }) => [organizationName, state])).toEqual([
    ['第二党支部', 'overdue'],
    ['第一党支部', 'normal'],
  ])
  expect(counts).toMatchObject({ overdue: 1, normal: 1, oneMonth: 0 })
  const only = await test.call('terms.list', { ...everything, state: 'overdue' })
  expect(only.total).toBe(1)
})

it('ORG-13: an approved delay takes the red away, and is taken back with it', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  const { terms } = await test.call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ fromOn: dateOnly('2021-10-20') }),
  })
  const term = { id: terms[0]?.id ?? '', version: terms[0]?.version ?? 0 }
  const extension = {
    extendedTo: dateOnly('2027-06-30'),
    doc: '街党〔2026〕12号',
    approvedOn: null,
    reason: '撤并',
  }
  const after = await test.call('terms.extend', { ...term, ...extension })
  expect(after).toMatchObject({ state: 'extended', effectiveDue: '2027-06-30' })
  expect((await test.refusal('terms.extend', { ...term, ...extension })).code).toBe('STALE_WRITE')
  const last = await test.call('activity.lastOwn', { kinds: ['term'], recordId: null })
  await test.call('activity.undo', { seq: last?.seq ?? 0 })
  expect((await test.call('terms.of', { organizationId: branchId })).state).toBe('overdue')
})

it('lets the former term run again when the new one was a slip, and renews it from the trash', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  const record = (from: string) =>
    test.call('terms.record', { organizationId: branchId, fields: aTerm({ fromOn: dateOnly(from) }) })
  await record('2017-03-10')
  const { terms } = await record('2022-03-20')
  const slip = { id: terms[0]?.id ?? '', version: terms[0]?.version ?? 0 }
  await test.call('terms.trash', { ...slip, reason: '录错了' })
  const left = await test.call('terms.of', { organizationId: branchId })
  expect(left.terms.map(({ fromOn, isRunning }) => [fromOn, isRunning])).toEqual([['2017-03-10', true]])
  await test.call('trash.restore', { items: [{ kind: 'term', id: slip.id }] })
  const { fields } = await test.call('organizations.get', { id: branchId })
  expect(fields.currentTermFrom).toBe('2022-03-20')
})

it('keeps a term that posts stand in', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  const { terms } = await test.call('terms.record', { organizationId: branchId, fields: aTerm() })
  const termId = terms[0]?.id ?? ''
  const post = aPost({ personName: '王明', termId })
  await test.call('posts.enter', { organizationId: branchId, posts: [post], replaces: null })
  const refused = await test.refusal('terms.trash', { id: termId, version: 1, reason: '录错了' })
  expect(refused.messageZh).toContain('1 条任职记录')
})

it('takes terms and posts to the trash with their organisation, and back with it', async () => {
  const test = await signedInCore()
  const { branchId } = await aBranch(test)
  await test.call('terms.record', { organizationId: branchId, fields: aTerm() })
  const posts = [aPost({ personName: '王明' })]
  await test.call('posts.enter', { organizationId: branchId, posts, replaces: null })
  const { version } = await test.call('organizations.get', { id: branchId })
  await test.call('organizations.trash', { id: branchId, version, reason: '录错了' })
  expect((await test.call('terms.list', everything)).total).toBe(0)
  await test.call('trash.restore', { items: [{ kind: 'organization', id: branchId }] })
  expect((await test.call('terms.of', { organizationId: branchId })).terms).toHaveLength(1)
  expect(
    (await test.call('posts.of', { organizationId: branchId, asOf: test.clock.today() })).held,
  ).toHaveLength(1)
})

it('shows a community’s clerk the terms of its own organisations only', async () => {
  const office = await aStandardOffice()
  const { rows } = await office.as.east.call('terms.list', everything)
  expect(new Set(rows.map(({ organizationName }) => organizationName.slice(0, 2)))).toEqual(new Set(['东环']))
  const refused = await office.as.east.refusal('terms.of', { organizationId: office.west.branchId })
  expect(refused.code).toBe('NOT_FOUND')
})

it('is not taken along when a member leaves: the branch is told', async () => {
  const test = await signedInCore()
  const { rootId, branchId } = await aBranch(test)
  const other = await test.call('organizations.create', {
    parentId: rootId,
    fields: anOrganization({ shortName: '第二党支部', code: '902' }),
  })
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: branchId, name: '王明' }),
  })
  const posts = [aPost({ memberId: member.id })]
  await test.call('posts.enter', { organizationId: branchId, posts, replaces: null })
  await test.call('members.update', {
    id: member.id,
    version: member.version,
    fields: { organizationId: other.id, groupId: null },
  })
  const { held, findings } = await test.call('posts.of', {
    organizationId: branchId,
    asOf: test.clock.today(),
  })
  expect(held.map(({ personName }) => personName)).toEqual(['王明'])
  expect(findings.map(({ code }) => code)).toContain('POST_LEFT')
  expect((await test.call('terms.list', { ...everything, trouble: 'POST_LEFT' })).total).toBe(1)
})
