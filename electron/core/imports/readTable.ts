import { squeeze } from '#shared/lib/text.ts'
import { fileLimits, tooLarge } from './fileLimits.ts'
import type { FoundHeader } from './findHeader.ts'
import { type TableKind, sequenceHeaders } from './importFields.ts'
import type { MappedColumn } from './mapColumns.ts'
import { type GridCell, type GridSheet, cellText, isBlank } from './workbookGrid.ts'

export interface TableCell {
  /** Null for a value that stands in a title or the sheet's name. */
  readonly column: number | null
  readonly cell: GridCell
}

/** One person (or organisation) as the sheet writes them. */
export interface TableRow {
  /** The sheet's own row number, from 1. */
  readonly row: number
  /** Field -> the first filled cell among the columns that mean it. */
  readonly cells: ReadonlyMap<string, TableCell>
  /** The last heading between the rows above this one, such as 第一党支部. */
  readonly heading: string | null
}

export interface SkippedRow {
  readonly row: number
  readonly why:
    | '合计或落款'
    | '重复的表头'
    | '合并单元格的续行'
    | '说明文字'
    | '只有序号或支部、没有人'
    | '小标题'
}

export interface SheetTable {
  readonly rows: readonly TableRow[]
  readonly skipped: readonly SkippedRow[]
}

type Fills = ReadonlyMap<number, ReadonlyMap<number, GridCell>>

/** Cells below the first of a vertical merge, by row and column; what they show is the first cell's value. */
function verticalFills(sheet: GridSheet): Fills {
  const fills = new Map<number, Map<number, GridCell>>()
  let count = 0
  for (const { top, left, bottom } of sheet.merges) {
    const value = sheet.rows[top]?.[left] ?? null
    const last = Math.min(bottom, sheet.rows.length - 1)
    for (let row = top + 1; row <= last; row += 1) {
      count += 1
      if (count > fileLimits.cells) throw tooLarge('merges overlap', '合并单元格重叠，请取消合并后再导入')
      const filled = fills.get(row) ?? new Map<number, GridCell>()
      fills.set(row, filled.set(left, value))
    }
  }
  return fills
}

const totalWords = /^(?:合计|小计|总计|共计|累计|本页小计|本页合计)/
const footWords =
  /^(?:(?:制表|审核|填表|填报|复核|经办)(?:人|单位|时间|日期)?|负责人|单位负责人|党组织负责人|书记签字|说明|备注|附注|注\d?|打印日期)(?:[((]?[^:：]{0,6}[:：]|$)/

function isTotalOrFoot(texts: readonly string[], nameText: string): boolean {
  const first = texts.find((text) => text !== '') ?? ''
  return [first, nameText].some((text) => totalWords.test(text) || footWords.test(text))
}

function repeatsHeader(texts: readonly string[], header: FoundHeader): boolean {
  const filled = texts.flatMap((text, index) =>
    text === '' ? [] : [squeeze(header.labels[index] ?? '') === text],
  )
  return filled.length >= 2 && filled.filter(Boolean).length > filled.length * 0.6
}

const organizationWords = /(?:支部|总支|党委|党工委|党小组)(?:[（(].*)?$/

interface Layout {
  readonly columns: readonly MappedColumn[]
  readonly byField: ReadonlyMap<string, readonly number[]>
  readonly kind: TableKind
  readonly header: FoundHeader
  readonly fills: Fills
}

function cellsOf(
  row: readonly GridCell[],
  filled: ReadonlyMap<number, GridCell> | undefined,
  layout: Layout,
) {
  const cells = new Map<string, TableCell>()
  for (const [field, columns] of layout.byField) {
    for (const column of columns) {
      const cell = isBlank(row[column]) ? (filled?.get(column) ?? null) : (row[column] ?? null)
      if (isBlank(cell)) continue
      cells.set(field, { column, cell })
      break
    }
  }
  return cells
}

type RowReading =
  | { readonly as: 'row'; readonly row: TableRow }
  | { readonly as: SkippedRow['why'] | 'blank' }

function readRow(
  row: readonly GridCell[],
  index: number,
  heading: string | null,
  layout: Layout,
): RowReading {
  const texts = row.map((cell) => squeeze(cellText(cell)))
  if (row.every(isBlank)) return { as: 'blank' }
  if (repeatsHeader(texts, layout.header)) return { as: '重复的表头' }
  const filled = layout.fills.get(index)
  const cells = cellsOf(row, filled, layout)
  const textOf = (field: string) => squeeze(cellText(cells.get(field)?.cell))
  const strong = textOf(layout.kind.strongIdentity)
  if (!/\d{6}|\dE\+?\d/i.test(strong) && isTotalOrFoot(texts, textOf(layout.kind.identity[0] ?? '')))
    return { as: '合计或落款' }
  const isOwn = (field: string) => {
    const cell = cells.get(field)
    return cell !== undefined && (filled === undefined || !isBlank(row[cell.column ?? -1]))
  }
  const written = texts.filter((text) => text !== '')
  if (written.length === 1 && strong === '' && organizationWords.test(written[0] ?? ''))
    return { as: '小标题' }
  const own = [...cells.keys()].filter(isOwn)
  if (layout.kind.identity.some((field) => own.includes(field)))
    return { as: 'row', row: { row: index + 1, cells, heading } }
  if (layout.kind.identity.some((field) => cells.has(field))) return { as: '合并单元格的续行' }
  const tells = own.filter((field) => !layout.kind.context.includes(field))
  if (tells.length >= 2) return { as: 'row', row: { row: index + 1, cells, heading } }
  return {
    as:
      written.length > 1 || tells.length > 0 || isSequence(texts, layout)
        ? '只有序号或支部、没有人'
        : '说明文字',
  }
}

function isSequence(texts: readonly string[], layout: Layout): boolean {
  const at = texts.findIndex((text) => text !== '')
  return /^\d+$/.test(texts[at] ?? '') || sequenceHeaders.has(squeeze(layout.header.labels[at] ?? ''))
}

/** The people (or organisations) below the header, and what was passed over. */
export function readTable(
  sheet: GridSheet,
  header: FoundHeader,
  columns: readonly MappedColumn[],
  kind: TableKind,
): SheetTable {
  const byField = new Map<string, number[]>()
  for (const { field, index } of columns) {
    if (field !== null) byField.set(field, [...(byField.get(field) ?? []), index])
  }
  const layout: Layout = { columns, byField, kind, header, fills: verticalFills(sheet) }
  const rows: TableRow[] = []
  const skipped: SkippedRow[] = []
  let heading: string | null = null
  for (let index = header.row + 1; index < sheet.rows.length; index += 1) {
    const cells = sheet.rows[index] ?? []
    const reading = readRow(cells, index, heading, layout)
    if (reading.as === 'row') rows.push(reading.row)
    else if (reading.as !== 'blank') skipped.push({ row: index + 1, why: reading.as })
    if (reading.as === '小标题')
      heading = cells.map((cell) => cellText(cell).trim()).find((text) => text !== '') ?? null
  }
  return { rows, skipped }
}
