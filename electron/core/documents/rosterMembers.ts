import type { ReadDb } from '#db/database.ts'
import { branchPeople, groupsAsOf, statusesAsOf } from '#db/queries/asOf.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMembers, listMembersIn } from '#db/queries/members.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import { isCountedMember } from '#shared/domain/rosterStatistics.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

export interface RosterMember {
  readonly id: string
  readonly record: MemberRecord
  /** False for people who are out of the caller's reach by now: of them only what their stay says is filled in. */
  readonly isKnown: boolean
}

/** Members in good standing of these organisations, by name. */
export function presentMembers(db: ReadDb, organizationIds: readonly string[]): readonly RosterMember[] {
  return listMembersIn(db, organizationIds)
    .filter((member) => isCountedMember(member))
    .map((member) => ({ id: member.id, record: recordOf(member), isKnown: true }))
}

/** Who counted in these organisations at the end of a day, by name, with branch, group, 人员类别 and 党籍状态 of then. */
export function membersAsOf(
  db: ReadDb,
  organizationIds: readonly string[],
  on: DateOnly,
): readonly RosterMember[] {
  const people = branchPeople(db, organizationIds, on)
  const ids = people.map(({ memberId }) => memberId)
  const known = new Map(getMembers(db, ids).map((member) => [member.id, member]))
  const statuses = new Map(statusesAsOf(db, ids, on).map((row) => [row.memberId, row]))
  const groups = new Map(groupsAsOf(db, ids, on).map((row) => [row.memberId, row.groupId]))
  return people.map(({ memberId, name, organizationId, isFull }) => {
    const member = known.get(memberId)
    const record = member ? recordOf(member) : { ...unfilledMember, name, idNo: '' }
    const { status = 'ZC', kind = null } = statuses.get(memberId) ?? {}
    const regular = isFull === 1 ? {} : { regularOn: null, regularKind: null }
    return {
      id: memberId,
      isKnown: member !== undefined,
      record: {
        ...record,
        ...regular,
        organizationId,
        groupId: groups.get(memberId) ?? null,
        personType: isFull === 1 ? '1' : '2',
        partyStatus: status,
        partyStatusKind: kind,
      },
    }
  })
}
