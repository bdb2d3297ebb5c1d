import type { Database, ReadDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import {
  insertTransfer,
  type NewTransfer,
  type StoredTransfer,
  updateTransfer,
} from '#db/queries/transfers.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { TransferFields } from '#shared/contract/transfers.ts'
import { expiryOf } from '#shared/domain/transferDates.ts'
import { firstStatus, type TransferDirection } from '#shared/domain/transferStates.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { committeeAbove } from '../records/transferCommittee.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { checkLeaving, fieldProblems, refuse, stale } from './checks.ts'
import { readTransfer } from './queries.ts'
import { fieldsOf } from '../records/transferRows.ts'

type Columns = Omit<
  NewTransfer,
  'id' | 'direction' | 'status' | 'memberId' | 'version' | 'createdAt' | 'updatedAt'
>

/** Whoever leaves as a member is described by the roster alone. */
function columnsOf(fields: TransferFields, isMemberLeaving: boolean): Columns {
  const { materials, ...rest } = fields
  const person = { gender: null, birthDate: null, ethnicity: null, personType: null, idNo: null, phone: null }
  return {
    ...rest,
    ...(isMemberLeaving ? person : {}),
    materials: materials.length === 0 ? null : materials.toSorted().join(','),
    expireOn: expireOn(fields),
  }
}

export function expireOn({
  issuedOn,
  validDays,
}: Pick<TransferFields, 'issuedOn' | 'validDays'>): DateOnly | null {
  return issuedOn === null || validDays === null ? null : expiryOf(issuedOn, validDays)
}

export function createTransfer(
  db: Database,
  {
    direction,
    memberId,
    fields: given,
  }: {
    readonly direction: TransferDirection
    readonly memberId: string | null
    readonly fields: TransferFields
  },
  ports: Ports,
): string {
  const member = memberId === null ? undefined : getMember(db.read, memberId)
  if (memberId !== null && (!member || direction === 'in'))
    throw new AppError('NOT_FOUND', 'no such member', {
      messageZh: '找不到这名党员，可能已被彻底删除或导入已撤回',
    })
  if (member) checkLeaving(db.read, member)
  const known: TransferFields = member
    ? { ...given, organizationId: member.organizationId, personName: member.name }
    : given
  const fields = withOurSide(db.read, known, direction)
  const { at, today } = momentOf(ports)
  refuse(fieldProblems(db.read, fields, { direction, id: null, memberId, today }))
  const id = ports.ids.next()
  db.write((tx) =>
    insertTransfer(tx, {
      ...columnsOf(fields, member !== undefined),
      id,
      direction,
      memberId,
      status: firstStatus(direction),
      version: 1,
      createdAt: at,
      updatedAt: at,
    }),
  )
  return id
}

/** Our own side follows from the branch where nobody has written it down. */
function withOurSide(db: ReadDb, fields: TransferFields, direction: TransferDirection): TransferFields {
  const { organizationId } = fields
  const committee = committeeAbove(db, organizationId)?.fullName ?? null
  const branch = getOrganization(db, organizationId)?.fullName ?? null
  return direction === 'out'
    ? { ...fields, fromOrg: fields.fromOrg ?? committee, fromUnit: fields.fromUnit ?? branch }
    : { ...fields, toOrg: fields.toOrg ?? committee, toUnit: fields.toUnit ?? branch }
}

/** Corrects what was written down; states change by steps alone. */
export function editTransfer(
  db: Database,
  {
    id,
    version,
    fields: changes,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<TransferFields> },
  ports: Ports,
): void {
  const row = readTransfer(db.read, id)
  if (row.version !== version) throw stale()
  const member =
    row.direction === 'out' && row.memberId !== null ? getMember(db.read, row.memberId) : undefined
  const isMemberLeaving = row.direction === 'out' && row.memberId !== null
  const before = fieldsOf(row, member)
  const fields: TransferFields = {
    ...before,
    ...changes,
    ...(isMemberLeaving || isEntered(row)
      ? { organizationId: row.organizationId, personName: before.personName }
      : {}),
  }
  const { at, today } = momentOf(ports)
  const memberId = isMemberLeaving ? row.memberId : null
  refuse(fieldProblems(db.read, fields, { direction: row.direction, id, memberId, today }))
  const set = columnsOf(fields, isMemberLeaving)
  db.write((tx) => {
    if (!updateTransfer(tx, { id, version, set, at })) throw stale()
  })
}

/** Once somebody who came is in the roster, branch and name are changed there. */
function isEntered({ direction, memberId }: StoredTransfer): boolean {
  return direction === 'in' && memberId !== null
}

export function trashTransfer(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  readTransfer(db.read, id)
  db.write((tx) => movePlainToTrash(tx, 'transfer', { id, version }, reason, momentOf(ports)))
}
