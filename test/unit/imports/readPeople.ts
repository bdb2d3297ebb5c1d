import type { ReadPerson } from '#core/imports/readPerson.ts'
import { type ReadSheet, readSheets } from '#core/imports/readSheets.ts'
import { readRoster } from '#core/imports/readRoster.ts'
import { readWorkbook } from '#core/imports/readWorkbook.ts'
import type { ImportFinding } from '#shared/contract/imports.ts'
import { dateOnly } from '#shared/lib/dates.ts'

export interface ReadFile {
  readonly sheets: readonly ReadSheet[]
  readonly people: readonly ReadPerson[]
  readonly findings: readonly ImportFinding[]
}

type Columns = Readonly<Record<string, Readonly<Record<string, string | null>>>>

/** Everything an import does before it asks the roster. */
export function readPeople(bytes: Uint8Array, fileName = '名册.xlsx', columns: Columns = {}): ReadFile {
  const book = readWorkbook(bytes)
  const sheets = readSheets(book, fileName, 'roster', { columns, skipSheets: [], remembered: () => null })
  const { people, findings } = readRoster(sheets, book.date1904, dateOnly('2026-11-21'))
  return {
    sheets,
    people,
    findings: [
      ...sheets.flatMap((sheet) => sheet.findings),
      ...findings,
      ...people.flatMap((person) => person.findings),
    ],
  }
}

export function codesOf(findings: readonly ImportFinding[]): readonly string[] {
  return findings.map(({ code }) => code)
}
