import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { fixture, personRow, rosterHeader, workbook } from '../unit/imports/workbooks.ts'
import { preview } from './importsHarness.ts'
import { anIdNo, aStreet } from './samples.ts'
import { signedInCore } from './testCore.ts'

const idNo = anIdNo('1970-05-04', 1)

it('gives back the sheets as they came, every row in its place, with the problems beside them', async () => {
  const test = await signedInCore()
  await aStreet(test)
  const rows = [
    ['东环党员花名册'],
    [...rosterHeader],
    personRow(1, { idNo, name: '=cmd|calc' }),
    personRow(2, { idNo: '110105194912310021', name: '李四' }),
    personRow(3, { idNo: anIdNo('1980-06-05', 2), name: '王五', birthDate: '1981-06-05', gender: '女' }),
  ]
  const bytes = workbook({ 花名册: { rows, merges: ['A1:L1'] }, 说明: { rows: [['=不是公式'], ['二']] } })
  const shown = await preview(test, 'roster', '街道名册.xlsx', bytes)
  const { handle, name } = await test.call('imports.markedCopy', { previewId: shown.previewId })
  expect(name).toBe('街道名册-问题标注.xlsx')
  const copy = test.shelf.read(handle).bytes
  const book = read(copy, { type: 'array', cellStyles: true })
  expect(book.SheetNames).toEqual(['花名册', '说明'])
  const sheet = book.Sheets['花名册'] ?? {}
  const texts: unknown[][] = utils.sheet_to_json(sheet, { header: 1, raw: true })
  expect(texts[1]?.[12]).toBe('问题')
  expect(texts[2]?.slice(1, 12)).toEqual(personRow(1, { idNo, name: '=cmd|calc' }).slice(1, 12))
  expect(texts[2]?.[12]).toBeUndefined()
  expect(texts[3]?.[12]).toContain('校验位')
  expect(texts[3]?.[6]).toBe('110105194912310021')
  expect(texts[4]?.[12]).toContain('出生日期')
  expect(sheet['G4']?.s?.fgColor?.rgb).toBe('FFC7CE')
  expect(sheet['F5']?.s?.fgColor?.rgb).toBe('FFEB9C')
  expect(sheet['G5']?.s?.fgColor?.rgb).toBeUndefined()
  expect(strFromU8(unzipSync(copy)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>')
})

it('marks exactly the faulty rows of the street roster', async () => {
  const test = await signedInCore()
  const shown = await preview(test, 'roster', 'roster-street.xlsx', fixture('roster-street.xlsx'))
  const { handle } = await test.call('imports.markedCopy', { previewId: shown.previewId })
  const book = read(test.shelf.read(handle).bytes, { type: 'array' })
  const texts: unknown[][] = utils.sheet_to_json(book.Sheets['花名册'] ?? {}, { header: 1 })
  expect(texts).toHaveLength(628)
  expect(texts[53]?.[16]).toContain('身份证号相同')
  expect(texts[10]?.[16]).toContain('校验位')
})

it.each(['roster', 'organizations'] as const)(
  'makes a sample workbook for %s that imports as it stands',
  async (kind) => {
    const test = await signedInCore()
    const { handle, name } = await test.call('imports.sampleWorkbook', { kind })
    const shown = await preview(test, kind, name, test.shelf.read(handle).bytes)
    expect(shown.report.counts).toMatchObject({ blocked: 0, duplicate: 0 })
    expect(shown.report.counts.new).toBe(kind === 'roster' ? 1 : 2)
    expect(shown.report.findings.map(({ code }) => code)).toEqual(kind === 'roster' ? ['BRANCH_UNKNOWN'] : [])
    expect(shown.sheets[0]?.columns.every(({ field }) => field !== null)).toBe(true)
  },
)
