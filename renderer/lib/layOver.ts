const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What was typed since `before`, laid over what somebody else has saved meanwhile; a field both have changed stays as typed. */
export function laidOver<T extends object>(before: T, mine: T, theirs: T): T {
  const merged = { ...theirs }
  const keys = Object.keys(theirs).filter((key): key is Extract<keyof T, string> => Object.hasOwn(mine, key))
  for (const key of keys) if (!isSame(before[key], mine[key])) merged[key] = mine[key]
  return merged
}

/** The same row by row: rows taken out by either are gone, rows added by either stay. `idOf` is null for a row not saved yet. */
export function rowsLaidOver<T extends object>(
  before: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  idOf: (row: T) => string | null,
): T[] {
  const find = (rows: readonly T[], id: string | null) =>
    id === null ? undefined : rows.find((row) => idOf(row) === id)
  const merged = theirs.flatMap((row) => {
    const [was, own] = [find(before, idOf(row)), find(mine, idOf(row))]
    if (was === undefined) return [row]
    return own === undefined ? [] : [laidOver(was, own, row)]
  })
  return [...merged, ...mine.filter((row) => idOf(row) === null)]
}
