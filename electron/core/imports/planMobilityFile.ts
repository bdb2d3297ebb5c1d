import type { MobilityDirection } from '#shared/domain/mobility.ts'
import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { createBranchBook, keysElsewhere } from './branches.ts'
import { commitMobility } from './commitMobility.ts'
import type { Planner } from './importPlan.ts'
import { planMobility } from './mobilityPlan.ts'
import { readMobilitySnapshot } from './mobilitySnapshot.ts'
import { readMobility } from './readMobility.ts'
import type { ReadSheet } from './readSheets.ts'

/** 流入党员台账 says so of all its rows; 流入地 in a heading does not. */
function directionOf({ titles, name }: ReadSheet): MobilityDirection {
  return [name, ...titles].some((text) => /流入(?!地)/.test(text) && !/流出/.test(text)) ? 'LR' : 'LC'
}

export const planMobilityFile: Planner = async ({ db, sheets, date1904, input, today, job }) => {
  const reads = sheets
    .filter(({ skipped }) => skipped === null)
    .flatMap((sheet) => {
      const context = { sheet: sheet.name, date1904, today, direction: directionOf(sheet) }
      return sheet.rows.map((row) => readMobility(row, context))
    })
  job.report({ label: '与花名册和流动党员台账比对', done: 0, total: reads.length })
  await job.breathe()
  const tree = readOrganizationTree(db)
  // A ledger of people away makes no branches.
  const choices = { branches: input.branches, otherBranches: 'block' } as const
  const branches = createBranchBook(tree, keysElsewhere(readAnyOrganizationTree(db), tree), choices)
  const snapshot = readMobilitySnapshot(db, reads)
  const rows = planMobility(reads, { mode: input.mode, snapshot, tree, branches })
  return {
    plan: { rows, write: (tx, commit) => commitMobility(tx, rows, commit) },
    unknownBranches: branches.unknown(),
    findings: [],
  }
}
