import type { ImportColumn, ImportFinding, ImportSheet } from '#shared/contract/imports.ts'

/** Sheets with the very same headers: a workbook with a sheet per branch is mapped once, not sixty times. */
export interface SheetGroup {
  readonly key: string
  readonly sheets: readonly ImportSheet[]
  readonly columns: readonly ImportColumn[]
  readonly rows: number
}

function headersOf(sheet: ImportSheet): string {
  return JSON.stringify(sheet.columns.map((column) => [column.index, column.header]))
}

export function groupSheets(sheets: readonly ImportSheet[]): readonly SheetGroup[] {
  const read = sheets.filter((sheet) => sheet.columns.length > 0)
  return [...Map.groupBy(read, headersOf)].map(([key, group]) => {
    const first = group.find((sheet) => sheet.skipped === null) ?? group[0]
    return {
      key,
      sheets: group,
      columns: first?.columns ?? [],
      rows: group.reduce((sum, sheet) => sum + sheet.rows, 0),
    }
  })
}

/** Sheets without a table in them: covers, notes, empty ones. */
export function sheetsWithoutTable(sheets: readonly ImportSheet[]): readonly ImportSheet[] {
  return sheets.filter((sheet) => sheet.columns.length === 0)
}

/** Column letter -> letters of the other columns taken for the same field. */
export function sharedFields(columns: readonly ImportColumn[]): ReadonlyMap<string, readonly string[]> {
  const byField = Map.groupBy(
    columns.filter((column) => column.field !== null),
    (column) => column.field,
  )
  const shared = new Map<string, readonly string[]>()
  for (const same of byField.values()) {
    if (same.length < 2) continue
    for (const { letter } of same) {
      shared.set(
        letter,
        same.map((other) => other.letter).filter((other) => other !== letter),
      )
    }
  }
  return shared
}

/** Letters of the columns the program could make nothing of. */
export function unknownColumns(group: SheetGroup, findings: readonly ImportFinding[]): ReadonlySet<string> {
  const names = new Set(group.sheets.map((sheet) => sheet.name))
  const letters = findings
    .filter((finding) => finding.code === 'COLUMN_UNKNOWN' && names.has(finding.sheet))
    .map((finding) => finding.column)
    .filter((letter) => letter !== null)
  const open = new Set(group.columns.filter((column) => column.how === 'none').map((column) => column.letter))
  return new Set(letters.filter((letter) => open.has(letter)))
}
