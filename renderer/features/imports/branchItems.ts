import { useMemo } from 'react'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { mayStandUnder } from '#shared/domain/organizationKinds.ts'
import { useCall } from '../../lib/queries.ts'
import type { TreeItem } from '../../ui/tree.ts'

interface BranchItems {
  /** Branches can be chosen. */
  readonly branches: readonly TreeItem[]
  /** What a branch may stand under can be chosen. */
  readonly parents: readonly TreeItem[]
}

function itemsOf(
  nodes: readonly OrganizationNode[],
  canChoose: (node: OrganizationNode) => boolean,
): readonly TreeItem[] {
  return nodes.map((node) => ({
    id: node.id,
    parentId: node.parentId,
    label: node.shortName,
    selectable: canChoose(node),
  }))
}

function isLevelAbove(node: OrganizationNode): boolean {
  return mayStandUnder('ZB', node.type)
}

export function useBranchItems(): BranchItems {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = tree.data?.nodes
  return useMemo(() => {
    const all = nodes ?? []
    return {
      branches: itemsOf(
        all.filter((node) => isLevelAbove(node) || node.type === 'ZB'),
        (node) => node.type === 'ZB',
      ),
      parents: itemsOf(all.filter(isLevelAbove), () => true),
    }
  }, [nodes])
}
