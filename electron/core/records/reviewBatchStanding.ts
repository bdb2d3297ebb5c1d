import type { ReadDb } from '#db/database.ts'
import type { BatchPaper, StoredBatch } from '#db/queries/reviewBallots.ts'
import { countLinesOf, linesOf, type LineCount, type StoredLine } from '#db/queries/reviewKeyings.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { type Marks, readLine } from '#shared/domain/reviews/ballotLines.ts'
import {
  keyingDifferences,
  type KeyedLine,
  type KeyingDifference,
  refusedLines,
  type RefusedLine,
  whyNotClosed,
} from '#shared/domain/reviews/keying.ts'
import { judgeReturns, turnoutFinding } from '#shared/domain/reviews/returns.ts'
import { reviewFinding } from '#shared/domain/reviews/ruleTable.ts'
import type { BallotItem } from '#shared/domain/reviews/scheme.ts'
import type { BatchPlace } from './reviewBatchPlace.ts'

/** What of a ballot was keyed, in the order of the items. */
export function cellsOf(cells: StoredLine['cells'], items: readonly BallotItem[]): readonly string[] {
  return items.map(({ id }) => (Object.hasOwn(cells, id) ? (cells[id] ?? '') : ''))
}

/** REV-05: as the rules read a line. */
export function marksOf(
  { cells }: Pick<StoredLine, 'cells'>,
  { items, scheme }: Pick<BatchPlace, 'items' | 'scheme'>,
): Marks {
  return readLine(cellsOf(cells, items), items, scheme.gradeSet)
}

export interface ReadBatch {
  readonly first: readonly KeyedLine[]
  readonly second: readonly KeyedLine[]
  readonly differences: readonly KeyingDifference[]
  /** Lines both passes have, or the file: what both say and cannot be true. */
  readonly refused: readonly RefusedLine[]
  readonly opinions: readonly { readonly subjectId: string; readonly words: string }[]
}

const keyOf = ({ place, subjectId }: Pick<StoredLine, 'place' | 'subjectId'>) => `${place} ${subjectId}`

/**
 * All that is keyed of a batch. A mark is compared and judged only where both passes have the line: nobody sees what the other
 * keyed before he has keyed it himself. Of a file there is one pass.
 */
export function readBatch(db: ReadDb, { id, method }: StoredBatch, place: BatchPlace): ReadBatch {
  const lines = linesOf(db, id, 1)
  const others = method === 'file' ? lines : linesOf(db, id, 2)
  const read = (all: readonly StoredLine[]) =>
    all.map((line): KeyedLine => ({
      place: line.place,
      subjectId: line.subjectId,
      marks: marksOf(line, place),
    }))
  const [first, second] = [read(lines), read(others)]
  const differences = keyingDifferences(first, second, place.items)
  const differing = new Set(differences.map(keyOf))
  const agreed = first.filter((line) => !differing.has(keyOf(line)))
  const opinions = new Map<string, { readonly subjectId: string; readonly words: string }>()
  for (const line of [...others, ...lines])
    if (line.opinion !== null) opinions.set(keyOf(line), { subjectId: line.subjectId, words: line.opinion })
  return {
    first,
    second,
    differences,
    refused: refusedLines(agreed, place.items),
    opinions: [...opinions.values()],
  }
}

/** REV-02: more came back than went out, for anybody of it. */
export function isVoid(papers: readonly Pick<BatchPaper, 'issued' | 'returned'>[]): boolean {
  return papers.some(({ issued, returned }) => returned > issued)
}

/** REV-02, REV-03, REV-04 by the papers alone. REV-03 is judged for good over all batches of the group. */
export function batchFindings(
  batch: Pick<StoredBatch, 'state' | 'should' | 'present'>,
  papers: readonly Pick<BatchPaper, 'issued' | 'returned' | 'name'>[],
  place: BatchPlace | null,
): readonly Finding[] {
  if (place === null) return []
  const { returns } = place.scheme
  const over = papers.flatMap(({ name, ...paper }) => {
    const { standing, finding } = judgeReturns({ ...paper, invalid: 0 }, returns)
    return standing !== 'void' || finding === null
      ? []
      : [{ ...finding, message: `“${name}”${finding.message}` }]
  })
  const { should, present } = batch
  const turnout =
    should === null || present === null || place.group.kind !== 'members'
      ? null
      : turnoutFinding(should, present)
  return [
    ...over,
    ...(over.length > 0 ? [] : lowReturn(batch, papers, place)),
    ...(turnout === null ? [] : [turnout]),
  ]
}

function lowReturn(
  { state }: Pick<StoredBatch, 'state'>,
  papers: readonly Pick<BatchPaper, 'issued' | 'returned'>[],
  { scheme: { returns }, group }: BatchPlace,
): readonly Finding[] {
  const sum = (of: (paper: Pick<BatchPaper, 'issued' | 'returned'>) => number) =>
    papers.reduce((total, paper) => total + of(paper), 0)
  const [issued, returned] = [sum((paper) => paper.issued), sum((paper) => paper.returned)]
  // Of an open batch nothing may have come back yet.
  if (issued === 0 || (state === 'open' && returned === 0)) return []
  const { standing } = judgeReturns({ issued, returned, invalid: 0 }, returns)
  if (standing !== 'low' && standing !== 'tooFew') return []
  const rate = formatPercent({ numerator: returned, denominator: issued })
  const head = `发出 ${issued} 张，收回 ${returned} 张，收回率 ${rate}`
  const message =
    standing === 'low'
      ? `${head}，不到 ${returns.lowBelow}%，收回率偏低`
      : `${head}，不到 ${returns.voidBelow}%：“${group.name}”各批合计仍不到的，不计分`
  return [reviewFinding('REV-03', standing === 'low' ? 'yellow' : 'red', 'returned', message)]
}

/** What a batch of so many papers and lines lacks; null when it may be closed. */
export function whyNotClosedYet(
  db: ReadDb,
  batch: StoredBatch,
  papers: readonly BatchPaper[],
  place: BatchPlace | null,
): string | null {
  if (batch.state !== 'open') return '本批已经计票'
  const unissued = papers.find(({ issued }) => issued === 0)
  if (unissued) return `“${unissued.name}”还没有登记发出票数`
  if (isVoid(papers)) return null
  if (place === null) return '方案改动后已没有本批的测评方向或测评群体，请取消本批'
  if (batch.method === 'tally') return null
  const counts = countLinesOf(db, batch.id)
  const lacking = lackingLines(batch, papers, counts)
  if (lacking !== null) return lacking
  const { differences, refused } = readBatch(db, batch, place)
  return whyNotClosed(differences.length, refused.length)
}

/** Ballots are not in backups (REV-06): after a restore their batch is there and they are not. */
export const keyAgain = '录入的票不进备份，请按原票重新录入'

function lackingLines(
  batch: StoredBatch,
  papers: readonly BatchPaper[],
  counts: readonly LineCount[],
): string | null {
  if (isLost(batch, counts)) return `本批没有录入的票：${keyAgain}`
  const passes = batch.method === 'file' ? ([1] as const) : ([1, 2] as const)
  for (const pass of passes) {
    const of = papers.flatMap(({ subjectId, name, returned }) => {
      const lines = counts.find((each) => each.subjectId === subjectId && each.pass === pass)?.lines ?? 0
      return lines === returned ? [] : [`“${name}”收回 ${returned} 张，录入 ${lines} 张`]
    })
    if (of.length > 0) {
      const head = batch.method === 'file' ? '' : pass === 1 ? '第一遍：' : '第二遍：'
      const more = of.length > 3 ? `等 ${of.length} 人` : ''
      return `${head}${of.slice(0, 3).join('；')}${more}`
    }
  }
  return null
}

/** It was keyed or read, and nothing of that is there. */
export function isLost(
  { method, state, firstKeyerId }: Pick<StoredBatch, 'method' | 'state' | 'firstKeyerId'>,
  counts: readonly LineCount[],
): boolean {
  if (state !== 'open' || counts.length > 0) return false
  return method === 'file' || firstKeyerId !== null
}
