import type { ReadDb } from '#db/database.ts'
import { listOverrides } from '#db/queries/memberFindings.ts'
import { countByGroup, countByJointUnit, type StoredOrganization } from '#db/queries/organizations.ts'
import type { MemberCounts, OrganizationFinding, OrganizationNode } from '#shared/contract/organizations.ts'
import { organizationFindings } from '#shared/domain/organizationRules.ts'
import { isCountedStatus, partyStatuses } from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type OrganizationTree, readOrganizationTree } from '../records/organizationTree.ts'
import { kindOf } from '../records/organizationKind.ts'

const none: MemberCounts = { full: 0, probationary: 0 }

const sum = (counts: readonly MemberCounts[]): MemberCounts => ({
  full: counts.reduce((total, each) => total + each.full, 0),
  probationary: counts.reduce((total, each) => total + each.probationary, 0),
})

interface Gathered {
  readonly tree: OrganizationTree
  readonly own: ReadonlyMap<string, MemberCounts>
  readonly total: ReadonlyMap<string, MemberCounts>
  /** Counted members of a branch who are in none of its groups. */
  readonly ungrouped: ReadonlyMap<string, readonly MemberCounts[]>
  readonly units: ReadonlyMap<string, readonly { readonly unit: string; readonly full: number }[]>
  readonly overrides: ReadonlyMap<string, string>
}

export function gather(db: ReadDb): Gathered {
  const tree = readOrganizationTree(db)
  const statuses = partyStatuses.filter((status) => isCountedStatus(status))
  const counts = countByGroup(db, statuses)
  const branches = Map.groupBy(counts, (count) => count.organizationId)
  const groups = Map.groupBy(counts, (count) => count.groupId)
  const own = new Map(tree.all.map((row) => [row.id, sum(branches.get(row.id) ?? groups.get(row.id) ?? [])]))
  const total = new Map<string, MemberCounts>()
  const roll = (row: StoredOrganization): MemberCounts => {
    // Those in a group are already counted in its branch.
    const below = tree.children(row.id).map((child) => ({ child, counts: roll(child) }))
    const counted = below
      .filter(({ child }) => child.type !== 'XZ' && child.type !== 'ZXH')
      .map((each) => each.counts)
    const counts = sum([own.get(row.id) ?? none, ...counted])
    total.set(row.id, counts)
    return counts
  }
  tree.children(null).forEach(roll)
  return {
    tree,
    own,
    total,
    ungrouped: Map.groupBy(groups.get(null) ?? [], (count) => count.organizationId),
    units: Map.groupBy(countByJointUnit(db, statuses), (row) => row.organizationId),
    overrides: new Map(
      listOverrides(db, 'organization').map(({ subjectId, code, reason }) => [
        `${subjectId} ${code}`,
        reason,
      ]),
    ),
  }
}

export function findingsOf(row: StoredOrganization, gathered: Gathered): readonly OrganizationFinding[] {
  const counts = gathered.total.get(row.id) ?? none
  const jointUnits = row.jointUnits === null ? 0 : row.jointUnits.split('\n').length
  const ungrouped = sum(gathered.ungrouped.get(row.id) ?? [])
  const facts = {
    ...kindOf(row),
    ...counts,
    groups: gathered.tree.children(row.id).filter((child) => child.type === 'XZ' && child.status === 'active')
      .length,
    ungrouped: ungrouped.full + ungrouped.probationary,
    jointUnits,
    unitFull: gathered.units.get(row.id) ?? [],
    committeeSeats: row.committeeSeats,
    termYears: row.termYears,
    currentTermFrom: row.currentTermFrom,
    currentTermTo: row.currentTermTo,
  }
  return organizationFindings(facts, defaultRuleSettings).map((finding) => ({
    ...finding,
    overriddenReason: gathered.overrides.get(`${row.id} ${finding.code}`) ?? null,
  }))
}

/** Flat, in tree order; ended organisations only on request. */
export function organizationNodes(db: ReadDb, includeEnded: boolean): readonly OrganizationNode[] {
  const gathered = gather(db)
  const isShown = (row: StoredOrganization) =>
    includeEnded || row.status === 'active' || row.status === 'planned'
  return gathered.tree.all.filter(isShown).map((row) => ({
    id: row.id,
    parentId: gathered.tree.parentOf(row),
    depth: gathered.tree.path(row.id).length - 1,
    code: row.code,
    shortName: row.shortName,
    fullName: row.fullName,
    ...kindOf(row),
    version: row.version,
    own: gathered.own.get(row.id) ?? none,
    total: gathered.total.get(row.id) ?? none,
    findings: findingsOf(row, gathered),
  }))
}
