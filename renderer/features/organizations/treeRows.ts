import type { OrganizationFinding, OrganizationNode } from '#shared/contract/organizations.ts'
import { severities, type Severity } from '#shared/domain/finding.ts'
import { isOrganizationLevel, type OrganizationType } from '#shared/domain/organizationKinds.ts'
import { nest, type TreeBranch, withAncestors } from '../../ui/tree.ts'

/** `level`: every organisation but 党小组 and 党员中心户, which are no level of organisation. */
export type KindFilter = OrganizationType | 'level'

export interface TreeFilter {
  readonly text: string
  /** A finding code, `any` for any, null for no such filter. */
  readonly finding: string | null
  /** Null for every kind. */
  readonly kind: KindFilter | null
}

export interface TreeRow {
  readonly node: OrganizationNode
  readonly level: number
  readonly hasChildren: boolean
  readonly isExpanded: boolean
  /** Of the node itself. */
  readonly findings: readonly SeverityCount[]
  /** Hidden below a folded row. */
  readonly findingsBelow: number
}

export interface SeverityCount {
  readonly severity: Severity
  readonly count: number
}

/** Findings nobody has answered for. */
export function openFindings(node: OrganizationNode): readonly OrganizationFinding[] {
  return node.findings.filter((finding) => finding.overriddenReason === null)
}

function countBySeverity(node: OrganizationNode): readonly SeverityCount[] {
  const open = openFindings(node)
  return severities
    .map((severity) => ({ severity, count: open.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
}

function countBelow({ children }: TreeBranch<OrganizationNode>): number {
  return children.reduce((sum, child) => sum + openFindings(child.item).length + countBelow(child), 0)
}

export function isFiltered({ text, finding, kind }: TreeFilter): boolean {
  return text.trim() !== '' || finding !== null || kind !== null
}

export function isOfKind({ type }: OrganizationNode, kind: KindFilter): boolean {
  return kind === 'level' ? isOrganizationLevel(type) : type === kind
}

function matches(node: OrganizationNode, { text, finding, kind }: TreeFilter): boolean {
  if (kind !== null && !isOfKind(node, kind)) return false
  const typed = text.trim()
  const names = [node.shortName, node.fullName, node.code ?? '']
  if (typed !== '' && !names.some((name) => name.includes(typed))) return false
  if (finding === null) return true
  return openFindings(node).some(({ code }) => finding === 'any' || code === finding)
}

export function matchCount(nodes: readonly OrganizationNode[], filter: TreeFilter): number {
  return nodes.filter((node) => matches(node, filter)).length
}

/** Rows as shown: while filtering, the matches and all above them, unfolded. */
export function treeRows(
  nodes: readonly OrganizationNode[],
  expanded: ReadonlySet<string>,
  filter: TreeFilter,
): readonly TreeRow[] {
  const filtering = isFiltered(filter)
  const shown = filtering ? withAncestors(nodes, (node) => matches(node, filter)) : nodes
  const rowsOf = (branch: TreeBranch<OrganizationNode>, level: number): readonly TreeRow[] => {
    const { item, children } = branch
    const isExpanded = children.length > 0 && (filtering || expanded.has(item.id))
    const row: TreeRow = {
      node: item,
      level,
      hasChildren: children.length > 0,
      isExpanded,
      findings: countBySeverity(item),
      findingsBelow: isExpanded ? 0 : countBelow(branch),
    }
    return [row, ...(isExpanded ? children.flatMap((child) => rowsOf(child, level + 1)) : [])]
  }
  return nest(shown).flatMap((branch) => rowsOf(branch, 1))
}

/** A small tree is shown whole, a large one down to the committees. */
export function defaultExpanded(nodes: readonly OrganizationNode[]): ReadonlySet<string> {
  const deepest = nodes.length <= 30 ? Infinity : 1
  const top = Math.min(...nodes.map((node) => node.depth))
  return new Set(nodes.filter((node) => node.depth - top < deepest).map((node) => node.id))
}

/** Ids of all that stand above a node, so that it can be brought into view. */
export function idsAbove(nodes: readonly OrganizationNode[], id: string): readonly string[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ids: string[] = []
  for (let at = byId.get(id)?.parentId ?? null; at !== null; at = byId.get(at)?.parentId ?? null) ids.push(at)
  return ids
}
