import {
  deleteAppraisalPerson,
  insertAppraisal,
  insertAppraisalPerson,
  listAppraisalPeople,
  type StoredAppraisal,
  type StoredAppraisalPerson,
  updateAppraisal,
  updateAppraisalPerson,
} from '#db/queries/appraisals.ts'
import type { Database, ReadDb } from '#db/database.ts'
import type { AppraisalFields } from '#shared/contract/organizationLife.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { IdSource, Ports } from '../ports.ts'
import { findAppraisal } from '../records/appraisalDetail.ts'
import { momentOf } from '../records/moment.ts'
import { openable } from '../records/openable.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { differing, isNothing, partChanges, type PartChanges, type Update } from './parts.ts'
import { storedId } from './people.ts'
import { checkMeeting, checkYearly, refuse, refuseFuture, stale } from './refusals.ts'

const appraisalWord = '民主评议党员'

function check(db: ReadDb, fields: AppraisalFields, stored: StoredAppraisal | null, ports: Ports): void {
  checkYearly(db, 'appraisals', fields, stored?.id ?? null)
  const isSamePlace = stored?.organizationId === fields.organizationId
  checkMeeting(db, fields, isSamePlace ? stored.meetingId : null)
  const named = fields.people.flatMap(({ memberId }) => memberId ?? [])
  if (new Set(named).size < named.length) throw refuse('people', '名单里有人列了两次，请删去一行')
  const signed = fields.people.map(({ feedbackOn }, n) => [`people.${n}.feedbackOn`, feedbackOn] as const)
  refuseFuture({ decidedOn: fields.decidedOn, ...Object.fromEntries(signed) }, ports.clock.today())
}

function peopleChanges(
  db: ReadDb,
  appraisalId: string,
  people: AppraisalFields['people'],
  stored: readonly StoredAppraisalPerson[],
  ids: IdSource,
): PartChanges<StoredAppraisalPerson> {
  const known = openable(
    db,
    [...people, ...stored].map(({ memberId }) => memberId),
  )
  return partChanges(people, stored, ({ id, ...person }, position, was) => ({
    ...person,
    id: id ?? ids.next(),
    appraisalId,
    position,
    memberId: storedId(person, was, known),
  }))
}

export function createAppraisal(db: Database, fields: AppraisalFields, ports: Ports): string {
  check(db.read, fields, null, ports)
  const { at, ids } = momentOf(ports)
  const { people, ...columns } = fields
  const id = ids.next()
  const { added } = peopleChanges(db.read, id, people, [], ids)
  db.write((tx) => {
    insertAppraisal(tx, { ...columns, id, version: 1, createdAt: at, updatedAt: at })
    for (const person of added) insertAppraisalPerson(tx, person)
  })
  return id
}

export function saveAppraisal(
  db: Database,
  { id, version, fields }: Update<AppraisalFields>,
  ports: Ports,
): void {
  const found = findAppraisal(db.read, id)
  if (found.version !== version) throw stale(appraisalWord)
  check(db.read, fields, found, ports)
  const { at, ids } = momentOf(ports)
  const { people, ...columns } = fields
  const changes = peopleChanges(db.read, id, people, listAppraisalPeople(db.read, id), ids)
  const set = differing(columns, found)
  if (isNothing(changes) && Object.keys(set).length === 0) return
  db.write((tx) => {
    if (!updateAppraisal(tx, found, set, at)) throw stale(appraisalWord)
    for (const person of changes.removed) deleteAppraisalPerson(tx, person.id)
    for (const person of changes.added) insertAppraisalPerson(tx, person)
    for (const person of changes.changed) updateAppraisalPerson(tx, person)
  })
}

export function trashAppraisal(
  db: Database,
  { id, version, reason }: RouteInput<'appraisals.trash'>,
  ports: Ports,
): void {
  findAppraisal(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'appraisal', { id, version }, reason, momentOf(ports)))
}
