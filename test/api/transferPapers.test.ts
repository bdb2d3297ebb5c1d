import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { newest } from './activityHarness.ts'
import { aMember, anIdNo, aStaffedOffice } from './samples.ts'
import { aComing, anIssued } from './transfersHarness.ts'

const idNo = anIdNo('1970-05-04', 1)

async function anOfficeWithALetter() {
  const office = await aStaffedOffice()
  const root = await office.call('organizations.get', { id: office.rootId })
  await office.call('organizations.update', {
    id: root.id,
    version: root.version,
    fields: { hasApprovalRight: true, address: '和平路1号', contactPhone: '010-60000000' },
  })
  const member = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, mobile: '13911112222' }),
  })
  const issued = await anIssued(office, member.id)
  const textOf = (handle: string, part: string) =>
    strFromU8(unzipSync(office.shelf.read(handle).bytes)[part] ?? new Uint8Array()).replaceAll(/<[^>]+>/g, '')
  return { office, member, issued, textOf }
}

describe('the letter', () => {
  it('prints the whole number, and is logged as such before it can be had', async () => {
    const { office, issued, textOf } = await anOfficeWithALetter()
    const { file, missing } = await office.call('transfers.exportLetter', { id: issued.id })
    const text = textOf(file.handle, 'word/document.xml')
    expect(text).toContain(idNo)
    expect(text).toContain('和平路1号')
    expect(text).toContain('有效期叁拾天')
    expect(missing.map(({ label }) => label)).toEqual(['基层党委邮编', '基层党委传真'])
    expect(file.name).toBe('2026-东环第一党支部-介绍信-组织关系介绍信-王小明.docx')
    expect(await newest(office)).toMatchObject({ title: '打印组织关系介绍信' })
  })

  it('names the committee with the right to approve to a community’s clerk too', async () => {
    const { office, textOf } = await anOfficeWithALetter()
    const clerk = office.as('communityClerk')
    const other = await clerk.call('members.create', {
      fields: aMember({ organizationId: office.branchId, idNo: anIdNo('1970-05-04', 3), name: '李四' }),
    })
    const { fields } = await clerk.call('transfers.start', {
      direction: 'out',
      memberId: other.id,
      organizationId: null,
    })
    expect(fields).toMatchObject({
      fromOrg: '中共测试街道测试街道党工委',
      fromUnit: '中共测试街道东环第一党支部',
    })
    const { id } = await anIssued(clerk, other.id, { letterNo: '2026-002' })
    const { file } = await clerk.call('transfers.exportLetter', { id })
    expect(textOf(file.handle, 'word/document.xml')).toContain('010-60000000')
  })

  it('is not for who may not look at whole numbers', async () => {
    const { office, issued, member } = await anOfficeWithALetter()
    const leader = office.as('leader')
    expect(await leader.refusal('transfers.exportLetter', { id: issued.id })).toMatchObject({
      code: 'FORBIDDEN',
    })
    const certificate = { memberId: member.id, toOrg: null, reason: null, months: 3, from: '2026-11-01' }
    expect(await leader.refusal('transfers.exportCertificate', certificate)).toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('is printed for nobody who comes', async () => {
    const { office } = await anOfficeWithALetter()
    const coming = await office.call('transfers.create', aComing(office.branchId))
    expect(await office.refusal('transfers.exportLetter', { id: coming.id })).toMatchObject({
      messageZh: expect.stringContaining('由对方开具'),
    })
  })
})

describe('the certificate', () => {
  it('is for six months at most (TRF-06)', async () => {
    const { office, member, textOf } = await anOfficeWithALetter()
    const asked = { memberId: member.id, toOrg: '光明街道党工委', reason: '培训', from: '2026-11-01' }
    const refused = await office.refusal('transfers.exportCertificate', { ...asked, months: 7 })
    expect(refused.fields).toMatchObject({ months: expect.stringContaining('6 个月以内') })
    const { file } = await office.call('transfers.exportCertificate', { ...asked, months: 6 })
    expect(textOf(file.handle, 'word/document.xml')).toContain(idNo)
    expect((await office.call('members.get', { id: member.id })).record.partyStatus).toBe('ZC')
  })
})

describe('the register and the table of receipts', () => {
  const asked = { year: null, organizationId: null } as const

  it('lists every transfer, without numbers of persons', async () => {
    const { office, textOf } = await anOfficeWithALetter()
    await office.call('transfers.create', aComing(office.branchId))
    const { file, rows } = await office.call('transfers.exportTable', {
      ...asked,
      table: 'register',
      format: 'docx',
    })
    const text = textOf(file.handle, 'word/document.xml')
    expect(rows).toBe(2)
    expect(text).toContain('王小明')
    expect(text).toContain('光组〔2026〕15号')
    expect(text).not.toContain(idNo)
    expect(text).not.toContain('13911112222')
  })

  it('tracks only what is under way, with the days left', async () => {
    const { office, issued, textOf } = await anOfficeWithALetter()
    const asWorkbook = { ...asked, table: 'receipts', format: 'xlsx' } as const
    const before = await office.call('transfers.exportTable', asWorkbook)
    expect(textOf(before.file.handle, 'xl/sharedStrings.xml')).toContain('待接收，余19天')
    await office.call('transfers.receipt', {
      id: issued.id,
      version: issued.version,
      on: '2026-11-20',
      receivedOn: null,
    })
    expect((await office.call('transfers.exportTable', asWorkbook)).rows).toBe(0)
  })

  it('takes one year where one is asked for', async () => {
    const { office } = await anOfficeWithALetter()
    const of = async (year: number) =>
      (await office.call('transfers.exportTable', { ...asked, table: 'register', format: 'docx', year })).rows
    expect(await of(2026)).toBe(1)
    expect(await of(2025)).toBe(0)
  })
})
