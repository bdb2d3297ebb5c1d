import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { aMember, anIdNo, anOrganization, aStaffedOffice, type StaffedOffice } from './samples.ts'
import { rawLedger } from './rawLedger.ts'
import { staffPassword, testAdministrator } from './testCore.ts'

const everything: RouteInput<'trash.empty'> = {
  kind: null,
  olderThanDays: 0,
  reason: '年度清理',
  ownPassword: testAdministrator.password,
}

async function addMember(office: StaffedOffice, name: string, order: number, branchId = office.branchId) {
  return office.call('members.create', {
    fields: aMember({
      organizationId: branchId,
      name,
      idNo: anIdNo('1970-05-04', order),
      birthDate: null,
      mobile: `1380013${String(order).padStart(4, '0')}`,
    }),
  })
}

async function trash(
  office: StaffedOffice,
  { id, version }: { readonly id: string; readonly version: number },
) {
  await office.call('members.trash', { members: [{ id, version }], reason: '重复录入' })
}

/** A branch of its own in the trash. */
async function trashedBranch(office: StaffedOffice, shortName: string) {
  const { id, version } = await office.call('organizations.create', {
    parentId: office.communityId,
    fields: anOrganization({ shortName }),
  })
  await office.call('organizations.trash', { id, version, reason: '录错了' })
  return id
}

describe('emptying the trash', () => {
  it('is the administrator’s, who sees counts and nobody’s name', async () => {
    const office = await aStaffedOffice()
    await trash(office, await addMember(office, '王小明', 1))
    office.clock.set('2026-11-21T02:05:00Z')
    await trash(office, await addMember(office, '李小红', 3))
    await trashedBranch(office, '东环第三党支部')
    const administrator = office.as('systemAdministrator')
    const { rows } = await administrator.call('trash.summary', {})
    expect(rows.filter(({ count }) => count > 0)).toEqual([
      { kind: 'member', label: '党员', count: 2, oldest: '2026-11-21T02:00:00.000Z' },
      { kind: 'organization', label: '党组织', count: 1, oldest: '2026-11-21T02:05:00.000Z' },
    ])
    const page = { kind: null, offset: 0, limit: 10 }
    expect(await administrator.refusal('trash.list', page)).toMatchObject({ code: 'FORBIDDEN' })
    for (const role of ['streetClerk', 'communityClerk', 'leader', 'auditor'] as const)
      expect(await office.as(role).refusal('trash.empty', everything)).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('needs the administrator’s own password and a reason', async () => {
    const office = await aStaffedOffice()
    await trash(office, await addMember(office, '王小明', 1))
    const administrator = office.as('systemAdministrator')
    expect(
      await administrator.refusal('trash.empty', { ...everything, ownPassword: staffPassword }),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: { ownPassword: expect.any(String) } })
    expect(await administrator.refusal('trash.empty', { ...everything, reason: ' ' })).toMatchObject({
      fields: { reason: '请填写清空原因' },
    })
    expect((await office.call('trash.list', { kind: null, offset: 0, limit: 10 })).total).toBe(1)
  })

  it('takes the records with all that belongs to them, and the log still verifies', async () => {
    const office = await aStaffedOffice()
    const kept = await addMember(office, '赵小刚', 5)
    const { id, version } = await addMember(office, '王小明', 1)
    await office.call('members.update', { id, version, fields: { mobile: '13911112222' } })
    const { findings } = await office.call('members.get', { id })
    await office.call('findings.override', {
      subject: 'member',
      subjectId: id,
      code: findings[0]?.code ?? '',
      reason: '已电话核实 13911112222',
    })
    await office.call('workspace.put', { key: `draft:member:${id}`, value: '{}' })
    await trash(office, await office.call('members.get', { id }))
    const branchId = await trashedBranch(office, '东环第三党支部')

    const administrator = office.as('systemAdministrator')
    expect(await administrator.call('trash.empty', everything)).toEqual({ count: 2, keptZh: null })

    expect(await office.call('trash.list', { kind: null, offset: 0, limit: 10 })).toEqual({
      rows: [],
      total: 0,
    })
    expect(
      (await office.call('members.search', { text: '小', limit: 10 })).hits.map((hit) => hit.id),
    ).toEqual([kept.id])
    expect(await office.call('workspace.get', { key: `draft:member:${id}` })).toBeNull()
    expect(await office.call('system.verify', {})).toMatchObject({
      integrity: 'ok',
      foreignKeys: 0,
      audit: { ok: true, problem: null },
    })
    const auditor = office.as('auditor')
    const filter = { accountId: null, kind: null, from: null, to: null, text: '王小明', route: 'trash.empty' }
    const { rows } = await auditor.call('audit.list', { ...filter, offset: 0, limit: 10 })
    expect(rows).toMatchObject([{ accountName: '测试管理员', detail: '原因：年度清理', title: '清空回收站' }])
    const changes = await auditor.call('audit.changes', { seq: rows[0]?.seq ?? 0, offset: 0, limit: 50 })
    expect(changes.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'member', name: '王小明', action: 'purged', fields: [] }),
        expect.objectContaining({ kind: 'organization', name: '东环第三党支部', action: 'purged' }),
      ]),
    )

    const sqlite = await rawLedger(office)
    const left = (sql: string) => sqlite.prepare(sql).pluck().all()
    expect(left('select id from members')).toEqual([kept.id])
    expect(left('select distinct seq from member_search_keys')).toEqual(left('select seq from members'))
    expect(left('select distinct member_id from member_findings')).toEqual([kept.id])
    expect(left('select id from finding_overrides')).toEqual([])
    expect(left(`select id from organization_events where organization_id = '${branchId}'`)).toEqual([])
    expect(
      left("select id from audit_changes where secret like '%139111%' or diff like '%13911112222%'"),
    ).toEqual([])
    // Nothing may come out of a page that was freed either.
    const dump = sqlite.serialize().toString('latin1')
    expect(dump).toContain('13800130005')
    expect(dump).not.toContain('13911112222')
  })

  it('takes only one kind, or what has lain there long enough, when asked to', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    await trash(office, await addMember(office, '王小明', 1))
    await trashedBranch(office, '东环第三党支部')
    const days = { ...everything, olderThanDays: 30 }
    expect(await administrator.call('trash.empty', days)).toEqual({ count: 0, keptZh: null })
    expect(await administrator.call('trash.empty', { ...everything, kind: 'organization' })).toMatchObject({
      count: 1,
    })
    office.clock.set('2026-12-21T02:00:00Z')
    await administrator.call('accounts.unlock', { password: testAdministrator.password })
    expect(await administrator.call('trash.empty', days)).toEqual({ count: 1, keptZh: null })
  })

  it('leaves organisations that something points at, and says how many', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    const branch = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '东环第三党支部' }),
    })
    const group = await office.call('organizations.create', {
      parentId: branch.id,
      fields: anOrganization({ shortName: '第一党小组', type: 'XZ' }),
    })
    const member = await addMember(office, '王小明', 1, branch.id)
    const { id, version: first } = member
    await office.call('members.update', { id, version: first, fields: { groupId: group.id } })
    await trash(office, await office.call('members.get', { id }))
    const { version } = await office.call('organizations.get', { id: branch.id })
    await office.call('organizations.trash', { id: branch.id, version, reason: '录错了' })
    await trashedBranch(office, '东环第四党支部')

    expect(await administrator.call('trash.empty', { ...everything, kind: 'organization' })).toEqual({
      count: 1,
      keptZh:
        '另有 2 个党组织没有清除：还有党员（包括回收站里的）、其他党组织或账号属于它们，或有党员曾在那里',
    })
    const { rows } = await office.call('trash.list', { kind: 'organization', offset: 0, limit: 10 })
    expect(rows.map(({ name }) => name).toSorted()).toEqual(['东环第三党支部', '第一党小组'])
    // With the member that points at them everything goes.
    expect(await administrator.call('trash.empty', everything)).toEqual({ count: 3, keptZh: null })
  })

  it('leaves an organisation an account is tied to', async () => {
    const office = await aStaffedOffice()
    const administrator = office.as('systemAdministrator')
    const branch = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '东环第三党支部' }),
    })
    await administrator.call('accounts.create', {
      user: 'third',
      displayName: '第三支部',
      role: 'communityClerk',
      organizationId: branch.id,
      password: 'Given-2026',
      ownPassword: testAdministrator.password,
    })
    await office.call('organizations.trash', { id: branch.id, version: branch.version, reason: '录错了' })
    expect(await administrator.call('trash.empty', everything)).toMatchObject({
      count: 0,
      keptZh: expect.stringContaining('1 个党组织'),
    })
  })

  it('frees the ID number: the person can be entered anew', async () => {
    const office = await aStaffedOffice()
    const { id, version } = await addMember(office, '王小明', 1)
    await trash(office, { id, version })
    await office.as('systemAdministrator').call('trash.empty', everything)
    expect(await office.refusal('trash.restore', { items: [{ kind: 'member', id }] })).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect((await addMember(office, '王小明', 1)).id).not.toBe(id)
  })
})
