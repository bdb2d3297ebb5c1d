import type { ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { openOutflowOf, type StoredMobility, unlinkedOutflowsOf } from '#db/queries/mobility.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { ContactFields, MobilityFields } from '#shared/contract/mobility.ts'
import { isOpenMobility, type MobilityDirection } from '#shared/domain/mobility.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { type DateOnly, firstDay, lastDay, type PartialDate } from '#shared/lib/dates.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'

export function refuse(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

/** True only when no day of the first can come before the last day of the second. */
function isBefore(late: PartialDate | null, early: PartialDate | null): boolean {
  return late !== null && early !== null && lastDay(late) < firstDay(early)
}

/** Of an inflow: the person and where the membership is. Nothing of it is asked for an outflow. */
function inflowProblems(db: ReadDb, fields: MobilityFields, today: DateOnly): FieldErrors {
  const problems: Record<string, string> = {}
  if (fields.name === null || fields.name === '') problems.name = '请填写姓名'
  if (fields.origOrg === null || fields.origOrg === '')
    problems.origOrg = '流入党员须写明流出地党组织（组织关系所在党支部）'
  if (fields.origContact === null || fields.origContact === '')
    problems.origContact = '流入党员须写明流出地联系人和电话'
  const checked = fields.idNo === null || fields.idNo === '' ? null : checkIdNo(fields.idNo, today)
  if (checked?.ok === false) problems.idNo = checked.messageZh
  return { ...problems, ...placeProblems(db, fields.organizationId) }
}

function placeProblems(db: ReadDb, organizationId: string | null): FieldErrors {
  const place = organizationId === null ? undefined : getOrganization(db, organizationId)
  if (!place || place.deletedAt !== null) return { organizationId: '请选择负责联系的党组织' }
  if (!isEnded(place)) return {}
  return { organizationId: `“${place.shortName}”已撤销或合并，请选择现有的党组织` }
}

/** Of an outflow whose person the roster does not have: who it is, by a sound number, and of which branch. */
export function unlinkedProblems(
  db: ReadDb,
  id: string,
  fields: MobilityFields,
  today: DateOnly,
): FieldErrors {
  const problems: Record<string, string> = {}
  if (fields.name === null || fields.name === '') problems.name = '请填写姓名'
  const checked = checkIdNo(fields.idNo ?? '', today)
  if (!checked.ok) problems.idNo = checked.messageZh
  else if (awayProblems(db, { id, idNo: fields.idNo }).memberId !== undefined)
    problems.idNo = '这个身份证号另有一条没有结束的外出记录，请在那条记录上修改'
  return { ...problems, ...placeProblems(db, fields.organizationId) }
}

/** Somebody the roster does not have is away once at a time, too. */
export function awayProblems(db: ReadDb, { id, idNo }: Pick<StoredMobility, 'id' | 'idNo'>): FieldErrors {
  const others = unlinkedOutflowsOf(db, idNo === null ? [] : [idNo])
  const other = others.find((each) => each.id !== id && isOpenMobility(each.status))
  if (other === undefined) return {}
  return { memberId: `“${other.name ?? ''}”已有一条没有结束的外出记录，请在那条记录上修改，或先登记返回` }
}

/** Only what contradicts itself is refused; whatever else is odd becomes a finding. */
export function fieldProblems(
  db: ReadDb,
  direction: MobilityDirection,
  fields: MobilityFields,
  endedOn: PartialDate | null,
  today: DateOnly,
): FieldErrors {
  const problems: Record<string, string> = direction === 'LR' ? { ...inflowProblems(db, fields, today) } : {}
  const { outOn, expectedBack, certIssuedOn, certExpiresOn, reportedOn } = fields
  const isOrdered = (field: string, late: PartialDate | null, early: PartialDate | null, message: string) => {
    if (isBefore(late, early)) problems[field] = message
  }
  isOrdered('expectedBack', expectedBack, outOn, '预计返回早于外出（流入）日期')
  isOrdered('endedOn', endedOn, outOn, '结束日期早于外出（流入）日期')
  isOrdered('certExpiresOn', certExpiresOn, certIssuedOn, '到期日期早于发放日期')
  isOrdered('reportedOn', reportedOn, direction === 'LR' ? null : outOn, '报到日期早于外出日期')
  if (endedOn !== null && firstDay(endedOn) > today) problems.endedOn = '结束日期晚于今天'
  return problems
}

/** One person is away once at a time. */
export function memberProblems(db: ReadDb, memberId: string | null, isOpen: boolean): FieldErrors {
  const member = memberId === null ? undefined : getMember(db, memberId)
  if (!member || member.deletedAt !== null) return { memberId: '请从花名册中选择一名党员' }
  if (isOpen && openOutflowOf(db, member.id))
    return { memberId: `“${member.name}”已有一条没有结束的外出记录，请在那条记录上修改，或先登记返回` }
  return {}
}

export function contactProblems({ contactedOn }: ContactFields, today: DateOnly): FieldErrors {
  return contactedOn > today ? { contactedOn: '联系日期晚于今天，还没有发生的联系不能登记' } : {}
}
