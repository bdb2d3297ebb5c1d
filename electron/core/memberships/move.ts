import type { Database, ReadDb } from '#db/database.ts'
import { openStaysOf } from '#db/queries/memberSpells.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { getOrganization, organizationNames } from '#db/queries/organizations.ts'
import { openOutgoing, type OpenOutgoing } from '#db/queries/transfers.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MoveInput, MoveRow } from '#shared/contract/memberships.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { transferStatusLabels } from '#shared/labels/transfers.ts'
import { type DateOnly, formatPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { changedFields, changeMember, staleMember } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'

type Target = Pick<MoveInput, 'toId' | 'groupId' | 'how' | 'on'>

/** Throws VALIDATION_FAILED with the sentence beside the field that is wrong. */
function checkTarget(db: ReadDb, { toId, groupId, how, on }: Target, today: DateOnly): void {
  const fields: Record<string, string> = {}
  const branch = getOrganization(db, toId)
  if (branch?.type !== 'ZB' || branch.deletedAt !== null) fields['toId'] = '组织关系只能在党支部，请重新选择'
  else if (isEnded(branch)) fields['toId'] = `“${branch.shortName}”已撤销或合并，请选择现有党支部`
  const group = groupId === null ? undefined : getOrganization(db, groupId)
  if (groupId !== null && (group?.parentId !== toId || group.deletedAt !== null || isEnded(group)))
    fields['groupId'] = '党小组不属于所选党支部，请重新选择'
  if (how === 'moved' && on === null) fields['on'] = '请填写从哪一天起在新支部'
  if (on !== null && on > today) fields['on'] = '日期不能晚于今天，请重新填写'
  if (Object.keys(fields).length > 0)
    throw new AppError('VALIDATION_FAILED', `invalid: ${Object.keys(fields).join(', ')}`, { fields })
}

function refusalOf(member: StoredMember, since: PartialDate | '' | undefined, target: Target): string | null {
  if (member.deletedAt !== null) return '已在回收站'
  if (member.organizationId === target.toId) return '已在这个支部，不需要调整'
  if (target.how === 'neverThere') return null
  if (!isCountedStatus(member.partyStatus)) return '已不在册，不能调整支部；登记错支部的请选“更正”'
  if (since === undefined || since === '' || target.on === null || target.on > since) return null
  return `${formatPartialDate(since)}才到现在的支部，调整日期要晚于这一天；登记错支部的请选“更正”`
}

/** Until the receipt is here somebody who leaves the street belongs to the old branch; the letter names that branch. */
function leavingText({ status, letterNo, toOrg }: OpenOutgoing): string {
  const letter = letterNo === null ? '' : `，介绍信${letterNo}`
  const where = toOrg === null ? '' : `，转往“${toOrg}”`
  return `组织关系转出还没有办结（${transferStatusLabels[status]}${letter}${where}）。调整后介绍信上的原支部不会跟着变；不再转出的，请先到“组织关系转接”退回或作废`
}

/** Who can be moved so and who cannot, with the versions to send along. */
export function checkMove(
  db: ReadDb,
  { ids, ...target }: Target & { readonly ids: readonly string[] },
  { clock }: Ports,
): readonly MoveRow[] {
  checkTarget(db, target, clock.today())
  const names = organizationNames(db)
  const since = openStaysOf(db, ids)
  const leaving = openOutgoing(db, ids)
  return getMembers(db, ids).map((member) => {
    const letter = leaving.get(member.id)
    return {
      id: member.id,
      version: member.version,
      name: member.name,
      organizationName: names.get(member.organizationId) ?? '',
      refused: refusalOf(member, since.get(member.id), target),
      warned: letter === undefined ? null : leavingText(letter),
    }
  })
}

/** All or nobody: throws VALIDATION_FAILED naming the first who cannot be moved, STALE_WRITE when somebody has changed since. */
export function moveMembers(
  db: Database,
  { members, reason, docNo, ...target }: MoveInput,
  ports: Ports,
): number {
  const moment = momentOf(ports)
  const { today } = moment
  checkTarget(db.read, target, today)
  const ids = members.map(({ id }) => id)
  const stored = new Map(getMembers(db.read, ids).map((member) => [member.id, member]))
  const since = openStaysOf(db.read, ids)
  return db.write((tx) => {
    for (const { id, version } of members) {
      const current = stored.get(id)
      if (!current)
        throw new AppError('NOT_FOUND', 'no such member', {
          messageZh: '要调整的党员有的找不到了，可能刚被删除。请刷新后重试，没有调整任何人',
        })
      if (current.version !== version) throw staleMember()
      const refused = refusalOf(current, since.get(id), target)
      if (refused !== null)
        throw new AppError('VALIDATION_FAILED', 'one member cannot be moved so', {
          messageZh: `“${current.name}”${refused}。没有调整任何人`,
        })
      const changes = changedFields(recordOf(current), {
        organizationId: target.toId,
        groupId: target.groupId,
      })
      const isSlip = target.how === 'neverThere'
      changeMember(tx, current, changes, moment, {
        on: target.on ?? today,
        by: 'NB',
        reason,
        doc: docNo,
        isSlip,
      })
    }
    return members.length
  })
}
