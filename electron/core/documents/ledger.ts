import { formatPartialDate, type DateOnly } from '#shared/lib/dates.ts'
import type { FileChild } from 'docx'
import type { SheetCell, TableSheet } from '../spreadsheets/tableXlsx.ts'
import { writeTableXlsx } from '../spreadsheets/tableXlsx.ts'
import { legibleWidth } from '../spreadsheets/xlsxPrint.ts'
import { landscapeTextWidth, officialDocument, section } from './layout.ts'
import type { BuiltDocument } from './memberRoster.ts'
import type { BuiltWorkbook } from './memberRosterXlsx.ts'
import { createMissingList, type MissingList } from './missing.ts'
import { bodyParagraph, headingParagraph, lastParagraph, ordinal, titleParagraph } from './paragraphs.ts'
import { rosterCaption, rosterSignatures, traceLine } from './rosterFrame.ts'
import type { TableText } from './tableRows.ts'
import { dataTable, shareWidth } from './tables.ts'
import type { ExportTrace } from './values.ts'

/** What stands in a cell, or what the database does not know and is written in by hand. */
export type LedgerCell = TableText | { readonly lacks: string; readonly of: string }

export interface LedgerColumn {
  readonly header: string
  /** Share of the line; whole twips are found from it. */
  readonly weight: number
  readonly align: 'center' | 'left'
}

export interface LedgerTable {
  /** Null for a ledger of one table. */
  readonly heading: string | null
  readonly columns: readonly LedgerColumn[]
  readonly rows: readonly (readonly LedgerCell[])[]
  /** Said where there is no row. */
  readonly empty: string
  /** Of long texts: rows go on to the next page. */
  readonly mayBreakRows?: boolean
}

/** A landscape ledger: facts of the database in ruled tables, how they were counted, and where to sign. */
export interface LedgerValues {
  readonly title: string
  readonly organizationName: string
  readonly asOf: DateOnly
  readonly compiledBy: string | null
  readonly tables: readonly LedgerTable[]
  /** By which rules things were counted: whole sentences. */
  readonly notes: readonly string[]
  readonly trace: ExportTrace | null
  /** `full` where numbers stand in the clear: the foot says so. */
  readonly privacy?: 'full' | 'masked'
  /** How many things it lists, as the log counts them; those of the last table where it is not said. */
  readonly rows?: number
}

function textOf(cell: LedgerCell, missing: MissingList): TableText {
  if (typeof cell === 'string' || 'text' in cell) return cell
  return missing.fill(null, { field: cell.lacks, label: cell.lacks, place: '', subject: cell.of })
}

function tableOf(table: LedgerTable, index: number, missing: MissingList): readonly FileChild[] {
  const widths = shareWidth(
    landscapeTextWidth,
    table.columns.map(({ weight }) => weight),
  )
  const heading =
    table.heading === null ? [] : [headingParagraph(1, `${ordinal(1, index + 1)}${table.heading}`)]
  if (table.rows.length === 0) return [...heading, bodyParagraph(table.empty)]
  return [
    ...heading,
    dataTable({
      columns: table.columns.map(({ header, align }, at) => ({ header, align, width: widths[at] ?? 0 })),
      rows: table.rows.map((row) => row.map((cell) => textOf(cell, missing))),
      totalRow: null,
      keepTogether: false,
      keepWithNext: false,
      type: 'dense',
      mayBreakRows: table.mayBreakRows === true,
    }),
  ]
}

/** The ledger on A4 across. */
export function buildLedger(values: LedgerValues): BuiltDocument {
  const missing = createMissingList()
  const compiledBy = missing.fill(values.compiledBy, {
    field: 'compiledBy',
    label: '编制单位',
    place: '',
    subject: '落款',
  })
  const tables = values.tables.flatMap((table, index) => tableOf(table, index, missing))
  const notes = values.notes.map((note, index) =>
    (index === values.notes.length - 1 ? lastParagraph : bodyParagraph)(`${ordinal(3, index + 1)}${note}`),
  )
  const children = [
    titleParagraph(values.title),
    rosterCaption(values),
    ...tables,
    ...(notes.length === 0 ? [] : [headingParagraph(1, '说明'), ...notes]),
    ...rosterSignatures({ compiledOn: values.asOf }, compiledBy),
  ]
  const landscape = section({
    orientation: 'landscape',
    pageNumbers: 'first',
    foot: traceLine(values.trace, values.privacy ?? 'masked'),
    children,
  })
  const document = officialDocument({ title: values.title, subject: values.organizationName }, [landscape])
  return { document, missing: missing.items }
}

const head = { isBold: true, isWrapped: true, hasBorder: true, align: 'center', fill: '#F2F2F2' } as const
const missingFill = '#FFF2CC'

type Row = readonly (SheetCell | null)[]

/** Least that shows a day or a short header. */
const leastWidth = 11

/** The shares of the paper, on a sheet that prints one page wide. */
function sheetWidths(columns: readonly LedgerColumn[]): readonly number[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  return columns.map(({ weight, header }) =>
    Math.max(
      Math.min(header.length * 2 + 1, leastWidth),
      Math.floor((weight / total) * (legibleWidth.landscape - 10)),
    ),
  )
}

function sheetOf(table: LedgerTable, values: LedgerValues, missing: MissingList): TableSheet {
  const span = table.columns.length
  const line = (value: string): Row => [{ type: 'text', value, span }]
  const rowOf = (row: readonly LedgerCell[]): Row =>
    row.map((cell, at) => {
      const look = { hasBorder: true, isWrapped: true, align: table.columns[at]?.align ?? 'left' } as const
      if (typeof cell === 'string') return { type: 'text', value: cell, ...look }
      if ('text' in cell) {
        const color = cell.isLight ? { color: '#FFFFFF' } : {}
        return { type: 'text', value: cell.text, ...look, ...color, fill: `#${cell.fill}` }
      }
      // A sheet is read back and counted: a gap stays an empty cell, in colour.
      textOf(cell, missing)
      return { type: 'text', value: '', ...look, fill: missingFill }
    })
  const trace = traceLine(values.trace, values.privacy ?? 'masked')
  return {
    name: table.heading ?? values.title,
    rows: [
      [
        {
          type: 'text',
          value: `${values.organizationName}${values.title}`,
          isBold: true,
          fontSize: 16,
          isWrapped: true,
          span,
        },
      ],
      line(`截至${formatPartialDate(values.asOf)}`),
      table.columns.map(({ header }) => ({ type: 'text', value: header, ...head })),
      ...table.rows.map(rowOf),
      ...(table.rows.length === 0 ? [line(table.empty)] : []),
    ],
    columns: sheetWidths(table.columns).map((width) => ({ width })),
    frozenRows: 3,
    frozenColumns: 0,
    repeatRows: [3, 3],
    isLandscape: true,
    ...(trace === null ? {} : { foot: trace }),
  }
}

/** The same as a workbook: one sheet a table. */
export async function ledgerXlsx(values: LedgerValues): Promise<BuiltWorkbook> {
  const missing = createMissingList()
  const sheets = values.tables.map((table) => sheetOf(table, values, missing))
  return { bytes: await writeTableXlsx(sheets), missing: missing.items }
}
