import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { IXmlableObject } from 'docx'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { isLong, rowWriter, type TableText } from './tableRows.ts'

export interface TableColumn {
  readonly header: string
  /** Twips. Always explicit: WPS collapses columns without a width. */
  readonly width: number
  readonly align: 'center' | 'left'
}

export interface TableSpec {
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableText[])[]
  /** Last row in the type of the head; null for none. */
  readonly totalRow: readonly string[] | null
  /** For short tables: never broken across pages. */
  readonly keepTogether: boolean
  /** The last rows go to the page of the paragraph that follows. */
  readonly keepWithNext: boolean
  /** `dense` for lists of many columns. */
  readonly type: 'plain' | 'dense'
  /** Of the rows below the head, in twips; that of the type unless a page must hold more. */
  readonly rowHeight?: number
  /** Rows of long texts may go on to the next page: one taller than a page could not stand anywhere. */
  readonly mayBreakRows?: boolean
}

const cellStyles = {
  plain: { head: styleIds.tableHead, text: styleIds.tableText },
  dense: { head: styleIds.denseHead, text: styleIds.denseText },
} as const

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

/** 1 mm at the sides, so that figures do not touch the rules. */
const cellMargins = { left: 57, right: 57, top: 14, bottom: 14 } as const

/** 6 mm and 5.6 mm: a page of the roster holds 20 people, two pages the statistics and their signatures. */
const minimumRowHeight = { dense: 340, plain: 318 } as const

/** Rows that do not part from the paragraph below the table. */
const keptRows = 3

function headRow({ columns, type }: TableSpec): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    height: { value: minimumRowHeight[type], rule: HeightRule.ATLEAST },
    children: columns.map(
      ({ header, width }) =>
        new TableCell({
          width: { size: width, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [new Paragraph({ style: cellStyles[type].head, text: cleanText(header) })],
        }),
    ),
  })
}

function bodyRows(spec: TableSpec): readonly IXmlableObject[] {
  const { columns, rows, totalRow, keepTogether, keepWithNext, type } = spec
  const height = spec.rowHeight ?? minimumRowHeight[type]
  const { head, text } = cellStyles[type]
  const form = { height, mayBreak: false }
  const plain = rowWriter(columns, { ...form, style: text, keepNext: false })
  const broken = rowWriter(columns, { ...form, style: text, keepNext: false, mayBreak: true })
  const kept = rowWriter(columns, { ...form, style: text, keepNext: true })
  const total = rowWriter(columns, { ...form, style: head, keepNext: keepWithNext })
  const last = (totalRow === null ? rows.length : rows.length + 1) - 1
  const isKept = (index: number): boolean =>
    index === last ? keepWithNext : keepTogether || (keepWithNext && index > last - keptRows)
  return [
    ...rows.map((cells, index) => {
      if (isKept(index)) return kept(cells)
      return spec.mayBreakRows === true && cells.some(isLong) ? broken(cells) : plain(cells)
    }),
    ...(totalRow === null ? [] : [total(totalRow)]),
  ]
}

/** A ruled table of fixed column widths; its head repeats on every page and no row is split. */
export function dataTable(spec: TableSpec): Table {
  const width = spec.columns.reduce((sum, column) => sum + column.width, 0)
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: spec.columns.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: cellMargins,
    borders,
    rows: [headRow(spec)],
  })
  // The rows join as plain XML objects: a TableRow of TableCells for each costs 2.5 times the time and memory.
  const writeFrame = table.prepForXml.bind(table)
  return Object.assign(table, {
    prepForXml: (...context: Parameters<typeof writeFrame>): IXmlableObject | undefined => {
      const frame = writeFrame(...context)
      return frame === undefined ? undefined : { 'w:tbl': [...frame['w:tbl'], ...bodyRows(spec)] }
    },
  })
}

/** Shares the space over the columns by weight; the widths are whole twips and add up to exactly `total`. */
export function shareWidth(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const edges = weights.map((_, index) =>
    Math.round((total * weights.slice(0, index + 1).reduce((all, weight) => all + weight, 0)) / sum),
  )
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}
