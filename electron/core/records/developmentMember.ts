import type { ReadDb } from '#db/database.ts'
import type { StoredDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import type { RosterEntry } from '#shared/domain/development/probation.ts'
import type { CodeTableName } from '#shared/domain/memberFields.ts'
import { isCode } from '#shared/labels/codeTables.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import { isMobile } from '#shared/lib/text.ts'
import type { WriteMoment } from './memberStore.ts'

const code = (table: CodeTableName, value: string | null) =>
  value !== null && isCode(table, value) ? value : null

/** The record of somebody who has been approved: what the file knows, 新发展, in its branch from the day of the meeting on. */
export function newProbationer(
  db: ReadDb,
  {
    file,
    idNo,
    entry,
    sponsors,
    groupId,
  }: {
    readonly file: StoredDevelopmentFile
    readonly idNo: string
    readonly entry: RosterEntry
    readonly sponsors: readonly string[]
    readonly groupId: string | null
  },
  { today }: WriteMoment,
): MemberRecord {
  const checked = checkIdNo(idNo, today)
  const phone = file.phone ?? ''
  return {
    ...unfilledMember,
    name: file.name,
    idNo,
    // A number the file itself has wrong is entered as it is, with the reason, and the rules go on warning of it.
    idNoReason: checked.ok ? null : '与发展党员档案所载号码一致',
    gender: code('gender', file.gender) ?? (checked.ok ? checked.gender : null),
    birthDate: file.birthDate ?? (checked.ok ? checked.birthDate : null),
    ethnicity: code('ethnicity', file.ethnicity),
    nativePlace: file.nativePlace,
    education: code('education', file.education),
    unitDuty: file.unitDuty,
    personType: entry.personType,
    organizationId: file.organizationId,
    groupId,
    joinedOn: entry.joinedOn,
    joinKind: '1',
    joinBranch: getOrganization(db, file.organizationId)?.shortName.slice(0, 100) ?? null,
    introducers: sponsors.length === 0 ? null : sponsors.join('、').slice(0, 50),
    regularOn: entry.regularOn,
    partyStatus: 'ZC',
    enteredKind: '1',
    mobile: isMobile(phone) ? phone : null,
    phone: phone !== '' && !isMobile(phone) ? phone : null,
  }
}
