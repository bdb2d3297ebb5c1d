import type { WriteDb } from '#db/database.ts'
import { isSameValue, recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo } from '#db/queries/members.ts'
import {
  addSearchKeys,
  insertMember,
  removeSearchKeys,
  replaceFindings,
  restoreMember,
  trashMember,
  updateMember,
} from '#db/queries/memberWrites.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { memberFieldKeys } from '#shared/domain/memberFields.ts'
import { memberFindings } from '#shared/domain/memberRules.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import type { DateOnly, Instant } from '#shared/lib/dates.ts'
import { nameKeys } from './nameKeys.ts'

/** Said of an ID number in use where the writer may not look: neither who nor where. */
export const registeredElsewhere = '这个身份证号已在本街道其他党组织登记，请联系街道党务干事核对'

/** When a write happens: the instant it is recorded with and the day the rules judge by. */
export interface WriteMoment {
  readonly at: Instant
  readonly today: DateOnly
}

/** The one way a member comes to be: row, search keys and findings together. */
export function addMember(tx: WriteDb, id: string, record: MemberRecord, { at, today }: WriteMoment): void {
  const { sortKey, searchKeys } = nameKeys(record)
  const seq = insertMember(tx, { id, nameKey: sortKey, record, at })
  addSearchKeys(tx, seq, searchKeys)
  replaceFindings(tx, id, memberFindings(record, { today, settings: defaultRuleSettings }), true)
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

/** The one way a member changes. Throws STALE_WRITE when `current` is not what the file holds any more. Returns the new version. */
export function changeMember(
  tx: WriteDb,
  current: StoredMember,
  fields: Partial<MemberRecord>,
  { at, today }: WriteMoment,
): number {
  const before = recordOf(current)
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
  replaceFindings(tx, current.id, memberFindings(after, { today, settings: defaultRuleSettings }), false)
  return current.version + 1
}

export function staleMember(): AppError {
  return new AppError('STALE_WRITE', 'member changed since it was read', {
    messageZh: '该党员的记录刚被修改过，您看到的不是最新的。请核对对方的改动后再保存',
  })
}

export function moveToTrash(
  tx: WriteDb,
  { id, version }: { readonly id: string; readonly version: number },
  reason: string,
  { at }: WriteMoment,
): void {
  if (!trashMember(tx, { id, version, at, reason })) throw staleMember()
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
  const group = member.groupId === null ? undefined : getOrganization(tx, member.groupId)
  const isGroupGone =
    group !== undefined &&
    (group.deletedAt !== null || isEnded(group) || group.parentId !== member.organizationId)
  if (isGroupGone) changeMember(tx, { ...member, version: member.version + 1 }, { groupId: null }, moment)
}
