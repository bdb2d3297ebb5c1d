import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import type { MemberField } from '#shared/domain/memberFields.ts'

export type FieldValue = string | number | boolean | null | readonly string[]

export type RecordValues = Readonly<Record<MemberField, FieldValue>>

export type FieldChanges = Readonly<Partial<Record<MemberField, FieldValue | undefined>>>

export interface ThreeWayRow {
  readonly field: MemberField
  /** Somebody else changed it meanwhile. */
  readonly theirs: boolean
  /** Changed on this screen. */
  readonly mine: boolean
}

export type Side = 'theirs' | 'mine'

export function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, at) => value === b[at])
  return a === b
}

/** What differs between two readings of one record. */
export function changedFields(before: RecordValues, after: RecordValues): readonly MemberField[] {
  return memberFieldKeys.filter((field) => !sameValue(before[field], after[field]))
}

/** Every field somebody changed since `base` was read, in the order of the form. */
export function threeWayRows(
  base: RecordValues,
  fresh: RecordValues,
  changes: FieldChanges,
): readonly ThreeWayRow[] {
  const theirs = new Set(changedFields(base, fresh))
  return memberFieldKeys.flatMap((field) => {
    const row = { field, theirs: theirs.has(field), mine: Object.hasOwn(changes, field) }
    const isSettled = row.mine && row.theirs && sameValue(changes[field], fresh[field])
    return (row.theirs || row.mine) && !isSettled ? [row] : []
  })
}

/** Both sides changed it to different values: somebody has to choose. */
export function isContested(row: ThreeWayRow): boolean {
  return row.theirs && row.mine
}

/** The changes still to be sent once every contested field has a side. */
export function keptChanges<C extends FieldChanges>(
  changes: C,
  rows: readonly ThreeWayRow[],
  sides: Readonly<Partial<Record<MemberField, Side>>>,
): Partial<C> {
  const kept: Partial<C> = { ...changes }
  const wanted = rows
    .filter((row) => row.mine && (sides[row.field] ?? 'mine') === 'mine')
    .map((row) => row.field)
  for (const field of memberFieldKeys) if (!wanted.includes(field)) delete kept[field]
  return kept
}
