import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOffice, anOrganization, anyList } from './samples.ts'
import { someDay } from './testCore.ts'

describe('a member record', () => {
  it('keeps what can be seen of a text: no control signs, no invisible ones, names without spaces', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { record } = await call('members.create', {
      fields: aMember({ organizationId: branchId, name: '\u202e张  三\u0000', remark: 'a\nb\u200bc\ud800' }),
    })
    expect(record).toMatchObject({ name: '张三', remark: 'a bc' })
    const invisible = aMember({ organizationId: branchId, name: '\u200b', idNo: anIdNo('1972-01-01', 1) })
    expect((await refusal('members.create', { fields: invisible })).fields?.['name']).toBe('请填写姓名')
  })

  it('is masked until somebody asks', async () => {
    const { call, branchId } = await anOffice()
    const idNo = anIdNo('1970-05-04', 1)
    const { id, record } = await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        idNo,
        mobile: '13812345678',
        address: '东环新苑12号楼3单元502室',
      }),
    })
    expect(record).toMatchObject({
      idNo: `110105********${idNo.slice(14)}`,
      mobile: '138****5678',
      address: '东环新苑****',
    })
    expect(await call('members.reveal', { id })).toMatchObject({ idNo, mobile: '13812345678' })
  })

  it('refuses an ID number that fails its check digit, unless the reason is written down', async () => {
    const { call, refusal, branchId } = await anOffice()
    const fields = aMember({ organizationId: branchId, idNo: '110105194912310021' })
    expect((await refusal('members.create', { fields })).fields?.['idNo']).toContain('校验')
    const { findings } = await call('members.create', { fields: { ...fields, idNoReason: '旧档案即如此' } })
    expect(findings.find(({ code }) => code === 'ID_CHECKSUM')).toMatchObject({ severity: 'blue' })
  })

  it('refuses a second person with the same ID number and names the first', async () => {
    const { call, refusal, branchId, otherBranchId } = await anOffice()
    await call('members.create', { fields: aMember({ organizationId: branchId, name: '张三' }) })
    const error = await refusal('members.create', {
      fields: aMember({ organizationId: otherBranchId, name: '李四' }),
    })
    expect(error.fields?.['idNo']).toContain('“张三”')
  })

  it('belongs to a 党支部, never to a committee', async () => {
    const { refusal, communityId } = await anOffice()
    const error = await refusal('members.create', { fields: aMember({ organizationId: communityId }) })
    expect(error.fields?.['organizationId']).toContain('组织关系只能在党支部')
  })

  it('refuses a group of another branch', async () => {
    const { call, refusal, branchId, otherBranchId } = await anOffice()
    const group = await call('organizations.create', {
      parentId: otherBranchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组' }),
    })
    const error = await refusal('members.create', {
      fields: aMember({ organizationId: branchId, groupId: group.id }),
    })
    expect(error.fields?.['groupId']).toContain('党小组不属于所选党支部')
  })

  it('refuses a second edit made from the same version, and keeps the first', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { id, version } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    await call('members.update', { id, version, fields: { unitDuty: '甲单位' } })
    const error = await refusal('members.update', { id, version, fields: { unitDuty: '乙单位' } })
    expect(error.code).toBe('STALE_WRITE')
    expect((await call('members.get', { id })).record.unitDuty).toBe('甲单位')
  })

  it('changes only what is sent: masked fields a screen never saw stay whole', async () => {
    const { call, branchId } = await anOffice()
    const idNo = anIdNo('1970-05-04', 1)
    const { id, version } = await call('members.create', {
      fields: aMember({ organizationId: branchId, idNo }),
    })
    await call('members.update', { id, version, fields: { remark: '备注' } })
    expect((await call('members.reveal', { id })).idNo).toBe(idNo)
  })

  it('does not become a new version when nothing was changed', async () => {
    const { call, branchId } = await anOffice()
    const { id, version } = await call('members.create', {
      fields: aMember({ organizationId: branchId, skills: ['2', '1'] }),
    })
    const after = await call('members.update', {
      id,
      version,
      fields: { skills: ['1', '2'], name: '王小明' },
    })
    expect(after.version).toBe(version)
  })

  it('MEM-03: does not bring back somebody who was expelled', async () => {
    const { call, refusal, branchId } = await anOffice()
    const fields = aMember({
      organizationId: branchId,
      partyStatus: 'CD',
      partyStatusKind: 'CD-KC',
      partyStatusOn: partialDate('2020-01'),
    })
    const { id, version } = await call('members.create', { fields })
    const error = await refusal('members.update', { id, version, fields: { partyStatus: 'ZC' } })
    expect(JSON.stringify(error.fields)).toContain('只能重新入党')
  })

  it('MEM-20: explains how 党龄 was computed', async () => {
    const { call, branchId } = await anOffice()
    const { id } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const { partyAge, partyAgeYears } = await call('members.get', { id })
    expect(partyAgeYears).toBe(30)
    expect(partyAge).toMatchObject({ code: 'MEM-20', result: expect.stringContaining('30') })
    expect(JSON.stringify(partyAge?.inputs)).toContain('1996年7月1日')
  })
})

describe('trash', () => {
  it('hides, keeps the reason, and puts back where it was', async () => {
    const { call, branchId } = await anOffice()
    const { id, version } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    await call('members.trash', { members: [{ id, version }], reason: '录重了' })
    expect((await call('members.list', anyList)).total).toBe(0)
    expect((await call('members.search', { text: 'wxm', limit: 5 })).hits).toEqual([])
    expect(await call('members.get', { id })).toMatchObject({ deletedReason: '录重了' })
    await call('trash.restore', { items: [{ kind: 'member', id }] })
    expect((await call('members.list', { ...anyList, organizationId: branchId })).rows).toMatchObject([
      { id },
    ])
    expect((await call('members.search', { text: 'wxm', limit: 5 })).hits).toHaveLength(1)
  })

  it('does not restore over somebody who has the same ID number by now', async () => {
    const { call, refusal, branchId } = await anOffice()
    const first = await call('members.create', {
      fields: aMember({ organizationId: branchId, name: '张三' }),
    })
    await call('members.trash', { members: [{ id: first.id, version: first.version }], reason: '录重了' })
    await call('members.create', { fields: aMember({ organizationId: branchId, name: '李四' }) })
    const error = await refusal('trash.restore', { items: [{ kind: 'member', id: first.id }] })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('“李四”') })
  })
})

describe('trash and a branch that is no more', () => {
  it('does not restore anybody into a branch dissolved meanwhile', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { id, version } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    await call('members.trash', { members: [{ id, version }], reason: '录重了' })
    const branch = await call('organizations.get', { id: branchId })
    await call('organizations.dissolve', {
      id: branchId,
      version: branch.version,
      membersTo: null,
      happenedOn: someDay,
      docNo: null,
      reason: '撤销',
    })
    const error = await refusal('trash.restore', { items: [{ kind: 'member', id }] })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('请先恢复该党支部') })
  })
})

describe('list', () => {
  async function three() {
    const test = await anOffice()
    const { call, branchId, otherBranchId } = test
    await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: '曾建',
        idNo: anIdNo('1940-01-02', 1),
        birthDate: partialDate('1940-01'),
        joinedOn: partialDate('1968'),
      }),
    })
    await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: '张三',
        idNo: anIdNo('1980-01-02', 2),
        birthDate: partialDate('1980-01-02'),
        gender: '2',
      }),
    })
    await call('members.create', {
      fields: aMember({
        organizationId: otherBranchId,
        name: '单雄',
        idNo: anIdNo('1990-01-02', 3),
        birthDate: partialDate('1990-01-02'),
        personType: '2',
        regularOn: null,
        joinedOn: partialDate('2026-03-01'),
      }),
    })
    const names = async (input: object) =>
      (await call('members.list', { ...anyList, ...input })).rows.map((row) => row.record.name)
    return { ...test, names }
  }

  it('sorts by how surnames are read: 单 shan before 曾 zeng before 张 zhang', async () => {
    const { names } = await three()
    expect(await names({})).toEqual(['单雄', '曾建', '张三'])
    expect(await names({ sort: { field: 'birthDate', descending: true } })).toEqual(['单雄', '张三', '曾建'])
    expect(await names({ sort: { field: 'organizationId', descending: false } })).toEqual([
      '曾建',
      '张三',
      '单雄',
    ])
  })

  it('filters by subtree, code, range, age, emptiness and finding', async () => {
    const { names, branchId, communityId } = await three()
    expect(await names({ organizationId: branchId })).toEqual(['曾建', '张三'])
    expect(await names({ organizationId: communityId })).toHaveLength(3)
    expect(await names({ filters: [{ op: 'in', field: 'personType', values: ['2'] }] })).toEqual(['单雄'])
    expect(
      await names({ filters: [{ op: 'between', field: 'birthDate', from: '1940-01-01', to: '1980-01-02' }] }),
    ).toEqual(['曾建', '张三'])
    expect(
      await names({ filters: [{ op: 'between', field: 'joinedOn', from: '1968-01-01', to: '1968-12-31' }] }),
    ).toEqual(['曾建'])
    expect(await names({ filters: [{ op: 'age', of: 'age', from: 36, to: 46 }] })).toEqual(['单雄', '张三'])
    expect(await names({ filters: [{ op: 'empty', field: 'regularOn', empty: true }] })).toEqual(['单雄'])
    expect(await names({ filters: [{ op: 'finding', code: 'BIRTH_MISMATCH' }] })).toEqual([])
  })

  it('MEM-20: a range of 党龄 leaves out the months that do not count, and who has none yet', async () => {
    const { call, names, branchId } = await three()
    await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: '校正',
        idNo: anIdNo('1971-01-02', 7),
        partyAgeCorrectionMonths: 120,
      }),
    })
    const of = (from: number, to: number) => names({ filters: [{ op: 'age', of: 'partyAge', from, to }] })
    expect(await of(20, 20)).toEqual(['校正'])
    expect(await of(21, 40)).toEqual(['曾建', '张三'])
  })

  it('finds % and _ as themselves', async () => {
    const { call, names, branchId } = await three()
    await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: '百分',
        idNo: anIdNo('1991-01-02', 5),
        remark: '占100%',
      }),
    })
    expect(await names({ filters: [{ op: 'contains', field: 'remark', text: '0%' }] })).toEqual(['百分'])
    expect(await names({ filters: [{ op: 'contains', field: 'remark', text: '_' }] })).toEqual([])
  })

  it('drops a finding somebody answered for, until the answer is withdrawn', async () => {
    const { call, names, branchId } = await three()
    const { id } = await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: '错生',
        idNo: anIdNo('1991-01-02', 5),
        birthDate: partialDate('1992-01-02'),
      }),
    })
    const filters = [{ op: 'finding', code: 'BIRTH_MISMATCH' }]
    expect(await names({ filters })).toEqual(['错生'])
    const target = { subject: 'member', subjectId: id, code: 'BIRTH_MISMATCH' } as const
    await call('findings.override', { ...target, reason: '以档案为准' })
    expect(await names({ filters })).toEqual([])
    expect(
      (await call('members.get', { id })).findings.find(({ code }) => code === 'BIRTH_MISMATCH')
        ?.overriddenReason,
    ).toBe('以档案为准')
    await call('findings.withdrawOverride', target)
    expect(await names({ filters })).toEqual(['错生'])
  })
})
