import type { Database, ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { getTalk, insertTalk, listTalks, type StoredTalk, updateTalk } from '#db/queries/talks.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TalkFields, TalkRow } from '#shared/contract/organizationLife.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { Ports } from '../ports.ts'
import { shownTexts } from '../records/developmentRows.ts'
import { momentOf } from '../records/moment.ts'
import { openable } from '../records/openable.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { differing } from './parts.ts'
import { storedId } from './people.ts'
import { checkTalkPlace, notFound, refuseFuture, stale } from './refusals.ts'

const talkWord = '谈心谈话'

function rowOf(db: ReadDb, talk: StoredTalk): TalkRow {
  const { id, version, organizationId, relation, talkedOn, talkerName, talkedName, title } = talk
  const organizationName = getOrganization(db, organizationId)?.shortName ?? ''
  return shownTexts(
    { id, version, organizationId, organizationName, relation, talkedOn, talkerName, talkedName, title },
    ['talkerName', 'talkedName', 'title'],
    db,
  )
}

function find(db: ReadDb, id: string): StoredTalk {
  const found = getTalk(db, id)
  if (!found) throw notFound(talkWord)
  return found
}

export function listTalkRows(
  db: ReadDb,
  { offset, limit, ...filter }: RouteInput<'talks.list'>,
): RouteOutput<'talks.list'> {
  const { ids, total } = listTalks(db, filter, { offset, limit })
  return { rows: ids.flatMap((id) => getTalk(db, id) ?? []).map((talk) => rowOf(db, talk)), total }
}

export function talkDetail(db: ReadDb, id: string): RouteOutput<'talks.get'> {
  const found = find(db, id)
  const {
    id: _i,
    version: _v,
    createdAt: _c,
    updatedAt: _u,
    deletedAt: _d,
    deletedReason: _r,
    ...fields
  } = found
  const known = openable(db, [fields.talkerId, fields.talkedId])
  const shownId = (memberId: string | null) => (memberId !== null && known.has(memberId) ? memberId : null)
  return {
    ...rowOf(db, found),
    fields: shownTexts(
      { ...fields, talkerId: shownId(fields.talkerId), talkedId: shownId(fields.talkedId) },
      ['talkerName', 'talkedName', 'title', 'place', 'content', 'suggestions', 'feedback'],
      db,
    ),
  }
}

function check(db: ReadDb, { organizationId, talkerId, talkedId, talkedOn }: TalkFields, ports: Ports): void {
  checkTalkPlace(db, organizationId)
  refuseFuture({ talkedOn }, ports.clock.today())
  if (talkerId !== null && talkerId === talkedId)
    throw new AppError('VALIDATION_FAILED', 'talked to oneself', {
      fields: { talkedName: '谈话人和被谈人是同一个人，请核对' },
    })
}

/** A new one without an id; else the one with this id as it was seen. */
export function saveTalk(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string | null; readonly version: number | null; readonly fields: TalkFields },
  ports: Ports,
): TalkRow {
  const found = id === null ? null : find(db.read, id)
  if (found && found.version !== version) throw stale(talkWord)
  check(db.read, fields, ports)
  const { at, ids } = momentOf(ports)
  const known = openable(db.read, [
    fields.talkerId,
    fields.talkedId,
    found?.talkerId ?? null,
    found?.talkedId ?? null,
  ])
  const columns = {
    ...fields,
    talkerId: storedId(
      { memberId: fields.talkerId, name: fields.talkerName },
      found ? { memberId: found.talkerId, name: found.talkerName } : undefined,
      known,
    ),
    talkedId: storedId(
      { memberId: fields.talkedId, name: fields.talkedName },
      found ? { memberId: found.talkedId, name: found.talkedName } : undefined,
      known,
    ),
  }
  const savedId = found?.id ?? ids.next()
  const set = found ? differing(columns, found) : columns
  if (Object.keys(set).length > 0)
    db.write((tx) => {
      if (!found) insertTalk(tx, { ...columns, id: savedId, version: 1, createdAt: at, updatedAt: at })
      else if (!updateTalk(tx, found, set, at)) throw stale(talkWord)
    })
  return rowOf(db.read, find(db.read, savedId))
}

export function trashTalk(
  db: Database,
  { id, version, reason }: RouteInput<'talks.trash'>,
  ports: Ports,
): void {
  find(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'talk', { id, version }, reason, momentOf(ports)))
}
