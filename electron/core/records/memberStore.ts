import type { WriteDb } from '#db/database.ts'
import { isSameValue, recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo, getMember } from '#db/queries/members.ts'
import {
  addSearchKeys,
  insertMember,
  removeSearchKeys,
  replaceFindings,
  restoreMember,
  trashMember,
  updateMember,
} from '#db/queries/memberWrites.ts'
import { hasUnlinkedOutflow } from '#db/queries/mobility.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { moveOpenOutgoing } from '#db/queries/transferMoves.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import type { IdSource } from '../ports.ts'
import { followMember, renewFilesOf } from './developmentFollowing.ts'
import { followSpells, type Happening, happeningOn, openSpells } from './memberSpells.ts'
import { followingFields, linkOutflows, openMobility } from './mobilityOpening.ts'
import { nameKeys } from './nameKeys.ts'

/** Said of an ID number in use where the writer may not look: neither who nor where. */
export const registeredElsewhere = '这个身份证号已在本街道其他党组织登记，请联系街道党务干事核对'

/** When a write happens: the instant it is recorded with and the day the rules judge by. */
export interface WriteMoment {
  readonly at: Instant
  readonly today: DateOnly
  /** Names what begins with it. */
  readonly ids: IdSource
}

/** The one way a member comes to be: row, search keys, the stay in the branch and findings together. */
export function addMember(tx: WriteDb, id: string, record: MemberRecord, moment: WriteMoment): void {
  const { at, today } = moment
  const { sortKey, searchKeys } = nameKeys(record)
  const seq = insertMember(tx, { id, nameKey: sortKey, record, at })
  addSearchKeys(tx, seq, searchKeys)
  openSpells(tx, id, record, moment)
  replaceFindings(tx, id, memberFindings(record, { today, settings: defaultRuleSettings }), true)
  claimOutflows(tx, id, moment)
  openMobility(tx, id, record, moment)
}

/** The fields among `fields` that say something else than the record does. */
export function changedFields(record: MemberRecord, fields: Partial<MemberRecord>): Partial<MemberRecord> {
  const keys = memberFieldKeys.filter((key) => {
    const value = fields[key]
    return value !== undefined && !isSameValue(record[key], value)
  })
  return pick(fields, keys)
}

function pick(fields: Partial<MemberRecord>, keys: readonly (keyof MemberRecord)[]): Partial<MemberRecord> {
  return Object.fromEntries(keys.map((key) => [key, fields[key]]))
}

/**
 * The one way a member changes, now and over time. Throws STALE_WRITE when `current` is not what the file holds any more. Returns
 * the new version.
 */
export function changeMember(
  tx: WriteDb,
  current: StoredMember,
  changes: Partial<MemberRecord>,
  moment: WriteMoment,
  happening: Happening = happeningOn(moment.today),
): number {
  const { at, today } = moment
  const before = recordOf(current)
  const fields = withArrival(before, changes, happening)
  const after: MemberRecord = { ...before, ...fields }
  const { sortKey, searchKeys } = nameKeys(after)
  const isWritten = updateMember(tx, {
    id: current.id,
    version: current.version,
    fields,
    nameKey: sortKey,
    at,
  })
  if (!isWritten) throw staleMember()
  const oldKeys = nameKeys(before).searchKeys
  removeSearchKeys(
    tx,
    current.seq,
    oldKeys.filter((key) => !searchKeys.includes(key)),
  )
  addSearchKeys(
    tx,
    current.seq,
    searchKeys.filter((key) => !oldKeys.includes(key)),
  )
  const on = fields.enteredOn !== undefined && fields.enteredOn !== null ? fields.enteredOn : happening.on
  const isMove = fields.organizationId !== undefined
  followSpells(tx, {
    memberId: current.id,
    before,
    after,
    happening: isMove ? { ...happening, on } : happening,
    moment,
  })
  replaceFindings(tx, current.id, memberFindings(after, { today, settings: defaultRuleSettings }), false)
  if (isMove) moveOpenOutgoing(tx, { memberId: current.id, organizationId: after.organizationId, at })
  followMember(tx, current.id, { before, after }, isMove ? { ...happening, on } : happening, moment)
  const isClaiming = fields.idNo !== undefined && claimOutflows(tx, current.id, moment)
  return current.version + (isClaiming ? 2 : 1)
}

/**
 * Outflows written down of somebody the roster did not have yet become this member's: to be called wherever a living member with
 * an ID number comes to be. True when the member's own record has changed with it.
 */
export function claimOutflows(tx: WriteDb, memberId: string, moment: WriteMoment): boolean {
  if (!hasUnlinkedOutflow(tx, memberId)) return false
  const member = getMember(tx, memberId)
  if (!member || member.deletedAt !== null) return false
  const opened = linkOutflows(tx, member, moment)
  const changes = opened === null ? {} : changedFields(recordOf(member), followingFields(opened))
  if (Object.keys(changes).length === 0) return false
  changeMember(tx, member, changes, moment)
  return true
}

/** 进入本支部日期 speaks of the branch a person is in: whoever changes it arrives on the day of the move, unless said otherwise. */
function withArrival(
  before: MemberRecord,
  changes: Partial<MemberRecord>,
  { on, isSlip }: Happening,
): Partial<MemberRecord> {
  const isMove = changes.organizationId !== undefined && changes.organizationId !== before.organizationId
  if (!isMove || isSlip === true || !isCountedStatus(before.partyStatus) || changes.enteredOn !== undefined)
    return changes
  return { ...changes, enteredOn: on, enteredKind: changes.enteredKind ?? enteredFromBranch }
}

/** 省内转入 is what the code table has for 街道内转入. */
const enteredFromBranch = '2'

export function staleMember(): AppError {
  return new AppError('STALE_WRITE', 'member changed since it was read', {
    messageZh: '该党员的记录刚被修改过，您看到的不是最新的。请核对对方的改动后再保存',
  })
}

export function moveToTrash(
  tx: WriteDb,
  { id, version }: { readonly id: string; readonly version: number },
  reason: string,
  moment: WriteMoment,
): void {
  if (!trashMember(tx, { id, version, at: moment.at, reason })) throw staleMember()
  renewFilesOf(tx, id, moment)
}

/** Throws CONFLICT when the ID number is in use by a living member by now, or the branch is no more. */
export function takeFromTrash(tx: WriteDb, member: StoredMember, moment: WriteMoment): void {
  const twin = findAnyByIdNo(tx, member.idNo).find((other) => other.deletedAt === null)
  if (twin?.id === member.id)
    throw new AppError('CONFLICT', 'not in the trash', {
      messageZh: `“${member.name}”已不在回收站，不需要恢复`,
    })
  if (twin)
    throw new AppError('CONFLICT', 'ID number is in use', {
      messageZh: isInScope(tx, twin.organizationId)
        ? `不能恢复“${member.name}”：花名册里已有同一身份证号的“${twin.name}”。请先核对是否同一人`
        : `不能恢复“${member.name}”：${registeredElsewhere}`,
    })
  const branch = getOrganization(tx, member.organizationId)
  if (!branch || branch.deletedAt !== null || isEnded(branch))
    throw new AppError('CONFLICT', 'branch is no more', {
      messageZh: `不能恢复“${member.name}”：原来的党支部“${branch?.shortName ?? ''}”已撤销、合并或随导入撤回。请先恢复该党支部`,
    })
  if (!restoreMember(tx, { id: member.id, at: moment.at })) throw staleMember()
  leaveLostGroup(tx, { ...member, version: member.version + 1 }, moment)
  claimOutflows(tx, member.id, moment)
  renewFilesOf(tx, member.id, moment)
}

/** Whose group is no more, or another branch's by now, is in none from today on. */
export function leaveLostGroup(tx: WriteDb, member: StoredMember, moment: WriteMoment): void {
  const group = member.groupId === null ? undefined : getOrganization(tx, member.groupId)
  const isGone =
    group !== undefined &&
    (group.deletedAt !== null || isEnded(group) || group.parentId !== member.organizationId)
  if (isGone) changeMember(tx, member, { groupId: null }, moment)
}
