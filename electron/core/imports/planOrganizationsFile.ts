import { readOrganizationTree } from '../records/organizationTree.ts'
import { commitOrganizations } from './commitOrganizations.ts'
import type { Planner } from './importPlan.ts'
import { readBeyond } from './organizationScope.ts'
import { planOrganizations } from './organizationsPlan.ts'
import { readOrganization } from './readOrganization.ts'

export const planOrganizationsFile: Planner = ({ db, sheets, date1904, input: { mode } }) => {
  const reads = sheets.flatMap(({ name, rows }) => rows.map((row) => readOrganization(row, name, date1904)))
  const rows = planOrganizations(reads, { mode, tree: readOrganizationTree(db), beyond: readBeyond(db) })
  return Promise.resolve({
    plan: { rows, write: (tx, commit) => commitOrganizations(tx, rows, commit) },
    unknownBranches: [],
    findings: [],
  })
}
