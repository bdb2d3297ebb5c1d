import { AppError } from '#shared/contract/errors.ts'

interface Part {
  readonly id: string
}

/** A whole form over a record as somebody has seen it. */
export interface Update<F> {
  readonly id: string
  readonly version: number
  readonly fields: F
}

/** What a save makes of the rows there are: those asked for in their order, and those that go. */
export interface PartChanges<T extends Part> {
  readonly added: readonly T[]
  readonly changed: readonly T[]
  readonly removed: readonly T[]
}

const same = <T extends object>(a: T, b: T) => {
  const other = new Map<string, unknown>(Object.entries(b))
  return Object.entries(a).every(([key, value]) => other.get(key) === value)
}

/** `make` builds a row from what was sent, its place and the row it was. Throws STALE_WRITE for a row that is gone. */
export function partChanges<G extends { readonly id: string | null }, T extends Part>(
  given: readonly G[],
  stored: readonly T[],
  make: (given: G, position: number, was: T | undefined) => T,
): PartChanges<T> {
  const known = new Map(stored.map((row) => [row.id, row]))
  const rows = given.map((each, position) => {
    const was = each.id === null ? undefined : known.get(each.id)
    if (each.id !== null && !was)
      throw new AppError('STALE_WRITE', 'a row is gone', {
        messageZh: '表里有一行刚被别人删去，您看到的不是最新的。请刷新核对后再保存',
      })
    return { row: make(each, position, was), was }
  })
  const kept = new Set(rows.map(({ row }) => row.id))
  if (kept.size < rows.length)
    throw new AppError('VALIDATION_FAILED', 'a row twice', { messageZh: '表里同一行出现了两次，请删去一行' })
  return {
    added: rows.flatMap(({ row, was }) => (was ? [] : [row])),
    changed: rows.flatMap(({ row, was }) => (was && !same(row, was) ? [row] : [])),
    removed: stored.filter(({ id }) => !kept.has(id)),
  }
}

export function isNothing<T extends Part>({ added, changed, removed }: PartChanges<T>): boolean {
  return added.length + changed.length + removed.length === 0
}

/** Only what differs from the row as it is. */
export function differing<T extends object>(fields: T, stored: object): Partial<T> {
  const before: Readonly<Record<string, unknown>> = { ...stored }
  const entries = Object.entries(fields).filter(([key, value]) => before[key] !== value)
  // Sound: entries of `fields` by their own keys.
  return Object.fromEntries(entries) as Partial<T>
}
