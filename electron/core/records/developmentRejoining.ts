import type { ReadDb } from '#db/database.ts'
import { developmentFilesOfMembers, type StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { isSurelyBefore } from '#shared/domain/development/judgement.ts'
import type { RosterEntry } from '#shared/domain/development/probation.ts'
import { joinedAnew } from '#shared/domain/development/rejoining.ts'
import { isFinalState } from '#shared/domain/development/states.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { stateOfFile } from './developmentStore.ts'

const newlyAdmitted = '1'

/** What stands against 重新入党 by this file; null for nothing. The former file is kept as it ended. */
export function whyNotRejoining(
  db: ReadDb,
  known: StoredMember,
  fileId: string,
  { joinedOn }: RosterEntry,
): string | null {
  const who = `花名册里同一身份证号的“${known.name}”`
  const others = developmentFilesOfMembers(db, [known.id]).filter(({ id }) => id !== fileId)
  if (others.some(({ id }) => !isFinalState(stateOfFile(db, id))))
    return `${who}另有一份没有办结的发展党员档案`
  const { partyStatusOn: leftOn, joinedOn: before } = known
  if (leftOn !== null)
    return isSurelyBefore(leftOn, joinedOn)
      ? null
      : `${who}${formatPartialDate(leftOn)}出党，重新入党的支部大会（${formatPartialDate(joinedOn)}）应在那一天以后`
  return before !== null && isSurelyBefore(before, joinedOn)
    ? null
    : `${who}党籍状态是“出党”，没有登记出党日期；重新入党的请先在花名册补填出党日期`
}

/** The record of whoever joins again: as a new member's from the day of the meeting on. What was before stays in 经历. */
export function rejoiningFields(
  file: StoredDevelopmentFile,
  { personType, joinedOn, regularOn }: RosterEntry,
  given: Pick<MemberRecord, 'groupId' | 'introducers' | 'joinBranch'> & { readonly doc: string | null },
): Partial<MemberRecord> {
  const { doc, ...fields } = given
  return {
    ...fields,
    personType,
    joinedOn,
    regularOn,
    joinKind: joinedAnew,
    regularKind: null,
    probationExtendedMonths: null,
    organizationId: file.organizationId,
    enteredOn: joinedOn,
    enteredKind: newlyAdmitted,
    partyStatus: 'ZC',
    partyStatusKind: null,
    partyStatusOn: joinedOn,
    partyStatusDoc: doc,
  }
}
