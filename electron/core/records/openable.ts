import type { ReadDb } from '#db/database.ts'
import { getMembers } from '#db/queries/members.ts'

/** Of these people, those whose pages the caller may open. */
export function openable(db: ReadDb, ids: readonly (string | null)[]): ReadonlySet<string> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Set()
  return new Set(
    getMembers(db, [...new Set(wanted)]).flatMap(({ id, deletedAt }) => (deletedAt === null ? [id] : [])),
  )
}
