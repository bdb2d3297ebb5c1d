import type { Database } from '#db/database.ts'
import { insertExport } from '#db/queries/exports.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization, type StoredOrganization } from '#db/queries/organizations.ts'
import { getTransfer } from '#db/queries/transfers.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TransferFields } from '#shared/contract/transfers.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { addMonths, ageOn, type DateOnly } from '#shared/lib/dates.ts'
import type { Document } from 'docx'
import type { Ports } from '../ports.ts'
import { committeeAbove } from '../records/transferCommittee.ts'
import { fieldsOf, rosterPerson } from '../records/transferRows.ts'
import { documentFileName } from './fileName.ts'
import type { MissingItem } from './missing.ts'
import { renderDocument } from './render.ts'
import { buildCertificate, certificateTitle } from './transferCertificate.ts'
import { buildTransferLetter, transferLetterTitle } from './transferLetter.ts'

type Person = Pick<
  TransferFields,
  'personName' | 'gender' | 'birthDate' | 'ethnicity' | 'personType' | 'idNo' | 'phone'
>

const sexes: ReadonlyMap<string, '男' | '女'> = new Map([
  ['1', '男'],
  ['2', '女'],
])

/** What every paper about one person says of him, the whole ID number too: that is what it is for. */
function printedPerson(person: Person, on: DateOnly) {
  const { personName, gender, birthDate, ethnicity, personType, idNo, phone } = person
  return {
    name: personName,
    gender: gender === null ? null : (sexes.get(gender) ?? null),
    age: birthDate === null ? null : ageOn(birthDate, on),
    ethnicity: ethnicity === null ? null : (codeName('ethnicity', ethnicity) ?? null),
    isFull: personType === '1' ? true : personType === '2' ? false : null,
    idNo,
    phone,
  }
}

const office = (committee: StoredOrganization | undefined) => ({
  address: committee?.address ?? null,
  officePhone: committee?.contactPhone ?? null,
  fax: committee?.contactFax ?? null,
  postcode: committee?.postcode ?? null,
})

interface Paper {
  readonly kind: '介绍信' | '证明信'
  readonly title: string
  readonly purpose: string
  readonly personName: string
  readonly unit: Pick<StoredOrganization, 'shortName' | 'fullName'>
}

/** Logged before the file can be had, as one with whole numbers. */
async function handOut(
  db: Database,
  built: { readonly document: Document; readonly missing: readonly MissingItem[] },
  { kind, title, purpose, personName, unit }: Paper,
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const bytes = await renderDocument(built.document)
  const name = documentFileName({
    year: ports.clock.today().slice(0, 4),
    unit: unit.shortName,
    kind,
    title,
    personName,
    extension: 'docx',
  })
  const entry = {
    id: ports.ids.next(),
    document: `${title}.docx`,
    organizationName: unit.fullName,
    rows: 1,
    isUnmasked: true,
    purpose,
    accountId: account.id,
    createdAt: ports.clock.now(),
  }
  db.write((tx) => insertExport(tx, entry))
  const handle = ports.files.put({ name, bytes })
  const missing = built.missing.map(({ label, where }) => ({ label, where }))
  return { file: { handle, name }, rows: 1, missing }
}

/** D11 组织关系介绍信 of somebody who leaves. */
export async function exportTransferLetter(
  db: Database,
  { id }: { readonly id: string },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const row = getTransfer(db.read, id)
  const unit = row && getOrganization(db.read, row.organizationId)
  if (!row || !unit)
    throw new AppError('NOT_FOUND', 'no such transfer', {
      messageZh: '找不到这条转接记录，可能已删除，请返回列表重新查找',
    })
  const why =
    row.direction === 'in'
      ? '转入的介绍信由对方开具，本单位只寄回其中的回执联'
      : row.mode === 'materials'
        ? '入党积极分子不是党员，不开组织关系介绍信，请随档案移交材料'
        : row.status === 'void'
          ? '这份介绍信已作废，不能打印'
          : null
  if (why !== null) throw new AppError('CONFLICT', 'no letter to print', { messageZh: why })
  const fields = fieldsOf(row, row.memberId === null ? undefined : getMember(db.read, row.memberId))
  const { letterNo, fromOrg, toOrg, fromUnit, toUnit, feePaidTo, validDays, issuedOn } = fields
  const built = buildTransferLetter({
    ...printedPerson(fields, issuedOn ?? ports.clock.today()),
    ...office(committeeAbove(db.read, row.organizationId)),
    letterNo,
    fromOrg,
    toOrg,
    fromUnit,
    toUnit,
    feePaidTo,
    validDays,
    issuedOn,
  })
  const paper: Paper = {
    kind: '介绍信',
    title: transferLetterTitle,
    purpose: '开具介绍信',
    personName: fields.personName,
    unit,
  }
  return handOut(db, built, paper, account, ports)
}

/** D11 党员证明信 of a member who is away for up to six months; nothing of it is stored but the export. */
export async function exportCertificate(
  db: Database,
  {
    memberId,
    toOrg,
    reason,
    months,
    from,
  }: {
    readonly memberId: string
    readonly toOrg: string | null
    readonly reason: string | null
    readonly months: number
    readonly from: DateOnly
  },
  account: SignedInAccount,
  ports: Ports,
): Promise<ExportedDocument> {
  const member = getMember(db.read, memberId)
  const unit = member && getOrganization(db.read, member.organizationId)
  if (!member || !unit || member.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such member', { messageZh: '找不到这名党员，可能已删除' })
  if (!isCountedStatus(member.partyStatus))
    throw new AppError('CONFLICT', 'member is not counted', {
      messageZh: `“${member.name}”的组织关系已不在本党支部，不能开党员证明信`,
    })
  const today = ports.clock.today()
  const built = buildCertificate({
    ...printedPerson(rosterPerson(member), today),
    officePhone: committeeAbove(db.read, unit.id)?.contactPhone ?? null,
    branch: unit.fullName,
    toOrg,
    reason,
    months,
    from,
    until: addMonths(from, months),
    issuedOn: today,
  })
  const paper: Paper = {
    kind: '证明信',
    title: certificateTitle,
    purpose: '开具党员证明信',
    personName: member.name,
    unit,
  }
  return handOut(db, built, paper, account, ports)
}
