import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import type { TreeItem } from '../ui/tree.ts'

/** 党支部 to be chosen; what stands above them is there to find the way. */
export function branchTree(nodes: readonly OrganizationNode[]): readonly TreeItem[] {
  return nodes
    .filter(({ type }) => type !== 'XZ' && type !== 'ZXH')
    .map(({ id, parentId, shortName, type }) => ({
      id,
      parentId,
      label: shortName,
      selectable: type === 'ZB',
      ...(type === 'ZB' ? {} : { note: organizationTypeLabels[type] }),
    }))
}
