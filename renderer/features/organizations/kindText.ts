import type { OrganizationFields, OrganizationNode } from '#shared/contract/organizations.ts'
import { branchKindLabels, organizationTypeLabels } from '#shared/labels/organizations.ts'

/** 联合党支部, 社区党委: the kind in as few words as tell it. */
export function kindText({
  type,
  branchKind,
}: Pick<OrganizationNode | OrganizationFields, 'type' | 'branchKind'>): string {
  if (type !== 'ZB' || branchKind === null || branchKind === 'DD' || branchKind === 'QT') {
    return organizationTypeLabels[type]
  }
  return branchKindLabels[branchKind].replace(/（.*）/, '')
}
