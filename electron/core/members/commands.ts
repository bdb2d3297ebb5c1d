import type { Database, ReadDb } from '#db/database.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo, getMember, getMembers } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError, type FieldErrors } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { checkTransition, isPartyStatus } from '#shared/domain/partyStatus.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import type { Ports } from '../ports.ts'
import {
  addMember,
  changedFields,
  changeMember,
  moveToTrash,
  registeredElsewhere,
  staleMember,
  type WriteMoment,
} from '../records/memberStore.ts'
import { floatingProblems } from '../records/mobilityStore.ts'
import { momentOf } from '../records/moment.ts'
import { notFound } from './queries.ts'

export function createMember(db: Database, record: MemberRecord, ports: Ports): string {
  const moment = momentOf(ports)
  const problems = recordProblems(db.read, record, null, moment)
  noteTry(db, problems)
  refuse(problems)
  const id = ports.ids.next()
  db.write((tx) => addMember(tx, id, record, moment))
  return id
}

/** Throws STALE_WRITE when the version is not the stored one. */
export function updateMember(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<MemberRecord> },
  ports: Ports,
): void {
  const current = getMember(db.read, id)
  if (!current || current.deletedAt !== null) throw notFound()
  if (current.version !== version) throw staleMember()
  const moment = momentOf(ports)
  const before = recordOf(current)
  const changes = changedFields(before, fields)
  if (Object.keys(changes).length === 0) return
  const after = { ...before, ...changes }
  const problems = recordProblems(db.read, after, id, moment)
  noteTry(db, problems)
  refuse(floatingProblems(db.read, id, changes))
  refuse({ ...problems, ...transitionProblems(before, after, moment) })
  db.write((tx) => changeMember(tx, current, changes, moment))
}

/** Whether a number is registered out of sight has to be said; whoever goes on trying numbers is seen in the log. */
function noteTry(db: Database, { idNo }: FieldErrors): void {
  if (idNo === registeredElsewhere)
    db.write((tx) => tx.audit.detail('没有保存：所填身份证号已在管理范围以外登记'))
}

function refuse(fields: FieldErrors): void {
  if (Object.keys(fields).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

/** Only what contradicts itself is refused; whatever else is odd becomes a finding. */
export function recordProblems(
  db: ReadDb,
  record: MemberRecord,
  id: string | null,
  { today }: WriteMoment,
): FieldErrors {
  const problems: Record<string, string> = {}
  const checked = checkIdNo(record.idNo, today)
  if (!checked.ok && record.idNoReason === null)
    problems.idNo = `${checked.messageZh}。确需照此登记的，请在“号码异常说明”写明原因`
  const twin = findAnyByIdNo(db, record.idNo).find((other) => other.id !== id && other.deletedAt === null)
  if (twin)
    problems.idNo = isInScope(db, twin.organizationId)
      ? `花名册里“${twin.name}”已用这个身份证号，请先核对是否同一人`
      : registeredElsewhere
  const branch = getOrganization(db, record.organizationId)
  if (branch?.type !== 'ZB' || branch.deletedAt !== null)
    problems.organizationId = '组织关系只能在党支部，请重新选择'
  else if (isEnded(branch)) problems.organizationId = `“${branch.shortName}”已撤销或合并，请选择现有党支部`
  const group = record.groupId === null ? undefined : getOrganization(db, record.groupId)
  if (record.groupId !== null && group?.parentId !== record.organizationId)
    problems.groupId = '党小组不属于所选党支部，请重新选择'
  else if (group && isEnded(group)) problems.groupId = `“${group.shortName}”已撤销，请重新选择党小组`
  return problems
}

function transitionProblems(before: MemberRecord, after: MemberRecord, { today }: WriteMoment): FieldErrors {
  if (!isPartyStatus(before.partyStatus) || !isPartyStatus(after.partyStatus)) return {}
  const facts = { ...after, previousSince: before.partyStatusOn, changedOn: today }
  const blocking = checkTransition(before.partyStatus, after.partyStatus, facts, defaultRuleSettings).find(
    (finding) => finding.severity === 'block',
  )
  return blocking ? { [blocking.field ?? 'partyStatus']: blocking.message } : {}
}

export function trashMembers(
  db: Database,
  members: readonly { readonly id: string; readonly version: number }[],
  reason: string,
  ports: Ports,
): number {
  const ids = members.map(({ id }) => id)
  if (getMembers(db.read, ids).length !== new Set(ids).size) throw notFound()
  db.write((tx) => {
    for (const member of members) moveToTrash(tx, member, reason, momentOf(ports))
  })
  return members.length
}
