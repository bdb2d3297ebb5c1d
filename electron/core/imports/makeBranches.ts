import type { WriteDb } from '#db/database.ts'
import { listAnyOrganizations } from '#db/queries/organizations.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import { findOrganizationKind, isEnded } from '#shared/domain/organizationKinds.ts'
import { addOrganization, renewTreeOrder } from '../records/organizationStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import type { BranchToCreate } from './branches.ts'
import type { Commit } from './importPlan.ts'
import { organizationKey } from './organizationNames.ts'

/** Where somebody is to be put; `name` is the person's. */
export interface Target {
  readonly id: string
  readonly name: string
}

/** Names of what the preview rested on and is not so any more: people whose place is gone, branches made since. */
export function goneOrganizations(
  tx: WriteDb,
  targets: readonly Target[],
  branches: readonly BranchToCreate[],
): readonly string[] {
  const tree = readOrganizationTree(tx)
  const isLiving = (id: string) => tree.get(id)?.status === 'active' || tree.get(id)?.status === 'planned'
  const placeholders = new Set(branches.map(({ placeholder }) => placeholder))
  const missing = targets.filter(({ id }) => !placeholders.has(id) && !isLiving(id)).map(({ name }) => name)
  const keys = new Set(
    listAnyOrganizations(tx)
      .filter((row) => !isEnded(row))
      .map(({ shortName }) => organizationKey(shortName)),
  )
  const made = branches.filter(
    ({ name, parentId }) => keys.has(organizationKey(name)) || (parentId !== null && !isLiving(parentId)),
  )
  return [...missing, ...made.map(({ name }) => name)]
}

function branchFields(name: string): OrganizationFields {
  return {
    ...unfilledOrganization,
    fullName: name,
    shortName: name.slice(0, 50),
    type: 'ZB',
    branchKind: findOrganizationKind('党支部', name)?.branchKind ?? null,
  }
}

/** Placeholder -> id of the branch now made. */
export function makeBranches(
  tx: WriteDb,
  branches: readonly BranchToCreate[],
  commit: Commit,
): ReadonlyMap<string, string> {
  const made = new Map<string, string>()
  for (const { placeholder, name, parentId } of branches) {
    const id = commit.ids.next()
    addOrganization(
      tx,
      { id, parentId, fields: branchFields(name), importBatchId: commit.batchId },
      commit.moment,
      commit.ids,
    )
    made.set(placeholder, id)
  }
  if (branches.length > 0) renewTreeOrder(tx)
  return made
}
