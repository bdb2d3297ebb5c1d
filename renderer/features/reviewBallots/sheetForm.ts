import type { BatchDetail, KeyedSheet } from '#shared/contract/reviewBallots.ts'

export interface SheetLine {
  readonly subjectId: string
  readonly cells: readonly string[]
  readonly opinion: string | null
}

/** One sheet of the pile, kept or on its way. */
export interface SheetAt {
  readonly place: number
  readonly lines: readonly SheetLine[]
}

/** By person: what stands in the row. */
export type SheetRows = Readonly<
  Record<string, { readonly cells: readonly string[]; readonly opinion: string }>
>

type Asked = Pick<BatchDetail, 'people' | 'items'>

/** A row for everybody of the batch, with what was keyed on this sheet before. */
export function rowsOf({ people, items }: Asked, known: SheetAt | undefined): SheetRows {
  return Object.fromEntries(
    people.map(({ subjectId }) => {
      const line = known?.lines.find((one) => one.subjectId === subjectId)
      const cells = items.map((_, index) => line?.cells[index] ?? '')
      return [subjectId, { cells, opinion: line?.opinion ?? '' }]
    }),
  )
}

/** Lines of these people as they are sent. */
export function linesOf(rows: SheetRows, people: readonly string[]): readonly SheetLine[] {
  return people.map((subjectId) => {
    const { cells = [], opinion = '' } = rows[subjectId] ?? {}
    return { subjectId, cells, opinion: opinion.trim() === '' ? null : opinion.trim() }
  })
}

export function isSameRows(a: SheetRows, b: SheetRows): boolean {
  return Object.entries(a).every(([id, { cells, opinion }]) => {
    const other = b[id]
    return (
      other?.opinion === opinion &&
      cells.length === other.cells.length &&
      cells.every((cell, index) => cell === other.cells[index])
    )
  })
}

/** Kept sheets and those on their way, each place once. */
export function sheetsWith(kept: readonly KeyedSheet[], sent: readonly SheetAt[]): readonly SheetAt[] {
  return [...kept, ...sent.filter(({ place }) => kept.every((sheet) => sheet.place !== place))]
}

/** The first place of the pile with nothing on it: one that was taken out is keyed anew. */
export function nextPlace(sheets: readonly SheetAt[]): number {
  const taken = new Set(sheets.map(({ place }) => place))
  let place = 1
  while (taken.has(place)) place += 1
  return place
}

/** How many papers of each are still to be keyed. */
export function lackingOf(
  people: BatchDetail['people'],
  sheets: readonly SheetAt[],
): ReadonlyMap<string, number> {
  const keyed = Map.groupBy(
    sheets.flatMap(({ lines }) => lines),
    ({ subjectId }) => subjectId,
  )
  return new Map(
    people.map(({ subjectId, returned }) => [subjectId, returned - (keyed.get(subjectId)?.length ?? 0)]),
  )
}

/** On whom the next paper will be: the one of the last, as long as some of his are left. */
export function nextPerson(
  people: BatchDetail['people'],
  lacking: ReadonlyMap<string, number>,
  last: string | undefined,
): string {
  const isLeft = (id: string): boolean => (lacking.get(id) ?? 0) > 0
  if (last !== undefined && isLeft(last)) return last
  return people.find(({ subjectId }) => isLeft(subjectId))?.subjectId ?? last ?? people[0]?.subjectId ?? ''
}
