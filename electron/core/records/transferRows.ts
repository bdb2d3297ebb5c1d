import type { ReadDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { getMembers } from '#db/queries/members.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { StoredTransfer } from '#db/queries/transfers.ts'
import type { TransferFields, TransferRow } from '#shared/contract/transfers.ts'
import { maskField, maskFreeText } from '#shared/domain/memberMasks.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { columnOf, dueOn } from '#shared/domain/transferDates.ts'
import { isTransferMaterial } from '#shared/domain/transferMaterials.ts'
import { transferFindings } from '#shared/domain/transferRules.ts'
import { transferPersonTypes } from '#shared/labels/transfers.ts'
import type { DateOnly } from '#shared/lib/dates.ts'

/** Whose transfer it is: who leaves as the roster has him now, everybody else as the letter says. In the clear. */
export type TransferPerson = Pick<
  TransferFields,
  'personName' | 'gender' | 'birthDate' | 'ethnicity' | 'personType' | 'idNo' | 'phone'
>

export function rosterPerson(member: StoredMember): TransferPerson {
  return {
    personName: member.name,
    gender: member.gender,
    birthDate: member.birthDate,
    ethnicity: member.ethnicity,
    personType: personTypeOf(member.personType),
    idNo: member.idNo,
    phone: member.mobile ?? member.phone,
  }
}

export function personOf(row: StoredTransfer, member: StoredMember | undefined): TransferPerson {
  if (row.direction === 'out' && member) return rosterPerson(member)
  const { personName, gender, birthDate, ethnicity, idNo, phone } = row
  return { personName, gender, birthDate, ethnicity, personType: personTypeOf(row.personType), idNo, phone }
}

export function personTypeOf(code: string | null): TransferFields['personType'] {
  return transferPersonTypes.find((type) => type === code) ?? null
}

export function materialsOf({ materials }: Pick<StoredTransfer, 'materials'>): TransferFields['materials'] {
  return materials === null ? [] : materials.split(',').filter(isTransferMaterial)
}

/** As a form has it, in the clear. */
export function fieldsOf(row: StoredTransfer, member: StoredMember | undefined): TransferFields {
  return {
    ...personOf(row, member),
    mode: row.mode,
    organizationId: row.organizationId,
    fromOrg: row.fromOrg,
    toOrg: row.toOrg,
    fromUnit: row.fromUnit,
    toUnit: row.toUnit,
    reach: row.reach,
    reason: row.reason,
    plannedMonths: row.plannedMonths,
    isSettled: row.isSettled,
    letterNo: row.letterNo,
    feePaidTo: row.feePaidTo,
    validDays: row.validDays,
    issuedOn: row.issuedOn,
    materials: materialsOf(row),
    materialsNote: row.materialsNote,
    archiveOn: row.archiveOn,
    archiveHow: row.archiveHow,
    handledBy: row.handledBy,
    remark: row.remark,
  }
}

const freeTexts = [
  'reason',
  'materialsNote',
  'archiveHow',
  'handledBy',
  'remark',
  'fromUnit',
  'toUnit',
] as const

/** As every screen shows it until a letter is printed. */
export function masked(fields: TransferFields, db: ReadDb): TransferFields {
  const texts = Object.fromEntries(
    freeTexts.map((key) => {
      const text = fields[key]
      return [key, text === null ? null : maskFreeText(text, db)]
    }),
  )
  const { idNo, phone } = fields
  return {
    ...fields,
    ...texts,
    idNo: idNo === null ? null : maskField('idNo', idNo, db),
    phone: phone === null ? null : maskField('phone', phone, db),
  }
}

/** Who they are in the roster, as far as the caller may see it. */
export function membersOf(db: ReadDb, rows: readonly StoredTransfer[]): ReadonlyMap<string, StoredMember> {
  const ids = rows.flatMap(({ memberId }) => memberId ?? [])
  return new Map(getMembers(db, ids).map((member) => [member.id, member]))
}

export function transferRows(
  db: ReadDb,
  rows: readonly StoredTransfer[],
  today: DateOnly,
): readonly TransferRow[] {
  const members = membersOf(db, rows)
  const names = organizationNames(db)
  const settings = defaultRuleSettings
  return rows.map((row) => {
    const member = row.memberId === null ? undefined : members.get(row.memberId)
    const fields = fieldsOf(row, member)
    const memberStatus = member?.partyStatus ?? null
    return {
      id: row.id,
      version: row.version,
      direction: row.direction,
      status: row.status,
      column: columnOf(row, today, settings),
      dueOn: dueOn(row, settings),
      memberId: member?.id ?? null,
      organizationName: names.get(row.organizationId) ?? '',
      fields: masked(fields, db),
      expireOn: row.expireOn,
      sentOn: row.sentOn,
      receivedOn: row.receivedOn,
      receiptOn: row.receiptOn,
      endedOn: row.endedOn,
      endReason: row.endReason === null ? null : maskFreeText(row.endReason, db),
      reportedTo: row.reportedTo,
      findings: transferFindings({ ...row, ...fields }, { today, settings, memberStatus }),
    }
  })
}
