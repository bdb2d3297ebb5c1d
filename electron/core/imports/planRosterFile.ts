import { readAnyOrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { createBranchBook, keysElsewhere } from './branches.ts'
import { commitRoster } from './commitRoster.ts'
import type { Planner } from './importPlan.ts'
import { readRoster } from './readRoster.ts'
import { type PlannedPerson, planRoster } from './rosterPlan.ts'
import { readRosterSnapshot } from './rosterSnapshot.ts'

export const planRosterFile: Planner = async ({ db, sheets, date1904, input, today, job }) => {
  const { people, findings, mappedFields } = readRoster(sheets, date1904, today)
  job.report({ label: '与花名册比对', done: 0, total: people.length })
  await job.breathe()
  const roster = readRosterSnapshot(db, people, today)
  const tree = readOrganizationTree(db)
  const branches = createBranchBook(tree, keysElsewhere(readAnyOrganizationTree(db), tree), input)
  await job.breathe()
  const rows = planRoster(people, { mode: input.mode, today, roster, branches, mappedFields })
  const used = new Set(rows.flatMap(({ write }) => organizationsOf(write)))
  const toCreate = branches.toCreate().filter(({ placeholder }) => used.has(placeholder))
  return {
    plan: { rows, write: (tx, commit) => commitRoster(tx, rows, toCreate, commit) },
    unknownBranches: branches.unknown(),
    findings,
  }
}

function organizationsOf(write: PlannedPerson['write']): readonly string[] {
  if (write.is === 'new') return [write.record.organizationId]
  return write.is === 'changed' && write.fields.organizationId !== undefined
    ? [write.fields.organizationId]
    : []
}
