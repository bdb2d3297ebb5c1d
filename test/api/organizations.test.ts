import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOffice, anOrganization } from './samples.ts'
import { someDay } from './testCore.ts'

const why = { happenedOn: someDay, docNo: '柳街党〔2026〕1号', reason: '区划调整' } as const

describe('the tree', () => {
  it('lists depth first, siblings by code, with counts rolled up', async () => {
    const { call, branchId, otherBranchId } = await anOffice()
    await call('members.create', { fields: aMember({ organizationId: branchId }) })
    await call('members.create', {
      fields: aMember({
        organizationId: otherBranchId,
        idNo: anIdNo('1990-01-01', 1),
        personType: '2',
        regularOn: null,
      }),
    })
    const { nodes } = await call('organizations.tree', { includeEnded: false })
    expect(
      nodes.map(({ shortName, depth, total }) => [shortName, depth, total.full, total.probationary]),
    ).toEqual([
      ['测试街道党工委', 0, 1, 1],
      ['东环社区党委', 1, 1, 1],
      ['东环第一党支部', 2, 1, 0],
      ['东环第二党支部', 2, 0, 1],
    ])
  })

  it('STA-01: does not count who has left, stopped or died', async () => {
    const { call, branchId } = await anOffice()
    for (const [i, partyStatus] of ['TZ', 'CD', 'SW', 'ZCU', 'LC'].entries())
      await call('members.create', {
        fields: aMember({ organizationId: branchId, partyStatus, idNo: anIdNo('1960-01-01', i) }),
      })
    const { nodes } = await call('organizations.tree', { includeEnded: false })
    expect(nodes[0]?.total).toEqual({ full: 1, probationary: 0 })
  })

  it('counts members of a group once', async () => {
    const { call, branchId } = await anOffice()
    const group = await call('organizations.create', {
      parentId: branchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
    })
    await call('members.create', { fields: aMember({ organizationId: branchId, groupId: group.id }) })
    const { nodes } = await call('organizations.tree', { includeEnded: false })
    expect(nodes[0]?.total.full).toBe(1)
    expect(nodes.find(({ id }) => id === group.id)?.own.full).toBe(1)
  })

  it('ORG-03: finds a branch of more than 50', async () => {
    const { call, branchId } = await anOffice()
    for (let i = 0; i < 51; i += 1)
      await call('members.create', {
        fields: aMember({ organizationId: branchId, idNo: anIdNo('1960-01-01', i) }),
      })
    const { findings } = await call('organizations.get', { id: branchId })
    expect(findings.find(({ code }) => code === 'ORG-03')?.message).toContain('51 名')
  })

  it.each([
    ['党小组 under a community', 'XZ', 'communityId'],
    ['社区党委 under a branch', 'SQW', 'branchId'],
    ['党支部 under a branch', 'ZB', 'branchId'],
  ] as const)('refuses a %s', async (_, type, parent) => {
    const test = await anOffice()
    const error = await test.refusal('organizations.create', {
      parentId: test[parent],
      fields: anOrganization({ type, shortName: '新组织' }),
    })
    expect(error.fields?.['type']).toContain('不能设在')
  })

  it('refuses a code and a name already in use', async () => {
    const { refusal, communityId } = await anOffice()
    const sameCode = await refusal('organizations.create', {
      parentId: communityId,
      fields: anOrganization({ shortName: '新支部', code: '001001' }),
    })
    expect(sameCode.fields?.['code']).toContain('东环第一党支部')
    const sameName = await refusal('organizations.create', {
      parentId: communityId,
      fields: anOrganization({ shortName: '东环第一党支部' }),
    })
    expect(sameName.fields?.['shortName']).toContain('已有简称')
  })
})

describe('change with history kept', () => {
  it('refuses to move an organisation below itself', async () => {
    const { call, refusal, communityId, rootId } = await anOffice()
    const general = await call('organizations.create', {
      parentId: communityId,
      fields: anOrganization({ type: 'ZZ', shortName: '东环党总支' }),
    })
    const moved = await call('organizations.get', { id: communityId })
    const error = await refusal('organizations.move', {
      id: communityId,
      version: moved.version,
      parentId: general.id,
      ...why,
    })
    expect(error.fields?.['parentId']).toContain('自己的下级')
    expect((await call('organizations.get', { id: communityId })).parentId).toBe(rootId)
  })

  it('moves with date, document and reason', async () => {
    const { call, rootId, branchId } = await anOffice()
    const { version } = await call('organizations.get', { id: branchId })
    const after = await call('organizations.move', { id: branchId, version, parentId: rootId, ...why })
    expect(after.parentId).toBe(rootId)
    expect(after.events.find(({ kind }) => kind === 'moved')).toMatchObject({
      fromText: '东环社区党委',
      toText: '测试街道党工委',
      ...why,
    })
  })

  it('keeps the old name when renamed', async () => {
    const { call, branchId } = await anOffice()
    const { version, fields } = await call('organizations.get', { id: branchId })
    const after = await call('organizations.update', {
      id: branchId,
      version,
      fields: { fullName: '中共测试街道改名支部' },
    })
    expect(after.events.find(({ kind }) => kind === 'renamed')).toMatchObject({
      fromText: fields.fullName,
      toText: '中共测试街道改名支部',
    })
  })

  it('does not dissolve a branch over its members: they need a branch to go to', async () => {
    const { call, refusal, branchId, otherBranchId } = await anOffice()
    const member = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const { version } = await call('organizations.get', { id: branchId })
    const error = await refusal('organizations.dissolve', { id: branchId, version, membersTo: null, ...why })
    expect(error.fields?.['membersTo']).toContain('还有党员')
    await call('organizations.dissolve', { id: branchId, version, membersTo: otherBranchId, ...why })
    expect((await call('members.get', { id: member.id })).record.organizationId).toBe(otherBranchId)
    const { nodes } = await call('organizations.tree', { includeEnded: false })
    expect(nodes.some(({ id }) => id === branchId)).toBe(false)
    const all = await call('organizations.tree', { includeEnded: true })
    expect(all.nodes.find(({ id }) => id === branchId)?.status).toBe('dissolved')
  })

  it('does not dissolve a committee that still has branches', async () => {
    const { call, refusal, communityId } = await anOffice()
    const { version } = await call('organizations.get', { id: communityId })
    const error = await refusal('organizations.dissolve', {
      id: communityId,
      version,
      membersTo: null,
      ...why,
    })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('2 个下级') })
  })

  it('merges a branch into another: members go along, both keep the event', async () => {
    const { call, branchId, otherBranchId } = await anOffice()
    await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const { version } = await call('organizations.get', { id: branchId })
    const merged = await call('organizations.merge', { id: branchId, version, intoId: otherBranchId, ...why })
    expect(merged).toMatchObject({
      status: 'merged',
      mergedInto: { id: otherBranchId },
      endedOn: dateOnly('2026-11-01'),
    })
    const into = await call('organizations.get', { id: otherBranchId })
    expect(into.own.full).toBe(1)
    expect(into.events.some(({ kind }) => kind === 'merged')).toBe(true)
  })

  it('nobody joins an organisation that has ended', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { version } = await call('organizations.get', { id: branchId })
    await call('organizations.dissolve', { id: branchId, version, membersTo: null, ...why })
    const error = await refusal('members.create', { fields: aMember({ organizationId: branchId }) })
    expect(error.fields?.['organizationId']).toContain('已撤销或合并')
  })

  it('refuses a second change made from the same version', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { version } = await call('organizations.get', { id: branchId })
    await call('organizations.update', { id: branchId, version, fields: { contactName: '甲' } })
    const error = await refusal('organizations.update', {
      id: branchId,
      version,
      fields: { contactName: '乙' },
    })
    expect(error.code).toBe('STALE_WRITE')
  })
})

describe('the trash', () => {
  it('takes an organisation entered by mistake with its groups, and gives them back', async () => {
    const { call, refusal, communityId } = await anOffice()
    const create = async (parentId: string, fields: object) =>
      call('organizations.create', { parentId, fields: anOrganization(fields) })
    const branch = await create(communityId, { shortName: '错录党支部' })
    const group = await create(branch.id, { type: 'XZ', shortName: '错录党小组' })
    await call('organizations.trash', { id: branch.id, version: branch.version, reason: '录错了' })
    const ids = async () =>
      (await call('organizations.tree', { includeEnded: true })).nodes.map(({ id }) => id)
    expect(await ids()).not.toContain(branch.id)
    expect(await ids()).not.toContain(group.id)
    expect(await refusal('organizations.get', { id: branch.id })).toMatchObject({ code: 'NOT_FOUND' })
    const { rows } = await call('trash.list', { kind: 'organization', offset: 0, limit: 10 })
    const trashed = { name: '错录党支部', deletedReason: '录错了', hanging: 1 }
    expect(rows.find(({ id }) => id === branch.id)).toMatchObject(trashed)
    await call('trash.restore', { items: [{ kind: 'organization', id: branch.id }] })
    expect(await ids()).toEqual(expect.arrayContaining([branch.id, group.id]))
  })

  it('takes none with members or other organisations below it, and names them', async () => {
    const { call, refusal, communityId, branchId } = await anOffice()
    await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const trash = (id: string, version = 1) =>
      refusal('organizations.trash', { id, version, reason: '录错了' })
    expect(await trash(branchId)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('还有 1 名党员（“王小明”）'),
    })
    expect(await trash(communityId)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('还有 2 个下级党组织（“东环第一党支部”、“东环第二党支部”）'),
    })
  })

  it('takes no group with members in it, and nothing changed since it was read', async () => {
    const { call, refusal, branchId, otherBranchId } = await anOffice()
    const group = await call('organizations.create', {
      parentId: branchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
    })
    await call('members.create', { fields: aMember({ organizationId: branchId, groupId: group.id }) })
    const trash = (id: string, version: number) =>
      refusal('organizations.trash', { id, version, reason: '录错了' })
    expect(await trash(group.id, group.version)).toMatchObject({ code: 'CONFLICT' })
    expect(await trash(otherBranchId, 7)).toMatchObject({ code: 'STALE_WRITE' })
  })
})
