import type { Database, ReadDb, WriteDb } from '#db/database.ts'
import {
  getMembership,
  membershipsOf,
  type StoredMembership,
  updateMembership,
} from '#db/queries/memberSpells.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization, organizationNames } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { CorrectInput } from '#shared/contract/memberships.ts'
import { type DateOnly, firstDay, formatPartialDate, lastDay } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { fitGroupSpells } from '../records/groupSpells.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'

interface Place {
  readonly member: StoredMember
  readonly stay: StoredMembership
  readonly previous: StoredMembership | undefined
  readonly next: StoredMembership | undefined
}

/**
 * Puts a stay right, with what joins on to it. Throws STALE_WRITE when it has changed since, CONFLICT when it would overlap
 * another stay, VALIDATION_FAILED for days that cannot be.
 */
export function correctStay(db: Database, input: CorrectInput, ports: Ports): void {
  const place = findPlace(db.read, input)
  const moment = momentOf(ports)
  const problems = problemsOf(db.read, place, input, moment.today)
  if (Object.keys(problems).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(problems).join(', ')}`, {
      fields: problems,
    })
  refuseOverlap(db.read, place, input)
  db.write((tx) => write(tx, place, input, moment))
}

function findPlace(db: ReadDb, { stayId, version }: CorrectInput): Place {
  const stay = getMembership(db, stayId)
  const member = stay && getMember(db, stay.memberId)
  if (!stay || !member || member.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such stay', { messageZh: '找不到这段经历，请刷新后重试' })
  if (stay.version !== version)
    throw new AppError('STALE_WRITE', 'stay changed since it was read', {
      messageZh: '这段经历刚被修改过，请刷新后重新填写',
    })
  if (!isInScope(db, stay.organizationId))
    throw new AppError('FORBIDDEN', 'stay outside the scope', {
      messageZh: '这段经历在您管理范围以外的党组织，请联系街道党务干事更正',
    })
  const all = membershipsOf(db, member.id)
  const at = all.findIndex(({ id }) => id === stayId)
  return { member, stay, previous: all[at - 1], next: all[at + 1] }
}

function problemsOf(db: ReadDb, place: Place, input: CorrectInput, today: DateOnly): FieldErrors {
  const { member, stay, previous, next } = place
  const { fromOn, toOn, organizationId } = input
  const found: Record<string, string> = {}
  if (fromOn === null && previous) found['fromOn'] = '前面还有别的经历，请填写起始日期'
  if (fromOn !== null && firstDay(fromOn) > today) found['fromOn'] = '日期不能晚于今天，请重新填写'
  else if (fromOn !== null && member.joinedOn !== null && lastDay(fromOn) < firstDay(member.joinedOn))
    found['fromOn'] = `早于入党日期（${formatPartialDate(member.joinedOn)}），入党以前没有组织关系，请核对`
  const end = toOn ?? ''
  if (next ? toOn === null : end !== (stay.toOn ?? ''))
    found['toOn'] = next
      ? '后面还有别的经历，请填写截止日期'
      : '这是最近一段经历：离开请用“调整支部”或“变更党籍状态”，离开日期请改“党籍状态起始日期”'
  else if (toOn !== null && firstDay(toOn) > today) found['toOn'] = '日期不能晚于今天，请重新填写'
  else if (toOn !== null && fromOn !== null && toOn <= fromOn)
    found['toOn'] = '截止日期要晚于起始日期，请核对'
  if (organizationId === stay.organizationId) return found
  const branch = getOrganization(db, organizationId)
  if (!next) found['organizationId'] = '这是最近一段经历：登记错支部的，请用“调整支部”中的“更正”'
  else if (branch?.type !== 'ZB' || branch.deletedAt !== null) found['organizationId'] = '请选择一个党支部'
  return found
}

/** Neighbours that joined on to the stay follow it; they may not be left with nothing, nor overlap otherwise. */
function refuseOverlap(db: ReadDb, { stay, previous, next }: Place, { fromOn, toOn }: CorrectInput): void {
  const from = fromOn ?? ''
  const isBefore = (other: StoredMembership) =>
    other.toOn === stay.fromOn ? from <= other.fromOn : other.toOn !== null && other.toOn > from
  if (previous && from !== stay.fromOn && isBefore(previous)) throw overlap(db, previous)
  if (!next || toOn === null || toOn === stay.toOn) return
  const joins = next.fromOn === stay.toOn
  if (joins ? next.toOn !== null && toOn >= next.toOn : toOn > next.fromOn) throw overlap(db, next)
}

function overlap(db: ReadDb, other: StoredMembership): AppError {
  const name = organizationNames(db).get(other.organizationId) ?? '其他党组织'
  const day = (date: string, otherwise: string) => (date === '' ? otherwise : date)
  const span = `${day(other.fromOn, '日期未填')} 至 ${other.toOn === null ? '今' : day(other.toOn, '日期未填')}`
  return new AppError('CONFLICT', 'stays would overlap', {
    messageZh: `与另一段经历重叠（“${name}”，${span}）。同一天只能在一个支部，请先更正那一段`,
  })
}

function write(
  tx: WriteDb,
  { member, stay, previous, next }: Place,
  input: CorrectInput,
  moment: WriteMoment,
): void {
  const { fromOn, toOn, enteredBy, leftBy, enteredDoc, leftDoc, reason } = input
  const { at } = moment
  const from = fromOn ?? ''
  const hasNewStart = from !== stay.fromOn
  if (hasNewStart && previous?.toOn === stay.fromOn) updateMembership(tx, previous.id, { toOn: from }, at)
  if (next && toOn !== null && toOn !== stay.toOn && next.fromOn === stay.toOn)
    updateMembership(tx, next.id, { fromOn: toOn }, at)
  updateMembership(
    tx,
    stay.id,
    {
      organizationId: input.organizationId,
      ...(hasNewStart ? { fromOn: from, startBasis: from === '' ? 'unknown' : 'event' } : {}),
      ...(next ? { toOn } : {}),
      enteredBy,
      leftBy: stay.toOn === null ? null : leftBy,
      enteredDoc,
      leftDoc: stay.toOn === null ? null : leftDoc,
    },
    at,
  )
  fitGroupSpells(tx, member.id, at)
  tx.audit.detail(reason)
  // 进入本支部日期 of the record speaks of the newest stay.
  const entered = next === undefined ? (hasNewStart ? fromOn : undefined) : follows(next, stay, toOn)
  if (entered === undefined || isLater(tx, member.id, next)) return
  const changes = changedFields(recordOf(member), { enteredOn: entered })
  if (Object.keys(changes).length > 0) changeMember(tx, member, changes, moment)
}

const follows = (next: StoredMembership, stay: StoredMembership, toOn: CorrectInput['toOn']) =>
  next.fromOn === stay.toOn && toOn !== stay.toOn ? toOn : undefined

/** Whether there is a stay after the next one: then that one is not the newest. */
function isLater(tx: WriteDb, memberId: string, next: StoredMembership | undefined): boolean {
  return next !== undefined && membershipsOf(tx, memberId).at(-1)?.id !== next.id
}
