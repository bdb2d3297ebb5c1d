import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import {
  countTrainingPlaces,
  deleteTrainingPlace,
  filesOfClasses,
  getTrainingClass,
  insertTrainingClass,
  insertTrainingPlace,
  listTrainingClasses,
  listTrainingPlaces,
  type StoredTrainingClass,
  updateTrainingClass,
  updateTrainingPlace,
} from '#db/queries/trainingClasses.ts'
import type {
  TrainingClassDetail,
  TrainingClassFields,
  TrainingClassRow,
} from '#shared/contract/developmentRegisters.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import { trainingClassFindings } from '#shared/domain/development/trainingRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { firstDay, lastDay } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { shownTexts } from '../records/developmentRows.ts'
import { renewDevelopment } from '../records/developmentStatus.ts'
import type { WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'

function rowOf(
  db: ReadDb,
  found: StoredTrainingClass,
  counts: { readonly people: number; readonly passed: number } | undefined,
): TrainingClassRow {
  const { id, version, organizationId, kind, name, fromOn, toOn, days, hours, place, remark } = found
  const row = {
    id,
    version,
    organizationId,
    organizationName: getOrganization(db, organizationId)?.shortName ?? '',
    kind,
    name,
    fromOn,
    toOn,
    days,
    hours,
    place,
    remark,
    people: counts?.people ?? 0,
    passed: counts?.passed ?? 0,
    findings: trainingClassFindings(found, defaultRuleSettings),
  }
  return shownTexts(row, ['name', 'place', 'remark'], db)
}

export function listClasses(
  db: ReadDb,
  { kind, offset, limit }: RouteInput<'training.list'>,
): RouteOutput<'training.list'> {
  const { classes, total } = listTrainingClasses(db, kind, { offset, limit })
  const counts = countTrainingPlaces(
    db,
    classes.map(({ id }) => id),
  )
  return { rows: classes.map((each) => rowOf(db, each, counts.get(each.id))), total }
}

function find(db: ReadDb, id: string): StoredTrainingClass {
  const found = getTrainingClass(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such class', {
      messageZh: '找不到这个培训班，可能已移入回收站。请刷新列表',
    })
  return found
}

function findVersion(db: ReadDb, id: string, version: number): StoredTrainingClass {
  const found = find(db, id)
  if (found.version !== version) throw stale()
  return found
}

function stale(): AppError {
  return new AppError('STALE_WRITE', 'class changed since it was read', {
    messageZh: '这个培训班的记录刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

export function classDetail(db: ReadDb, id: string): TrainingClassDetail {
  const found = find(db, id)
  const places = listTrainingPlaces(db, id)
  return {
    ...rowOf(db, found, countTrainingPlaces(db, [id]).get(id)),
    places: places.map(({ fileId, name, branchName, hours, score, isPassed, certNo }) =>
      shownTexts(
        { fileId, name, organizationName: branchName, hours, score, isPassed, certNo },
        ['score', 'certNo'],
        db,
      ),
    ),
  }
}

/** Only what contradicts itself is refused; a class too short is found by DEV-09. */
function check(db: ReadDb, { organizationId, fromOn, toOn }: TrainingClassFields): void {
  const organization = getOrganization(db, organizationId)
  if (!organization || organization.deletedAt !== null)
    throw new AppError('VALIDATION_FAILED', 'no such organization', {
      fields: { organizationId: '所选党组织已不存在，请重新选择' },
    })
  if (lastDay(toOn) < firstDay(fromOn))
    throw new AppError('VALIDATION_FAILED', 'ends before it begins', {
      fields: { toOn: '结束日期早于开始日期，请核对' },
    })
}

export function createClass(db: Database, fields: TrainingClassFields, ports: Ports): string {
  check(db.read, fields)
  const { at, ids } = momentOf(ports)
  const id = ids.next()
  db.write((tx) => insertTrainingClass(tx, { ...fields, id, version: 1, createdAt: at, updatedAt: at }))
  return id
}

export function updateClass(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<TrainingClassFields> },
  ports: Ports,
): void {
  const found = findVersion(db.read, id, version)
  check(db.read, { ...found, ...fields })
  const moment = momentOf(ports)
  db.write((tx) => {
    if (!updateTrainingClass(tx, found, fields, moment.at)) throw stale()
    renewOf(tx, id, moment)
  })
}

function renewOf(tx: WriteDb, classId: string, moment: WriteMoment): void {
  const files = filesOfClasses(tx, [classId])
  if (files.length > 0) renewDevelopment(tx, files, moment)
}

/** Throws VALIDATION_FAILED for a person named twice, or one whose file is gone or out of reach. */
export function setPlaces(
  db: Database,
  { id, version, places }: RouteInput<'training.setPlaces'>,
  ports: Ports,
): void {
  const found = findVersion(db.read, id, version)
  const wanted = new Map(places.map((place) => [place.fileId, place]))
  if (wanted.size < places.length)
    throw new AppError('VALIDATION_FAILED', 'a person twice', {
      messageZh: '名单里有同一个人登记了两次，请删去一行',
    })
  for (const fileId of wanted.keys()) {
    const file = getDevelopmentFile(db.read, fileId)
    if (!file || file.deletedAt !== null)
      throw new AppError('VALIDATION_FAILED', 'no such file', {
        messageZh: '名单里有人的发展党员档案已删除或不在您的管理范围，请刷新后重选',
      })
  }
  const moment = momentOf(ports)
  const before = listTrainingPlaces(db.read, id)
  const known = new Map(before.map((place) => [place.fileId, place]))
  db.write((tx) => {
    for (const place of before) if (!wanted.has(place.fileId)) deleteTrainingPlace(tx, place.id)
    for (const place of places) {
      const was = known.get(place.fileId)
      if (was) updateTrainingPlace(tx, was.id, place)
      else insertTrainingPlace(tx, { ...place, id: moment.ids.next(), classId: id })
    }
    if (!updateTrainingClass(tx, found, {}, moment.at)) throw stale()
    renewDevelopment(tx, [...new Set([...known.keys(), ...wanted.keys()])], moment)
  })
}

export function trashClass(
  db: Database,
  { id, version, reason }: RouteInput<'training.trash'>,
  ports: Ports,
): void {
  findVersion(db.read, id, version)
  const moment = momentOf(ports)
  db.write((tx) => {
    movePlainToTrash(tx, 'trainingClass', { id, version }, reason, moment)
    renewOf(tx, id, moment)
  })
}
