import type { CellObject } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { codesOf, readPeople } from './readPeople.ts'
import { partText, personRow, rosterHeader, rosterWorkbook, withParts, workbook } from './workbooks.ts'

type DateCell = string | number | CellObject

function read(joinedOn: DateCell, date1904 = false) {
  const row = personRow(1, { joinedOn })
  const bytes = workbook({ 花名册: { rows: [[...rosterHeader], row] } }, 'xlsx', date1904)
  const { people } = readPeople(bytes)
  return { value: people[0]?.values.get('joinedOn'), codes: codesOf(people[0]?.findings ?? []) }
}

it.each<readonly [DateCell, string]>([
  ['1998.07', '1998-07'],
  ['199807', '1998-07'],
  ['1998年7月', '1998-07'],
  ['1998-7-1', '1998-07-01'],
  ['1998年7月1日', '1998-07-01'],
  ['1998.7.1', '1998-07-01'],
  ['1998/07/01', '1998-07-01'],
  ['19980701', '1998-07-01'],
  ['１９９８．０７', '1998-07'],
  ["'1998-07-01", '1998-07-01'],
  [' 1998 年 7 月 ', '1998-07'],
  ['1998', '1998'],
  [199807, '1998-07'],
  [19980701, '1998-07-01'],
  [1998.07, '1998-07'],
  [35977, '1998-07-01'],
  ['35977', '1998-07-01'],
])('reads the joining date %j as %s', (cell, expected) => {
  expect(read(cell)).toEqual({ value: expected, codes: [] })
})

it.each(['98.7', '1998年13月', '1998-02-30', '大约1998年', '七八年'])('does not guess at %s', (cell) => {
  expect(read(cell)).toEqual({ value: undefined, codes: ['DATE_UNREADABLE'] })
})

it('does not take the number 1998.1 for January: it may be October with its nought lost', () => {
  expect(read(1998.1)).toEqual({ value: undefined, codes: ['DATE_UNREADABLE'] })
  expect(read({ t: 'n', v: 1998.1, z: '0.00' })).toEqual({ value: '1998-10', codes: [] })
})

it('keeps a date that the sheet shows to the month as a month', () => {
  expect(read({ t: 'n', v: 35977, z: 'yyyy"年"m"月"' }).value).toBe('1998-07')
  expect(read({ t: 'n', v: 35977, z: 'yyyy.mm' }).value).toBe('1998-07')
  expect(read({ t: 'n', v: 35977, z: 'yyyy"年"m"月"d"日"' }).value).toBe('1998-07-01')
  expect(read({ t: 'n', v: 35977, z: 'm/d/yy' }).value).toBe('1998-07-01')
  expect(read({ t: 'n', v: 35977.75, z: 'yyyy-mm-dd hh:mm' }).value).toBe('1998-07-01')
})

it('knows the formats Chinese Excel uses without writing them down (57 is 年月, 31 is 年月日)', () => {
  const bytes = rosterWorkbook([personRow(1, { joinedOn: { t: 'n', v: 35977, z: 'yyyy.mm' } })])
  const styles = partText(bytes, 'xl/styles.xml')
  const own = /<numFmt numFmtId="(\d+)" formatCode="yyyy\.mm"\/>/.exec(styles)?.[1] ?? ''
  const withFormat = (id: number) =>
    withParts(bytes, { 'xl/styles.xml': styles.replaceAll(`<xf numFmtId="${own}"`, `<xf numFmtId="${id}"`) })
  expect(readPeople(withFormat(57)).people[0]?.values.get('joinedOn')).toBe('1998-07')
  expect(readPeople(withFormat(31)).people[0]?.values.get('joinedOn')).toBe('1998-07-01')
})

it('counts from 1904 in the workbooks that do', () => {
  expect(read({ t: 'n', v: 35977 - 1462, z: 'yyyy-mm-dd' }, true).value).toBe('1998-07-01')
  expect(read(35977 - 1462, true).value).toBe('1998-07-01')
})

it('reads Excel’s day 60, which never was, as no date', () => {
  expect(read({ t: 'n', v: 60, z: 'yyyy-mm-dd' }).codes).toEqual(['DATE_UNREADABLE'])
})

it('does not take a date after today', () => {
  expect(read('2026-11-22')).toEqual({ value: undefined, codes: ['DATE_IN_FUTURE'] })
  expect(read('2026-11-21')).toEqual({ value: '2026-11-21', codes: [] })
})

it('reads dates of an .xls as it does those of an .xlsx', () => {
  const bytes = rosterWorkbook([personRow(1, { joinedOn: { t: 'n', v: 35977, z: 'yyyy"年"m"月"' } })], 'xls')
  expect(readPeople(bytes).people[0]?.values.get('joinedOn')).toBe('1998-07')
})
