import { shareWidth, dataTable } from './tables.ts'
import type { Table } from 'docx'
import type { StatRow, StatTable } from './values.ts'

function cells({ label, values }: StatRow): readonly string[] {
  return [label, ...values.map(String)]
}

interface StatTablePlace {
  readonly width: number
  /** Signatures follow, which never stand alone on a page. */
  readonly keepWithNext: boolean
}

/** The row label gets twice the width of a column of numbers. */
export function statTable(
  { columns, rows, total }: StatTable,
  { width, keepWithNext }: StatTablePlace,
): Table {
  const widths = shareWidth(
    width,
    columns.map((_, index) => (index === 0 ? 2 : 1)),
  )
  return dataTable({
    columns: columns.map((header, index) => ({ header, width: widths[index] ?? 0, align: 'center' })),
    rows: rows.map(cells),
    totalRow: total === null ? null : cells(total),
    keepTogether: rows.length <= 20,
    keepWithNext,
    type: 'plain',
  })
}
