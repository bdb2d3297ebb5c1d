import type { ReadDb } from '#db/database.ts'
import { listMemberFindings } from '#db/queries/memberFindings.ts'
import { countMembers, listMemberIds, listMemberSeqs, type ListScope } from '#db/queries/memberList.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { findByIdNo, findByMobile, findByNameKey, getMember, getMembersBySeq } from '#db/queries/members.ts'
import { searchMembers } from '#db/queries/memberSearch.ts'
import { getOrganization, organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberListInput } from '#shared/contract/memberListInput.ts'
import type {
  MemberCheck,
  MemberDetail,
  MemberPage,
  MemberRecord,
  SearchHit,
} from '#shared/contract/members.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import type { MemberFacts } from '#shared/domain/memberFacts.ts'
import { maskField, maskFreeText } from '#shared/domain/memberMasks.ts'
import { memberFindings, memberCompleteness } from '#shared/domain/memberRules.ts'
import { explainPartyAge } from '#shared/domain/partyAge.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type DateOnly, sameAtCommonPrecision } from '#shared/lib/dates.ts'
import { checkIdNo, normaliseIdNo } from '#shared/lib/idNumber.ts'
import { nameKeys } from '../records/nameKeys.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { listRows } from './rows.ts'

/** A group is asked for by the members' group; anything above by the branches below it. */
function scopeOf(db: ReadDb, organizationId: string | null, today: DateOnly): ListScope {
  if (organizationId === null) return { of: null, today }
  const ids = subtreeIds(db, organizationId)
  const isGroup = getOrganization(db, organizationId)?.type === 'XZ'
  if (isGroup) return { of: { column: 'group_id', ids }, today }
  const isEverybody = ids.length === organizationNames(db).size
  return { of: isEverybody ? null : { column: 'organization_id', ids }, today }
}

export function listMembers(db: ReadDb, input: MemberListInput, today: DateOnly): MemberPage {
  const scope = scopeOf(db, input.organizationId, today)
  const seqs = listMemberSeqs(db, input, scope)
  return {
    rows: listRows(db, getMembersBySeq(db, seqs), today),
    total: countMembers(db, input, scope),
  }
}

const mostIds = 5000

export function listIds(
  db: ReadDb,
  input: Omit<MemberListInput, 'offset' | 'limit'>,
  today: DateOnly,
): { readonly ids: readonly string[]; readonly total: number } {
  const scope = scopeOf(db, input.organizationId, today)
  return { ids: listMemberIds(db, input, scope, mostIds), total: countMembers(db, input, scope) }
}

export function search(db: ReadDb, text: string, limit: number): readonly SearchHit[] {
  const names = organizationNames(db)
  return getMembersBySeq(db, searchMembers(db, text, limit)).map((member) => ({
    id: member.id,
    name: member.name,
    organizationName: names.get(member.organizationId) ?? '',
    maskedIdNo: maskField('idNo', member.idNo, db),
    personType: member.personType,
    partyStatus: member.partyStatus,
  }))
}

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such member', {
    messageZh: '找不到这名党员，可能已被彻底删除或导入已撤回',
  })
}

export function memberDetail(db: ReadDb, id: string, today: DateOnly): MemberDetail {
  const member = getMember(db, id)
  const row = member && listRows(db, [member], today)[0]
  if (!member || !row) throw notFound()
  const record = recordOf(member)
  return {
    ...row,
    organizationPath: readOrganizationTree(db)
      .path(member.organizationId)
      .map((organization) => ({ id: organization.id, shortName: organization.shortName })),
    findings: listMemberFindings(db, id),
    partyAge: explainPartyAge(record, today),
    completeness: memberCompleteness(record),
    createdAt: member.createdAt,
    updatedAt: member.updatedAt,
    deletedAt: member.deletedAt,
    deletedReason: member.deletedReason === null ? null : maskFreeText(member.deletedReason, db),
  }
}

const nothingKnown: MemberFacts = {
  ...unfilledMember,
  name: null,
  idNo: null,
  personType: null,
  organizationId: null,
  partyStatus: null,
}

/** What the rules and the roster say about a record somebody is still typing. */
export function checkMember(
  db: ReadDb,
  { excludeId, fields }: { readonly excludeId: string | null; readonly fields: Partial<MemberRecord> },
  today: DateOnly,
): MemberCheck {
  const stored = excludeId === null ? undefined : getMember(db, excludeId)
  const known: Partial<MemberRecord> = { ...(stored ? recordOf(stored) : {}), ...fields }
  const idNo = known.idNo === undefined ? null : normaliseIdNo(known.idNo)
  const checked = idNo === null ? null : checkIdNo(idNo, today)
  const facts: MemberFacts = { ...nothingKnown, ...known, idNo }
  return {
    findings: memberFindings(facts, { today, settings: defaultRuleSettings }).map((finding) => ({
      ...finding,
      message: maskFreeText(finding.message, db),
    })),
    duplicates: possibleDuplicates(db, known, idNo, excludeId),
    derived: checked?.ok === true ? { birthDate: checked.birthDate, gender: checked.gender } : null,
  }
}

function possibleDuplicates(
  db: ReadDb,
  known: Partial<MemberRecord>,
  idNo: string | null,
  excludeId: string | null,
): MemberCheck['duplicates'] {
  const names = organizationNames(db)
  const { name, mobile } = known
  const birth = known.birthDate ?? null
  const sameId = idNo === null ? [] : findByIdNo(db, idNo)
  const sameName =
    name === undefined || birth === null
      ? []
      : findByNameKey(
          db,
          nameKeys({ name, nameReading: known.nameReading ?? null, formerName: null }).sortKey,
        ).filter((other) => other.birthDate !== null && sameAtCommonPrecision(other.birthDate, birth))
  const sameMobile = mobile === undefined || mobile === null ? [] : findByMobile(db, mobile)
  const found = [
    ...sameId.map((member) => ({ member, reason: 'idNo' as const })),
    ...sameName.map((member) => ({ member, reason: 'nameAndBirth' as const })),
    ...sameMobile.map((member) => ({ member, reason: 'mobile' as const })),
  ].filter(({ member }) => member.id !== excludeId)
  const first = new Map(found.toReversed().map((each) => [each.member.id, each]))
  return [...first.values()].toReversed().map(({ member, reason }) => ({
    id: member.id,
    name: member.name,
    organizationName: names.get(member.organizationId) ?? '',
    maskedIdNo: maskField('idNo', member.idNo, db),
    reason,
    isDeleted: member.deletedAt !== null,
  }))
}
