/** A node of a tree handed over as a flat list, parents before children. */
export interface TreeItem {
  readonly id: string
  readonly parentId: string | null
  readonly label: string
  readonly selectable?: boolean
  /** After the label, quieter. */
  readonly note?: string
}

export interface TreeBranch<T> {
  readonly item: T
  readonly children: readonly TreeBranch<T>[]
}

/** Nests a flat list; an item whose parent is not in the list stands at the top. */
export function nest<T extends { readonly id: string; readonly parentId: string | null }>(
  items: readonly T[],
): readonly TreeBranch<T>[] {
  const known = new Set(items.map((item) => item.id))
  const byParent = Map.groupBy(items, (item) =>
    item.parentId !== null && known.has(item.parentId) ? item.parentId : null,
  )
  const branchesOf = (parentId: string | null): readonly TreeBranch<T>[] =>
    (byParent.get(parentId) ?? []).map((item) => ({ item, children: branchesOf(item.id) }))
  return branchesOf(null)
}

/** The items that match, with all that stand above them. */
export function withAncestors<T extends { readonly id: string; readonly parentId: string | null }>(
  items: readonly T[],
  matches: (item: T) => boolean,
): readonly T[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  const kept = new Set<string>()
  for (const item of items) {
    if (!matches(item)) continue
    for (let at: T | undefined = item; at !== undefined && !kept.has(at.id);) {
      kept.add(at.id)
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
  }
  return items.filter((item) => kept.has(item.id))
}

/** Part of a name, whatever the case. */
export const isFound = (label: string, typed: string) =>
  label.toLowerCase().includes(typed.trim().toLowerCase())

/** The only one that may be chosen with this in its name; null where there are more, or none. */
export function onlyFound(items: readonly TreeItem[], typed: string): string | null {
  if (typed.trim() === '') return null
  const found = items.filter(({ label, selectable }) => selectable !== false && isFound(label, typed))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}
