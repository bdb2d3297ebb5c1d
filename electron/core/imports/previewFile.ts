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
import type { Job } from '../system/jobs.ts'
import type { ImportPlan, Planner } from './importPlan.ts'
import { planDevelopmentFile } from './planDevelopmentFile.ts'
import { planMeetingsFile } from './planMeetingsFile.ts'
import { planMobilityFile } from './planMobilityFile.ts'
import { planOrganizationsFile } from './planOrganizationsFile.ts'
import { planRosterFile } from './planRosterFile.ts'
import { type PlannedRow, countOutcomes } from './plannedRow.ts'
import { type ReadSheet, columnHeaders, readSheets } from './readSheets.ts'
import { finding } from './rowFindings.ts'
import type { WorkbookGrid } from './workbookGrid.ts'

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

const planners: Readonly<Record<ImportKind, Planner>> = {
  roster: planRosterFile,
  organizations: planOrganizationsFile,
  mobility: planMobilityFile,
  development: planDevelopmentFile,
  meetings: planMeetingsFile,
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
  const { date1904 } = grid
  const { plan, unknownBranches, findings } = await planners[kind]({
    db,
    sheets,
    date1904,
    input,
    today,
    job,
  })
  return { sheets, plan, unknownBranches, report: reportOf(sheets, plan.rows, findings) }
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
