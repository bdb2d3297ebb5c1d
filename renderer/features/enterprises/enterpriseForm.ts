import type { z } from 'zod'
import type { EnterpriseFields, enterpriseInput } from '#shared/contract/enterprises.ts'
import { enterpriseFieldLabels } from '#shared/labels/enterprises.ts'

export type EnterpriseDraft = z.input<typeof enterpriseInput>

export const fieldLabels = enterpriseFieldLabels

export const blankUnit: EnterpriseDraft = {
  name: '',
  creditCode: null,
  kind: 'FG',
  industry: null,
  address: null,
  department: null,
  isAboveScale: null,
  staff: null,
  fullMembers: null,
  probationaryMembers: null,
  membersHere: null,
  hiddenMembers: null,
  activists: null,
  coverForm: 'none',
  organizationId: '',
  instructor: null,
  liaison: null,
  hasUnion: null,
  hasYouth: null,
  hasWomen: null,
  isHeadMember: null,
  contactName: null,
  contactPhone: null,
  visitedOn: null,
  remark: null,
}

/** Only what differs is sent, so that two people may edit different fields. */
export function changedOnly(before: EnterpriseFields, after: EnterpriseFields): Partial<EnterpriseFields> {
  const old: Readonly<Record<string, unknown>> = { ...before }
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => old[key] !== value))
}
