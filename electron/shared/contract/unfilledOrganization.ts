import type { OrganizationFields } from './organizations.ts'

/** An organisation of which nothing is known but its names and type. */
export const unfilledOrganization: Omit<OrganizationFields, 'fullName' | 'shortName' | 'type'> = {
  code: null,
  branchKind: null,
  foundedOn: null,
  foundedDoc: null,
  approvedBy: null,
  unitName: null,
  unitNature: null,
  jointUnits: [],
  secretaryName: null,
  contactName: null,
  contactPhone: null,
  contactFax: null,
  address: null,
  postcode: null,
  termYears: null,
  currentTermFrom: null,
  currentTermTo: null,
  committeeSeats: null,
  hasApprovalRight: false,
  standardLevel: null,
  isWeak: false,
}
