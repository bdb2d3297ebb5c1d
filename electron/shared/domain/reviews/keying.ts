import { judgeLine, markOf, type Marks, type RefusedMark } from './ballotLines.ts'
import { isSameMark, type Mark } from './marks.ts'
import type { BallotItem } from './scheme.ts'
import { type Count, countLines } from './tallies.ts'

/** One ballot on one person as keyed. `place` counts the pile on the table and is gone when the batch is closed. */
export interface KeyedLine {
  readonly place: number
  readonly subjectId: string
  readonly marks: Marks
}

/** Where two keyings differ; without an item the whole line was keyed once only. */
export interface KeyingDifference {
  readonly place: number
  readonly subjectId: string
  readonly itemId: string | null
  readonly first: Mark | null
  readonly second: Mark | null
}

/** The second keying is another person's: one pair of eyes makes the same slip twice. */
export function whyNotSecondKeyer(firstAccountId: string, secondAccountId: string): string | null {
  return firstAccountId === secondAccountId ? '第二遍须由另一个人录入，请换人登录后录入' : null
}

const keyOf = ({ place, subjectId }: Pick<KeyedLine, 'place' | 'subjectId'>) => `${place} ${subjectId}`
const byKey = (lines: readonly KeyedLine[]) => new Map(lines.map((line) => [keyOf(line), line]))

function lineDifferences(
  first: KeyedLine,
  second: KeyedLine,
  items: readonly BallotItem[],
): readonly KeyingDifference[] {
  return items.flatMap(({ id: itemId }) => {
    const [one, other] = [markOf(first.marks, itemId), markOf(second.marks, itemId)]
    const { place, subjectId } = first
    return isSameMark(one, other) ? [] : [{ place, subjectId, itemId, first: one, second: other }]
  })
}

/** Everything two keyings of one batch do not agree on, in the order of the pile. */
export function keyingDifferences(
  first: readonly KeyedLine[],
  second: readonly KeyedLine[],
  items: readonly BallotItem[],
): readonly KeyingDifference[] {
  const [ones, others] = [byKey(first), byKey(second)]
  const once = (lines: readonly KeyedLine[], inOther: ReadonlyMap<string, KeyedLine>) =>
    lines
      .filter((line) => !inOther.has(keyOf(line)))
      .map(({ place, subjectId }) => ({ place, subjectId, itemId: null, first: null, second: null }))
  const both = first.flatMap((line) => {
    const other = others.get(keyOf(line))
    return other === undefined ? [] : lineDifferences(line, other, items)
  })
  return [...both, ...once(first, others), ...once(second, ones)].toSorted((a, b) => a.place - b.place)
}

/** What the paper says of one difference; with `null` for a line that is not there. */
export interface Settlement {
  readonly place: number
  readonly subjectId: string
  readonly itemId: string | null
  readonly isThere: boolean
  readonly mark: Mark | null
}

/** The lines as settled from the paper, and the differences nobody has settled yet. */
export function settleKeyings(
  first: readonly KeyedLine[],
  second: readonly KeyedLine[],
  settlements: readonly Settlement[],
  items: readonly BallotItem[],
): { readonly lines: readonly KeyedLine[]; readonly open: readonly KeyingDifference[] } {
  const nameOf = (of: Pick<Settlement, 'place' | 'subjectId' | 'itemId'>) => `${keyOf(of)} ${of.itemId ?? ''}`
  const settled = new Map(settlements.map((one) => [nameOf(one), one]))
  const open = keyingDifferences(first, second, items).filter((difference) => {
    const settlement = settled.get(nameOf(difference))
    return settlement === undefined || (difference.itemId !== null && settlement.mark === null)
  })
  const lines = [...new Map([...byKey(second), ...byKey(first)]).values()].flatMap((line) => {
    const whole = settled.get(nameOf({ ...line, itemId: null }))
    if (whole !== undefined && !whole.isThere) return []
    const corrected = items.flatMap(({ id: itemId }) => {
      const mark = settled.get(nameOf({ ...line, itemId }))?.mark ?? null
      return mark === null ? [] : [[itemId, mark] as const]
    })
    return [{ ...line, marks: { ...line.marks, ...Object.fromEntries(corrected) } }]
  })
  return { lines: lines.toSorted((a, b) => a.place - b.place), open }
}

export interface RefusedLine {
  readonly place: number
  readonly subjectId: string
  readonly marks: readonly RefusedMark[]
}

/** Lines that cannot be true, with their places: both keyings may agree on a 120. */
export function refusedLines(
  lines: readonly KeyedLine[],
  items: readonly BallotItem[],
): readonly RefusedLine[] {
  return lines.flatMap(({ place, subjectId, marks }) => {
    const verdict = judgeLine(marks, items)
    return verdict.is === 'refused' ? [{ place, subjectId, marks: verdict.marks }] : []
  })
}

/** REV-06: why a batch cannot be closed yet; once it is, only `countBySubject` of it is left. */
export function whyNotClosed(open: number, refused: number): string | null {
  if (open > 0) return `两遍录入还有 ${open} 处不一致，请对照原票核定`
  return refused > 0 ? `还有 ${refused} 张票的分数或等次无法采用，请对照原票更正` : null
}

/** The sums of a batch, person by person: the same whatever order the ballots lay in. */
export function countBySubject(
  lines: readonly KeyedLine[],
  items: readonly BallotItem[],
): Readonly<Record<string, Count>> {
  const groups = Map.groupBy(lines, ({ subjectId }) => subjectId)
  const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    sorted.map(([subjectId, of]) => [
      subjectId,
      countLines(
        of.map(({ marks }) => marks),
        items,
      ),
    ]),
  )
}
