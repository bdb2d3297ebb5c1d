import type { ReadDb } from '#db/database.ts'
import { listOrganizations, type StoredOrganization } from '#db/queries/organizations.ts'

export interface OrganizationTree {
  /** In tree order, ended ones too. */
  readonly all: readonly StoredOrganization[]
  get(id: string): StoredOrganization | undefined
  children(id: string | null): readonly StoredOrganization[]
  /** From the root down to this one. */
  path(id: string): readonly StoredOrganization[]
  /** This one and everything below it. */
  subtree(id: string): readonly StoredOrganization[]
}

/** Hundreds of rows: read whole, walked in memory. */
export function readOrganizationTree(db: ReadDb): OrganizationTree {
  return treeOf(listOrganizations(db))
}

export function treeOf(all: readonly StoredOrganization[]): OrganizationTree {
  const byId = new Map(all.map((row) => [row.id, row]))
  const byParent = Map.groupBy(all, (row) => row.parentId)
  const children = (id: string | null) => byParent.get(id) ?? []
  const path = (id: string): readonly StoredOrganization[] => {
    const row = byId.get(id)
    if (!row) return []
    return row.parentId === null ? [row] : [...path(row.parentId), row]
  }
  const subtree = (id: string): readonly StoredOrganization[] => {
    const row = byId.get(id)
    return row ? [row, ...children(id).flatMap((child) => subtree(child.id))] : []
  }
  return { all, get: (id) => byId.get(id), children, path, subtree }
}

/** Depth first; siblings by their position, then code, then name. */
export function orderedIds(tree: OrganizationTree): readonly string[] {
  const compare = (a: StoredOrganization, b: StoredOrganization) =>
    a.position - b.position ||
    (a.code ?? '\u{10FFFF}').localeCompare(b.code ?? '\u{10FFFF}', 'en') ||
    a.shortName.localeCompare(b.shortName, 'zh-CN', { numeric: true }) ||
    (a.id < b.id ? -1 : 1)
  const walk = (id: string | null): readonly string[] =>
    tree
      .children(id)
      .toSorted(compare)
      .flatMap((row) => [row.id, ...walk(row.id)])
  return walk(null)
}
