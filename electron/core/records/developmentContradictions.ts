import type { WriteDb } from '#db/database.ts'
import { developmentFilesOfMembers, type StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { RosterEntry } from '#shared/domain/development/probation.ts'
import { hasLeftParty } from '#shared/domain/development/rejoining.ts'
import { personTypeFull } from '#shared/domain/memberFacts.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { formatPartialDate, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import { whyNotRejoining } from './developmentRejoining.ts'

const statusName = ({ partyStatus }: Pick<StoredMember, 'partyStatus'>) =>
  codeName('partyStatus', partyStatus) ?? partyStatus

/** Why the roster cannot say of its member what the file says now; null when it can. */
export function whyNotFollowed(
  member: StoredMember | undefined,
  name: string,
  isPromotion: boolean,
): string | null {
  if (member === undefined || member.deletedAt !== null)
    return `“${name}”在花名册里的记录已移入回收站，或不在您的管理范围。请先恢复这名党员，或请街道党务干事办理`
  if (!isPromotion || isCountedStatus(member.partyStatus)) return null
  return `花名册里“${name}”的党籍状态是“${statusName(member)}”，不能转为正式党员。请先核对花名册`
}

/** Whether the member has a file besides this one. */
export function hasOtherFile(tx: WriteDb, memberId: string, fileId: string): boolean {
  return developmentFilesOfMembers(tx, [memberId]).some(({ id }) => id !== fileId)
}

/** What the roster says that cannot be so if the file is right; null for nothing. */
export function contradiction(
  tx: WriteDb,
  known: StoredMember,
  file: StoredDevelopmentFile,
  is: RosterEntry,
): string | null {
  const who = `花名册里同一身份证号的“${known.name}”`
  if (known.name !== file.name) return `${who}与档案上的姓名“${file.name}”不一致`
  const [born, written] = [known.birthDate, file.birthDate]
  if (born !== null && written !== null && !sameAtCommonPrecision(born, written))
    return `${who}出生日期是${formatPartialDate(born)}，与档案上的出生日期${formatPartialDate(written)}不一致`
  if (hasLeftParty(known)) return whyNotRejoining(tx, known, file.id, is)
  if (!isCountedStatus(known.partyStatus)) return `${who}党籍状态是“${statusName(known)}”`
  if (hasOtherFile(tx, known.id, file.id)) return `${who}已有另一份发展党员档案`
  if (known.organizationId !== file.organizationId)
    return `${who}在“${getOrganization(tx, known.organizationId)?.shortName ?? ''}”，不在这份档案所在的党支部`
  if (known.personType === personTypeFull && is.personType !== personTypeFull) return `${who}已是正式党员`
  if (known.joinedOn !== null && !sameAtCommonPrecision(known.joinedOn, is.joinedOn))
    return `${who}入党日期是${formatPartialDate(known.joinedOn)}，与支部大会通过日期${formatPartialDate(is.joinedOn)}不一致`
  const [was, willBe] = [known.regularOn, is.regularOn]
  return was !== null && willBe !== null && !sameAtCommonPrecision(was, willBe)
    ? `${who}转正日期是${formatPartialDate(was)}，与预备期满之日${formatPartialDate(willBe)}不一致`
    : null
}
