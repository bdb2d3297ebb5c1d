import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { OrganizationFields } from '#shared/contract/organizations.ts'
import { branchMatchKey } from '../records/branchNames.ts'
import { kindOf } from '../records/organizationKind.ts'

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
