import type { IdSource } from '../ports.ts'

interface Row {
  readonly id: string
}

/** What a save makes of the rows there are. */
interface Laid<T extends Row> {
  readonly added: readonly T[]
  readonly changed: readonly T[]
  readonly removed: readonly T[]
  readonly isNothing: boolean
}

/**
 * Rows of a form have no ids: each takes over the row that is called the same, else the next one that is left, so that the log tells
 * what was changed and not that everything was written anew.
 */
export function laidOver<G, T extends Row>({
  given,
  stored,
  nameOf,
  make,
  ids,
}: {
  readonly given: readonly G[]
  readonly stored: readonly T[]
  readonly nameOf: (row: G | T) => string
  readonly make: (given: G, position: number, id: string) => T
  readonly ids: IdSource
}): Laid<T> {
  const left = new Set(stored)
  const take = (row: T | undefined): T | undefined => {
    if (row) left.delete(row)
    return row
  }
  const sameName = given.map((row) => take([...left].find((each) => nameOf(each) === nameOf(row))))
  const pairs = given.map((row, position) => {
    const was = sameName[position] ?? take([...left][0])
    return { was, row: make(row, position, was?.id ?? ids.next()) }
  })
  const added = pairs.flatMap(({ was, row }) => (was ? [] : [row]))
  const changed = pairs.flatMap(({ was, row }) => (was && !isSame(row, was) ? [row] : []))
  const removed = [...left]
  return { added, changed, removed, isNothing: added.length + changed.length + removed.length === 0 }
}

function isSame(a: Row, b: Row): boolean {
  const other = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([key, value]) => other.get(key) === value)
}
