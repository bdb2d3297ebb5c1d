import { readFileSync } from 'node:fs'
import { type CellObject, type WorkSheet, utils, write } from '@e965/xlsx'
import { checkDigit } from '#shared/lib/idNumber.ts'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

export function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url))
}

export type Row = readonly (string | number | boolean | CellObject | null)[]

export interface SheetSpec {
  readonly rows: readonly Row[]
  /** A1:C1 */
  readonly merges?: readonly string[]
  readonly isHidden?: boolean
  readonly hiddenRows?: readonly number[]
}

function sheetOf({ rows, merges = [], hiddenRows = [] }: SheetSpec): WorkSheet {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merges.map((range) => utils.decode_range(range))
  const rowInfo: { hidden: boolean }[] = []
  for (const row of hiddenRows) rowInfo[row - 1] = { hidden: true }
  sheet['!rows'] = rowInfo
  return sheet
}

/** A real workbook file; cells may be given whole ({t, v, f, z}). */
export function workbook(
  sheets: Readonly<Record<string, SheetSpec>>,
  bookType: 'xlsx' | 'xls' = 'xlsx',
  date1904 = false,
): Uint8Array {
  const book = utils.book_new()
  for (const [name, spec] of Object.entries(sheets)) utils.book_append_sheet(book, sheetOf(spec), name)
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: Object.entries(sheets).map(([name, { isHidden }]) => ({
      name,
      Hidden: isHidden === true ? 1 : 0,
    })),
  }
  const bytes: Uint8Array = new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }))
  return bytes
}

/** The same file with some of its parts replaced or added: what an attacker or an odd program would write. */
export function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | Uint8Array>>,
): Uint8Array {
  const changed = Object.entries(parts).map(
    ([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const,
  )
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(changed) })
}

export function partText(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
}

export const rosterHeader = [
  '序号',
  '所在党支部',
  '姓名',
  '性别',
  '民族',
  '出生日期',
  '公民身份号码',
  '学历',
  '入党日期',
  '转正日期',
  '人员类别',
  '手机号码',
] as const

interface Person {
  readonly name?: string
  readonly idNo?: string | number | CellObject | null
  readonly branch?: string | null
  readonly gender?: string | null
  readonly ethnicity?: string | null
  readonly birthDate?: string | number | CellObject | null
  readonly education?: string | null
  readonly joinedOn?: string | number | CellObject | null
  readonly regularOn?: string | number | CellObject | null
  readonly personType?: string | null
  readonly mobile?: string | number | null
}

/** A line under rosterHeader; the rest is a sound record of a man born 1970-05-04. */
export function personRow(number: number, person: Person = {}): Row {
  const whole: Required<Person> = {
    name: '王小明',
    idNo: `11010519700504001${checkDigit('11010519700504001')}`,
    branch: '东环第一党支部',
    gender: '男',
    ethnicity: '汉族',
    birthDate: '1970-05-04',
    education: '大学',
    joinedOn: '1995-07-01',
    regularOn: '1996-07-01',
    personType: '正式党员',
    mobile: '13800000001',
    ...person,
  }
  const {
    branch,
    name,
    gender,
    ethnicity,
    birthDate,
    idNo,
    education,
    joinedOn,
    regularOn,
    personType,
    mobile,
  } = whole
  return [
    number,
    branch,
    name,
    gender,
    ethnicity,
    birthDate,
    idNo,
    education,
    joinedOn,
    regularOn,
    personType,
    mobile,
  ]
}

/** One sheet 花名册 with the usual header in row 1. */
export function rosterWorkbook(people: readonly Row[], bookType: 'xlsx' | 'xls' = 'xlsx'): Uint8Array {
  return workbook({ 花名册: { rows: [[...rosterHeader], ...people] } }, bookType)
}
