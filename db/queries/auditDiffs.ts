import type { SqlValue } from '../database.ts'

/** Column -> value before and after. */
export type Diff = Readonly<Record<string, readonly [SqlValue, SqlValue]>>

interface StoredDiff {
  readonly diff: string | null
  readonly secret: string | null
}

/** As it may be shown: ID numbers, phones and addresses masked. */
export function shownDiff({ diff }: Pick<StoredDiff, 'diff'>): Diff {
  const parsed: Diff = diff === null ? {} : JSON.parse(diff)
  return parsed
}

/** With the clear values, for putting them back; masked ones where the record was purged. */
export function clearDiff({ diff, secret }: StoredDiff): Diff {
  const clear: { readonly values: Diff } = secret === null ? { values: {} } : JSON.parse(secret)
  return { ...shownDiff({ diff }), ...clear.values }
}
