import { read, utils } from '@e965/xlsx'
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
  expect(roster[0]?.[0]).toBe('中共新桥街道工作委员会党员花名册')
  expect(roster[1]?.[0]).toBe('截至2026年5月8日　共120名，其中正式党员109名、预备党员11名')
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
  expect(rows('党员花名册').at(-1)?.[0]).toBe(
    '导出账号：admin　导出时间：2026-05-09 10:31　含个人信息，注意保管',
  )
})

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
