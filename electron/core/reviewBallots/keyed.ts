import type { Database, ReadDb } from '#db/database.ts'
import { papersOf, type Pass, setKeyer, type StoredBatch } from '#db/queries/reviewBallots.ts'
import {
  countSheets,
  dropSheet,
  hasLines,
  linesOf,
  putLine,
  type StoredLine,
} from '#db/queries/reviewKeyings.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { KeyedSheet } from '#shared/contract/reviewBallots.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { judgeLine, refusalText } from '#shared/domain/reviews/ballotLines.ts'
import { voidReasonLabels } from '#shared/labels/reviews.ts'
import { findBatch, whyNotKeyer } from '../records/reviewBatchDetail.ts'
import { type BatchPlace, requirePlace } from '../records/reviewBatchPlace.ts'
import { cellsOf, marksOf } from '../records/reviewBatchStanding.ts'
import { notOpen, refuse } from './refusals.ts'

/** Open, keyed by hand, and this pass the account’s to key. Throws CONFLICT, FORBIDDEN. */
function requireKeyer(db: ReadDb, batch: StoredBatch, pass: Pass, accountId: string): void {
  if (batch.state !== 'open') throw notOpen()
  if (batch.method !== 'keying')
    throw new AppError('CONFLICT', 'not keyed by hand', {
      messageZh: '本批不是逐票录入的，不能在这里录票；要逐票录入的，请先改计票方式',
    })
  const whyNot = whyNotKeyer(batch, pass, accountId, countSheets(db, batch.id))
  if (whyNot !== null) throw new AppError('FORBIDDEN', 'not the keyer of this pass', { messageZh: whyNot })
}

/** Void, or refused with its place; null when it counts. */
function noteOf(line: StoredLine, place: BatchPlace): string | null {
  const verdict = judgeLine(marksOf(line, place), place.items)
  if (verdict.is === 'counted') return null
  if (verdict.is === 'void') return `无效票：${voidReasonLabels[verdict.reason]}`
  return verdict.marks
    .flatMap((mark) => {
      const item = place.items.find(({ id }) => id === mark.itemId)
      return item === undefined ? [] : [refusalText(line.place, mark, item)]
    })
    .join('；')
}

function sheetOf(place: number, lines: readonly StoredLine[], of: BatchPlace): KeyedSheet {
  return {
    place,
    lines: lines.map((line) => ({
      subjectId: line.subjectId,
      cells: cellsOf(line.cells, of.items),
      opinion: line.opinion,
      note: noteOf(line, of),
    })),
  }
}

/** What the account keyed in this pass, and nobody else’s. Throws FORBIDDEN. */
export function keyedSheets(
  db: ReadDb,
  { id, pass }: RouteInput<'reviewBallots.keyed'>,
  accountId: string,
): readonly KeyedSheet[] {
  const batch = findBatch(db, id)
  requireKeyer(db, batch, pass, accountId)
  const place = requirePlace(db, batch)
  const sheets = Map.groupBy(linesOf(db, id, pass), (line) => line.place)
  return [...sheets].map(([at, lines]) => sheetOf(at, lines, place))
}

function readLines(
  { place: at, lines }: RouteInput<'reviewBallots.key'>,
  { items }: BatchPlace,
): readonly StoredLine[] {
  if (lines.length === 0) throw refuse('lines', `第 ${at} 张还没有录入，请至少录入一位被测评人`)
  return lines.map(({ subjectId, cells, opinion }, row) => {
    if (cells.length > items.length)
      throw refuse(`lines.${row}.cells`, `测评票只有 ${items.length} 项，录入了 ${cells.length} 项，请核对`)
    const keyed = items.flatMap((item, index) => {
      const cell = cells[index]?.trim() ?? ''
      return cell === '' ? [] : [[item.id, cell] as const]
    })
    return {
      place: at,
      subjectId,
      cells: Object.fromEntries(keyed),
      opinion: opinion === '' ? null : opinion,
    }
  })
}

/** REV-05: what is out of range is kept as keyed and said at once; the batch cannot be closed until it is settled. */
export function keySheet(
  db: Database,
  input: RouteInput<'reviewBallots.key'>,
  accountId: string,
): KeyedSheet {
  const { id, pass } = input
  return db.write((tx) => {
    const batch = findBatch(tx, id)
    requireKeyer(tx, batch, pass, accountId)
    const place = requirePlace(tx, batch)
    const lines = readLines(input, place)
    const papers = new Map(papersOf(tx, [id]).map((paper) => [paper.subjectId, paper]))
    const others = linesOf(tx, id, pass).filter((line) => line.place !== input.place)
    for (const [row, { subjectId }] of lines.entries()) {
      const paper = papers.get(subjectId)
      if (paper === undefined) throw refuse(`lines.${row}.subjectId`, '这位述职人不在本批，请刷新后重新录入')
      if (lines.some((line, index) => index < row && line.subjectId === subjectId))
        throw refuse(`lines.${row}.subjectId`, `“${paper.name}”在一张票上出现了两次，请删去一行`)
      const keyed = others.filter((line) => line.subjectId === subjectId).length
      if (keyed >= paper.returned)
        throw refuse(
          `lines.${row}.subjectId`,
          `“${paper.name}”收回 ${paper.returned} 张，已经录入 ${keyed} 张；请核对收回票数，或这张是否录过`,
        )
    }
    if ((pass === 1 ? batch.firstKeyerId : batch.secondKeyerId) !== accountId)
      setKeyer(tx, id, pass, accountId)
    dropSheet(tx, id, pass, input.place)
    for (const line of lines) putLine(tx, id, pass, line)
    return sheetOf(input.place, lines, place)
  })
}

/** A pass without sheets is anybody’s again. */
export function removeSheet(
  db: Database,
  { id, pass, place }: RouteInput<'reviewBallots.removeSheet'>,
  accountId: string,
): void {
  db.write((tx) => {
    requireKeyer(tx, findBatch(tx, id), pass, accountId)
    dropSheet(tx, id, pass, place)
    if (!hasLines(tx, id, pass)) setKeyer(tx, id, pass, null)
  })
}
