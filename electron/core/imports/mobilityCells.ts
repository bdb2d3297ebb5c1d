import type { ImportFinding } from '#shared/contract/imports.ts'
import type { Severity } from '#shared/domain/finding.ts'
import type { FieldKind } from '#shared/domain/memberFields.ts'
import { type MobilityImportField, mobilityImportFields } from '#shared/domain/mobilityImportFields.ts'
import { type DateOnly, firstDay, isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { meansNothing } from '#shared/lib/text.ts'
import type { TableRow } from './readTable.ts'
import { type FieldValue, plainText, readValue } from './readValue.ts'
import { finding, type Place, quote } from './rowFindings.ts'

const date: FieldKind = { type: 'date' }
const text = (max: number): FieldKind => ({ type: 'text', max })

interface Reading {
  readonly sheet: string
  readonly date1904: boolean
  readonly today: DateOnly
}

/** The cells of one row by their fields, and what is found in reading them. */
export interface CellReader {
  readonly findings: ImportFinding[]
  has(field: MobilityImportField): boolean
  say(field: MobilityImportField | null, code: string, severity: Severity, message: string): void
  /** Null for nothing, and for what cannot be read, which is said. */
  value(field: MobilityImportField, kind: FieldKind): FieldValue | null
  text(field: MobilityImportField, max: number): string | null
  date(field: MobilityImportField): PartialDate | null
  /** A date of something that has happened: one after today is left out and said. */
  pastDate(field: MobilityImportField): PartialDate | null
  one<T>(field: MobilityImportField, read: (text: string) => T | null, names: string): T | null
}

export function cellReader(row: TableRow, context: Reading): CellReader {
  const findings: ImportFinding[] = []
  const placeOf = (field: string | null): Place => {
    const column = field === null ? null : (row.cells.get(field)?.column ?? null)
    return { sheet: context.sheet, row: row.row, column, field }
  }
  const say: CellReader['say'] = (field, code, severity, message) => {
    findings.push(finding(placeOf(field), code, severity, message))
  }
  const value: CellReader['value'] = (field, kind) => {
    const source = row.cells.get(field)
    if (source === undefined) return null
    const { label, isSensitive } = mobilityImportFields[field]
    const reading = readValue(kind, source.cell, context.date1904)
    if (reading.is === 'problem') {
      const written = isSensitive ? '' : quote(plainText(source.cell))
      say(field, reading.code, 'yellow', `${label}${written}${reading.why}；这一项不导入`)
    }
    return reading.is === 'value' ? reading.value : null
  }
  const dateIn: CellReader['date'] = (field) => {
    const read = value(field, date)
    return typeof read === 'string' && isPartialDate(read) ? read : null
  }
  const textIn: CellReader['text'] = (field, max) => {
    const read = value(field, text(max))
    return typeof read === 'string' && !meansNothing(read) ? read : null
  }
  return {
    findings,
    has: (field) => row.cells.has(field),
    say,
    value,
    text: textIn,
    date: dateIn,
    pastDate: (field) => {
      const read = dateIn(field)
      if (read === null || firstDay(read) <= context.today) return read
      const { label } = mobilityImportFields[field]
      say(field, 'DATE_IN_FUTURE', 'yellow', `${label}${quote(read)}晚于今天，请核对；这一项不导入`)
      return null
    },
    one: (field, read, names) => {
      const written = textIn(field, 100)
      const known = written === null ? null : read(written)
      if (written !== null && known === null) {
        const { label } = mobilityImportFields[field]
        say(
          field,
          'VALUE_UNKNOWN',
          'yellow',
          `${label}${quote(written)}不在可选的值里，请改为${names}；这一项不导入`,
        )
      }
      return known
    },
  }
}
