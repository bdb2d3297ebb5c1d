import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { ImportMode } from '#shared/contract/imports.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { stripSpaces } from '#shared/lib/text.ts'
import type { BranchBook } from './branches.ts'

/** The part of the roster the workbook touches. */
export interface RosterSnapshot {
  readonly living: ReadonlyMap<string, StoredMember>
  /** ID numbers of people outside the organisations of whoever imports; nothing else is known of them here. */
  readonly elsewhere: ReadonlySet<string>
  /** ID numbers in the trash, other than those a withdrawn import left there. */
  readonly trashed: ReadonlySet<string>
  /** Living members with a wrong ID number, by name and birthday. */
  readonly doubtful: ReadonlyMap<string, Twin>
  /** Other living members by name and birthday. */
  readonly twins: ReadonlyMap<string, Twin>
}

export interface Twin {
  readonly id: string
  readonly idNo: string
}

export interface PlanContext {
  readonly mode: ImportMode
  readonly today: DateOnly
  readonly roster: RosterSnapshot
  readonly branches: BranchBook
  /** Fields some column of the sheet stands for, by sheet. */
  readonly mappedFields: ReadonlyMap<string, ReadonlySet<string>>
}

export function twinKey(name: string, birthDate: string): string {
  return `${stripSpaces(name)} ${birthDate}`
}
