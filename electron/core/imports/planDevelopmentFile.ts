import { developmentContext } from '../records/developmentReading.ts'
import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { createBranchBook, keysElsewhere } from './branches.ts'
import { commitDevelopment } from './commitDevelopment.ts'
import { planDevelopment } from './developmentPlan.ts'
import { readDevelopmentSnapshot } from './developmentSnapshot.ts'
import { tooLarge } from './fileLimits.ts'
import type { Planner } from './importPlan.ts'
import { readDevelopment } from './readDevelopment.ts'

// Each row brings some twenty records, all in one write: far above any street's list, and still no strain on an office PC.
const rowsMax = 20_000

export const planDevelopmentFile: Planner = async ({ db, sheets, date1904, input, today, job }) => {
  const read = sheets.filter(({ skipped }) => skipped === null)
  const count = read.reduce((sum, { rows }) => sum + rows.length, 0)
  if (count > rowsMax)
    throw tooLarge(
      'too many rows of development',
      `表中有 ${count} 行，发展党员台账一次最多导入 ${rowsMax} 行，没有读取。请核对是否选对了文件；确是台账的，请按社区分成几个文件再导入`,
    )
  const reads = read.flatMap(({ name: sheet, rows }) =>
    rows.map((row) => readDevelopment(row, { sheet, date1904, today })),
  )
  job.report({ label: '与花名册和发展党员档案比对', done: 0, total: reads.length })
  await job.breathe()
  const tree = readOrganizationTree(db)
  const branches = createBranchBook(tree, keysElsewhere(readAnyOrganizationTree(db), tree), input)
  const snapshot = readDevelopmentSnapshot(db, reads)
  await job.breathe()
  const mapped = new Map(
    read.map(({ name, columns }) => [
      name,
      new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const]))),
    ]),
  )
  const rules = developmentContext(db, today)
  const rows = planDevelopment(reads, { mode: input.mode, snapshot, tree, branches, rules, mapped })
  const used = new Set(rows.flatMap(({ write }) => (write.is === 'new' ? [write.organizationId] : [])))
  const toCreate = branches.toCreate().filter(({ placeholder }) => used.has(placeholder))
  return {
    plan: { rows, write: (tx, commit) => commitDevelopment(tx, rows, toCreate, commit) },
    unknownBranches: branches.unknown(),
    findings: [],
  }
}
