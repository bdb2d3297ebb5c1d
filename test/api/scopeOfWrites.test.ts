import { describe, expect, it } from 'vitest'
import { aStandardOffice, staffPasswords } from './office.ts'
import { aMember, anIdNo, anOrganization, anyList } from './samples.ts'
import { someDay, testAdministrator } from './testCore.ts'

const why = { happenedOn: someDay, docNo: null, reason: '区划调整' } as const
const anyEntries = {
  accountId: null,
  kind: null,
  from: null,
  to: null,
  text: null,
  route: null,
  offset: 0,
  limit: 200,
} as const
const elsewhere = '这个身份证号已在本街道其他党组织登记，请联系街道党务干事核对'

describe('one ID number, one person', () => {
  it('a twin in another community is said without name or place', async () => {
    const { as, east, west } = await aStandardOffice()
    const fields = aMember({ organizationId: east.branchId, name: '某某', idNo: west.idNo })
    const { fields: errors } = await as.east.refusal('members.create', { fields })
    expect(errors).toEqual({ idNo: elsewhere })
    const named = await as.street.refusal('members.create', { fields })
    expect(named.fields?.['idNo']).toContain('“西湖甲”')
  })

  it('trying a number that is registered out of sight is seen in the log, which does not keep the number', async () => {
    const { as, east, west } = await aStandardOffice()
    const tries = async () =>
      (await as.auditor.call('audit.list', anyEntries)).rows.filter(
        ({ detail }) => detail?.includes('管理范围以外登记') === true,
      )
    const free = aMember({ organizationId: east.branchId, name: '某某', idNo: anIdNo('1980-01-05', 333) })
    await as.east.refusal('members.create', { fields: { ...free, idNo: west.idNo } })
    const { id, version } = await as.east.call('members.create', { fields: free })
    await as.east.refusal('members.update', { id, version, fields: { idNo: west.idNo } })
    const seen = await tries()
    expect(seen.map(({ title, role }) => [title, role])).toEqual([
      ['修改党员信息', 'communityClerk'],
      ['新增党员', 'communityClerk'],
    ])
    expect(JSON.stringify(seen)).not.toContain(west.idNo)
    // Whoever sees both people is told who it is: nothing is tried out.
    await as.street.refusal('members.create', { fields: { ...free, idNo: west.idNo } })
    expect(await tries()).toHaveLength(2)
  })

  it('possible duplicates of another community are not listed', async () => {
    const { as, west } = await aStandardOffice()
    const fields = { name: '西湖甲', birthDate: '1970-05-04', idNo: west.idNo, mobile: west.mobile }
    expect((await as.street.call('members.check', { excludeId: null, fields })).duplicates).toHaveLength(1)
    expect((await as.east.call('members.check', { excludeId: null, fields })).duplicates).toEqual([])
  })

  it('nobody comes back from the trash over somebody of another community, whose name is not told', async () => {
    const { as, east, west } = await aStandardOffice()
    const idNo = anIdNo('1970-05-04', 109)
    await as.street.call('members.create', {
      fields: aMember({ organizationId: west.branchId, name: '西湖庚', idNo }),
    })
    const items = [{ kind: 'member', id: east.trashedMemberId }] as const
    const refusal = await as.east.refusal('trash.restore', { items: [...items] })
    expect(refusal).toMatchObject({ code: 'CONFLICT', messageZh: `不能恢复“东环戊”：${elsewhere}` })
  })
})

describe('the organisation an account is tied to', () => {
  it('stands at the top, with nothing above it', async () => {
    const { as, east, rootId } = await aStandardOffice()
    const { nodes } = await as.east.call('organizations.tree', { includeEnded: true })
    expect(nodes[0]).toMatchObject({ id: east.communityId, parentId: null, depth: 0 })
    const own = await as.east.call('organizations.get', { id: east.communityId })
    expect(own).toMatchObject({ parentId: null, path: [{ id: east.communityId }] })
    const { organizationPath } = await as.east.call('members.get', { id: east.memberId })
    expect(organizationPath.map(({ id }) => id)).toEqual([east.communityId, east.branchId])
    expect(await as.east.refusal('organizations.get', { id: rootId })).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('keeps its own standing: no move, no end, no trash, no other type, code or right', async () => {
    const { as, east } = await aStandardOffice()
    const { communityId: id, generalId } = east
    const { version } = await as.street.call('organizations.get', { id })
    const refusals = [
      await as.east.refusal('organizations.move', { id, version, parentId: generalId, ...why }),
      await as.east.refusal('organizations.dissolve', { id, version, membersTo: null, ...why }),
      await as.east.refusal('organizations.merge', { id, version, intoId: generalId, ...why }),
      await as.east.refusal('organizations.trash', { id, version, reason: '录错了' }),
      await as.east.refusal('organizations.update', { id, version, fields: { type: 'ZHW' } }),
      await as.east.refusal('organizations.update', { id, version, fields: { code: '009' } }),
      await as.east.refusal('organizations.update', { id, version, fields: { hasApprovalRight: true } }),
    ]
    for (const refusal of refusals)
      expect(refusal).toMatchObject({
        code: 'FORBIDDEN',
        messageZh: '本组织自身的设立、隶属和撤销由街道党工委办理，您不能修改',
      })
    const changed = await as.east.call('organizations.update', {
      id,
      version,
      fields: { contactName: '联系人', type: 'SQW' },
    })
    expect(changed.fields.contactName).toBe('联系人')
  })

  it('is what new organisations stand under, never the street', async () => {
    const { as, rootId } = await aStandardOffice()
    const fields = anOrganization({ shortName: '新设党支部' })
    expect(await as.east.refusal('organizations.create', { parentId: null, fields })).toMatchObject({
      code: 'FORBIDDEN',
      messageZh: '您只能在本组织之下设立党组织，请选择上级党组织',
    })
    expect(await as.east.refusal('organizations.create', { parentId: rootId, fields })).toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('shares codes and short names with the whole street, whose other users are not named', async () => {
    const { as, east, west } = await aStandardOffice()
    const { fields: west1 } = await as.street.call('organizations.get', { id: west.branchId })
    const create = (fields: object) =>
      as.east.refusal('organizations.create', { parentId: east.communityId, fields: anOrganization(fields) })
    expect((await create({ shortName: '新设党支部', code: west1.code })).fields).toEqual({
      code: '代码 00100202 已由本街道其他党组织使用，请核对',
    })
    expect((await create({ shortName: west1.shortName })).fields?.['shortName']).toContain(
      '本街道其他地方已有',
    )
  })

  it('changes without disturbing the order of the rest of the street', async () => {
    const { as, east } = await aStandardOffice()
    const before = await as.street.call('organizations.tree', { includeEnded: true })
    const created = await as.east.call('organizations.create', {
      parentId: east.communityId,
      fields: anOrganization({ shortName: '新设党支部', code: '001001025' }),
    })
    const after = await as.street.call('organizations.tree', { includeEnded: true })
    expect(after.nodes.filter(({ id }) => id !== created.id).map(({ id }) => id)).toEqual(
      before.nodes.map(({ id }) => id),
    )
    const at = after.nodes.findIndex(({ id }) => id === created.id)
    expect(after.nodes[at - 1]?.shortName).toBe('东环第一党小组')
  })
})

describe('a member', () => {
  it('goes to no branch of another community, alone or among many', async () => {
    const { as, east, west } = await aStandardOffice()
    const { id, version } = await as.east.call('members.get', { id: east.memberId })
    const fields = { organizationId: west.branchId }
    const refusal = await as.east.refusal('members.update', { id, version, fields })
    expect(refusal.fields?.['organizationId']).toContain('请重新选择')
    const change = { field: 'organizationId', value: west.branchId } as const
    const { rows } = await as.east.call('members.previewBulk', { ids: [id, west.memberId], change })
    expect(rows).toMatchObject([{ id, new: '', refused: expect.stringContaining('请重新选择') }])
    await as.east.refusal('members.applyBulk', { members: [{ id, version }], change })
  })

  it('of another community is not there: not to be looked at, changed, or thrown away', async () => {
    const { as, west } = await aStandardOffice()
    const { memberId: id } = west
    const missing = { code: 'NOT_FOUND' }
    expect(await as.east.refusal('members.get', { id })).toMatchObject(missing)
    expect(await as.east.refusal('members.reveal', { id })).toMatchObject(missing)
    expect(await as.east.refusal('members.update', { id, version: 2, fields: {} })).toMatchObject(missing)
    const members = [{ id, version: 2 }]
    expect(await as.east.refusal('members.trash', { members, reason: '录错了' })).toMatchObject(missing)
    const target = { subject: 'member', subjectId: id, code: 'BIRTH_MISMATCH' } as const
    expect(await as.east.refusal('findings.override', { ...target, reason: '不管' })).toMatchObject(missing)
    expect(await as.east.refusal('findings.withdrawOverride', target)).toMatchObject(missing)
  })
})

describe('a leader', () => {
  it('tied to a community sees that one only, and without a tie the whole street', async () => {
    const { core, as, east, west } = await aStandardOffice()
    const { id, version } = (await as.administrator.call('accounts.list', {})).rows.find(
      ({ role }) => role === 'leader',
    ) ?? { id: '', version: 0 }
    expect((await as.leader.call('members.get', { id: west.memberId })).id).toBe(west.memberId)
    await as.administrator.call('accounts.update', {
      id,
      version,
      displayName: '东环书记',
      role: 'leader',
      organizationId: east.communityId,
      ownPassword: testAdministrator.password,
    })
    const again = await core.call('members.get', { id: west.memberId }, as.leader.session)
    expect(again.ok).toBe(false)
    const leader = { session: core.openSession() }
    const { user, password } = staffPasswords.leader
    await core.call('accounts.signIn', { user, password }, leader.session)
    const read = await core.call('members.get', { id: west.memberId }, leader.session)
    expect(read).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
    expect(await core.call('members.list', anyList, leader.session)).toMatchObject({
      ok: true,
      data: { total: 6 },
    })
  })
})
