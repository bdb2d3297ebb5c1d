import type { Database, WriteDb } from '#db/database.ts'
import {
  type BatchPaper,
  deleteBatch,
  deletePapers,
  insertBatch,
  insertPapers,
  papersOf,
  type StoredBatch,
  updateBatch,
  updatePaper,
} from '#db/queries/reviewBallots.ts'
import { countLinesOf, dropLines, hasLines, type LineCount } from '#db/queries/reviewKeyings.ts'
import type { BatchFields } from '#shared/contract/reviewBallots.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { Ports } from '../ports.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { findBatch } from '../records/reviewBatchDetail.ts'
import { checkBatch, type CheckedBatch, openingOf, refuseShownSince, refuseTooFew } from './checks.ts'
import { notOpen, refuse, staleBatch } from './refusals.ts'

/** People of whom ballots are known to be out; nobody has handed out any yet where it says 0. */
function issuedTo(fields: BatchFields, { subjects }: CheckedBatch) {
  return fields.subjects.flatMap(({ subjectId, issued }, index) =>
    issued === 0 ? [] : [{ subjectId, name: subjects[index]?.name ?? '', ballots: issued }],
  )
}

/** Checks and writes a new batch; its id. Throws VALIDATION_FAILED, NOT_FOUND. */
export function addBatch(tx: WriteDb, fields: BatchFields, { at, today, ids }: WriteMoment): string {
  const checked = checkBatch(tx, fields, today)
  const openedAt = openingOf(tx, checked.place, checked.subjects, at)
  refuseTooFew(tx, checked.place, issuedTo(fields, checked), { id: null, openedAt })
  const { subjects, ...columns } = fields
  const id = ids.next()
  insertBatch(tx, {
    ...columns,
    id,
    state: 'open',
    openedOn: today,
    closedOn: null,
    version: 1,
    createdAt: openedAt,
    updatedAt: at,
  })
  insertPapers(
    tx,
    subjects.map((paper, position) => ({ ...paper, id: ids.next(), batchId: id, position })),
  )
  return id
}

export function openBatch(db: Database, fields: BatchFields, ports: Ports): string {
  if (fields.method === 'file') throw refuse('method', '从文件读入的，请用“导入测评票”')
  return db.write((tx) => addBatch(tx, fields, momentOf(ports)))
}

/** What the lines that are there keep as it is. */
function checkLines(
  fields: BatchFields,
  batch: StoredBatch,
  papers: readonly BatchPaper[],
  lines: readonly LineCount[],
): void {
  if (lines.length === 0) return
  const isSame =
    fields.schemeId === batch.schemeId &&
    fields.componentId === batch.componentId &&
    fields.groupId === batch.groupId &&
    fields.method === batch.method
  if (!isSame)
    throw refuse('method', '已经录入了票，不能再改方案、方向、群体和计票方式；确需更改的，请取消本批另登记')
  const returned = new Map(fields.subjects.map((paper) => [paper.subjectId, paper.returned]))
  for (const { subjectId, lines: keyed } of lines) {
    const now = returned.get(subjectId)
    const name = papers.find((paper) => paper.subjectId === subjectId)?.name ?? ''
    if (now === undefined) throw refuse('subjects', `“${name}”已经录入了票，不能从本批删去；请先删去其票`)
    if (now < keyed) throw refuse('subjects', `“${name}”已经录入 ${keyed} 张票，收回票数不能少于录入的`)
  }
}

function writePapers(
  tx: WriteDb,
  batchId: string,
  fields: BatchFields,
  stored: readonly BatchPaper[],
  newId: () => string,
): void {
  const known = new Map(stored.map((paper) => [paper.subjectId, paper]))
  const wanted = new Set(fields.subjects.map(({ subjectId }) => subjectId))
  deletePapers(
    tx,
    stored.filter(({ subjectId }) => !wanted.has(subjectId)).map(({ id }) => id),
  )
  for (const [position, paper] of fields.subjects.entries()) {
    const was = known.get(paper.subjectId)
    if (was === undefined) insertPapers(tx, [{ ...paper, id: newId(), batchId, position }])
    else if (was.issued !== paper.issued || was.returned !== paper.returned || was.position !== position)
      updatePaper(tx, { ...paper, id: was.id, batchId, position })
  }
}

export function changeBatch(
  db: Database,
  { id, version, fields }: { readonly id: string; readonly version: number; readonly fields: BatchFields },
  ports: Ports,
): void {
  db.write((tx) => {
    const batch = findBatch(tx, id)
    if (batch.version !== version) throw staleBatch()
    if (batch.state !== 'open') throw notOpen()
    if (fields.campaignId !== batch.campaignId)
      throw refuse('campaignId', '不能移到另一次述职测评，请取消后另登记')
    if ((fields.method === 'file') !== (batch.method === 'file'))
      throw refuse('method', '从文件读入的批次不能改计票方式；请取消后另登记')
    const { at, today, ids } = momentOf(ports)
    const checked = checkBatch(tx, fields, today)
    const papers = papersOf(tx, [id])
    checkLines(fields, batch, papers, countLinesOf(tx, id))
    const late =
      fields.componentId === batch.componentId
        ? checked.subjects.filter((subject) => papers.every(({ subjectId }) => subjectId !== subject.id))
        : checked.subjects
    const named = late.map((subject) => ({ subjectId: subject.id, name: subject.name }))
    refuseShownSince(tx, checked.place, named, batch.createdAt)
    refuseTooFew(tx, checked.place, issuedTo(fields, checked), { id, openedAt: batch.createdAt })
    const { subjects: _s, campaignId: _c, ...columns } = fields
    const keyers = columns.method !== batch.method ? { firstKeyerId: null, secondKeyerId: null } : {}
    if (!updateBatch(tx, batch, { ...columns, ...keyers }, at)) throw staleBatch()
    writePapers(tx, id, fields, papers, () => ids.next())
  })
}

/** With what was keyed of it, for good. Whether there was any. */
export function cancelBatch(
  db: Database,
  { id, version, reason }: RouteInput<'reviewBallots.cancel'>,
): boolean {
  return db.write((tx) => {
    const batch = findBatch(tx, id)
    if (batch.state !== 'open') throw notOpen()
    const had = hasLines(tx, id, null)
    dropLines(tx, id)
    if (!deleteBatch(tx, { id, version })) throw staleBatch()
    tx.audit.detail(`取消测评批次：${reason}`)
    return had
  })
}
