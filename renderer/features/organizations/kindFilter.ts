import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { organizationTypes } from '#shared/domain/organizationKinds.ts'
import { organizationTypeLabels } from '#shared/labels/organizations.ts'
import { isOfKind, type KindFilter } from './treeRows.ts'

const kinds: readonly KindFilter[] = ['level', ...organizationTypes]

/** As the address has it; null for anything that is no kind. */
export function kindFromText(text: string | null): KindFilter | null {
  return kinds.find((kind) => kind === text) ?? null
}

const kindLabel = (kind: KindFilter) =>
  kind === 'level' ? '党组织（不含党小组）' : organizationTypeLabels[kind]

/** The kinds there are in the tree, with how many of each. */
export function kindOptions(nodes: readonly OrganizationNode[]) {
  return kinds
    .map((kind) => ({ kind, count: nodes.filter((node) => isOfKind(node, kind)).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => ({ value: kind, label: `${kindLabel(kind)}（${count}）` }))
}
