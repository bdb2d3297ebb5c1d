import { z } from 'zod'
import type { Severity } from '../domain/finding.ts'
import type { Instant } from '../lib/dates.ts'
import { command, query } from './define.ts'
import type { FileRef } from './files.ts'
import { jobId } from './jobs.ts'

/** What a workbook may hold; later slices add kinds. */
export const importKinds = ['organizations', 'roster', 'mobility', 'development', 'meetings'] as const

export type ImportKind = (typeof importKinds)[number]

export const importModes = ['addAndUpdate', 'fillBlanks', 'addOnly'] as const

export type ImportMode = (typeof importModes)[number]

export const outcomes = ['new', 'changed', 'unchanged', 'duplicate', 'blocked'] as const

/** What would become of one row. Every people row has exactly one. */
export type Outcome = (typeof outcomes)[number]

export interface ImportFinding {
  readonly sheet: string
  /** The sheet's own row number, from 1; null for a finding about a column or a sheet. */
  readonly row: number | null
  /** Column letter as the workbook shows it; null when it is about the whole row. */
  readonly column: string | null
  readonly field: string | null
  readonly code: string
  readonly severity: Severity
  /** Chinese: what is wrong with which value (masked), by which rule, and what to do. */
  readonly message: string
}

export interface ImportReport {
  readonly batch: string | null
  readonly sheets: readonly {
    readonly name: string
    readonly headerRow: number | null
    /** Field key -> header text as written. */
    readonly columns: Readonly<Record<string, string>>
  }[]
  /** People (or organisations, or records) only: titles, headers, blanks and totals are not counted. */
  readonly rows: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly findings: readonly ImportFinding[]
}

export interface ImportColumn {
  readonly index: number
  /** Column letter. */
  readonly letter: string
  readonly header: string
  readonly field: string | null
  readonly how: 'alias' | 'remembered' | 'manual' | 'none'
  /** First three values, masked where sensitive. */
  readonly samples: readonly string[]
}

export interface ImportSheet {
  readonly name: string
  readonly headerRow: number | null
  readonly rows: number
  /** Why the sheet is not read, in Chinese; null when it is. */
  readonly skipped: string | null
  readonly columns: readonly ImportColumn[]
}

/** A branch name of the workbook that is no branch's name here. */
export interface UnknownBranch {
  readonly name: string
  readonly people: number
  /** Must be chosen one by one: several branches are called so, or what is called so is no living branch. Null otherwise. */
  readonly mustChoose: string | null
  readonly suggestions: readonly {
    readonly organizationId: string
    readonly shortName: string
    readonly likeness: number
  }[]
}

export interface ImportPreview {
  readonly previewId: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sheets: readonly ImportSheet[]
  readonly unknownBranches: readonly UnknownBranch[]
  readonly report: ImportReport
}

export interface ImportRow {
  readonly sheet: string
  readonly row: number
  readonly name: string
  readonly outcome: Outcome
  /** The record it would change or duplicates; null for a new one. */
  readonly matchId: string | null
  readonly changes: readonly {
    readonly field: string
    readonly label: string
    readonly old: string
    readonly new: string
  }[]
  readonly findings: readonly ImportFinding[]
}

export interface ImportBatch {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly createdAt: Instant
  readonly createdBy: string
  readonly withdrawnAt: Instant | null
  readonly counts: Readonly<Record<Outcome, number>>
}

export interface WithdrawCheck {
  /** Records edited since the batch: while there is one, the batch cannot be withdrawn. */
  readonly edited: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  readonly added: number
  readonly changed: number
}

const branchChoice = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('match'), organizationId: z.string().min(1).max(64) }),
  /** Created as a 党支部 under this organisation; null for under the root. */
  z.strictObject({ action: z.literal('create'), parentId: z.string().min(1).max(64).nullable() }),
  z.strictObject({ action: z.literal('block') }),
])

export const previewInput = z.strictObject({
  kind: z.enum(importKinds),
  file: z.string().min(8).max(64),
  mode: z.enum(importModes),
  /** Columns chosen by hand: sheet name -> column index -> field key, or null to leave the column out. */
  columns: z.record(
    z.string().max(64),
    z.record(z.string().regex(/^\d{1,5}$/), z.string().max(64).nullable()),
  ),
  /** Sheets left out by hand. */
  skipSheets: z.array(z.string().max(64)).max(200),
  /** Unknown branch name -> what to do with it. */
  branches: z.record(z.string().max(200), branchChoice),
  /** For unknown branches without a choice. */
  otherBranches: z.enum(['create', 'block']),
  jobId: jobId.nullable(),
})

export type PreviewInput = z.output<typeof previewInput>

const preview = z.string().min(8).max(64)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const importsRoutes = {
  'imports.preview': command(previewInput, 'import.write').output<ImportPreview>(),
  'imports.rows': query(
    z.strictObject({
      previewId: preview,
      outcome: z.enum(outcomes).nullable(),
      onlyFindings: z.boolean(),
      /** Only rows with a finding of this code. */
      code: z.string().max(40).optional(),
      ...page,
    }),
    'import.write',
  ).output<{ readonly rows: readonly ImportRow[]; readonly total: number }>(),
  'imports.commit': command(
    z.strictObject({ previewId: preview, jobId: jobId.nullable() }),
    'import.write',
  ).output<ImportReport>(),
  'imports.batches': query(z.strictObject(page), 'import.write').output<{
    readonly rows: readonly ImportBatch[]
    readonly total: number
  }>(),
  'imports.checkWithdraw': query(
    z.strictObject({ batchId: z.string().min(1).max(64) }),
    'import.write',
  ).output<WithdrawCheck>(),
  'imports.withdraw': command(z.strictObject({ batchId: z.string().min(1).max(64) }), 'import.write').output<{
    readonly added: number
    readonly changed: number
  }>(),
  /** The workbook with the problems marked in it, to send back. */
  'imports.markedCopy': command(z.strictObject({ previewId: preview }), 'import.write').output<FileRef>(),
  /** An empty workbook with the right headers and one made-up line. */
  'imports.sampleWorkbook': command(
    z.strictObject({ kind: z.enum(importKinds) }),
    'import.write',
  ).output<FileRef>(),
}
