import type { WriteDb } from '#db/database.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { groupSpellsOf, membershipsOf } from '#db/queries/memberSpells.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { enterGroup, groupOf } from './memberSpells.ts'
import { move } from './memberStays.ts'
import type { WriteMoment } from './memberStore.ts'

/**
 * An undo brings 党籍状态, branch and group back one without the others: whoever was stopped while the branch was merged is
 * counted again, whoever has died is given back a group. What holds today follows what the record now says of all three.
 */
export function renewSpells(tx: WriteDb, member: StoredMember, moment: WriteMoment): void {
  renewStay(tx, member, moment)
  const open = groupSpellsOf(tx, member.id).findLast(({ toOn }) => toOn === null)
  if ((open?.groupId ?? null) !== groupOf(member))
    enterGroup(tx, member.id, groupOf(member), moment.today, moment)
}

/** From a branch that has ended they go on into the record's on the day it ended, else today. */
function renewStay(tx: WriteDb, member: StoredMember, moment: WriteMoment): void {
  const stays = membershipsOf(tx, member.id)
  const last = stays.at(-1)
  const isThere = last?.toOn !== null || last.organizationId === member.organizationId
  if (isThere || !isCountedStatus(member.partyStatus)) return
  const left = getOrganization(tx, last.organizationId)
  const endedOn = left !== undefined && isEnded(left) ? left.endedOn : null
  const record = recordOf(member)
  const happening =
    endedOn === null
      ? ({ on: moment.today, by: 'NB', reason: null, doc: null } as const)
      : ({ on: endedOn, by: 'ZZ', reason: null, doc: null } as const)
  move(tx, { memberId: member.id, before: record, after: record, happening, moment }, stays)
}
