import type { ReadDb } from '#db/database.ts'
import { undoEdges, type UndoEdge } from '#db/queries/undo.ts'

export interface Standing {
  /** The newest entry that took this one back and still stands; null while this one stands. */
  undoneBy(seq: number): UndoEdge | null
}

/** An entry stands unless something that undoes it stands: an undo that was itself undone counts for nothing. */
export function readStanding(db: ReadDb, seqs: readonly number[]): Standing {
  const edges = undoEdges(db, seqs)
  const undone = new Map<number, UndoEdge>()
  // What undoes an entry comes after it, so from the newest back each is judged after all that may undo it.
  for (const edge of edges.toReversed())
    if (!undone.has(edge.seq) && !undone.has(edge.undoes)) undone.set(edge.undoes, edge)
  return { undoneBy: (seq) => undone.get(seq) ?? null }
}
