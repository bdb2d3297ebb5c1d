import { findCode, findCodes, codeTables } from '#shared/labels/codeTables.ts'
import type { CodeTableName, FieldKind } from '#shared/domain/memberFields.ts'
import { fromCellNumber, isPartialDate, parseWrittenDate, type PartialDate } from '#shared/lib/dates.ts'
import {
  cleanName,
  isMobile,
  meansNothing,
  normalisePhone,
  parseYesNo,
  stripSpaces,
  toHalfWidth,
} from '#shared/lib/text.ts'
import { type GridCell, cellText } from './workbookGrid.ts'

export type FieldValue = string | number | boolean | readonly string[]

/** A value, nothing, or why the text cannot be a value: Chinese, what to do included, the text itself left out. */
export type Reading =
  | { readonly is: 'value'; readonly value: FieldValue }
  | { readonly is: 'nothing' }
  | { readonly is: 'problem'; readonly code: string; readonly why: string }

const nothing: Reading = { is: 'nothing' }

function value(value: FieldValue): Reading {
  return { is: 'value', value }
}

function problem(code: string, why: string): Reading {
  return { is: 'problem', code, why }
}

/** Line breaks and runs of spaces to one space; quotes that force text in old Excel dropped. */
export function plainText(cell: GridCell): string {
  return cellText(cell)
    .trim()
    .replace(/^['’‘`]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function readDate(cell: GridCell, date1904: boolean): Reading {
  const date = dateOf(cell, date1904)
  if (date !== null) return value(date)
  if (meansNothing(cellText(cell))) return nothing
  const isTenth = typeof cell === 'number' && /^\d{4}\.1$/.test(String(cell))
  return problem(
    'DATE_UNREADABLE',
    isTenth
      ? '表格把它存成了数字，分不清是 1 月还是 10 月，请把该列设为文本后重填'
      : '看不出是哪一天，请写成 1968、1968.07 或 1968.7.1',
  )
}

/** Null for what is no date or cannot be told without guessing. */
export function dateOf(cell: GridCell, date1904: boolean): PartialDate | null {
  if (typeof cell === 'number') return fromCellNumber(cell, date1904)
  const text = cellText(cell)
  if (cell !== null && typeof cell === 'object') {
    if (cell.kind === 'date') return isPartialDate(text) ? text : null
    if (cell.kind === 'number') return fromCellNumber(Number(text), date1904)
  }
  const written = parseWrittenDate(text)
  // A serial that lost its format: five digits are no written date.
  return written ?? (/^\d{5}$/.test(text.trim()) ? fromCellNumber(Number(text.trim()), date1904) : null)
}

function readCode(table: CodeTableName, text: string): Reading {
  const code = findCode(table, text)
  if (code !== null) return value(code)
  if (meansNothing(text)) return nothing
  const names = codeTables[table].map(({ name }) => name)
  const some = names.slice(0, 6).join('、')
  return problem('VALUE_UNKNOWN', `不在可选的值里，请改为${some}${names.length > 6 ? '等' : ''}`)
}

function readCodes(table: CodeTableName, text: string): Reading {
  if (meansNothing(text)) return nothing
  const codes = findCodes(table, text)
  return codes === null
    ? problem('VALUE_UNKNOWN', '其中有不认识的值，请改为列表中的值，用顿号分开')
    : value(codes)
}

function readYesNo(text: string): Reading {
  const answer = parseYesNo(text)
  if (answer !== null) return value(answer)
  return meansNothing(text) ? nothing : problem('VALUE_UNKNOWN', '应写“是”或“否”')
}

function readInteger(text: string, min: number, max: number): Reading {
  if (meansNothing(text)) return nothing
  const digits = /^(\d{1,6})(?:个?月|年)?$/.exec(stripSpaces(toHalfWidth(text)))
  const number = Number(digits?.[1] ?? Number.NaN)
  return number >= min && number <= max
    ? value(number)
    : problem('VALUE_UNKNOWN', `应为 ${min} 到 ${max} 的整数`)
}

function readMobile(text: string): Reading {
  if (meansNothing(text)) return nothing
  const mobile = normalisePhone(text)
  return isMobile(mobile) ? value(mobile) : problem('MOBILE_UNREADABLE', '不是 11 位手机号码，请核对')
}

function readText(text: string, max: number): Reading {
  if (text === '') return nothing
  return text.length <= max ? value(text) : problem('VALUE_TOO_LONG', `超过 ${max} 个字，请缩短`)
}

/** Reads one cell as what its column holds. Branch, group and ID number are read by their own rules. */
export function readValue(kind: FieldKind, cell: GridCell, date1904: boolean): Reading {
  if (cell !== null && typeof cell === 'object') {
    if (cell.kind === 'error') return problem('VALUE_UNKNOWN', '单元格里是公式错误，请改为实际的值')
    if (cell.kind === 'unread')
      return problem('FORMULA_CELL', '公式没有存下结果，请在表格软件中打开保存一次，或改为实际的值')
  }
  const text = plainText(cell)
  switch (kind.type) {
    case 'date':
      return readDate(cell, date1904)
    case 'code':
      return readCode(kind.table, text)
    case 'codes':
      return readCodes(kind.table, text)
    case 'boolean':
      return readYesNo(text)
    case 'integer':
      return readInteger(text, kind.min, kind.max)
    case 'mobile':
      return readMobile(text)
    case 'name':
      return readText(cleanName(text), 50)
    case 'text':
      return readText(text, kind.max)
    case 'branch':
    case 'group':
    case 'idNo':
      return readText(text, 200)
  }
}
