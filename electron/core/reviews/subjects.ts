import type { Database, ReadDb } from '#db/database.ts'
import { listSchemes, type StoredCampaign } from '#db/queries/reviewCampaigns.ts'
import { ballotsOn, isInBatch } from '#db/queries/reviewBallotsIn.ts'
import {
  countRectifications,
  deleteSubject,
  insertSubject,
  lastPosition,
  listSubjects,
  type StoredSubject,
  updateSubject,
} from '#db/queries/reviewSubjects.ts'
import type { SubjectFields } from '#shared/contract/reviewInputs.ts'
import { subjectKindLabels } from '#shared/labels/reviews.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { shownText } from '../records/mobilityRows.ts'
import { openable } from '../records/openable.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { findSubject, requireOwnCampaign, schemeOf } from '../records/reviewCampaign.ts'
import type { Given } from './given.ts'
import { conflict, placeAt, refuse, stale } from './refusals.ts'
import { isSamePerson } from './stillInPost.ts'

const subjectWord = '这位述职人的记录'

interface Place {
  readonly campaign: StoredCampaign
  /** Organisations people of the campaign may be of. */
  readonly places: ReadonlySet<string>
}

function placeOf(db: ReadDb, campaign: StoredCampaign): Place {
  const places = readOrganizationTree(db).subtree(campaign.organizationId)
  return { campaign, places: new Set(places.map(({ id }) => id)) }
}

/** Throws VALIDATION_FAILED at the field below `at`. */
function check(
  db: ReadDb,
  { campaign, places }: Place,
  subject: SubjectFields,
  at: string,
  was: StoredSubject | null,
): void {
  const { schemeId, organizationId, kind, memberId, name } = subject
  const stored = listSchemes(db, [campaign.id]).find(({ id }) => id === schemeId)
  if (!stored) throw refuse(`${at}schemeId`, '这套方案不是本次述职测评的，或已删去，请重新选择')
  // Who is under it already may stay when the scheme asks for others since.
  const isAsBefore = was?.kind === kind && was.schemeId === schemeId
  if (!isAsBefore && !schemeOf(stored).subjects.includes(kind))
    throw refuse(
      `${at}kind`,
      `“${name}”是${subjectKindLabels[kind]}，方案“${stored.name}”的述职对象里没有，请先在方案中加上或改选方案`,
    )
  placeAt(db, `${at}organizationId`, organizationId)
  if (!places.has(organizationId) && organizationId !== was?.organizationId)
    throw refuse(`${at}organizationId`, `“${name}”所在党组织不属于组织测评的党组织，请重新选择`)
  if (memberId !== null && memberId !== was?.memberId && !openable(db, [memberId]).has(memberId))
    throw refuse(`${at}memberId`, `“${name}”不在您的管理范围或已删除，请重新选择，或只填姓名`)
}

const samePerson = (a: SubjectFields, b: Pick<StoredSubject, 'memberId' | 'name' | 'organizationId'>) =>
  isSamePerson({ ...a, personName: a.name }, b)

/** One member accounts once. Throws CONFLICT, one sentence that names everybody who is twice. */
function refuseTwice(
  db: ReadDb,
  campaign: StoredCampaign,
  subjects: readonly SubjectFields[],
  ownId: string | null,
) {
  const others = listSubjects(db, campaign.id).filter(({ id }) => id !== ownId)
  const twice = subjects.filter(
    (subject, index) =>
      others.some((other) => samePerson(subject, other)) ||
      subjects.slice(0, index).some((other) => samePerson(subject, other)),
  )
  if (twice.length === 0) return
  const names = [...new Set(twice.map(({ name }) => shownText(name, db)))]
    .map((name) => `“${name}”`)
    .join('、')
  throw conflict(
    `${names}已在“${shownText(campaign.name, db)}”的述职人名单中，同一人不能列两次，请取消选择后再添加`,
  )
}

export function addSubjects(
  db: Database,
  { campaignId, subjects }: Given<'reviews.addSubjects'>,
  ports: Ports,
): void {
  const campaign = requireOwnCampaign(db.read, campaignId)
  const place = placeOf(db.read, campaign)
  subjects.forEach((subject, index) => check(db.read, place, subject, `subjects.${index}.`, null))
  refuseTwice(db.read, campaign, subjects, null)
  const { at, ids } = momentOf(ports)
  const first = lastPosition(db.read, campaignId) + 1
  db.write((tx) =>
    subjects.forEach((subject, index) =>
      insertSubject(tx, {
        ...subject,
        id: ids.next(),
        campaignId,
        position: first + index,
        vetoIds: '',
        version: 1,
        createdAt: at,
        updatedAt: at,
      }),
    ),
  )
}

/** Throws NOT_FOUND, FORBIDDEN, STALE_WRITE. */
function seen(db: ReadDb, { id, version }: Pick<StoredSubject, 'id' | 'version'>) {
  const subject = findSubject(db, id)
  const campaign = requireOwnCampaign(db, subject.campaignId)
  if (subject.version !== version) throw stale(subjectWord)
  return { subject, campaign }
}

/** Whoever moved out of reach is shown without an id, and keeps it as long as the name stays. */
function storedMember(db: ReadDb, given: SubjectFields, { memberId, name }: StoredSubject): string | null {
  if (given.memberId !== null || memberId === null || given.name !== name) return given.memberId
  return openable(db, [memberId]).has(memberId) ? null : memberId
}

export function saveSubject(
  db: Database,
  { id, version, fields: given }: Given<'reviews.updateSubject'>,
  ports: Ports,
): void {
  const { subject, campaign } = seen(db.read, { id, version })
  const fields = { ...given, memberId: storedMember(db.read, given, subject) }
  check(db.read, placeOf(db.read, campaign), fields, 'fields.', subject)
  refuseTwice(db.read, campaign, [fields], id)
  if (fields.schemeId !== subject.schemeId && isInBatch(db.read, id))
    throw refuse('fields.schemeId', '已有测评批次列有此人，不能改用别的方案')
  db.write((tx) => {
    if (!updateSubject(tx, subject, fields, momentOf(ports).at)) throw stale(subjectWord)
  })
}

/** Not once ballots on the person are in, nor while something else is recorded of it that would go with it. */
export function removeSubject(db: Database, { id, version, reason }: Given<'reviews.removeSubject'>): void {
  const { subject } = seen(db.read, { id, version })
  const name = shownText(subject.name, db.read)
  const ballots = ballotsOn(db.read, [id]).get(id) ?? 0
  if (ballots > 0) throw conflict(`已收回对“${name}”的 ${ballots} 张测评票，不能从名单中删去`)
  if (isInBatch(db.read, id))
    throw conflict(`“${name}”列在测评批次中，不能从名单中删去；未计票的批次可先在“测评票”中修改或取消`)
  const { living, trashed } = countRectifications(db.read, id)
  if (living > 0) throw conflict(`“${name}”有 ${living} 条整改事项，不能从名单中删去`)
  if (trashed > 0) throw conflict(`“${name}”有 ${trashed} 条整改事项在回收站，请先清空回收站，再从名单中删去`)
  db.write((tx) => {
    tx.audit.detail(reason)
    if (!deleteSubject(tx, subject)) throw stale(subjectWord)
  })
}
