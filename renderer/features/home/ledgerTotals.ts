import type { FindingTotal } from '#shared/contract/findings.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { severities, type Severity } from '#shared/domain/finding.ts'

export interface LedgerTotals {
  readonly full: number
  readonly probationary: number
  readonly organizations: number
  readonly branches: number
  readonly groups: number
}

function isGroup({ type }: OrganizationNode): boolean {
  return type === 'XZ' || type === 'ZXH'
}

/** The roots' own totals hold everybody once. */
export function ledgerTotals(nodes: readonly OrganizationNode[]): LedgerTotals {
  const known = new Set(nodes.map((node) => node.id))
  const roots = nodes.filter((node) => node.parentId === null || !known.has(node.parentId))
  return {
    full: roots.reduce((sum, node) => sum + node.total.full, 0),
    probationary: roots.reduce((sum, node) => sum + node.total.probationary, 0),
    organizations: nodes.filter((node) => !isGroup(node)).length,
    branches: nodes.filter((node) => node.type === 'ZB').length,
    groups: nodes.filter((node) => node.type === 'XZ').length,
  }
}

export interface ToDoLine {
  readonly code: string
  /** The worst it comes in. */
  readonly severity: Severity
  readonly count: number
}

function rank(severity: Severity): number {
  return severities.indexOf(severity)
}

function worst(found: readonly Severity[]): Severity {
  return severities[Math.min(...found.map(rank))] ?? 'blue'
}

/** Worst first, then the most frequent. */
function byWeight(a: ToDoLine, b: ToDoLine): number {
  return rank(a.severity) - rank(b.severity) || b.count - a.count || a.code.localeCompare(b.code)
}

/** One line a kind, though a kind may come in several severities: it leads to all of them. */
export function memberLines(totals: readonly FindingTotal[]): readonly ToDoLine[] {
  const people = totals.filter(({ subject, count }) => subject === 'member' && count > 0)
  return [...Map.groupBy(people, ({ code }) => code)]
    .map(([code, found]) => ({
      code,
      severity: worst(found.map(({ severity }) => severity)),
      count: found.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort(byWeight)
}

/** Findings of organisations nobody has answered for, counted by kind. */
export function organizationLines(nodes: readonly OrganizationNode[]): readonly ToDoLine[] {
  const open = nodes.flatMap(({ id, findings }) =>
    findings
      .filter((each) => each.overriddenReason === null)
      .map(({ code, severity }) => ({ id, code, severity })),
  )
  return [...Map.groupBy(open, ({ code }) => code)]
    .map(([code, found]) => ({
      code,
      severity: worst(found.map(({ severity }) => severity)),
      count: new Set(found.map(({ id }) => id)).size,
    }))
    .sort(byWeight)
}
