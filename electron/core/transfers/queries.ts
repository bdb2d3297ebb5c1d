import type { ReadDb } from '#db/database.ts'
import { findByIdNo, getMember } from '#db/queries/members.ts'
import { getOrganization, organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import {
  countTransfers,
  getTransfer,
  listTransfers,
  openOutgoing,
  ownLetterNumbers,
  type StoredTransfer,
  type TransferPart,
} from '#db/queries/transfers.ts'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type {
  TransferDetail,
  TransferFields,
  TransferListInput,
  TransferPage,
  TransferStart,
} from '#shared/contract/transfers.ts'
import { unfilledTransfer } from '#shared/contract/unfilledTransfer.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { type TransferColumn, transferColumns, usualValidDays } from '#shared/domain/transferDates.ts'
import { letterNumbers, type LetterNumbers } from '#shared/domain/transferNumbers.ts'
import { nextSteps, type TransferDirection } from '#shared/domain/transferStates.ts'
import { addDays, type DateOnly } from '#shared/lib/dates.ts'
import { committeeAbove } from '../records/transferCommittee.ts'
import { checkCounted } from './checks.ts'
import { masked, rosterPerson, transferRows } from '../records/transferRows.ts'

export function notFound(): AppError {
  return new AppError('NOT_FOUND', 'no such transfer', {
    messageZh: '找不到这条转接记录，可能已删除，请返回列表重新查找',
  })
}

/** Throws NOT_FOUND for one in the trash or out of reach. */
export function readTransfer(db: ReadDb, id: string): StoredTransfer {
  const row = getTransfer(db, id)
  if (!row) throw notFound()
  return row
}

const openColumns: readonly TransferColumn[] = transferColumns.filter((column) => column !== 'done')

export function transferPage(db: ReadDb, input: TransferListInput, today: DateOnly): TransferPage {
  const { column, direction, organizationId, text, offset, limit } = input
  const part: TransferPart = {
    columns: column === null ? null : column === 'open' ? openColumns : [column],
    direction,
    organizationIds: organizationId === null ? null : subtreeIds(db, organizationId),
    text,
    today,
    soonUntil: addDays(today, defaultRuleSettings['transfer.remindDays']),
  }
  const found = new Map(countTransfers(db, part).map(({ board, n }) => [board, n]))
  const of = (each: TransferColumn) => found.get(each) ?? 0
  return {
    rows: transferRows(db, listTransfers(db, part, { offset, limit }), today),
    total: (part.columns ?? transferColumns).reduce((sum, each) => sum + of(each), 0),
    counts: {
      waiting: of('waiting'),
      inTransit: of('inTransit'),
      soon: of('soon'),
      overdue: of('overdue'),
      receipt: of('receipt'),
      done: of('done'),
    },
  }
}

export function transferDetail(db: ReadDb, id: string, today: DateOnly): TransferDetail {
  const stored = readTransfer(db, id)
  const [row] = transferRows(db, [stored], today)
  if (!row) throw notFound()
  const member = row.memberId === null ? undefined : getMember(db, row.memberId)
  return {
    ...row,
    nextSteps: nextSteps(stored.direction, stored.status),
    memberStatus: member?.partyStatus ?? null,
    known: knownPerson(db, stored),
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
  }
}

/** Before somebody who comes is accepted: who in reach has the number already. */
function knownPerson(db: ReadDb, { direction, status, idNo }: StoredTransfer): TransferDetail['known'] {
  if (direction !== 'in' || status !== 'inTransit' || idNo === null) return null
  const member = findByIdNo(db, idNo).find(({ deletedAt }) => deletedAt === null)
  if (!member) return null
  return {
    memberId: member.id,
    name: member.name,
    organizationName: organizationNames(db).get(member.organizationId) ?? '',
    partyStatus: member.partyStatus,
  }
}

export function startTransfer(
  db: ReadDb,
  {
    direction,
    memberId,
    organizationId,
  }: {
    readonly direction: TransferDirection
    readonly memberId: string | null
    readonly organizationId: string | null
  },
  account: SignedInAccount,
): TransferStart {
  const member = memberId === null ? undefined : getMember(db, memberId)
  if (memberId !== null && !member)
    throw new AppError('NOT_FOUND', 'no such member', { messageZh: '找不到这名党员，可能已删除' })
  if (member) checkCounted(member)
  const branchId = member?.organizationId ?? organizationId
  const branch = branchId === null ? undefined : getOrganization(db, branchId)
  const committee = branch ? (committeeAbove(db, branch.id)?.fullName ?? null) : null
  const ours =
    direction === 'out'
      ? { fromOrg: committee, fromUnit: branch?.fullName ?? null }
      : { toOrg: committee, toUnit: branch?.fullName ?? null }
  const fields: TransferFields = {
    ...unfilledTransfer,
    ...ours,
    organizationId: branch?.id ?? '',
    validDays: usualValidDays(unfilledTransfer.reach, defaultRuleSettings),
    handledBy: account.displayName,
  }
  const person = member ? rosterPerson(member) : {}
  return {
    fields: masked({ ...fields, ...person }, db),
    openTransferId: member ? (openOutgoing(db, [member.id]).get(member.id)?.id ?? null) : null,
  }
}

export function numbersOf(db: ReadDb, year: number): LetterNumbers {
  return letterNumbers(year, ownLetterNumbers(db, `${year}-`))
}
