import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { memberRosterXlsx } from '#core/documents/memberRosterXlsx.ts'
import { standardRosterColumns } from '#shared/domain/rosterColumns.ts'
import type { MemberRosterValues } from '#core/documents/values.ts'
import { memberFields } from '#shared/domain/memberFields.ts'
import { aRoster, aTree } from './rosterSample.ts'

async function readBack(options: Partial<MemberRosterValues> = {}) {
  const { bytes, missing } = await memberRosterXlsx(
    aRoster({ columns: ['sequence', ...standardRosterColumns.xlsx], ...options }),
  )
  const workbook = read(bytes, { cellNF: true })
  const rows = (name: string) =>
    utils.sheet_to_json<unknown[]>(workbook.Sheets[name] ?? {}, { header: 1, defval: '' })
  return { workbook, rows, missing }
}

it('has title rows, one head row of the field labels, then one row a person in tree order', async () => {
  const { rows } = await readBack({ groups: aTree(4, 120) })
  const roster = rows('党员花名册')
  expect(roster[0]?.[2]).toBe('中共新桥街道工作委员会党员花名册')
  expect(roster[1]?.[2]).toBe('截至2026年5月8日　共120名，其中正式党员109名、预备党员11名')
  expect(roster[2]?.slice(0, 4)).toEqual(['序号', '姓名', '性别', memberFields.idNo.label])
  expect(roster.slice(3, 123).map((row) => row[0])).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  )
})

it('writes ID numbers and phones as text', async () => {
  const { workbook } = await readBack()
  const sheet = workbook.Sheets['党员花名册'] ?? {}
  expect(sheet['D4']).toMatchObject({ t: 's', z: '@' })
  expect(String(sheet['D4'].v)).toMatch(/^\d{17}[\dX]$/)
  expect(sheet['L4']).toMatchObject({ t: 's', z: '@', v: '13810000000' })
})

it('ends with who took it out and when', async () => {
  const { rows } = await readBack()
  expect(rows('党员花名册').at(-1)?.[2]).toBe(
    '导出账号：admin　导出时间：2026-05-09 10:31　含个人信息，注意保管',
  )
})

it.each(['full', 'masked'] as const)(
  '%s prints it at the foot of every page of every sheet',
  async (privacy) => {
    const { bytes } = await memberRosterXlsx(
      aRoster({ columns: ['sequence', ...standardRosterColumns.xlsx], groups: aTree(4, 120), privacy }),
    )
    const parts = unzipSync(bytes)
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))
    expect(sheets.length).toBeGreaterThan(1)
    for (const name of sheets)
      expect(strFromU8(parts[name] ?? new Uint8Array())).toMatch(
        /<pageSetup [^>]*><headerFooter><oddFooter>&amp;C导出账号：admin　导出时间：2026-05-09 10:31[^<]*<\/oddFooter><\/headerFooter>/,
      )
  },
)

it('has the statistics on a sheet of their own, as numbers', async () => {
  const { rows } = await readBack({ groups: aTree(4, 120) })
  const statistics = rows('分类统计')
  const at = statistics.findIndex((row) => row[0] === '性别构成')
  expect(statistics.slice(at + 1, at + 5)).toEqual([
    ['类别', '人数', '其中：女'],
    ['男', 60, 0],
    ['女', 60, 1],
    ['合计', 120, 1],
  ])
})

it('leaves a gap empty and lists it', async () => {
  const { rows, missing } = await readBack({ groups: aTree(4, 120) })
  expect(JSON.stringify(rows('党员花名册'))).not.toContain('＿')
  expect(rows('缺项清单')).toHaveLength(missing.length + 1)
  expect(rows('缺项清单')[1]).toEqual(['第1党支部', '李敏', '民族'])
})

it('masks when asked', async () => {
  const { rows } = await readBack({ privacy: 'masked' })
  const text = JSON.stringify(rows('党员花名册'))
  expect(text).not.toMatch(/\d{15}/)
  expect(text).not.toMatch(/1\d{10}/)
  expect(text).not.toContain('501')
})

it('begins no line of its own in the columns that every page across repeats, unless one page holds all', async () => {
  const wide = (await readBack()).rows('党员花名册')
  for (const row of [wide[0], wide[1], wide.at(-1)]) expect(row?.slice(0, 2)).toEqual(['', ''])
  const narrow = (await readBack({ columns: ['sequence', 'name', 'gender'] })).rows('党员花名册')
  expect(narrow[0]?.[0]).toBe('中共新桥街道工作委员会党员花名册')
})

it('wraps every text of a person and gives a long title its lines', async () => {
  const { bytes } = await memberRosterXlsx(
    aRoster({
      columns: ['sequence', ...standardRosterColumns.xlsx],
      organizationName: '中共新桥街道两新组织（商务楼宇、物业服务企业、个体工商户）联合党支部委员会',
    }),
  )
  const workbook = read(bytes, { cellStyles: true })
  expect(workbook.Sheets['分类统计']?.['!rows']?.[0]?.hpt).toBeGreaterThan(40)
  const parts = unzipSync(bytes)
  const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  const formats =
    part('xl/styles.xml')
      .split('<cellXfs')[1]
      ?.match(/<xf .*?(?:<\/xf>|\/>)/g) ?? []
  const row = /<row r="4".*?<\/row>/s.exec(part('xl/worksheets/sheet1.xml'))?.[0] ?? ''
  const cells = [...row.matchAll(/ s="(\d+)"/g)].map((match) => formats[Number(match[1])] ?? '')
  expect(cells).toHaveLength(standardRosterColumns.xlsx.length + 1)
  expect(cells.every((format) => format.includes('wrapText="1"'))).toBe(true)
})

it('says below the people which organisations have none', async () => {
  const empty = { path: [], organizationName: '第九党支部', people: [] }
  const { rows } = await readBack({ groups: [empty, ...aTree(4, 12)] })
  expect(rows('党员花名册').at(-2)?.[2]).toBe('第九党支部：无在册党员。')
  const nobody = await readBack({ groups: [] })
  expect(nobody.workbook.SheetNames).toEqual(['党员花名册'])
  expect(nobody.rows('党员花名册')[3]?.[2]).toBe('无在册党员。')
})
