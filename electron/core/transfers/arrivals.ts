import type { WriteDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { findAnyByIdNo } from '#db/queries/members.ts'
import { getOrganization, organizationNames } from '#db/queries/organizations.ts'
import { isInScope } from '#db/queries/scope.ts'
import type { StoredTransfer } from '#db/queries/transfers.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { unfilledMember } from '#shared/contract/unfilledMember.ts'
import type { EnteredBy } from '#shared/domain/memberships.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { checkIdNo } from '#shared/lib/idNumber.ts'
import { isMobile } from '#shared/lib/text.ts'
import { addMember, changeMember, registeredElsewhere, type WriteMoment } from '../records/memberStore.ts'
import { conflict } from './checks.ts'

interface Arrival {
  readonly on: DateOnly
  readonly joinedOn: PartialDate | null
  readonly regularOn: PartialDate | null
}

/** 省内转入, 省外转入. */
const enteredKindOf = ({ reach }: StoredTransfer): EnteredBy => (reach === 'outside' ? '3' : '2')

/** Whoever comes enters the branch; who had moved away from here is the same person again. Returns the member's id. */
export function acceptArrival(
  tx: WriteDb,
  row: StoredTransfer,
  arrival: Arrival,
  moment: WriteMoment,
): string {
  const { idNo, personType } = row
  const missing = {
    ...(idNo === null ? { idNo: '接收前请补填身份证号' } : {}),
    ...(personType === null ? { personType: '接收前请选择是正式党员还是预备党员' } : {}),
  }
  if (idNo === null || personType === null)
    throw new AppError('VALIDATION_FAILED', 'the letter lacks what a member must have', {
      fields: missing,
      messageZh: `${Object.values(missing).join('；')}（在本页“修改”）`,
    })
  checkBranch(tx, row)
  const known = findAnyByIdNo(tx, idNo).find(({ deletedAt }) => deletedAt === null)
  if (known) return takeBack(tx, known, row, arrival, moment)
  const id = moment.ids.next()
  addMember(tx, id, newRecord(row, { idNo, personType }, arrival, moment), moment)
  return id
}

function checkBranch(tx: WriteDb, { organizationId }: StoredTransfer): void {
  const branch = getOrganization(tx, organizationId)
  if (!branch || branch.deletedAt !== null || isEnded(branch))
    throw conflict('branch is no more', '要转入的党支部已撤销、合并或删除，请先在本页“修改”里另选党支部')
}

function newRecord(
  row: StoredTransfer,
  { idNo, personType }: { readonly idNo: string; readonly personType: string },
  { on, joinedOn, regularOn }: Arrival,
  { today }: WriteMoment,
): MemberRecord {
  const checked = checkIdNo(idNo, today)
  const phone = row.phone ?? ''
  return {
    ...unfilledMember,
    name: row.personName,
    idNo,
    // A number the letter itself has wrong is entered as it is, with the reason, and the rules go on warning of it.
    idNoReason: checked.ok ? null : '与组织关系介绍信所载号码一致',
    gender: row.gender ?? (checked.ok ? checked.gender : null),
    birthDate: row.birthDate ?? (checked.ok ? checked.birthDate : null),
    ethnicity: row.ethnicity,
    personType,
    organizationId: row.organizationId,
    joinedOn,
    regularOn: personType === '2' ? null : regularOn,
    partyStatus: 'ZC',
    enteredKind: enteredKindOf(row),
    enteredOn: on,
    mobile: isMobile(phone) ? phone : null,
    phone: phone !== '' && !isMobile(phone) ? phone : null,
  }
}

function takeBack(
  tx: WriteDb,
  known: StoredMember,
  row: StoredTransfer,
  { on, joinedOn, regularOn }: Arrival,
  moment: WriteMoment,
): string {
  if (!isInScope(tx, known.organizationId)) throw conflict('ID number is in use', registeredElsewhere)
  const where = organizationNames(tx).get(known.organizationId) ?? ''
  if (isCountedStatus(known.partyStatus))
    throw conflict(
      'already a member here',
      `花名册里已有同一身份证号的“${known.name}”（${where}），不需要转入；街道内调动请用“支部间调动”`,
    )
  if (known.partyStatus !== 'ZCU')
    throw conflict(
      'not to be taken back by a letter',
      `同一身份证号的“${known.name}”（${where}）党籍状态为“${codeName('partyStatus', known.partyStatus) ?? ''}”，不能凭介绍信接收，请先核对`,
    )
  changeMember(
    tx,
    known,
    {
      organizationId: row.organizationId,
      groupId: null,
      partyStatus: 'ZC',
      partyStatusKind: null,
      partyStatusOn: null,
      partyStatusDoc: null,
      enteredKind: enteredKindOf(row),
      enteredOn: on,
      ...(known.joinedOn === null && joinedOn !== null ? { joinedOn } : {}),
      ...(known.regularOn === null && regularOn !== null ? { regularOn } : {}),
      ...(known.personType === '2' && row.personType === '1' ? { personType: '1' } : {}),
    },
    moment,
    {
      on,
      by: enteredKindOf(row),
      reason: row.fromOrg === null ? null : `由${row.fromOrg}转来`,
      doc: row.letterNo,
    },
  )
  return known.id
}
