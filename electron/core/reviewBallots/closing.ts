import type { Database, WriteDb } from '#db/database.ts'
import { type BatchPaper, papersOf, type StoredBatch, updateBatch } from '#db/queries/reviewBallots.ts'
import { addOpinions, putSums, sumsOf } from '#db/queries/reviewCounts.ts'
import { dropLines } from '#db/queries/reviewKeyings.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { countBySubject } from '#shared/domain/reviews/keying.ts'
import { judgeReturns } from '#shared/domain/reviews/returns.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { addTallies, type Count, countLines, type Tally, tallyOf } from '#shared/domain/reviews/tallies.ts'
import type { Ports } from '../ports.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { findBatch } from '../records/reviewBatchDetail.ts'
import { type BatchPlace, requirePlace } from '../records/reviewBatchPlace.ts'
import { isVoid, readBatch, whyNotClosedYet } from '../records/reviewBatchStanding.ts'
import { refuseTooFew } from './checks.ts'
import { refuseParted, togetherOf } from './groupsTogether.ts'
import { notOpen, refuse, staleBatch } from './refusals.ts'
import { readTallies } from './tallies.ts'

const notYet = (messageZh: string) => new AppError('CONFLICT', 'cannot be closed yet', { messageZh })

/** Its lines and who keyed them are forgotten with it. */
function end(
  tx: WriteDb,
  batch: StoredBatch,
  { today, at }: WriteMoment,
  how: { readonly state: 'closed' | 'void'; readonly voidReason: string | null },
): void {
  dropLines(tx, batch.id)
  const set = { ...how, closedOn: today, firstKeyerId: null, secondKeyerId: null }
  if (!updateBatch(tx, batch, set, at)) throw staleBatch()
}

/** REV-02: nothing of it is counted, and it must be held again. */
function voidReasonOf(papers: readonly BatchPaper[], { returns }: Pick<Scheme, 'returns'>): string {
  return papers
    .flatMap(({ name, issued, returned }) => {
      const { standing, explanation } = judgeReturns({ issued, returned, invalid: 0 }, returns)
      return standing === 'void' ? [`“${name}”${explanation.result}`] : []
    })
    .join('；')
}

/** REV-06: what is left of a batch. */
function add(
  tx: WriteDb,
  { componentId, groupId }: StoredBatch,
  { subjectId, name, issued, returned }: BatchPaper,
  { tally, invalid }: Count,
  { items }: BatchPlace,
): void {
  const known = sumsOf(tx, { subjectId, componentId, groupId })
  const before: Tally = known === undefined ? {} : JSON.parse(known.tally)
  const other = items.find((item) => tallyOf(before, item).by !== item.by)
  if (other !== undefined)
    throw notYet(
      `“${name}”的“${other.name}”以前按另一种方式计票，方案改动后不能合在一起；请改回原来的计票方式`,
    )
  putSums(tx, {
    subjectId,
    componentId,
    groupId,
    issued: (known?.issued ?? 0) + issued,
    returned: (known?.returned ?? 0) + returned,
    several: (known?.several ?? 0) + invalid.several,
    illegible: (known?.illegible ?? 0) + invalid.illegible,
    blank: (known?.blank ?? 0) + invalid.blank,
    // What the scheme asks no more keeps its sums: it may ask for it again.
    tally: JSON.stringify({ ...before, ...addTallies(before, tally, items) }),
  })
}

interface Closing {
  readonly batch: StoredBatch
  readonly papers: readonly BatchPaper[]
  readonly place: BatchPlace
}

/** Open, as it was read, and nothing missing; null where it was void and is closed by that. */
function begin(
  tx: WriteDb,
  { id, version }: { readonly id: string; readonly version: number },
  moment: WriteMoment,
): Closing | null {
  const batch = findBatch(tx, id)
  if (batch.version !== version) throw staleBatch()
  if (batch.state !== 'open') throw notOpen()
  const papers = papersOf(tx, [id])
  const place = requirePlace(tx, batch)
  const why = whyNotClosedYet(tx, batch, papers, place)
  if (why !== null) throw notYet(`${why}，还不能计票`)
  if (!isVoid(papers)) return { batch, papers, place }
  end(tx, batch, moment, { state: 'void', voidReason: voidReasonOf(papers, place.scheme) })
  return null
}

/** REV-06: sums of everybody into the counts, in one transaction with the end of the lines. */
function count(
  tx: WriteDb,
  { batch, papers, place }: Closing,
  countOf: (paper: BatchPaper) => Count,
  moment: WriteMoment,
): void {
  const counted = papers.map((paper) => ({ paper, count: countOf(paper) }))
  refuseTooFew(
    tx,
    place,
    counted.map(({ paper, count }) => ({
      subjectId: paper.subjectId,
      name: paper.name,
      ballots: count.valid,
    })),
    { id: batch.id, openedAt: batch.createdAt },
  )
  const people = papers.map(({ subjectId, name }) => ({ subjectId, name }))
  const before = togetherOf(tx, people, place)
  for (const one of counted) add(tx, batch, one.paper, one.count, place)
  refuseParted(tx, place, people, before, { id: batch.id, openedAt: batch.createdAt })
  end(tx, batch, moment, { state: 'closed', voidReason: null })
}

/** Of a keyed or read batch. Throws CONFLICT with what it lacks, STALE_WRITE. */
export function closeKeyed(db: Database, input: RouteInput<'reviewBallots.close'>, ports: Ports): void {
  const moment = momentOf(ports)
  db.write((tx) => {
    const closing = begin(tx, input, moment)
    if (closing === null) return
    const { batch, place } = closing
    if (batch.method === 'tally') throw notYet('本批是唱票计票的，请登记唱票结果后计票')
    const { first, opinions } = readBatch(tx, batch, place)
    const counts = countBySubject(first, place.items)
    count(
      tx,
      closing,
      ({ subjectId }) =>
        (Object.hasOwn(counts, subjectId) ? counts[subjectId] : undefined) ?? countLines([], place.items),
      moment,
    )
    for (const [subjectId, all] of Map.groupBy(opinions, (opinion) => opinion.subjectId))
      addOpinions(
        tx,
        { subjectId, componentId: batch.componentId },
        all.map(({ words }) => words),
        () => moment.ids.next(),
      )
  })
}

/** Of a called-out batch. Throws VALIDATION_FAILED with every number that cannot be. */
export function closeTally(db: Database, input: RouteInput<'reviewBallots.closeTally'>, ports: Ports): void {
  const moment = momentOf(ports)
  db.write((tx) => {
    const closing = begin(tx, input, moment)
    if (closing === null) return
    if (closing.batch.method !== 'tally')
      throw refuse('people', '本批是逐票录入或从文件读入的，不能登记唱票结果')
    const counts = readTallies(input.people, closing)
    count(
      tx,
      closing,
      ({ subjectId }) => counts.get(subjectId) ?? countLines([], closing.place.items),
      moment,
    )
  })
}
