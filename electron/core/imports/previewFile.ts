import { createHash } from 'node:crypto'
import type { ReadDb } from '#db/database.ts'
import { getMapping } from '#db/queries/imports.ts'
import type {
  ImportFinding,
  ImportKind,
  ImportReport,
  PreviewInput,
  UnknownBranch,
} from '#shared/contract/imports.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import type { Job } from '../system/jobs.ts'
import { type BranchToCreate, createBranchBook, keysElsewhere } from './branches.ts'
import { readBeyond } from './organizationScope.ts'
import { type PlannedOrganization, planOrganizations } from './organizationsPlan.ts'
import { type PlannedRow, countOutcomes } from './plannedRow.ts'
import { readOrganization } from './readOrganization.ts'
import { readRoster } from './readRoster.ts'
import { type ReadSheet, columnHeaders, readSheets } from './readSheets.ts'
import { type PlannedPerson, planRoster } from './rosterPlan.ts'
import { readRosterSnapshot } from './rosterSnapshot.ts'
import { finding } from './rowFindings.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

/** What a commit would write. */
export type ImportPlan =
  | {
      readonly kind: 'roster'
      readonly rows: readonly PlannedPerson[]
      readonly branches: readonly BranchToCreate[]
    }
  | { readonly kind: 'organizations'; readonly rows: readonly PlannedOrganization[] }

export interface PlannedFile {
  readonly sheets: readonly ReadSheet[]
  readonly plan: ImportPlan
  readonly unknownBranches: readonly UnknownBranch[]
  readonly report: ImportReport
}

export function fingerprint(words: string): string {
  return createHash('sha256').update(words).digest('hex')
}

function rememberedColumns(
  db: ReadDb,
  kind: ImportKind,
  words: string,
): Readonly<Record<string, string | null>> | null {
  const stored = getMapping(db, kind, fingerprint(words))
  if (stored === undefined) return null
  const columns: Readonly<Record<string, string | null>> = JSON.parse(stored)
  return columns
}

/** Finds tables, reads rows and compares them with what is there; writes nothing. */
export async function planFile(
  db: ReadDb,
  grid: WorkbookGrid,
  fileName: string,
  input: PreviewInput,
  today: DateOnly,
  job: Job,
): Promise<PlannedFile> {
  const { kind, columns, skipSheets } = input
  const remembered = (words: string) => rememberedColumns(db, kind, words)
  const sheets = readSheets(grid, fileName, kind, { columns, skipSheets, remembered })
  const total = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  job.report({ label: '核对各行', done: 0, total })
  await job.breathe()
  return kind === 'roster'
    ? planRosterFile(db, sheets, grid.date1904, input, today, job)
    : planOrganizationsFile(db, sheets, grid.date1904, input)
}

async function planRosterFile(
  db: ReadDb,
  sheets: readonly ReadSheet[],
  date1904: boolean,
  input: PreviewInput,
  today: DateOnly,
  job: Job,
): Promise<PlannedFile> {
  const { people, findings, mappedFields } = readRoster(sheets, date1904, today)
  job.report({ label: '与花名册比对', done: 0, total: people.length })
  await job.breathe()
  const roster = readRosterSnapshot(db, people, today)
  const tree = readOrganizationTree(db)
  const branches = createBranchBook(tree, keysElsewhere(readAnyOrganizationTree(db), tree), input)
  await job.breathe()
  const rows = planRoster(people, { mode: input.mode, today, roster, branches, mappedFields })
  const used = new Set(rows.flatMap(({ write }) => organizationsOf(write)))
  return {
    sheets,
    plan: {
      kind: 'roster',
      rows,
      branches: branches.toCreate().filter(({ placeholder }) => used.has(placeholder)),
    },
    unknownBranches: branches.unknown(),
    report: reportOf(sheets, rows, findings),
  }
}

function organizationsOf(write: PlannedPerson['write']): readonly string[] {
  if (write.is === 'new') return [write.record.organizationId]
  return write.is === 'changed' && write.fields.organizationId !== undefined
    ? [write.fields.organizationId]
    : []
}

function planOrganizationsFile(
  db: ReadDb,
  sheets: readonly ReadSheet[],
  date1904: boolean,
  { mode }: PreviewInput,
): PlannedFile {
  const reads = sheets.flatMap(({ name, rows }) => rows.map((row) => readOrganization(row, name, date1904)))
  const rows = planOrganizations(reads, { mode, tree: readOrganizationTree(db), beyond: readBeyond(db) })
  return {
    sheets,
    plan: { kind: 'organizations', rows },
    unknownBranches: [],
    report: reportOf(sheets, rows, []),
  }
}

/** A workbook in which nothing could be read says so instead of answering with noughts. */
function emptyFindings(sheets: readonly ReadSheet[]): readonly ImportFinding[] {
  if (sheets.some(({ rows }) => rows.length > 0)) return []
  const say = (sheet: string, message: string) =>
    finding({ sheet, row: null, column: null, field: null }, 'NO_TABLE', 'block', message)
  return sheets.map(({ name, skipped }) => say(name, skipped ?? '表头下面没有可以导入的行'))
}

function reportOf(
  sheets: readonly ReadSheet[],
  rows: readonly PlannedRow[],
  findings: readonly ImportFinding[],
): ImportReport {
  return {
    batch: null,
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      headerRow: sheet.header === null ? null : sheet.header.row + 1,
      columns: columnHeaders(sheet),
    })),
    rows: rows.length,
    counts: countOutcomes(rows),
    findings: [
      ...emptyFindings(sheets),
      ...sheets.flatMap((sheet) => sheet.findings),
      ...findings,
      ...rows.flatMap((row) => row.findings),
    ],
  }
}
