import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { MemberListRow } from '#shared/contract/members.ts'
import { call } from '../../lib/api.ts'
import { fetchRange, selectionLimit } from './listRows.ts'
import type { MemberQuery } from './listView.ts'

/** Who is selected; the row is null where only the id has been asked for. */
export type SelectedRows = ReadonlyMap<string, MemberListRow | null>

export interface Selection {
  readonly rows: SelectedRows
  /** Adds or drops one row and makes it the start of the next range. */
  readonly toggle: (index: number, row: MemberListRow) => void
  /** From the last toggled row to this one, as Shift does in every list; false when that is too many. */
  readonly extendTo: (index: number) => Promise<boolean>
  /** Everybody the list shows; false when that is too many. */
  readonly selectAll: () => Promise<boolean>
  readonly clear: () => void
}

const nobody: SelectedRows = new Map()

/** Another query starts with nobody selected. */
export function useSelection(query: MemberQuery): Selection {
  const client = useQueryClient()
  const [state, setState] = useState({ query, rows: nobody })
  const anchor = useRef(0)
  const change = useCallback(
    (next: (rows: Map<string, MemberListRow | null>) => void) => {
      setState((last) => {
        const rows = new Map(last.query === query ? last.rows : nobody)
        next(rows)
        return { query, rows }
      })
    },
    [query],
  )
  const toggle = useCallback(
    (index: number, row: MemberListRow) => {
      anchor.current = index
      change((rows) => {
        if (!rows.delete(row.id)) rows.set(row.id, row)
      })
    },
    [change],
  )
  const extendTo = useCallback(
    async (index: number) => {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      if (to - from >= selectionLimit) return false
      const range = await fetchRange(client, query, from, to)
      change((rows) => range.forEach((row) => rows.set(row.id, row)))
      return true
    },
    [change, client, query],
  )
  const selectAll = useCallback(async () => {
    const everybody = await call('members.listIds', query)
    if (everybody.total > everybody.ids.length) return false
    change((rows) => everybody.ids.forEach((id) => rows.set(id, rows.get(id) ?? null)))
    return true
  }, [change, query])
  const clear = useCallback(() => setState({ query, rows: nobody }), [query])
  return { rows: state.query === query ? state.rows : nobody, toggle, extendTo, selectAll, clear }
}
