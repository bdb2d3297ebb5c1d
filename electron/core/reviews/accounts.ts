import type { Database, ReadDb } from '#db/database.ts'
import {
  deleteComment,
  insertComment,
  listComments,
  type StoredSubject,
  updateComment,
  updateSubject,
} from '#db/queries/reviewSubjects.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { findSubject, getCampaign } from '../records/reviewCampaign.ts'
import type { Given } from './given.ts'
import { refuseFuture, refuseLongBefore, stale } from './refusals.ts'

const subjectWord = '这位述职人的记录'

function seen(db: ReadDb, { id, version }: Pick<StoredSubject, 'id' | 'version'>): StoredSubject {
  const found = findSubject(db, id)
  if (found.version !== version) throw stale(subjectWord)
  return found
}

/** 述职报告. */
export function saveReport(
  db: Database,
  { id, version, report }: Given<'reviews.saveReport'>,
  ports: Ports,
): void {
  const found = seen(db.read, { id, version })
  const { achievements, problems, plans } = report
  if (achievements === found.achievements && problems === found.problems && plans === found.plans) return
  db.write((tx) => {
    if (!updateSubject(tx, found, report, momentOf(ports).at)) throw stale(subjectWord)
  })
}

/** 领导点评: the whole list, in its order. */
export function saveComments(
  db: Database,
  { id, version, comments }: Given<'reviews.saveComments'>,
  ports: Ports,
): void {
  const found = seen(db.read, { id, version })
  const { at, today, ids } = momentOf(ports)
  const { year } = getCampaign(db.read, found.campaignId)
  comments.forEach(({ saidOn }, index) => {
    refuseFuture(`comments.${index}.saidOn`, saidOn, today)
    refuseLongBefore(`comments.${index}.saidOn`, saidOn, year)
  })
  const stored = listComments(db.read, [id])
  const rows = comments.map((comment, position) => ({
    ...comment,
    id: stored[position]?.id ?? ids.next(),
    subjectId: id,
    position,
  }))
  const changed = rows.filter((row, index) => {
    const was = stored[index]
    return was?.commenter !== row.commenter || was.content !== row.content || was.saidOn !== row.saidOn
  })
  const removed = stored.slice(rows.length)
  if (changed.length + removed.length === 0) return
  const known = new Set(stored.map((row) => row.id))
  db.write((tx) => {
    if (!updateSubject(tx, found, {}, at)) throw stale(subjectWord)
    for (const row of changed) {
      if (known.has(row.id)) updateComment(tx, row)
      else insertComment(tx, row)
    }
    for (const row of removed) deleteComment(tx, row.id)
  })
}
