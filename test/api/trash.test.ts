import { describe, expect, it } from 'vitest'
import type { TrashKind, TrashRow } from '#shared/contract/trash.ts'
import { personRow, rosterWorkbook } from '../unit/imports/workbooks.ts'
import { importFile } from './importsHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization, aStaffedOffice, type Office } from './samples.ts'
import type { Caller } from './testCore.ts'

async function list(caller: Caller, kind: TrashKind | null = null): Promise<readonly TrashRow[]> {
  const { rows, total } = await caller.call('trash.list', { kind, offset: 0, limit: 200 })
  expect(total).toBe(rows.length)
  return rows
}

/** Adds a member and puts it into the trash; its id. */
async function trashedMember(office: Office, name: string, order: number, branchId = office.branchId) {
  const { id, version } = await office.call('members.create', {
    fields: aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', order) }),
  })
  await office.call('members.trash', { members: [{ id, version }], reason: '重复录入' })
  return id
}

/** A third branch of the community with one group below it, in the trash together. */
async function trashedBranch(office: Office) {
  const branch = await office.call('organizations.create', {
    parentId: office.communityId,
    fields: anOrganization({ shortName: '东环第三党支部', code: '001003' }),
  })
  const group = await office.call('organizations.create', {
    parentId: branch.id,
    fields: anOrganization({ shortName: '第一党小组', type: 'XZ' }),
  })
  const { version } = await office.call('organizations.get', { id: branch.id })
  await office.call('organizations.trash', { id: branch.id, version, reason: '录错了' })
  return { branchId: branch.id, groupId: group.id }
}

async function treeNames(caller: Caller): Promise<readonly string[]> {
  const { nodes } = await caller.call('organizations.tree', { includeEnded: true })
  return nodes.map(({ shortName }) => shortName)
}

/** An import of two people into a branch it makes, withdrawn again. */
async function withdrawnImport(office: Office): Promise<void> {
  const people = [1, 2].map((n) =>
    personRow(n, {
      idNo: anIdNo('1980-06-05', n),
      name: `李四${n}`,
      birthDate: '1980-06-05',
      branch: '新建的党支部',
    }),
  )
  const { batch } = await importFile(office, 'roster', '名册.xlsx', rosterWorkbook(people))
  await office.call('imports.withdraw', { batchId: batch ?? '' })
}

describe('the list', () => {
  it('shows every kind, newest first, with who deleted it, why, and where it stood', async () => {
    const office = await anOffice()
    const memberId = await trashedMember(office, '王小明', 1)
    office.clock.set('2026-11-21T02:05:00Z')
    const { branchId, groupId } = await trashedBranch(office)
    expect(await list(office)).toMatchObject([
      { kind: 'organization', deletedAt: '2026-11-21T02:05:00.000Z' },
      { kind: 'organization' },
      { kind: 'member' },
    ])
    expect(await list(office, 'member')).toEqual([
      {
        kind: 'member',
        id: memberId,
        version: 2,
        name: '王小明',
        note: expect.stringMatching(/^110105\*{8}\d{4}$/),
        organizationName: '东环第一党支部',
        deletedAt: '2026-11-21T02:00:00.000Z',
        deletedBy: '测试员',
        deletedReason: '重复录入',
        hanging: 0,
      },
    ])
    const organizations = await list(office, 'organization')
    expect(organizations.find(({ id }) => id === branchId)).toMatchObject({
      note: '党支部',
      organizationName: '东环社区党委',
      deletedReason: '录错了',
      hanging: 1,
    })
    expect(organizations.find(({ id }) => id === groupId)).toMatchObject({ note: '党小组', hanging: 0 })
  })

  it('is paged', async () => {
    const office = await anOffice()
    for (const n of [1, 3, 5]) await trashedMember(office, `王${n}`, n)
    const page = await office.call('trash.list', { kind: null, offset: 1, limit: 1 })
    expect(page).toMatchObject({ total: 3, rows: [{ kind: 'member' }] })
  })

  it('shows an account of a community nothing of another, and gives it nothing back', async () => {
    const office = await aStaffedOffice()
    const west = await office.call('organizations.create', {
      parentId: office.rootId,
      fields: anOrganization({ shortName: '西环社区党委', type: 'SQW' }),
    })
    const { id: westBranch } = await office.call('organizations.create', {
      parentId: west.id,
      fields: anOrganization({ shortName: '西环第一党支部' }),
    })
    const own = await trashedMember(office, '王小明', 1)
    const other = await trashedMember(office, '李小红', 3, westBranch)
    const community = office.as('communityClerk')
    expect((await list(community)).map(({ id }) => id)).toEqual([own])
    const items = [
      { kind: 'member' as const, id: own },
      { kind: 'member' as const, id: other },
    ]
    expect(await community.refusal('trash.restore', { items })).toMatchObject({ code: 'NOT_FOUND' })
    expect(await list(office)).toHaveLength(2)
    expect(await community.call('trash.restore', { items: items.slice(0, 1) })).toEqual({ count: 1 })
  })
})

describe('what is restored', () => {
  it('a member stands where it stood', async () => {
    const office = await anOffice()
    const id = await trashedMember(office, '王小明', 1)
    expect(await office.call('trash.restore', { items: [{ kind: 'member', id }] })).toEqual({ count: 1 })
    expect(await list(office)).toEqual([])
    expect(await office.call('members.get', { id })).toMatchObject({
      organizationName: '东环第一党支部',
      deletedAt: null,
      version: 3,
    })
  })

  it('an organisation comes back with what went with it', async () => {
    const office = await anOffice()
    const { branchId } = await trashedBranch(office)
    expect(await treeNames(office)).not.toContain('第一党小组')
    expect(await office.call('trash.restore', { items: [{ kind: 'organization', id: branchId }] })).toEqual({
      count: 2,
    })
    expect(await treeNames(office)).toEqual([
      '测试街道党工委',
      '东环社区党委',
      '东环第一党支部',
      '东环第二党支部',
      '东环第三党支部',
      '第一党小组',
    ])
  })

  it('a branch of a withdrawn import comes back with its people', async () => {
    const office = await anOffice()
    await withdrawnImport(office)
    const branch = (await list(office, 'organization')).find(({ name }) => name === '新建的党支部')
    expect(branch?.hanging).toBe(2)
    const items = [{ kind: 'organization' as const, id: branch?.id ?? '' }]
    expect(await office.call('trash.restore', { items })).toEqual({ count: 3 })
    const found = await office.call('members.search', { text: '李四', limit: 10 })
    expect(found.hits.map(({ organizationName }) => organizationName)).toEqual([
      '新建的党支部',
      '新建的党支部',
    ])
    expect(await office.call('system.verify', {})).toMatchObject({ foreignKeys: 0, audit: { ok: true } })
  })

  it('what went another time stays in the trash', async () => {
    const office = await anOffice()
    const { branchId, groupId } = await trashedBranch(office)
    await office.call('trash.restore', { items: [{ kind: 'organization', id: branchId }] })
    const group = await office.call('organizations.get', { id: groupId })
    await office.call('organizations.trash', { id: groupId, version: group.version, reason: '不要了' })
    const branch = await office.call('organizations.get', { id: branchId })
    office.clock.set('2026-11-21T02:05:00Z')
    await office.call('organizations.trash', { id: branchId, version: branch.version, reason: '录错了' })
    expect(await office.call('trash.restore', { items: [{ kind: 'organization', id: branchId }] })).toEqual({
      count: 1,
    })
    expect((await list(office)).map(({ id }) => id)).toEqual([groupId])
  })
})

describe('what cannot be restored says why, and nothing is', () => {
  const refused = async (
    office: Office,
    items: readonly { kind: TrashKind; id: string }[],
    messageZh: string,
  ) => {
    const before = await list(office)
    expect(await office.refusal('trash.restore', { items: [...items] })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining(messageZh),
    })
    expect(await list(office)).toEqual(before)
  }

  it('a member whose ID number is in use again', async () => {
    const office = await anOffice()
    const first = await trashedMember(office, '王小明', 1)
    const second = await trashedMember(office, '李小红', 3)
    await office.call('members.create', {
      fields: aMember({ organizationId: office.branchId, name: '王晓明', idNo: anIdNo('1970-05-04', 1) }),
    })
    const items = [second, first].map((id) => ({ kind: 'member' as const, id }))
    await refused(office, items, '不能恢复“王小明”：花名册里已有同一身份证号的“王晓明”')
  })

  it('a member whose branch is in the trash', async () => {
    const office = await anOffice()
    await withdrawnImport(office)
    const member = (await list(office, 'member'))[0]
    await refused(office, [{ kind: 'member', id: member?.id ?? '' }], '“新建的党支部”')
  })

  it('an organisation whose code or name is in use again', async () => {
    const office = await anOffice()
    const { branchId } = await trashedBranch(office)
    const items = [{ kind: 'organization' as const, id: branchId }]
    const other = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '东环第四党支部', code: '001003' }),
    })
    await refused(office, items, '不能恢复“东环第三党支部”：代码 001003 现在由“东环第四党支部”使用')
    const { version } = other
    const fields = { code: '001004', shortName: '东环第三党支部' }
    await office.call('organizations.update', { id: other.id, version, fields })
    await refused(office, items, '这个简称现在由“东环第三党支部”使用')
  })

  it('an organisation whose parent is in the trash, or no more', async () => {
    const office = await anOffice()
    const { branchId, groupId } = await trashedBranch(office)
    const group = [{ kind: 'organization' as const, id: groupId }]
    await refused(office, group, '原来的上级“东环第三党支部”也在回收站，请先恢复上级')
    await office.call('trash.restore', { items: [{ kind: 'organization', id: branchId }] })
    const { version } = await office.call('organizations.get', { id: groupId })
    await office.call('organizations.trash', { id: groupId, version, reason: '不要了' })
    const branch = await office.call('organizations.get', { id: branchId })
    await office.call('organizations.dissolve', {
      id: branchId,
      version: branch.version,
      happenedOn: office.clock.today(),
      docNo: null,
      reason: '合并调整',
      membersTo: null,
    })
    await refused(office, group, '“东环第三党支部”已撤销或合并')
  })

  it('what is not in the trash', async () => {
    const office = await anOffice()
    const id = await trashedMember(office, '王小明', 1)
    const { id: living } = await office.call('members.create', {
      fields: aMember({ organizationId: office.branchId, idNo: anIdNo('1980-06-05', 1) }),
    })
    await refused(
      office,
      [
        { kind: 'member', id },
        { kind: 'member', id: living },
      ],
      '已不在回收站',
    )
    await refused(office, [{ kind: 'organization', id: office.branchId }], '已不在回收站')
    const items = [{ kind: 'member' as const, id: 'nobody' }]
    expect(await office.refusal('trash.restore', { items })).toMatchObject({ code: 'NOT_FOUND' })
  })
})
