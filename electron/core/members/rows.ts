import type { ReadDb } from '#db/database.ts'
import { type FindingMark, markFindings } from '#db/queries/memberFindings.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { MemberListRow, MemberRecord } from '#shared/contract/members.ts'
import { partyAge } from '#shared/domain/partyAge.ts'
import { ageOn, type DateOnly } from '#shared/lib/dates.ts'
import { maskAddress, maskIdNo, maskMobile } from '#shared/lib/idNumber.ts'

/** Sensitive values as every screen shows them until somebody asks. */
export function masked(record: MemberRecord): MemberRecord {
  return {
    ...record,
    idNo: maskIdNo(record.idNo),
    mobile: record.mobile === null ? null : maskMobile(record.mobile),
    phone: record.phone === null ? null : maskMobile(record.phone),
    hukou: record.hukou === null ? null : maskAddress(record.hukou),
    address: record.address === null ? null : maskAddress(record.address),
  }
}

export function listRows(
  db: ReadDb,
  members: readonly StoredMember[],
  today: DateOnly,
): readonly MemberListRow[] {
  const names = organizationNames(db)
  const marks = new Map(
    markFindings(
      db,
      members.map((m) => m.id),
    ).map((mark) => [mark.memberId, mark]),
  )
  return members.map((member) => listRow(member, names, marks.get(member.id), today))
}

function listRow(
  member: StoredMember,
  names: ReadonlyMap<string, string>,
  mark: FindingMark | undefined,
  today: DateOnly,
): MemberListRow {
  const record = recordOf(member)
  return {
    id: member.id,
    version: member.version,
    record: masked(record),
    organizationName: names.get(member.organizationId) ?? '',
    groupName: member.groupId === null ? null : (names.get(member.groupId) ?? ''),
    age: member.birthDate === null ? null : ageOn(member.birthDate, today),
    partyAgeYears: partyAge(record, today)?.years ?? null,
    worstSeverity: mark?.worst ?? null,
    findingCount: mark?.count ?? 0,
  }
}
