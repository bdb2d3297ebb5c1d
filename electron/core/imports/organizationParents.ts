import type { StoredOrganization } from '#db/queries/organizations.ts'
import type { ImportMode } from '#shared/contract/imports.ts'
import {
  isEnded,
  mayStandUnder,
  organizationTypes,
  type OrganizationType,
} from '#shared/domain/organizationKinds.ts'
import type { OrganizationTree } from '../records/organizationTree.ts'
import type { Beyond } from './organizationScope.ts'
import type { OrganizationRecord, ReadOrganization } from './readOrganization.ts'

/** Where it goes: an organisation that is there, or the code of one that comes with the same file. */
export type Parent = { readonly id: string } | { readonly code: string } | null

/** A readable row and the organisation it speaks of, when that is there already. */
export interface Placed {
  readonly read: ReadOrganization
  readonly record: OrganizationRecord
  readonly current: StoredOrganization | null
}

export interface Plan {
  readonly mode: ImportMode
  readonly tree: OrganizationTree
  /** Null for who sees everything. */
  readonly beyond: Beyond | null
  /** Rows that are not duplicates, by code, in the order of the file. */
  readonly inFile: ReadonlyMap<string, Placed>
}

function typeOf(row: StoredOrganization): OrganizationType | null {
  return organizationTypes.find((type) => type === row.type) ?? null
}

/** The parent as the file or the tree has it; a message when there is none. */
export function findParent(
  { read, record, current }: Placed,
  { tree, inFile, beyond }: Plan,
): Parent | string {
  const { parentCode } = read
  if (current !== null && current.id === beyond?.rootId)
    return current.parentId === null ? null : { id: current.parentId }
  if (parentCode === null) {
    if (current !== null) return current.parentId === null ? null : { id: current.parentId }
    if (mayStandUnder(record.type, null)) return null
    return '没有写上级党组织代码；只有街道党工委（党委）可以没有上级'
  }
  const inThisFile = inFile.get(parentCode)
  if (inThisFile !== undefined) {
    return inThisFile.current === null ? { code: parentCode } : { id: inThisFile.current.id }
  }
  const known = tree.all.find((row) => row.code === parentCode && !isEnded(row))
  return known === undefined
    ? `找不到代码为 ${parentCode} 的上级党组织，表中和花名册里都没有`
    : { id: known.id }
}

export function parentTypeOf(parent: Parent, { tree, inFile }: Plan): OrganizationType | null {
  if (parent === null) return null
  if ('code' in parent) return inFile.get(parent.code)?.record.type ?? null
  const inThisFile = [...inFile.values()].find(({ current }) => current?.id === parent.id)
  const row = tree.get(parent.id)
  return inThisFile?.record.type ?? (row === undefined ? null : typeOf(row))
}

/** Walks up through the file's own parents; true when it comes back to where it began. */
export function isInCycle(code: string, { inFile }: Plan): boolean {
  const seen = new Set<string>()
  let at: string | null = code
  while (at !== null && !seen.has(at)) {
    seen.add(at)
    at = inFile.get(at)?.read.parentCode ?? null
  }
  return at === code
}

/** Same, through those that stand still in the tree: a move below itself. */
export function movesBelowItself(current: StoredOrganization, parent: Parent, plan: Plan): boolean {
  const byId = new Map(
    [...plan.inFile.values()].flatMap((placed) =>
      placed.current === null ? [] : [[placed.current.id, placed] as const],
    ),
  )
  const seen = new Set<string>()
  let at: Parent = parent
  while (at !== null) {
    const key = 'id' in at ? at.id : at.code
    if (key === current.id) return true
    if (seen.has(key)) return false
    seen.add(key)
    const placed: Placed | undefined = 'id' in at ? byId.get(at.id) : plan.inFile.get(at.code)
    const next: Parent | string = placed === undefined ? standing(plan.tree, key) : findParent(placed, plan)
    at = typeof next === 'string' ? null : next
  }
  return false
}

/** Its parent as the tree has it now. */
export function standing(tree: OrganizationTree, id: string): Parent {
  const parentId = tree.get(id)?.parentId ?? null
  return parentId === null ? null : { id: parentId }
}
