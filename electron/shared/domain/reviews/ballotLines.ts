import { pointsText } from './hundredths.ts'
import { type CellValue, type Mark, readMark } from './marks.ts'
import type { BallotItem } from './scheme.ts'
import type { GradeSet } from './grades.ts'

/** What one ballot says of one person, by item. */
export type Marks = Readonly<Record<string, Mark>>

/** Why a ballot counts for nothing: two marks for one thing, illegible, nothing on it at all. */
export const voidReasons = ['several', 'illegible', 'blank'] as const

export type VoidReason = (typeof voidReasons)[number]

/** A mark that cannot be on the paper: the count stops here until somebody looks at it. */
export interface RefusedMark {
  readonly itemId: string
  readonly mark: Extract<Mark, { readonly is: 'outOfRange' | 'unreadable' }>
}

export type LineVerdict =
  | { readonly is: 'counted' }
  | { readonly is: 'void'; readonly reason: VoidReason }
  | { readonly is: 'refused'; readonly marks: readonly RefusedMark[] }

const empty: Mark = { is: 'empty' }

export function markOf(marks: Marks, itemId: string): Mark {
  return Object.hasOwn(marks, itemId) ? (marks[itemId] ?? empty) : empty
}

/** The cells of one line, in the order of the items; those missing at the end are empty. */
export function readLine(
  cells: readonly (CellValue | undefined)[],
  items: readonly BallotItem[],
  set: GradeSet,
): Marks {
  return Object.fromEntries(items.map((item, index) => [item.id, readMark(cells[index] ?? null, item, set)]))
}

/**
 * REV-05: two marks for one thing, illegible or wholly blank makes the ballot void (for this person); a single thing left
 * empty is an abstention. What is void needs no correction, so a value out of range in it stops nothing.
 */
export function judgeLine(marks: Marks, items: readonly BallotItem[]): LineVerdict {
  const all = items.map(({ id }) => ({ itemId: id, mark: markOf(marks, id) }))
  if (all.some(({ mark }) => mark.is === 'several')) return { is: 'void', reason: 'several' }
  if (all.some(({ mark }) => mark.is === 'illegible')) return { is: 'void', reason: 'illegible' }
  const refused = all.flatMap(({ itemId, mark }): readonly RefusedMark[] =>
    mark.is === 'outOfRange' || mark.is === 'unreadable' ? [{ itemId, mark }] : [],
  )
  if (refused.length > 0) return { is: 'refused', marks: refused }
  return all.every(({ mark }) => mark.is === 'empty') ? { is: 'void', reason: 'blank' } : { is: 'counted' }
}

/** Why a mark was refused; with the ballot's place in the batch, so that the paper can be found. */
export function refusalText(place: number, { mark }: RefusedMark, item: BallotItem): string {
  const head = `第 ${place} 张“${item.name}”：“${mark.text}”`
  if (mark.is === 'outOfRange') return `${head}超出 0–${pointsText(item.most)} 分，请核对原票`
  return item.by === 'points' ? `${head}不是分数，请核对原票` : `${head}不是本次测评的等次，请核对原票`
}

/** How many marks of each kind stand on so many lines: what a report of an import counts. */
export function countMarks(
  lines: readonly Marks[],
  items: readonly BallotItem[],
): Readonly<Record<Mark['is'], number>> {
  const found = { points: 0, grade: 0, empty: 0, several: 0, illegible: 0, outOfRange: 0, unreadable: 0 }
  for (const marks of lines) for (const { id } of items) found[markOf(marks, id).is] += 1
  return found
}
