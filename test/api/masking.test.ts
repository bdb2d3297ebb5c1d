import { describe, expect, it } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { roleHasRight, roles } from '#shared/contract/rights.ts'
import { isRouteName, type RouteName, routes } from '#shared/contract/routes.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { personRow, rosterHeader, workbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { readTables } from './ledgerCopy.ts'
import { anOfficeFor, aStandardOffice, type StandardOffice, staffOfRole } from './office.ts'
import { firstAddress } from './place.ts'
import { routeSamples } from './routeSamples.ts'

const names = Object.keys(routes).filter((name) => isRouteName(name))

/** The ones that are for showing them. */
const revealing: RouteName = 'members.reveal'
const revealingContact: RouteName = 'meetings.revealContact'

/** Everybody's numbers and addresses as they stand in the database, and one that only the history has. */
async function secretsOf({ dataDir, east, west }: StandardOffice): Promise<readonly string[]> {
  const { members = [] } = await readTables(dataDir)
  const sensitive = ['id_no', 'mobile', 'phone', 'hukou', 'address']
  const now = members.flatMap((row) =>
    sensitive.flatMap((column) => (row[column] === null ? [] : String(row[column]))),
  )
  return [...now, ...[east, west].map(({ stem }) => firstAddress(stem))]
}

describe('full ID numbers, phones and addresses', () => {
  it.each(names.filter((name) => name !== revealing && name !== revealingContact))(
    'are in no answer of %s',
    async (name) => {
      const office = await anOfficeFor(name)
      const secrets = await secretsOf(office)
      expect(secrets.length).toBeGreaterThan(10)
      const { right } = routes[name]
      const inputs = [await routeSamples[name].input(office, office.east), routeSamples[name].everything]
      for (const role of roles.filter((each) => roleHasRight(each, right)))
        for (const input of inputs) {
          const { session } = office.as[staffOfRole[role]]
          const text = JSON.stringify(await office.core.call(name, input, session))
          expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
        }
    },
  )

  it('are in the answer of members.reveal', async () => {
    const { as, east } = await aStandardOffice()
    const { idNo, mobile } = await as.east.call('members.reveal', { id: east.memberId })
    expect({ idNo, mobile }).toEqual({ idNo: east.idNo, mobile: east.mobile })
  })

  it('are masked in a list also where the asker has the right to see them', async () => {
    const { as, east } = await aStandardOffice()
    const { record } = await as.street.call('members.get', { id: east.memberId })
    expect(record).toMatchObject({
      idNo: maskIdNo(east.idNo),
      mobile: '139****0100',
      address: '东环新苑****',
    })
  })

  it('are masked in a preview also where they stand in the wrong column', async () => {
    const { as, shelf, ...office } = await aStandardOffice()
    const idNo = '110105197005049018'
    const rows = [
      [...rosterHeader, '备注'],
      [...personRow(1, { name: idNo, idNo: '13912345678', mobile: idNo }), `张三 ${idNo}`],
      [...personRow(3, { name: '李四', branch: idNo }), null],
      [...personRow(2, { name: '张三', ethnicity: '110105 19700504 9018', education: '139-1234-5678' })],
    ]
    const test = { ...office, shelf, ...as.east }
    const shown = await preview(test, 'roster', '名册.xlsx', workbook({ 花名册: { rows } }))
    const page = { outcome: null, onlyFindings: false, offset: 0, limit: 50 }
    const listed = await as.east.call('imports.rows', { previewId: shown.previewId, ...page })
    const text = JSON.stringify([shown, listed])
    for (const secret of [idNo, '13912345678', '110105 19700504 9018', '139-1234-5678'])
      expect(text).not.toContain(secret)
    expect(shown.unknownBranches[0]?.name).toBe('110105********9018')
  })
})

describe('looking at full numbers', () => {
  const looks = async ({ as }: StandardOffice) => {
    const any = { accountId: null, kind: null, from: null, to: null, text: null, offset: 0, limit: 50 }
    const { rows } = await as.auditor.call('audit.list', { ...any, route: revealing })
    return rows.map(({ accountName, changeCount }) => ({ accountName, changeCount }))
  }

  it('is logged once for a record and a session, by whom', async () => {
    const office = await aStandardOffice()
    const { as, east } = office
    await as.east.call('members.reveal', { id: east.memberId })
    await as.east.call('members.reveal', { id: east.memberId })
    expect(await looks(office)).toEqual([{ accountName: 'east账号', changeCount: 1 }])
    await as.east.call('members.reveal', { id: east.groupedId })
    await as.street.call('members.reveal', { id: east.memberId })
    expect((await looks(office)).map(({ accountName }) => accountName)).toEqual([
      '测试员',
      'east账号',
      'east账号',
    ])
  })

  it.each(['leader', 'administrator', 'auditor'] as const)('is no right of the %s', async (staff) => {
    const { as, east } = await aStandardOffice()
    expect(await as[staff].refusal('members.reveal', { id: east.memberId })).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})

describe('an export in the clear', () => {
  const wanted = {
    organizationId: null,
    format: 'xlsx',
    columns: null,
    asOf: null,
    jobId: null,
    unmasked: true,
  } as const

  it('is refused to the leader, who gets the masked one', async () => {
    const { as } = await aStandardOffice()
    const refusal = await as.leader.refusal('documents.exportRoster', { ...wanted, purpose: '看看' })
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', messageZh: expect.stringContaining('隐去后的名册') })
    const { rows } = await as.leader.call('documents.exportRoster', {
      ...wanted,
      unmasked: false,
      purpose: null,
    })
    expect(rows).toBeGreaterThan(0)
  })

  it.each(['docx', 'xlsx'] as const)(
    'names in its foot the account and the time, and so does the masked one (.%s)',
    async (format) => {
      const { as, shelf, dataDir } = await aStandardOffice()
      const printed: number[] = []
      for (const unmasked of [true, false]) {
        const { file, rows } = await as.east.call('documents.exportRoster', {
          ...wanted,
          format,
          unmasked,
          purpose: '年报核对',
        })
        printed.push(rows)
        const parts = Object.entries(unzipSync(shelf.read(file.handle).bytes))
        const feet = parts
          .filter(([name]) => /footer\d+\.xml$|worksheets\/sheet\d+\.xml$/.test(name))
          .map(([, part]) => strFromU8(part))
        expect(
          feet.some((foot) => foot.includes('导出账号：east账号（east）　导出时间：2026-11-21 10:00')),
        ).toBe(true)
      }
      const { document_exports: exports = [] } = await readTables(dataDir)
      expect(exports.filter(({ document }) => document === `党员花名册.${format}`).slice(-2)).toMatchObject([
        { is_unmasked: 1, purpose: '年报核对', rows: printed[0] },
        { is_unmasked: 0, rows: printed[1] },
      ])
      expect(Math.min(...printed)).toBeGreaterThan(0)
    },
  )
})
