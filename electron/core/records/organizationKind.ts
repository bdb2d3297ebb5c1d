import type { StoredOrganization } from '#db/queries/organizations.ts'
import {
  type BranchKind,
  branchKinds,
  organizationStatuses,
  type OrganizationStatus,
  organizationTypes,
  type OrganizationType,
  unitNatures,
  type UnitNature,
} from '#shared/domain/organizationKinds.ts'

/** The stored codes were parsed on their way in; anything else in the file is damage and a bug. */
function known<T extends string>(values: readonly T[], stored: string): T {
  const value = values.find((each) => each === stored)
  if (value === undefined) throw new Error('unknown code in the organizations table')
  return value
}

interface Kind {
  readonly type: OrganizationType
  readonly branchKind: BranchKind | null
  readonly unitNature: UnitNature | null
  readonly status: OrganizationStatus
}

export function kindOf(row: StoredOrganization): Kind {
  return {
    type: known(organizationTypes, row.type),
    branchKind: row.branchKind === null ? null : known(branchKinds, row.branchKind),
    unitNature: row.unitNature === null ? null : known(unitNatures, row.unitNature),
    status: known(organizationStatuses, row.status),
  }
}
