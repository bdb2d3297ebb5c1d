import type { ReadDb, WriteDb } from '#db/database.ts'
import type { ImportFinding, PreviewInput, UnknownBranch } from '#shared/contract/imports.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { IdSource } from '../ports.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import type { Job } from '../system/jobs.ts'
import type { PlannedRow } from './plannedRow.ts'
import type { ReadSheet } from './readSheets.ts'

export interface Commit {
  readonly batchId: string
  readonly moment: WriteMoment
  readonly ids: IdSource
}

/** What a commit would write, whatever kind of workbook it came from. */
export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  /** Writes the whole plan, or throws STALE_WRITE before the first write when it no longer fits. */
  write(tx: WriteDb, commit: Commit): void
}

export interface PlanningContext {
  readonly db: ReadDb
  readonly sheets: readonly ReadSheet[]
  readonly date1904: boolean
  readonly input: PreviewInput
  readonly today: DateOnly
  readonly job: Job
}

export interface Planning {
  readonly plan: ImportPlan
  readonly unknownBranches: readonly UnknownBranch[]
  /** About columns and sheets; those of rows are in the rows. */
  readonly findings: readonly ImportFinding[]
}

/** How a kind of workbook becomes a plan: the one thing kinds do each in their own way. */
export type Planner = (context: PlanningContext) => Promise<Planning>

/** The preview was a promise; `names` are of what it rested on and is not so any more. `what`: 花名册, 流动党员台账. */
export function stalePreview(what: string, names: readonly string[]): AppError {
  const some = names
    .slice(0, 3)
    .map((name) => `“${name}”`)
    .join('、')
  const more = names.length > 3 ? `等 ${names.length} 处` : ''
  return new AppError('STALE_WRITE', 'records changed since the preview', {
    messageZh: `预览之后${what}有了变动（${some}${more}），没有写入任何数据，请重新预览后再导入`,
  })
}
