import type { CodeTableName } from '../domain/memberFields.ts'
import { splitList, squeeze } from '../lib/text.ts'
import type { CodeEntry } from './codeEntry.ts'
import { manageClassTable, skillTable } from './communityTables.ts'
import * as party from './partyTables.ts'
import * as person from './personTables.ts'
import * as work from './workTables.ts'

export type { CodeEntry } from './codeEntry.ts'

/** Every code table, whole, in the order of its source. */
export const codeTables: Readonly<Record<CodeTableName, readonly CodeEntry[]>> = {
  gender: person.genderTable,
  ethnicity: person.ethnicityTable,
  education: person.educationTable,
  degree: person.degreeTable,
  marital: person.maritalTable,
  personType: party.personTypeTable,
  joinKind: party.joinKindTable,
  regularKind: party.regularKindTable,
  partyStatus: party.partyStatusTable,
  partyStatusKind: party.partyStatusKindTable,
  enteredKind: party.enteredKindTable,
  jobPost: work.jobPostTable,
  techTitle: work.techTitleTable,
  newStratum: work.newStratumTable,
  frontline: work.frontlineTable,
  manageClass: manageClassTable,
  skill: skillTable,
}

function entriesBy(keysOf: (entry: CodeEntry) => readonly string[]) {
  const index = new Map<string, ReadonlyMap<string, CodeEntry>>()
  for (const [table, entries] of Object.entries(codeTables)) {
    index.set(table, new Map(entries.flatMap((entry) => keysOf(entry).map((key) => [key, entry] as const))))
  }
  return index
}

const byCode = entriesBy((entry) => [entry.code])
const byText = entriesBy((entry) => [entry.name, ...entry.aliases].map(squeeze))

/** The Chinese name of a code; undefined when the table has no such code. */
export function codeName(table: CodeTableName, code: string): string | undefined {
  return byCode.get(table)?.get(code)?.name
}

export function isCode(table: CodeTableName, code: string): boolean {
  return byCode.get(table)?.has(code) ?? false
}

/** The code for a value as a workbook writes it; null when the table cannot hold it without guessing. */
export function findCode(table: CodeTableName, text: string): string | null {
  return byText.get(table)?.get(squeeze(text))?.code ?? null
}

/** The codes of a list such as 医疗、法律; null when any part is unknown. */
export function findCodes(table: CodeTableName, text: string): readonly string[] | null {
  const codes = splitList(text).map((part) => findCode(table, part))
  const known = codes.filter((code) => code !== null)
  return known.length === codes.length ? [...new Set(known)] : null
}
