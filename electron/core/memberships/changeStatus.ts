import type { Database, ReadDb } from '#db/database.ts'
import { lastStaysOf } from '#db/queries/memberSpells.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import type { ChangeStatusInput } from '#shared/contract/memberships.ts'
import type { Finding } from '#shared/domain/finding.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import {
  checkTransition,
  isCountedStatus,
  isPartyStatus,
  statusKindFindings,
} from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, firstDay, formatPartialDate, lastDay } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { changedFields, changeMember, staleMember } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'

type Wanted = Pick<ChangeStatusInput, 'id' | 'to' | 'kind' | 'on' | 'doc' | 'toId'>

function livingMember(db: ReadDb, id: string): StoredMember {
  const member = getMember(db, id)
  if (!member || member.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such member', {
      messageZh: '找不到这名党员，可能已被删除。请刷新后重试',
    })
  return member
}

/** The fields of the record after the change. */
function changesOf(member: StoredMember, { to, kind, on, doc, toId }: Wanted): Partial<MemberRecord> {
  const isBack = !isCountedStatus(member.partyStatus) && isCountedStatus(to)
  const place =
    isBack && toId !== null && toId !== member.organizationId ? { organizationId: toId, groupId: null } : {}
  return { ...place, partyStatus: to, partyStatusKind: kind, partyStatusOn: on, partyStatusDoc: doc }
}

/** MEM-01 to MEM-04 and the arrows of 2.4, as the record would be. Of the severity `block` it will not be saved. */
export function checkStatus(db: ReadDb, wanted: Wanted, { clock }: Ports): readonly Finding[] {
  const member = livingMember(db, wanted.id)
  refuseContradictions(db, member, wanted, clock.today())
  return findingsOf(member, wanted)
}

function findingsOf(member: StoredMember, wanted: Wanted): readonly Finding[] {
  const after = { ...recordOf(member), ...changesOf(member, wanted) }
  const { partyStatus: from, partyStatusOn } = member
  if (!isPartyStatus(from)) return statusKindFindings(after)
  const facts = { ...after, previousSince: partyStatusOn, changedOn: firstDay(wanted.on) }
  return [...checkTransition(from, wanted.to, facts, defaultRuleSettings), ...statusKindFindings(after)]
}

/** Days that cannot be, and a branch nobody can come back to. Throws VALIDATION_FAILED beside the field. */
function refuseContradictions(db: ReadDb, member: StoredMember, wanted: Wanted, today: DateOnly): void {
  const { to, on, toId } = wanted
  const fields: Record<string, string> = {}
  if (to === member.partyStatus) fields['to'] = '党籍状态没有变化，请选择新的状态'
  const isHere = isCountedStatus(member.partyStatus)
  const last = lastStaysOf(db, [member.id]).get(member.id)
  const since = isHere ? last?.fromOn : last?.toOn
  if (firstDay(on) > today) fields['on'] = '日期不能晚于今天，请重新填写'
  else if (since !== undefined && since !== null && since !== '' && lastDay(on) < firstDay(since))
    fields['on'] = isHere
      ? `早于到本支部的日期（${formatPartialDate(since)}），请核对；当时在别的支部的，请先在“经历”中更正`
      : `早于离开的日期（${formatPartialDate(since)}），请核对`
  else if (since && on.length < since.length && since.startsWith(on))
    fields['on'] =
      `分不清在${isHere ? '到本支部' : '离开'}（${formatPartialDate(since)}）之前还是之后，请写到日；不清楚的写估计的日期，并在“说明”里注明`
  else if (
    member.partyStatus !== 'ZC' &&
    member.partyStatusOn !== null &&
    lastDay(on) < firstDay(member.partyStatusOn)
  )
    fields['on'] = `早于现在这个党籍状态的起始日期（${formatPartialDate(member.partyStatusOn)}），请核对`
  if (!isHere && isCountedStatus(to)) {
    const branch = getOrganization(db, toId ?? member.organizationId)
    if (branch?.type !== 'ZB' || branch.deletedAt !== null) fields['toId'] = '请选择恢复（转回）到哪个党支部'
    else if (isEnded(branch)) fields['toId'] = `“${branch.shortName}”已撤销或合并，请选择现有党支部`
  }
  if (Object.keys(fields).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

/** Throws VALIDATION_FAILED for what contradicts itself (MEM-03), STALE_WRITE when the record has changed since. */
export function changeStatus(db: Database, input: ChangeStatusInput, ports: Ports): void {
  const moment = momentOf(ports)
  const member = livingMember(db.read, input.id)
  if (member.version !== input.version) throw staleMember()
  refuseContradictions(db.read, member, input, moment.today)
  const blocking = findingsOf(member, input).find(({ severity }) => severity === 'block')
  if (blocking)
    throw new AppError('VALIDATION_FAILED', `blocked by ${blocking.code}`, {
      fields: { to: blocking.message },
    })
  const changes = changedFields(recordOf(member), changesOf(member, input))
  const happening = { on: input.on, by: '2', reason: input.reason, doc: input.doc } as const
  db.write((tx) => {
    changeMember(tx, member, changes, moment, happening)
  })
}
