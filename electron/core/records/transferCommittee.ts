import type { ReadDb } from '#db/database.ts'
import type { StoredOrganization } from '#db/queries/organizations.ts'
import { readAnyOrganizationTree } from './organizationTree.ts'

/**
 * The 基层党委 that gives and takes letters for a branch (TRF-05): the nearest above it with the right to approve, itself included.
 * It may stand above what the caller sees, as every letter names it. Undefined where none has the right.
 */
export function committeeAbove(db: ReadDb, branchId: string): StoredOrganization | undefined {
  return readAnyOrganizationTree(db)
    .path(branchId)
    .findLast(({ hasApprovalRight }) => hasApprovalRight)
}
