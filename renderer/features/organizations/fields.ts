import { unfilledOrganization } from '#shared/contract/unfilledOrganization.ts'
import type { z } from 'zod'
import type { OrganizationFields, organizationInput } from '#shared/contract/organizations.ts'
import {
  hasApprovalRightByDefault,
  isOrganizationLevel,
  type OrganizationType,
} from '#shared/domain/organizationKinds.ts'
import {
  branchKindLabels,
  organizationFieldLabels,
  organizationTypeLabels,
  unitNatureLabels,
} from '#shared/labels/organizations.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'

export type OrganizationKey = keyof OrganizationFields

/** What the form holds before the schema has read it. */
export type OrganizationDraft = z.input<typeof organizationInput>

export const fieldLabels = organizationFieldLabels

const keys: readonly string[] = Object.keys(fieldLabels)

export function isOrganizationKey(key: string): key is OrganizationKey {
  return keys.includes(key)
}

export const fieldKeys: readonly OrganizationKey[] = keys.filter(isOrganizationKey)

/** The value as people read it; empty when there is none. */
export function fieldText(fields: OrganizationFields, key: OrganizationKey): string {
  switch (key) {
    case 'type':
      return organizationTypeLabels[fields.type]
    case 'branchKind':
      return fields.branchKind === null ? '' : branchKindLabels[fields.branchKind]
    case 'unitNature':
      return fields.unitNature === null ? '' : unitNatureLabels[fields.unitNature]
    case 'jointUnits':
      return fields.jointUnits.join('、')
    case 'termYears':
      return fields.termYears === null ? '' : `${fields.termYears} 年`
    case 'committeeSeats':
      return fields.committeeSeats === null ? '' : `${fields.committeeSeats} 名`
    case 'hasApprovalRight':
      return fields.hasApprovalRight ? '有' : '无'
    case 'isWeak':
      return fields.isWeak ? '是' : '否'
    case 'foundedOn':
    case 'currentTermFrom':
    case 'currentTermTo': {
      const date = fields[key]
      return date === null ? '' : formatPartialDate(date)
    }
    default:
      return fields[key] ?? ''
  }
}

/** A group has a leader where an organisation has a secretary. */
export function labelIn(fields: Pick<OrganizationFields, 'type'>, key: OrganizationKey): string {
  return key === 'secretaryName' && !isOrganizationLevel(fields.type) ? '组长' : fieldLabels[key]
}

export function blankDraft(type: OrganizationType): OrganizationDraft {
  return {
    ...unfilledOrganization,
    type,
    fullName: '',
    shortName: '',
    hasApprovalRight: hasApprovalRightByDefault(type),
  }
}

/** Only what was changed is sent, so that what somebody else changed meanwhile stays. */
export function changedOnly(
  before: OrganizationFields,
  after: OrganizationFields,
): Partial<OrganizationFields> {
  const isSame = (key: OrganizationKey): boolean => JSON.stringify(before[key]) === JSON.stringify(after[key])
  return Object.fromEntries(fieldKeys.filter((key) => !isSame(key)).map((key) => [key, after[key]]))
}
