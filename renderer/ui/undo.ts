import { createContext, useContext } from 'react'
import type { Activity, RecordKind } from '#shared/contract/activity.ts'

/** What Ctrl+Z means on a screen: the records it shows. */
export interface UndoTarget {
  readonly kinds: readonly RecordKind[]
  /** Null for all of these kinds. */
  readonly recordId: string | null
}

export interface Undo {
  /** Looks up what this session did last there, and asks before taking it back. */
  readonly askLast: (target: UndoTarget) => void
  /** Asks before taking this one back. */
  readonly ask: (entry: Activity) => void
  /** Says that something was done, and offers to take it back where the account may. */
  readonly done: (text: string, target: UndoTarget) => void
}

export const UndoContext = createContext<Undo>({
  askLast: () => undefined,
  ask: () => undefined,
  done: () => undefined,
})

export function useUndo(): Undo {
  return useContext(UndoContext)
}

/** The screens' targets. */
export const memberTarget: UndoTarget = { kinds: ['member'], recordId: null }
export const organizationTarget: UndoTarget = {
  kinds: ['organization', 'organizationEvent'],
  recordId: null,
}
