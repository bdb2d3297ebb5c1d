import { useMemo } from 'react'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useView } from '../../lib/workspace.ts'
import { defaultExpanded, idsAbove } from './treeRows.ts'

function parseIds(value: unknown): readonly string[] | null {
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : null
}

interface Expanded {
  readonly ids: ReadonlySet<string>
  readonly toggle: (id: string, expanded: boolean) => void
  readonly setAll: (expanded: boolean) => void
}

/** Which rows are unfolded, remembered for the account; what is selected is always in sight. */
export function useExpanded(nodes: readonly OrganizationNode[], selectedId: string | null): Expanded {
  const { view, setView } = useView<readonly string[] | null>('view:organizations.expanded', parseIds, null)
  const remembered = useMemo(() => new Set(view ?? defaultExpanded(nodes)), [view, nodes])
  const ids = useMemo(
    () => (selectedId === null ? remembered : new Set([...remembered, ...idsAbove(nodes, selectedId)])),
    [remembered, nodes, selectedId],
  )
  const toggle = (id: string, expanded: boolean): void => {
    const next = new Set(ids)
    if (expanded) next.add(id)
    else next.delete(id)
    setView([...next])
  }
  const setAll = (expanded: boolean): void => setView(expanded ? nodes.map((node) => node.id) : [])
  return { ids, toggle, setAll }
}
