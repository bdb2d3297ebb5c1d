import type { ReadDb } from '#db/database.ts'
import {
  listAnyOrganizations,
  listOrganizations,
  type StoredOrganization,
} from '#db/queries/organizations.ts'

export interface OrganizationTree {
  /** In tree order, ended ones too. */
  readonly all: readonly StoredOrganization[]
  get(id: string): StoredOrganization | undefined
  /** Null at the top, which for an account tied to an organisation is that one. */
  parentOf(row: StoredOrganization): string | null
  children(id: string | null): readonly StoredOrganization[]
  /** From the root down to this one. */
  path(id: string): readonly StoredOrganization[]
  /** This one and everything below it. */
  subtree(id: string): readonly StoredOrganization[]
}

/** Hundreds of rows: read whole, walked in memory. An account tied to an organisation has that one at the top. */
export function readOrganizationTree(db: ReadDb): OrganizationTree {
  return treeOf(listOrganizations(db))
}

/** The whole street's, whoever asks; nothing of it outside the caller's scope may be shown. */
export function readAnyOrganizationTree(db: ReadDb): OrganizationTree {
  return treeOf(listAnyOrganizations(db))
}

/** Whoever's parent is not among them stands at the top. */
export function treeOf(all: readonly StoredOrganization[]): OrganizationTree {
  const byId = new Map(all.map((row) => [row.id, row]))
  const parentOf = ({ parentId }: StoredOrganization) =>
    parentId !== null && byId.has(parentId) ? parentId : null
  const byParent = Map.groupBy(all, parentOf)
  const children = (id: string | null) => byParent.get(id) ?? []
  const path = (id: string): readonly StoredOrganization[] => {
    const row = byId.get(id)
    if (!row) return []
    const parentId = parentOf(row)
    return parentId === null ? [row] : [...path(parentId), row]
  }
  const subtree = (id: string): readonly StoredOrganization[] => {
    const row = byId.get(id)
    return row ? [row, ...children(id).flatMap((child) => subtree(child.id))] : []
  }
  return { all, get: (id) => byId.get(id), parentOf, children, path, subtree }
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
