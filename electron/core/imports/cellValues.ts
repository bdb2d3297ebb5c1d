import { SSF } from '@e965/xlsx'
import type { CellObject } from '@e965/xlsx'
import { fromExcelSerial } from '#shared/lib/dates.ts'
import type { GridCell, SpecialCell } from './workbookGrid.ts'
import { chineseDateFormats } from './xlsxParts.ts'

function special(kind: SpecialCell['kind'], text: string, isFormula: boolean): SpecialCell {
  return { kind, text, isFormula }
}

function formatOf(cell: CellObject & { readonly XF?: { readonly numFmtId?: number } }): string {
  if (typeof cell.z === 'string') return cell.z
  return chineseDateFormats[cell.XF?.numFmtId ?? -1] ?? 'General'
}

/** How much of a date the format shows; null for a format that shows none. */
export function datePrecision(format: string): 4 | 7 | 10 | null {
  if (format === 'General') return null
  const isDate: boolean = SSF.is_date(format)
  if (!isDate) return null
  const letters = format
    .toLowerCase()
    .replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
    .split(';')[0]
  if (letters === undefined || !/[yed]/.test(letters)) return null
  if (letters.includes('d')) return 10
  return letters.includes('m') ? 7 : 4
}

/** 0.604166 -> 14:30. */
function timeOfDay(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** 1998.1 shown as 1998.10, 1 shown as 001: the zeros the format adds are part of what the clerk typed. */
function paddedText(value: number, format: string): string | null {
  if (/^0\.0+$/.test(format)) return value.toFixed(format.length - 2)
  const isPadded = /^0{2,}$/.test(format) && Number.isInteger(value) && value >= 0
  return isPadded ? String(value).padStart(format.length, '0') : null
}

function numberCell(cell: CellObject, value: number, date1904: boolean): GridCell {
  const isFormula = cell.f !== undefined
  const format = formatOf(cell)
  const precision = datePrecision(format)
  const date = precision === null ? null : fromExcelSerial(value, date1904)
  if (precision !== null && date !== null) {
    const shown = special('date', date.slice(0, precision), isFormula)
    return precision === 10 && /h/i.test(format) ? { ...shown, time: timeOfDay(value) } : shown
  }
  const padded = paddedText(value, format)
  if (padded !== null) return isFormula ? special('text', padded, true) : padded
  return isFormula ? special('number', String(value), true) : value
}

/** Stored values only: nothing is computed, no text is trimmed or turned into a number. */
export function toGridCell(cell: CellObject, date1904: boolean): GridCell {
  const isFormula = cell.f !== undefined
  if (cell.t === 'e') return special('error', errorTexts[Number(cell.v)] ?? '#VALUE!', isFormula)
  if (cell.v === undefined || cell.t === 'z') return isFormula ? special('unread', '', true) : null
  if (typeof cell.v === 'number') return numberCell(cell, cell.v, date1904)
  const text =
    typeof cell.v === 'string'
      ? cell.v
      : cell.v instanceof Date
        ? cell.v.toISOString().slice(0, 10)
        : cell.v
          ? 'TRUE'
          : 'FALSE'
  return isFormula ? special('text', text, true) : text
}

// BIFF error numbers, [MS-XLS] 2.5.10
const errorTexts: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}
