import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMember, anOffice, anOrganization } from './samples.ts'
import { someDay } from './testCore.ts'

const why = { happenedOn: someDay, docNo: null, reason: '调整' } as const

/** A branch with two groups and one member in the first. */
async function groups() {
  const test = await anOffice()
  const group = async (parentId: string, shortName: string) =>
    test.call('organizations.create', { parentId, fields: anOrganization({ type: 'XZ', shortName }) })
  const first = await group(test.branchId, '第一党小组')
  const second = await group(test.branchId, '第二党小组')
  const member = await test.call('members.create', {
    fields: aMember({ organizationId: test.branchId, groupId: first.id }),
  })
  const groupOf = async () => (await test.call('members.get', { id: member.id })).record.groupId
  return { ...test, first, second, member, groupOf }
}

describe('a group with members', () => {
  it('is not moved away from them to another branch', async () => {
    const { refusal, first, otherBranchId, groupOf } = await groups()
    const error = await refusal('organizations.move', {
      id: first.id,
      version: first.version,
      parentId: otherBranchId,
      ...why,
    })
    expect(error.fields?.['parentId']).toContain('还有党员')
    expect(await groupOf()).toBe(first.id)
  })

  it('leaves them in no group when it is dissolved, and nobody joins it any more', async () => {
    const { call, refusal, first, member, groupOf } = await groups()
    await call('organizations.dissolve', { id: first.id, version: first.version, membersTo: null, ...why })
    expect(await groupOf()).toBeNull()
    const { version } = await call('members.get', { id: member.id })
    const error = await refusal('members.update', { id: member.id, version, fields: { groupId: first.id } })
    expect(error.fields?.['groupId']).toContain('已撤销')
  })

  it('takes them along into the group it is merged into', async () => {
    const { call, first, second, groupOf } = await groups()
    await call('organizations.merge', { id: first.id, version: first.version, intoId: second.id, ...why })
    expect(await groupOf()).toBe(second.id)
  })

  it('is not gone back to from the trash when it has ended meanwhile', async () => {
    const { call, first, member, groupOf } = await groups()
    await call('members.trash', { members: [{ id: member.id, version: member.version }], reason: '录错' })
    await call('organizations.dissolve', { id: first.id, version: first.version, membersTo: null, ...why })
    await call('trash.restore', { items: [{ kind: 'member', id: member.id }] })
    expect(await groupOf()).toBeNull()
  })
})

describe('a branch', () => {
  it('with members does not become anything but a branch', async () => {
    const { call, refusal, branchId } = await groups()
    const { version } = await call('organizations.get', { id: branchId })
    const error = await refusal('organizations.update', { id: branchId, version, fields: { type: 'ZZ' } })
    expect(error.fields?.['type']).toBeDefined()
  })

  it('does not come back under a committee that has ended', async () => {
    const { call, refusal, communityId, branchId, otherBranchId } = await anOffice()
    for (const id of [branchId, otherBranchId, communityId]) {
      const { version } = await call('organizations.get', { id })
      await call('organizations.dissolve', { id, version, membersTo: null, ...why })
    }
    const { version } = await call('organizations.get', { id: branchId })
    const error = await refusal('organizations.restore', { id: branchId, version, ...why })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('东环社区党委') })
  })

  it('does not end tomorrow', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { version } = await call('organizations.get', { id: branchId })
    const change = { id: branchId, version, membersTo: null, ...why, happenedOn: dateOnly('2099-01-01') }
    const error = await refusal('organizations.dissolve', change)
    expect(error.fields?.['happenedOn']).toContain('不能晚于今天')
  })
})
