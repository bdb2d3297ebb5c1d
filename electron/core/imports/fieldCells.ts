import type { ImportFinding } from '#shared/contract/imports.ts'
import type { Severity } from '#shared/domain/finding.ts'
import type { FieldKind } from '#shared/domain/memberFields.ts'
import { type DateOnly, firstDay, isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { meansNothing } from '#shared/lib/text.ts'
import type { TableRow } from './readTable.ts'
import { type FieldValue, plainText, readValue } from './readValue.ts'
import { finding, type Place, quote } from './rowFindings.ts'
import { type GridCell } from './workbookGrid.ts'

const date: FieldKind = { type: 'date' }
const text = (max: number): FieldKind => ({ type: 'text', max })

export interface CellReading {
  readonly sheet: string
  readonly date1904: boolean
  readonly today: DateOnly
}

type FieldSpecs<F extends string> = Readonly<
  Record<F, { readonly label: string; readonly isSensitive: boolean }>
>

/** The cells of one row by their fields, and what is found in reading them. */
export interface CellReader<F extends string> {
  readonly findings: ImportFinding[]
  has(field: F): boolean
  cell(field: F): GridCell | undefined
  say(field: F | null, code: string, severity: Severity, message: string): void
  /** Null for nothing, and for what cannot be read, which is said. */
  value(field: F, kind: FieldKind): FieldValue | null
  text(field: F, max: number): string | null
  date(field: F): PartialDate | null
  /** A date of something that has happened: one after today is left out and said. */
  pastDate(field: F): PartialDate | null
  /** Whether a date read elsewhere has come; said when not. */
  isPast(field: F, on: PartialDate): boolean
  one<T>(field: F, read: (text: string) => T | null, names: string): T | null
}

export function fieldCells<F extends string>(
  specs: FieldSpecs<F>,
  row: TableRow,
  context: CellReading,
): CellReader<F> {
  const findings: ImportFinding[] = []
  const placeOf = (field: string | null): Place => {
    const column = field === null ? null : (row.cells.get(field)?.column ?? null)
    return { sheet: context.sheet, row: row.row, column, field }
  }
  const say: CellReader<F>['say'] = (field, code, severity, message) => {
    findings.push(finding(placeOf(field), code, severity, message))
  }
  const value: CellReader<F>['value'] = (field, kind) => {
    const source = row.cells.get(field)
    if (source === undefined) return null
    const { label, isSensitive } = specs[field]
    const reading = readValue(kind, source.cell, context.date1904)
    const isFormula = typeof source.cell === 'object' && source.cell?.isFormula === true
    if (isFormula && reading.is === 'value')
      say(field, 'FORMULA_CELL', 'yellow', `${label}由公式算出，按表里存下的结果读取，请核对后改为数值`)
    if (reading.is === 'problem') {
      const written = isSensitive ? '' : quote(plainText(source.cell))
      say(field, reading.code, 'yellow', `${label}${written}${reading.why}；这一项不导入`)
    }
    return reading.is === 'value' ? reading.value : null
  }
  const dateIn: CellReader<F>['date'] = (field) => {
    const read = value(field, date)
    return typeof read === 'string' && isPartialDate(read) ? read : null
  }
  const textIn: CellReader<F>['text'] = (field, max) => {
    const read = value(field, text(max))
    return typeof read === 'string' && !meansNothing(read) ? read : null
  }
  const isPast: CellReader<F>['isPast'] = (field, on) => {
    if (firstDay(on) <= context.today) return true
    const { label } = specs[field]
    say(field, 'DATE_IN_FUTURE', 'yellow', `${label}${quote(on)}晚于今天，请核对；这一项不导入`)
    return false
  }
  return {
    findings,
    has: (field) => row.cells.has(field),
    cell: (field) => row.cells.get(field)?.cell,
    say,
    value,
    text: textIn,
    date: dateIn,
    isPast,
    pastDate: (field) => {
      const read = dateIn(field)
      return read !== null && isPast(field, read) ? read : null
    },
    one: (field, read, names) => {
      const written = textIn(field, 100)
      const known = written === null ? null : read(written)
      if (written !== null && known === null) {
        const { label } = specs[field]
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
