import { describe, expect, it } from 'vitest'
import type { EnterpriseFields } from '#shared/contract/enterprises.ts'
import { aCreditCode, anEnterprise } from './lostHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'

const everything = {
  organizationId: null,
  text: null,
  kind: null,
  coverForm: null,
  department: null,
  finding: null,
  coverage: null,
  offset: 0,
  limit: 50,
} as const

const nobody = { fullMembers: 0, probationaryMembers: 0, membersHere: 0, coverForm: 'none' } as const

/** Five units that meet each rate differently. */
async function aLedger() {
  const office = await anOffice()
  const units: readonly Partial<EnterpriseFields>[] = [
    { name: '甲公司' },
    {
      name: '乙商店',
      kind: 'GT',
      staff: 8,
      fullMembers: 1,
      probationaryMembers: 0,
      membersHere: 1,
      coverForm: 'joint',
    },
    { name: '丙工厂', ...nobody, staff: 180, instructor: null },
    { name: '丁事务所', kind: 'SH', ...nobody, staff: 60, instructor: null, liaison: '吴联络' },
    { name: '戊网店', kind: 'GT', ...nobody, staff: 3, instructor: null },
  ]
  for (const [i, unit] of units.entries())
    await office.call('enterprises.create', {
      fields: anEnterprise(office.branchId, { creditCode: aCreditCode(i + 1), ...unit }),
    })
  return office
}

describe('the ledger of 两新组织', () => {
  it('ORG-75: every rate opens exactly the names it counts', async () => {
    const { call } = await aLedger()
    const { rates, units } = await call('enterprises.summary', { organizationId: null })
    expect(units).toBe(5)
    expect(rates).toEqual({
      organization: { numerator: 2, denominator: 3 },
      work: { numerator: 3, denominator: 5 },
      withMember: { numerator: 1, denominator: 3 },
      withOrganization: { numerator: 1, denominator: 2 },
    })
    for (const rate of ['organization', 'work', 'withMember', 'withOrganization'] as const) {
      const names = async (standing: 'met' | 'unmet' | 'asked') =>
        (await call('enterprises.list', { ...everything, coverage: { rate, standing } })).rows.map(
          ({ fields }) => fields.name,
        )
      expect(await names('met')).toHaveLength(rates[rate].numerator)
      expect(await names('asked')).toHaveLength(rates[rate].denominator)
      expect(new Set([...(await names('met')), ...(await names('unmet'))])).toEqual(
        new Set(await names('asked')),
      )
    }
  })

  it('the number of a finding opens the units that have it', async () => {
    const { call } = await aLedger()
    const { findings } = await call('enterprises.summary', { organizationId: null })
    expect(findings.map(({ code }) => code)).toEqual(['ORG-72', 'ORG-71', 'ORG-74'])
    for (const { code, count } of findings)
      expect((await call('enterprises.list', { ...everything, finding: code })).total).toBe(count)
  })

  it('is filtered by kind, form and part of a name or code', async () => {
    const { call } = await aLedger()
    const names = async (filter: object) =>
      (await call('enterprises.list', { ...everything, ...filter })).rows.map(({ fields }) => fields.name)
    expect(await names({ kind: 'GT' })).toEqual(['乙商店', '戊网店'])
    expect(await names({ coverForm: 'joint' })).toEqual(['乙商店'])
    expect(await names({ text: '工厂' })).toEqual(['丙工厂'])
    expect(await names({ text: aCreditCode(4).slice(-6).toLowerCase() })).toEqual(['丁事务所'])
  })
})

describe('one unit', () => {
  it('keeps a wrong credit code with a finding: the licence may say so', async () => {
    const { call, branchId } = await anOffice()
    const fields = anEnterprise(branchId, { creditCode: '91310104ma0000001x' })
    const unit = await call('enterprises.create', { fields })
    expect(unit.fields.creditCode).toBe('91310104MA0000001X')
    expect(unit.findings.map(({ code, field }) => [code, field])).toEqual([['CREDIT_CODE', 'creditCode']])
  })

  it('a code that another unit has is said on both', async () => {
    const { call, branchId } = await anOffice()
    const first = await call('enterprises.create', { fields: anEnterprise(branchId) })
    await call('enterprises.create', { fields: anEnterprise(branchId, { name: '又一家' }) })
    const codes = (await call('enterprises.get', { id: first.id })).findings.map(({ code }) => code)
    expect(codes).toEqual(['CREDIT_CODE_TWICE'])
    const typed = await call('enterprises.check', { excludeId: first.id, fields: {} })
    expect(typed.findings.map(({ code }) => code)).toEqual(['CREDIT_CODE_TWICE'])
  })

  it('shows its phone masked, in the clear on request, and a form sends the mask back without harm', async () => {
    const { call, branchId } = await anOffice()
    const unit = await call('enterprises.create', { fields: anEnterprise(branchId) })
    expect(unit.fields.contactPhone).toBe('138****0001')
    const { fields } = unit
    await call('enterprises.update', { id: unit.id, version: 1, fields: { ...fields, staff: 130 } })
    expect(await call('enterprises.reveal', { id: unit.id })).toEqual({ contactPhone: '13800000001' })
    const { entries } = await call('activity.history', { kind: 'enterprise', id: unit.id })
    expect(entries.find(({ route }) => route === 'enterprises.update')?.fields).toEqual([
      expect.objectContaining({ label: '职工数', old: '120', new: '130' }),
    ])
  })

  it('refuses a second edit made from the same version, a 党小组 and a visit of tomorrow', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { id } = await call('enterprises.create', { fields: anEnterprise(branchId) })
    await call('enterprises.update', { id, version: 1, fields: { staff: 130 } })
    const second = await refusal('enterprises.update', { id, version: 1, fields: { staff: 140 } })
    expect(second.code).toBe('STALE_WRITE')
    const visit = await refusal('enterprises.update', { id, version: 2, fields: { visitedOn: '2026-11-22' } })
    expect(visit.fields).toHaveProperty('visitedOn')
    const nowhere = await refusal('enterprises.create', { fields: anEnterprise('id-none') })
    expect(nowhere.fields).toHaveProperty('organizationId')
  })

  it('goes to the trash and comes back; an edit is undone', async () => {
    const { call, branchId } = await anOffice()
    const { id } = await call('enterprises.create', { fields: anEnterprise(branchId) })
    await call('enterprises.update', { id, version: 1, fields: { staff: 130 } })
    const last = await call('activity.lastOwn', { kinds: ['enterprise'], recordId: id })
    await call('activity.undo', { seq: last?.seq ?? 0 })
    expect((await call('enterprises.get', { id })).fields.staff).toBe(120)
    await call('enterprises.trash', { id, version: 3, reason: '注销' })
    expect((await call('enterprises.list', everything)).total).toBe(0)
    await call('trash.restore', { items: [{ kind: 'enterprise', id }] })
    expect((await call('enterprises.list', everything)).total).toBe(1)
  })
})

it('a unit whose branch was dissolved goes along to the organisation above it', async () => {
  const { call, branchId, communityId } = await anOffice()
  const { id } = await call('enterprises.create', { fields: anEnterprise(branchId) })
  const { version } = await call('organizations.get', { id: branchId })
  const why = { happenedOn: '2026-11-20', docNo: null, reason: '调整' }
  await call('organizations.dissolve', { id: branchId, version, membersTo: null, ...why })
  const { findings, fields } = await call('enterprises.get', { id })
  expect(fields.organizationId).toBe(communityId)
  expect(findings).toEqual([])
})

describe('ORG-76: the list of departments', () => {
  it('has defaults, is changed by the street and not by a community', async () => {
    const { call, as } = await aStaffedOffice()
    const { departments } = await call('enterprises.departments', {})
    expect(departments).toContain('区委社会工作部')
    await call('enterprises.changeDepartments', { departments: ['区委两新工委', '区委两新工委'] })
    expect(await call('enterprises.departments', {})).toEqual({ departments: ['区委两新工委'] })
    const refused = await as('communityClerk').refusal('enterprises.changeDepartments', {
      departments: ['别的'],
    })
    expect(refused.code).toBe('FORBIDDEN')
  })
})
