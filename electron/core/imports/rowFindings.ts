import type { ImportFinding } from '#shared/contract/imports.ts'
import type { Severity } from '#shared/domain/finding.ts'
import { maskIdNo } from '#shared/lib/idNumber.ts'
import { columnLetter } from './workbookGrid.ts'

export interface Place {
  readonly sheet: string
  readonly row: number | null
  /** Column index; null when it is about the whole row. */
  readonly column: number | null
  readonly field: string | null
}

export function finding(place: Place, code: string, severity: Severity, message: string): ImportFinding {
  const { sheet, row, field } = place
  const column = place.column === null ? null : columnLetter(place.column)
  return { sheet, row, column, field, code, severity, message }
}

/** Runs of nine digits, and eleven digits with spaces or strokes between them: dates stay as they are. */
function maskLong(run: string): string {
  const digits = run.replaceAll(/[ -]/g, '').length
  return /\d{9}/.test(run) || digits >= 11 ? maskIdNo(run) : run
}

/** Long texts never stand whole in a message, nor do numbers: in a shifted column one may be an ID number. */
export function quote(text: string): string {
  const short = text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\d(?:[\d -]*\d)?[Xx]?/g, maskLong)
  return `“${Array.from(short).length > 20 ? `${Array.from(short).slice(0, 20).join('')}…` : short}”`
}
