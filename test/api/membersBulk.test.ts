import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOffice, anOrganization, anyList } from './samples.ts'

describe('bulk change', () => {
  it('shows old and new, refuses who cannot, and moves the rest in one step', async () => {
    const { call, branchId, otherBranchId } = await anOffice()
    const a = await call('members.create', { fields: aMember({ organizationId: branchId, name: '甲' }) })
    const b = await call('members.create', {
      fields: aMember({ organizationId: otherBranchId, name: '乙', idNo: anIdNo('1971-01-01', 1) }),
    })
    const change = { field: 'organizationId', value: otherBranchId } as const
    const { rows } = await call('members.previewBulk', { ids: [a.id, b.id], change })
    expect(rows.find((row) => row.id === a.id)).toMatchObject({
      old: '东环第一党支部',
      new: '东环第二党支部',
      refused: null,
    })
    expect(rows.find((row) => row.id === b.id)?.refused).toContain('已是此值')
    await call('members.applyBulk', { members: [{ id: a.id, version: a.version }], change })
    expect((await call('members.list', { ...anyList, organizationId: otherBranchId })).total).toBe(2)
  })

  it('changes nobody when one of them was edited meanwhile', async () => {
    const { call, refusal, branchId } = await anOffice()
    const a = await call('members.create', { fields: aMember({ organizationId: branchId, name: '甲' }) })
    const b = await call('members.create', {
      fields: aMember({ organizationId: branchId, name: '乙', idNo: anIdNo('1971-01-01', 1) }),
    })
    await call('members.update', { id: b.id, version: b.version, fields: { remark: '改过' } })
    const members = [a, b].map(({ id, version }) => ({ id, version }))
    const error = await refusal('members.applyBulk', {
      members,
      change: { field: 'manageClass', value: '1' },
    })
    expect(error.code).toBe('STALE_WRITE')
    expect((await call('members.get', { id: a.id })).record.manageClass).toBeNull()
  })

  it('leaves alone who already has the value: the group of somebody who does not move stays', async () => {
    const { call, branchId } = await anOffice()
    const group = await call('organizations.create', {
      parentId: branchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
    })
    const { id, version } = await call('members.create', {
      fields: aMember({ organizationId: branchId, groupId: group.id }),
    })
    const change = { field: 'organizationId', value: branchId } as const
    const { rows } = await call('members.previewBulk', { ids: [id], change })
    expect(rows[0]?.refused).toContain('已是此值')
    expect(await call('members.applyBulk', { members: [{ id, version }], change })).toEqual({ count: 0 })
    expect((await call('members.get', { id })).record.groupId).toBe(group.id)
  })

  it('never sets what identifies a person', async () => {
    const { call, refusal, branchId } = await anOffice()
    const a = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const error = await refusal('members.previewBulk', {
      ids: [a.id],
      change: { field: 'name', value: '乙' },
    })
    expect(error.fields?.['field']).toContain('只能逐人修改')
  })
})

describe('check while typing', () => {
  it('fills birth date and sex from a valid ID number', async () => {
    const { call } = await anOffice()
    const { derived } = await call('members.check', {
      excludeId: null,
      fields: { idNo: '11010519491231002x' },
    })
    expect(derived).toEqual({ birthDate: '1949-12-31', gender: '2' })
  })

  it('warns of the same ID number, the same name and birthday, the same mobile', async () => {
    const { call, branchId } = await anOffice()
    const known = aMember({ organizationId: branchId, mobile: '13812345678' })
    await call('members.create', { fields: known })
    const reasonOf = async (fields: object) =>
      (await call('members.check', { excludeId: null, fields })).duplicates.map((d) => d.reason)
    expect(await reasonOf({ idNo: known.idNo })).toEqual(['idNo'])
    expect(await reasonOf({ name: '王小明', birthDate: partialDate('1970-05') })).toEqual(['nameAndBirth'])
    expect(await reasonOf({ mobile: '13812345678' })).toEqual(['mobile'])
    expect(await reasonOf({ name: '王小明', birthDate: partialDate('1971-05') })).toEqual([])
  })
})
