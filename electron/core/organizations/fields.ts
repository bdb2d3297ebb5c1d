import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
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
import { branchMatchKey } from '../records/branchNames.ts'

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

export function fieldsOf(row: StoredOrganization): OrganizationFields {
  const { type, branchKind, unitNature } = kindOf(row)
  return {
    code: row.code,
    fullName: row.fullName,
    shortName: row.shortName,
    type,
    branchKind,
    foundedOn: row.foundedOn,
    foundedDoc: row.foundedDoc,
    approvedBy: row.approvedBy,
    unitName: row.unitName,
    unitNature,
    jointUnits: row.jointUnits === null ? [] : row.jointUnits.split('\n'),
    secretaryName: row.secretaryName,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
    contactFax: row.contactFax,
    address: row.address,
    postcode: row.postcode,
    termYears: row.termYears,
    currentTermFrom: row.currentTermFrom,
    currentTermTo: row.currentTermTo,
    committeeSeats: row.committeeSeats,
    hasApprovalRight: row.hasApprovalRight,
    standardLevel: row.standardLevel,
    isWeak: row.isWeak,
  }
}

/** Columns for the fields given. */
export function columnsOf(fields: Partial<OrganizationFields>): Partial<StoredOrganization> {
  const { jointUnits, ...rest } = fields
  return {
    ...rest,
    ...(jointUnits === undefined
      ? {}
      : { jointUnits: jointUnits.length === 0 ? null : jointUnits.join('\n') }),
    ...(fields.shortName === undefined ? {} : { matchKey: branchMatchKey(fields.shortName) }),
  }
}
