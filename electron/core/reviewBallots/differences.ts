import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import { papersOf, type Pass, type StoredBatch } from '#db/queries/reviewBallots.ts'
import { dropLine, linesOf, putLine, type StoredLine } from '#db/queries/reviewKeyings.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { BallotDifference } from '#shared/contract/reviewBallots.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { refusalText } from '#shared/domain/reviews/ballotLines.ts'
import { gradeNames, type GradeSet } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import type { KeyingDifference, RefusedLine } from '#shared/domain/reviews/keying.ts'
import { type Mark, readMark } from '#shared/domain/reviews/marks.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import { voidReasonLabels } from '#shared/labels/reviews.ts'
import { shownText } from '../records/mobilityRows.ts'
import { findBatch } from '../records/reviewBatchDetail.ts'
import { type BatchPlace, requirePlace } from '../records/reviewBatchPlace.ts'
import { readBatch } from '../records/reviewBatchStanding.ts'
import { notOpen, refuse } from './refusals.ts'

function markText(mark: Mark, set: GradeSet): string {
  if (mark.is === 'points') return pointsText(mark.hundredths)
  if (mark.is === 'grade') return gradeNames[set][mark.grade]
  if (mark.is === 'outOfRange' || mark.is === 'unreadable') return `“${mark.text}”`
  return mark.is === 'empty' ? '弃权（空）' : voidReasonLabels[mark.is]
}

function differsText(
  { place, first, second }: KeyingDifference,
  item: BallotItem | undefined,
  isInFirst: boolean,
  set: GradeSet,
): string {
  if (item === undefined || first === null || second === null)
    return `第 ${place} 张只录了第${isInFirst ? '一' : '二'}遍；原票有的请在另一遍补录，没有的请删去`
  return `第 ${place} 张“${item.name}”：第一遍 ${markText(first, set)}，第二遍 ${markText(second, set)}，请核对原票`
}

/** Where the two passes differ and where both say what cannot be; in the order of the pile. Throws NOT_FOUND, CONFLICT. */
export function ballotDifferences(db: ReadDb, id: string): readonly BallotDifference[] {
  const batch = findBatch(db, id)
  if (batch.state !== 'open' || batch.method === 'tally') return []
  const place = requirePlace(db, batch)
  const { first, differences, refused } = readBatch(db, batch, place)
  const names = new Map(papersOf(db, [id]).map(({ subjectId, name }) => [subjectId, shownText(name, db)]))
  const itemOf = (itemId: string | null) => place.items.find((item) => item.id === itemId)
  const differing = differences.map((difference): BallotDifference => {
    const item = itemOf(difference.itemId)
    const isInFirst = first.some(
      (line) => line.place === difference.place && line.subjectId === difference.subjectId,
    )
    return {
      ...difference,
      name: names.get(difference.subjectId) ?? '',
      itemName: item?.name ?? null,
      kind: 'differs',
      message: differsText(difference, item, isInFirst, place.scheme.gradeSet),
    }
  })
  const cannotBe = refused.flatMap(({ place: at, subjectId, marks }: RefusedLine) =>
    marks.flatMap((each): readonly BallotDifference[] => {
      const item = itemOf(each.itemId)
      return item === undefined
        ? []
        : [
            {
              place: at,
              subjectId,
              name: names.get(subjectId) ?? '',
              itemId: item.id,
              itemName: item.name,
              first: each.mark,
              second: each.mark,
              kind: 'refused',
              message: refusalText(at, each, item),
            },
          ]
    }),
  )
  return [...differing, ...cannotBe].toSorted((a, b) => a.place - b.place)
}

type Settling = RouteInput<'reviewBallots.settle'>

function checkedCell({ cell, itemId, place: at }: Settling, { items, scheme }: BatchPlace): string {
  const item = items.find(({ id }) => id === itemId)
  if (item === undefined) throw refuse('itemId', '测评票上没有这一项，请刷新后重新核定')
  const mark = readMark(cell, item, scheme.gradeSet)
  if (mark.is === 'outOfRange' || mark.is === 'unreadable')
    throw refuse('cell', refusalText(at, { itemId: item.id, mark }, item))
  return cell?.trim() ?? ''
}

function correct(tx: WriteDb, batch: StoredBatch, input: Settling, place: BatchPlace): void {
  const { itemId } = input
  const cell = checkedCell(input, place)
  const passes: readonly Pass[] = batch.method === 'file' ? [1] : [1, 2]
  const found = passes.flatMap((pass): readonly (readonly [Pass, StoredLine])[] =>
    linesOf(tx, batch.id, pass)
      .filter((line) => line.place === input.place && line.subjectId === input.subjectId)
      .map((line) => [pass, line]),
  )
  if (itemId === null || found.length < passes.length)
    throw new AppError('CONFLICT', 'the line is not in both passes', {
      messageZh: `第 ${input.place} 张还没有录满两遍，请先补录，再对照原票核定`,
    })
  for (const [pass, line] of found)
    putLine(tx, batch.id, pass, { ...line, cells: { ...line.cells, [itemId]: cell } })
}

/** What two people keyed alike and can be true is not for a third to change. */
function requireOpen(
  open: readonly BallotDifference[],
  { place, subjectId, itemId, isThere }: Settling,
): void {
  const isAsked = open.some(
    (each) =>
      each.place === place &&
      each.subjectId === subjectId &&
      (!isThere || itemId === null || each.itemId === itemId),
  )
  if (!isAsked)
    throw new AppError('CONFLICT', 'nothing to settle here', {
      messageZh: `第 ${place} 张这一处没有不一致，或已核定，不用再核定；录错的请由录入人在自己的那一遍里修改。请刷新核对`,
    })
}

/**
 * What the paper says, written into both passes. A line only one pass has is not copied into the other: two people key, or it is
 * not there. Throws CONFLICT, VALIDATION_FAILED.
 */
export function settleBallot(db: Database, input: Settling): readonly BallotDifference[] {
  return db.write((tx) => {
    const batch = findBatch(tx, input.id)
    if (batch.state !== 'open') throw notOpen()
    if (batch.method === 'tally')
      throw new AppError('CONFLICT', 'called-out batches have no lines', {
        messageZh: '唱票的批次没有逐票录入，不用核定；请直接登记唱票结果',
      })
    const place = requirePlace(tx, batch)
    requireOpen(ballotDifferences(tx, batch.id), input)
    if (!input.isThere) dropLine(tx, batch.id, input)
    else if (input.itemId === null)
      throw new AppError('CONFLICT', 'a line is keyed, not copied', {
        messageZh: `第 ${input.place} 张原票上有的，请由漏录的一遍补录`,
      })
    else correct(tx, batch, input, place)
    return ballotDifferences(tx, batch.id)
  })
}
