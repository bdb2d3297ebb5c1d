import type { ReadDb } from '#db/database.ts'
import { type FindingMark, markFindings } from '#db/queries/memberFindings.ts'
import { recordOf, type StoredMember } from '#db/queries/memberRecords.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { MemberListRow } from '#shared/contract/members.ts'
import { partyAge } from '#shared/domain/partyAge.ts'
import { ageOn, type DateOnly } from '#shared/lib/dates.ts'
import { maskedMember } from '../records/maskedMember.ts'

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
  return members.map((member) => listRow(db, member, names, marks.get(member.id), today))
}

function listRow(
  db: ReadDb,
  member: StoredMember,
  names: ReadonlyMap<string, string>,
  mark: FindingMark | undefined,
  today: DateOnly,
): MemberListRow {
  const record = recordOf(member)
  return {
    id: member.id,
    version: member.version,
    record: maskedMember(record, db),
    organizationName: names.get(member.organizationId) ?? '',
    groupName: member.groupId === null ? null : (names.get(member.groupId) ?? ''),
    age: member.birthDate === null ? null : ageOn(member.birthDate, today),
    partyAgeYears: partyAge(record, today)?.years ?? null,
    worstSeverity: mark?.worst ?? null,
    findingCount: mark?.count ?? 0,
  }
}
