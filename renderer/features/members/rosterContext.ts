import { createContext } from 'react'
import type { MemberListRow, RevealedFields } from '#shared/contract/members.ts'
import type { SelectedRows } from './useSelection.ts'

/** What the cells of the grid need beyond their row. */
export interface RosterCells {
  readonly selected: SelectedRows
  readonly onToggle: (index: number, row: MemberListRow, extend: boolean) => void
  readonly revealed: ReadonlyMap<string, RevealedFields>
  /** Null for an account that may not. */
  readonly onReveal: ((id: string) => void) | null
  readonly onOpen: (index: number, id: string) => void
}

export const RosterContext = createContext<RosterCells>({
  selected: new Map(),
  onToggle: () => undefined,
  revealed: new Map(),
  onReveal: null,
  onOpen: () => undefined,
})
