import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { TreeItem } from '../../../ui/tree.ts'

/** Files lie with a 党支部; what stands above it is there to find the way. */
export function branchChoices(nodes: readonly OrganizationNode[]): readonly TreeItem[] {
  return nodes
    .filter(({ type }) => type !== 'XZ' && type !== 'ZXH')
    .map((node) => ({
      id: node.id,
      parentId: node.parentId,
      label: node.shortName,
      selectable: node.type === 'ZB' && (node.status === 'active' || node.status === 'planned'),
      ...(node.type === 'ZB' ? {} : { note: organizationTypeLabels[node.type] }),
    }))
}
