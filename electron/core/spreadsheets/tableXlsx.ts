import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import type { Cell, CellObject } from 'write-excel-file/node'
import type { DateOnly } from '#shared/lib/dates.ts'
import { dateOnly, daysBetween } from '#shared/lib/dates.ts'
import { printFeature } from './xlsxPrint.ts'

type WrittenSheet = Parameters<typeof writeXlsxFile>[0][number]

interface CellLook {
  readonly isBold?: boolean
  /** Background, #RRGGBB. */
  readonly fill?: string
  readonly color?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly isWrapped?: boolean
  readonly hasBorder?: boolean
  readonly fontSize?: number
  /** Columns it covers, for titles. */
  readonly span?: number
}

/** `text` always stays text: ID numbers keep their digits, = + - @ at the start starts no formula. */
export type SheetCell =
  | ({ readonly type: 'text'; readonly value: string } & CellLook)
  | ({ readonly type: 'number'; readonly value: number; readonly hasCents?: boolean } & CellLook)
  | ({ readonly type: 'date'; readonly value: DateOnly } & CellLook)

export interface TableSheet {
  readonly name: string
  /** Null is an empty cell. */
  readonly rows: readonly (readonly (SheetCell | null)[])[]
  /** Widths in characters of the default font. */
  readonly columns: readonly { readonly width: number }[]
  /** Rows that stay in view; 0 for none. */
  readonly frozenRows: number
  readonly frozenColumns: number
  /** First and last row, from 1, printed at the head of every page; null for none. */
  readonly repeatRows: readonly [number, number] | null
  readonly isLandscape: boolean
  /** Printed at the foot of every page. */
  readonly foot?: string
}

// Excel holds no more in a cell and refuses the whole file otherwise.
const maximumText = 32_767

const serialEpoch = dateOnly('1899-12-30')

// The library keeps texts as keys of a plain object, where these already mean something: they travel marked.
const inheritedNames: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype))
const inheritedMark = '\uE0F0'

// Excel's calendar has a day too many before this one.
const firstSafeDay = '1900-03-01'

function isInheritedName(cell: SheetCell | null): boolean {
  return cell !== null && cell.type === 'text' && inheritedNames.has(cell.value)
}

function textValue(text: string): string {
  return inheritedNames.has(text) ? inheritedMark + text : text.slice(0, maximumText).toWellFormed()
}

function look(cell: SheetCell): CellObject {
  return {
    ...(cell.isBold === true ? { fontWeight: 'bold' } : {}),
    ...(cell.fill === undefined ? {} : { backgroundColor: cell.fill }),
    ...(cell.color === undefined ? {} : { textColor: cell.color }),
    ...(cell.align === undefined ? {} : { align: cell.align }),
    ...(cell.isWrapped === true ? { wrap: true } : {}),
    ...(cell.hasBorder === true ? { borderStyle: 'thin', borderColor: '#000000' } : {}),
    ...(cell.fontSize === undefined ? {} : { fontSize: cell.fontSize }),
    ...(cell.span === undefined ? {} : { columnSpan: cell.span }),
    alignVertical: 'center',
  }
}

function toCell(cell: SheetCell): CellObject {
  if (cell.type === 'number') {
    const format = cell.hasCents === true ? { format: '0.00' } : {}
    return { ...look(cell), type: Number, value: cell.value, ...format }
  }
  if (cell.type === 'date' && cell.value >= firstSafeDay) {
    return { ...look(cell), type: Number, value: daysBetween(serialEpoch, cell.value), format: 'yyyy-mm-dd' }
  }
  return { ...look(cell), type: String, value: textValue(cell.value), format: '@' }
}

/** Half-width characters take one column of width, others two. */
function widthOf(text: string): number {
  // oxlint-disable-next-line no-control-regex -- the range of ASCII
  return text.length + text.replace(/[\u0000-\u00FF]/g, '').length
}

const fontSize = 11
const lineHeight = 15
const maximumHeight = 400

/** Points for the tallest wrapped text; undefined where one line is enough. Programs do not fit rows on opening. */
function rowHeight(row: readonly (SheetCell | null)[], columns: TableSheet['columns']): number | undefined {
  const lines = row.map((cell, index) => {
    if (cell === null || cell.type !== 'text' || cell.isWrapped !== true) return 1
    const scale = (cell.fontSize ?? fontSize) / fontSize
    const spanned = columns.slice(index, index + (cell.span ?? 1))
    const total = spanned.reduce((sum, column) => sum + column.width, 0)
    const width = Math.max(1, ((total || 10) - 1) / scale)
    const parts = cell.value.split('\n').map((part) => Math.max(1, Math.ceil(widthOf(part) / width)))
    return Math.ceil(parts.reduce((sum, count) => sum + count, 0) * scale)
  })
  const most = Math.max(1, ...lines)
  return most === 1 ? undefined : Math.min(maximumHeight, most * lineHeight + 3)
}

function toRow(row: readonly (SheetCell | null)[], columns: TableSheet['columns']): Cell[] {
  const height = rowHeight(row, columns)
  return row.map((cell) =>
    cell === null ? null : { ...toCell(cell), ...(height === undefined ? {} : { height }) },
  )
}

/** Excel's own limits: 31 characters, none of []/\:*?, no two alike whatever their case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const base =
      name
        .replace(/[[\]/\\:*?\p{Cc}]/gu, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '工作表'
    for (let copy = 1; ; copy += 1) {
      const suffix = copy === 1 ? '' : `(${copy})`
      const candidate = `${base.slice(0, 31 - suffix.length).toWellFormed()}${suffix}`
      if (!taken.has(candidate.toLowerCase())) {
        taken.add(candidate.toLowerCase())
        return candidate
      }
    }
  })
}

function withoutMarks(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array())
  return zipSync({ ...parts, 'xl/sharedStrings.xml': strToU8(strings.replaceAll(inheritedMark, '')) })
}

/** Plain sheets to a workbook. */
export async function writeTableXlsx(sheets: readonly TableSheet[]): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.name))
  const written = sheets.map((sheet, index): WrittenSheet => ({
    sheet: names[index] ?? '',
    data: sheet.rows.map((row) => toRow(row, sheet.columns)),
    columns: [...sheet.columns],
    ...(sheet.isLandscape ? { orientation: 'landscape' } : {}),
    ...(sheet.frozenRows > 0 || sheet.frozenColumns > 0
      ? { stickyRowsCount: sheet.frozenRows, stickyColumnsCount: sheet.frozenColumns }
      : {}),
  }))
  const prints = sheets.map((sheet, index) => ({
    ...sheet,
    name: names[index] ?? '',
    rowCount: sheet.rows.length,
  }))
  const features = [printFeature(prints)]
  const bytes = await writeXlsxFile(written, { fontFamily: '宋体', fontSize, features }).toBuffer()
  const isMarked = sheets.some(({ rows }) => rows.some((row) => row.some(isInheritedName)))
  return isMarked ? withoutMarks(bytes) : bytes
}
