import type { ImportFinding } from '#shared/contract/imports.ts'
import { type SheetCell, type TableSheet, writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import type { ReadSheet } from './readSheets.ts'
import { type GridCell, type Merge, cellText, columnLetter, isBlank, widthOf } from './workbookGrid.ts'

const red = '#FFC7CE'
const yellow = '#FFEB9C'

type Look = {
  readonly fill?: string
  readonly isBold?: boolean
  readonly isWrapped?: boolean
  readonly span?: number
}

/** Long numbers as text, so that no digit is lost a second time. */
function cellOf(cell: GridCell | undefined, look: Look): SheetCell | null {
  if (isBlank(cell) || cell === undefined)
    return look.fill === undefined ? null : { type: 'text', value: '', ...look }
  if (typeof cell === 'number' && Number.isFinite(cell) && Math.abs(cell) < 1e11)
    return { type: 'number', value: cell, ...look }
  return { type: 'text', value: cellText(cell), ...look }
}

function fillOf(findings: readonly ImportFinding[]): string | undefined {
  if (findings.some(({ severity }) => severity === 'block' || severity === 'red')) return red
  return findings.some(({ severity }) => severity === 'yellow') ? yellow : undefined
}

function isProblem({ severity }: ImportFinding): boolean {
  return severity !== 'blue'
}

interface RowMarks {
  readonly byColumn: ReadonlyMap<string | null, readonly ImportFinding[]>
  readonly text: string
}

function marksOf(findings: readonly ImportFinding[]): ReadonlyMap<number, RowMarks> {
  const byRow = Map.groupBy(
    findings.filter((finding) => finding.row !== null && isProblem(finding)),
    ({ row }) => row ?? 0,
  )
  return new Map(
    [...byRow].map(([row, found]) => {
      const text = found.map(({ message }, index) => `${index + 1}. ${message}`).join('\n')
      return [row, { byColumn: Map.groupBy(found, ({ column }) => column), text }] as const
    }),
  )
}

/** Titles keep their width; other merges are shown in their first cell. */
function titleSpans(merges: readonly Merge[], firstRow: number): ReadonlyMap<number, Merge> {
  return new Map(
    merges
      .filter(({ top, bottom, left }) => top === bottom && left === 0 && top < firstRow)
      .map((merge) => [merge.top, merge]),
  )
}

function markSheet(sheet: ReadSheet, findings: readonly ImportFinding[]): TableSheet {
  const { grid, header } = sheet
  const marks = marksOf(findings)
  const width = Math.max(1, widthOf(grid.rows))
  const headerRow = header?.row ?? -1
  const spans = titleSpans(grid.merges, header?.firstRow ?? 0)
  const rows = grid.rows.map((row, index) => {
    const mark = marks.get(index + 1)
    const span = spans.get(index)
    const cells = Array.from({ length: width }, (_, column) => {
      const found = mark?.byColumn.get(columnLetter(column))
      const fill = found === undefined ? undefined : fillOf(found)
      const isTitle = span !== undefined && column === 0
      return cellOf(row[column], {
        ...(fill === undefined ? {} : { fill }),
        ...(index === headerRow || isTitle ? { isBold: true } : {}),
        ...(isTitle ? { span: Math.min(span.right + 1, width) } : {}),
      })
    })
    return [...cells, problemCell(mark, index === headerRow)]
  })
  return {
    name: sheet.name,
    rows,
    columns: [
      ...Array.from({ length: width }, (_, column) => ({ width: columnWidth(sheet, column) })),
      { width: 60 },
    ],
    frozenRows: headerRow + 1,
    frozenColumns: 0,
    repeatRows: headerRow < 0 ? null : [headerRow + 1, headerRow + 1],
    isLandscape: true,
  }
}

function problemCell(mark: RowMarks | undefined, isHeader: boolean): SheetCell | null {
  if (isHeader) return { type: 'text', value: '问题', isBold: true }
  if (mark === undefined) return null
  const fill = fillOf([...mark.byColumn.values()].flat())
  return { type: 'text', value: mark.text, isWrapped: true, ...(fill === undefined ? {} : { fill }) }
}

function columnWidth({ grid, header }: ReadSheet, column: number): number {
  const from = header?.firstRow ?? 0
  const longest = Math.max(
    0,
    ...grid.rows.slice(from, from + 100).map((row) => textWidth(cellText(row[column]))),
  )
  return Math.min(40, Math.max(6, longest + 2))
}

function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) > 0xff ? 2 : 1), 0)
}

/** The sheets as they came, every row in its place, the problems filled in and written in a last column. */
export function writeMarkedCopy(
  sheets: readonly ReadSheet[],
  findings: readonly ImportFinding[],
): Promise<Uint8Array> {
  const bySheet = Map.groupBy(findings, ({ sheet }) => sheet)
  return writeTableXlsx(sheets.map((sheet) => markSheet(sheet, bySheet.get(sheet.name) ?? [])))
}
