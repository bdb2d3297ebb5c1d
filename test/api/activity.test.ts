import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { activities, everything, newest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice, aStaffedOffice } from './samples.ts'
import { openCaller, testUser } from './testCore.ts'

const titles = async (...args: Parameters<typeof activities>) =>
  (await activities(...args)).map(({ title }) => title)

async function withMember() {
  const office = await anOffice()
  const { id } = await office.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  return { office, id }
}

it('lists what was written, newest first, with the records by name', async () => {
  const { office, id } = await withMember()
  const [member, branch] = await activities(office, { limit: 2 })
  expect(member).toMatchObject({
    title: '新增党员',
    route: 'members.create',
    via: 'cli',
    accountName: '测试员',
    changeCount: 1,
    subjects: [{ kind: 'member', id, name: '王小明' }],
    undoes: null,
    undone: null,
    notUndoable: null,
  })
  expect(branch).toMatchObject({
    title: '新建党组织',
    changeCount: 1,
    subjects: [{ kind: 'organization', name: '东环第二党支部' }],
  })
})

it('leaves out signing in, accounts and looking at hidden values', async () => {
  const { office, id } = await withMember()
  await office.call('members.reveal', { id })
  await office.call('accounts.changePassword', { ownPassword: testUser.password, password: 'Fresh-2026' })
  expect(await titles(office)).toEqual(['新增党员', '新建党组织', '新建党组织', '新建党组织', '新建党组织'])
})

it('filters by account, kind, day and part of a name, and counts what it found', async () => {
  const office = await aStaffedOffice()
  const clerk = office.as('communityClerk')
  office.clock.set('2026-11-21T02:05:00Z')
  await clerk.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  const all = await activities(office)
  const { account } = await clerk.call('accounts.status', {})
  expect(await titles(office, { accountId: account?.id ?? '' })).toEqual(['新增党员'])
  expect(await titles(office, { kind: 'member' })).toEqual(['新增党员'])
  expect(await titles(office, { text: '小明' })).toEqual(['新增党员'])
  expect(await titles(office, { text: '第二' })).toEqual(['新建党组织'])
  expect(await titles(office, { text: '%' })).toEqual([])
  const [today, before] = [dateOnly('2026-11-21'), dateOnly('2026-11-20')]
  expect(await activities(office, { from: today, to: today })).toEqual(all)
  expect(await activities(office, { to: before })).toEqual([])
  const page = await office.call('activity.list', {
    ...everything,
    kind: 'organization',
    offset: 1,
    limit: 2,
  })
  expect(page.total).toBe(4)
  expect(page.rows).toEqual(all.slice(2, 4))
  expect(page.accounts.map(({ displayName }) => displayName)).toContain('社区测试员')
})

it('a day of the filter begins and ends at midnight in Shanghai', async () => {
  const office = await anOffice()
  office.clock.set('2026-11-21T15:59:59Z')
  const again = openCaller(office)
  await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  await again.call('members.create', { fields: aMember({ organizationId: office.branchId }) })
  office.clock.set('2026-11-21T16:00:00Z')
  await again.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '李四', idNo: anIdNo('1980-01-01', 3) }),
  })
  const [today, tomorrow] = [dateOnly('2026-11-21'), dateOnly('2026-11-22')]
  const named = async (filter: Parameters<typeof activities>[1]) =>
    (await activities(again, { kind: 'member', ...filter })).map(({ subjects }) => subjects[0]?.name)
  expect(await named({ to: today })).toEqual(['王小明'])
  expect(await named({ from: tomorrow })).toEqual(['李四'])
})

it('an entry’s changes come page by page, each field with its old and new value', async () => {
  const { office, id } = await withMember()
  const other = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '李四', idNo: anIdNo('1980-01-01', 3) }),
  })
  const members = [id, other.id].map((each) => ({ id: each, version: 1 }))
  await office.call('members.applyBulk', { members, change: { field: 'manageClass', value: '2' } })
  const { seq } = await newest(office)
  const second = await office.call('activity.changes', { seq, offset: 1, limit: 1 })
  expect(second.total).toBe(2)
  expect(second.rows).toMatchObject([
    {
      kind: 'member',
      recordId: other.id,
      name: '李四',
      action: 'changed',
      fields: [{ field: 'manageClass', label: '分类管理类别', old: '', new: '离退休', canPutBack: true }],
    },
  ])
  expect(await office.refusal('activity.changes', { seq: 1, offset: 0, limit: 5 })).toMatchObject({
    code: 'NOT_FOUND',
  })
})

it('Ctrl+Z means the newest thing this session did to such records that still stands', async () => {
  const { office, id } = await withMember()
  const member = { kinds: ['member'], recordId: null } as const
  const last = (recordId: string | null = null) =>
    office.call('activity.lastOwn', { kinds: ['member'], recordId })
  await office.call('members.update', { id, version: 1, fields: { education: '11' } })
  await office.call('organizations.update', { id: office.branchId, version: 1, fields: { isWeak: true } })
  const edit = await last()
  expect(edit).toMatchObject({ title: '修改党员信息' })
  await office.call('activity.undo', { seq: edit?.seq ?? 0 })
  expect(await last()).toMatchObject({ title: '新增党员' })
  expect(await last(id)).toMatchObject({ title: '新增党员' })
  expect(await last('somebody else')).toBeNull()
  await office.call('activity.undo', { seq: (await last())?.seq ?? 0 })
  expect(await last()).toBeNull()
  const again = openCaller(office)
  await again.call('accounts.signIn', { user: testUser.user, password: testUser.password })
  expect(await again.call('activity.lastOwn', { ...member, kinds: ['organization'] })).toBeNull()
})
