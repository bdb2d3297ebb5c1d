import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'

const wanted = {
  organizationId: null,
  unmasked: false,
  purpose: null,
  columns: null,
  asOf: null,
  jobId: null,
} as const

describe('exporting the roster', () => {
  it('is logged with who, what, how many rows and what for', async () => {
    const test = await anOffice()
    await test.call('members.create', { fields: aMember({ organizationId: test.branchId }) })
    const refused = await test.refusal('documents.exportRoster', {
      ...wanted,
      format: 'docx',
      unmasked: true,
    })
    expect(refused.fields?.['purpose']).toContain('用途')
    expect((await test.call('system.verify', {})).counts).toMatchObject({ documentExports: 0 })
    await test.call('documents.exportRoster', {
      ...wanted,
      format: 'docx',
      unmasked: true,
      purpose: '年报核对',
    })
    expect((await test.call('system.verify', {})).counts).toMatchObject({ documentExports: 1 })
  })

  it('counts those in good standing only, by name, and lists what is missing with whose it is', async () => {
    const { call, branchId } = await anOffice()
    const add = (name: string, order: number, fields = {}) =>
      call('members.create', {
        fields: aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', order), ...fields }),
      })
    await add('张三', 1)
    await add('李四', 3, { education: null })
    await add('王五', 5, { partyStatus: 'SW' })
    const { rows, missing } = await call('documents.exportRoster', {
      ...wanted,
      organizationId: branchId,
      format: 'xlsx',
    })
    expect(rows).toBe(2)
    expect(missing).toEqual([{ label: '学历', where: expect.stringContaining('李四') }])
  })

  it('names the file by year, unit, kind and title, never by a number of a person', async () => {
    const { call, branchId } = await anOffice()
    await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const { file } = await call('documents.exportRoster', {
      ...wanted,
      organizationId: branchId,
      format: 'docx',
    })
    expect(file.name).toBe('2026-东环第一党支部-名册-党员花名册.docx')
  })

  it('puts ID numbers into the file in the clear only when asked for', async () => {
    const { call, shelf, branchId } = await anOffice()
    const idNo = anIdNo('1970-05-04', 1)
    await call('members.create', { fields: aMember({ organizationId: branchId, idNo }) })
    const text = async (unmasked: boolean) => {
      const { file } = await call('documents.exportRoster', {
        ...wanted,
        format: 'docx',
        unmasked,
        purpose: '核对',
      })
      return strFromU8(unzipSync(shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array())
    }
    expect(await text(false)).not.toContain(idNo)
    expect(await text(true)).toContain(idNo)
  })

  it('as of a day that has passed lists people where they were, as they were then', async () => {
    const { call, shelf, branchId, otherBranchId } = await anOffice()
    const add = (name: string, order: number, fields = {}) =>
      call('members.create', {
        fields: aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', order), ...fields }),
      })
    const { id, version } = await add('张三', 1)
    await add('李四', 3, { partyStatus: 'SW', partyStatusOn: partialDate('2026-06-01') })
    await add('王五', 5, { joinedOn: partialDate('2026-05-01'), regularOn: null, personType: '2' })
    await add('赵六', 7, { joinedOn: partialDate('2024-07-01'), regularOn: partialDate('2026-07-01') })
    await call('memberships.move', {
      members: [{ id, version }],
      toId: otherBranchId,
      groupId: null,
      how: 'moved',
      on: dateOnly('2026-03-01'),
      reason: '调整',
      docNo: null,
    })
    const { file, rows } = await call('documents.exportRoster', {
      ...wanted,
      asOf: dateOnly('2025-12-31'),
      organizationId: branchId,
      format: 'docx',
    })
    expect(rows).toBe(3)
    const xml = strFromU8(unzipSync(shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array())
    const text = xml.replaceAll(/<[^>]+>/g, '')
    expect(text).toContain('截至2025年12月31日')
    expect(text).toContain('共3名，其中正式党员2名、预备党员1名')
    expect(text).toContain('本名册按2025年12月31日的组织关系编列')
    for (const name of ['张三', '李四', '赵六']) expect(text).toContain(name)
    expect(text).not.toContain('王五')
    expect(file.name).toBe('2025-东环第一党支部-名册-党员花名册.docx')
  })

  it('is not made for a day to come', async () => {
    const { refusal } = await anOffice()
    const tomorrow = { ...wanted, asOf: dateOnly('2026-11-22'), format: 'xlsx' } as const
    expect((await refusal('documents.exportRoster', tomorrow)).fields?.['asOf']).toContain('不能晚于今天')
  })
})
