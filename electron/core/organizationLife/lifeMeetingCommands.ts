import type { Database, ReadDb } from '#db/database.ts'
import {
  deleteLifeProblem,
  insertLifeMeeting,
  insertLifeProblem,
  listLifeProblems,
  type StoredLifeMeeting,
  type StoredLifeProblem,
  updateLifeMeeting,
  updateLifeProblem,
} from '#db/queries/lifeMeetings.ts'
import type { LifeMeetingFields } from '#shared/contract/organizationLife.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { IdSource, Ports } from '../ports.ts'
import { findLifeMeeting } from '../records/lifeMeetingDetail.ts'
import { momentOf } from '../records/moment.ts'
import { openable } from '../records/openable.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { differing, isNothing, partChanges, type PartChanges, type Update } from './parts.ts'
import { storedId } from './people.ts'
import { checkMeeting, checkYearly, refuseFuture, stale } from './refusals.ts'

const lifeMeetingWord = '组织生活会'

function check(db: ReadDb, fields: LifeMeetingFields, stored: StoredLifeMeeting | null, ports: Ports): void {
  checkYearly(db, 'life_meetings', fields, stored?.id ?? null)
  const isSamePlace = stored?.organizationId === fields.organizationId
  checkMeeting(db, fields, isSamePlace ? stored.meetingId : null)
  const done = fields.problems.map(({ doneOn }, n) => [`problems.${n}.doneOn`, doneOn] as const)
  refuseFuture({ publishedOn: fields.publishedOn, ...Object.fromEntries(done) }, ports.clock.today())
}

function problemChanges(
  db: ReadDb,
  lifeMeetingId: string,
  problems: LifeMeetingFields['problems'],
  stored: readonly StoredLifeProblem[],
  ids: IdSource,
): PartChanges<StoredLifeProblem> {
  const known = openable(
    db,
    [...problems, ...stored].map(({ memberId }) => memberId),
  )
  return partChanges(problems, stored, ({ id, ...problem }, position, was) => ({
    ...problem,
    id: id ?? ids.next(),
    lifeMeetingId,
    position,
    memberId: storedId(
      { memberId: problem.memberId, name: problem.personName },
      was && { memberId: was.memberId, name: was.personName },
      known,
    ),
  }))
}

export function createLifeMeeting(db: Database, fields: LifeMeetingFields, ports: Ports): string {
  check(db.read, fields, null, ports)
  const { at, ids } = momentOf(ports)
  const { problems, ...columns } = fields
  const id = ids.next()
  const { added } = problemChanges(db.read, id, problems, [], ids)
  db.write((tx) => {
    insertLifeMeeting(tx, { ...columns, id, version: 1, createdAt: at, updatedAt: at })
    for (const problem of added) insertLifeProblem(tx, problem)
  })
  return id
}

export function saveLifeMeeting(
  db: Database,
  { id, version, fields }: Update<LifeMeetingFields>,
  ports: Ports,
): void {
  const found = findLifeMeeting(db.read, id)
  if (found.version !== version) throw stale(lifeMeetingWord)
  check(db.read, fields, found, ports)
  const { at, ids } = momentOf(ports)
  const { problems, ...columns } = fields
  const changes = problemChanges(db.read, id, problems, listLifeProblems(db.read, [id]), ids)
  const set = differing(columns, found)
  if (isNothing(changes) && Object.keys(set).length === 0) return
  db.write((tx) => {
    if (!updateLifeMeeting(tx, found, set, at)) throw stale(lifeMeetingWord)
    for (const problem of changes.removed) deleteLifeProblem(tx, problem.id)
    for (const problem of changes.added) insertLifeProblem(tx, problem)
    for (const problem of changes.changed) updateLifeProblem(tx, problem)
  })
}

export function trashLifeMeeting(
  db: Database,
  { id, version, reason }: RouteInput<'lifeMeetings.trash'>,
  ports: Ports,
): void {
  findLifeMeeting(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'lifeMeeting', { id, version }, reason, momentOf(ports)))
}
