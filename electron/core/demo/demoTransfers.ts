import type { WriteDb } from '#db/database.ts'
import type { StoredMember } from '#db/queries/memberRecords.ts'
import { getMember, listMembersOf } from '#db/queries/members.ts'
import { getOrganization, listOrganizations } from '#db/queries/organizations.ts'
import { insertTransfer, type NewTransfer } from '#db/queries/transfers.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { expiryOf } from '#shared/domain/transferDates.ts'
import { transferMaterialCodes } from '#shared/domain/transferMaterials.ts'
import { formatLetterNo } from '#shared/domain/transferNumbers.ts'
import type { TransferStatus } from '#shared/domain/transferStates.ts'
import { addDays, type DateOnly, partialDate } from '#shared/lib/dates.ts'
import { changeMember, type WriteMoment } from '../records/memberStore.ts'
import { committeeAbove } from '../records/transferCommittee.ts'
import { committees, type Plan, plans } from './demoTransferPlans.ts'
import type { Random } from './random.ts'

/** Twenty transfers, every state among them: on the way, near their last day, past it, without receipts, done, returned, void. */
export function fillTransfers(tx: WriteDb, random: Random, moment: WriteMoment): void {
  const taken = new Set<string>()
  const letters = new Map<string, number>()
  const branches = listOrganizations(tx).filter((row) => row.type === 'ZB' && !isEnded(row))
  for (const plan of plans) {
    const member = someone(tx, random, branches, plan, taken)
    if (!member) return
    taken.add(member.id)
    fill(tx, { plan, member, letters, moment, random })
  }
}

/** A member who may go or may have come; nobody twice. */
function someone(
  tx: WriteDb,
  random: Random,
  branches: readonly { readonly id: string }[],
  { direction, status, personType }: Plan,
  taken: ReadonlySet<string>,
): StoredMember | undefined {
  for (let tries = 0; tries < 200; tries += 1) {
    const people = listMembersOf(tx, random.pick(branches).id).filter(
      (each) =>
        !taken.has(each.id) &&
        each.partyStatus === 'ZC' &&
        each.personType === personType &&
        each.isLost !== true &&
        each.isFloating !== true &&
        (!hasArrived(direction, status) || (each.joinedOn ?? '9') < '2024'),
    )
    if (people.length > 0) return random.pick(people)
  }
  return undefined
}

interface Filling {
  readonly plan: Plan
  readonly member: StoredMember
  /** The last running number of each year. */
  readonly letters: Map<string, number>
  readonly moment: WriteMoment
  readonly random: Random
}

const hasArrived = (direction: Plan['direction'], status: TransferStatus) =>
  direction === 'in' && (status === 'accepted' || status === 'receipted')

const hasLetter = (status: TransferStatus) => status !== 'waiting'

function fill(tx: WriteDb, { plan, member, letters, moment, random }: Filling): void {
  const { direction, status, mode = 'letter', reach, validDays, issued } = plan
  const before = (days: number | undefined): DateOnly | null =>
    days === undefined ? null : addDays(moment.today, -days)
  const issuedOn = hasLetter(status) ? before(issued) : null
  const isOut = direction === 'out'
  const ours = committeeAbove(tx, member.organizationId)?.fullName ?? null
  const theirs = random.pick(committees)
  const branch = getOrganization(tx, member.organizationId)?.fullName ?? null
  const receivedOn = before(plan.received)
  const isHere = hasArrived(direction, status)
  const person = isOut
    ? {}
    : {
        gender: member.gender,
        birthDate: member.birthDate,
        ethnicity: member.ethnicity,
        personType: member.personType,
        idNo: isHere ? member.idNo : null,
        phone: isHere ? member.mobile : null,
      }
  const row: NewTransfer = {
    id: moment.ids.next(),
    direction,
    mode,
    status,
    organizationId: member.organizationId,
    memberId: isOut || isHere ? member.id : null,
    personName: isOut || isHere ? member.name : (plan.name ?? '周来'),
    ...person,
    fromOrg: isOut ? ours : theirs.committee,
    toOrg: isOut ? theirs.committee : ours,
    fromUnit: isOut ? branch : theirs.branch,
    toUnit: isOut ? theirs.branch : branch,
    reach,
    reason: plan.reason,
    isSettled: isOut ? true : null,
    letterNo:
      mode === 'online' || issuedOn === null ? null : isOut ? ownNumber(letters, issuedOn) : theirs.letterNo,
    feePaidTo: issuedOn === null ? null : partialDate(issuedOn.slice(0, 7)),
    validDays: mode === 'online' ? null : validDays,
    issuedOn,
    expireOn: mode === 'online' || issuedOn === null ? null : expiryOf(issuedOn, validDays),
    sentOn: before(plan.sent),
    receivedOn,
    receiptOn: before(plan.receipt),
    endedOn: before(plan.ended),
    endReason: plan.endReason ?? null,
    reportedTo: plan.reportedTo ?? null,
    materials: member.personType === '2' && isOut ? transferMaterialCodes.join(',') : null,
    handledBy: '王干事',
    version: 1,
    createdAt: moment.at,
    updatedAt: moment.at,
  }
  insertTransfer(tx, row)
  if (isOut && status === 'receipted') leave(tx, member, row, moment)
  if (isHere && receivedOn !== null) arrive(tx, member, row, receivedOn, moment)
}

function ownNumber(letters: Map<string, number>, issuedOn: DateOnly): string {
  const year = issuedOn.slice(0, 4)
  const running = (letters.get(year) ?? 0) + 1
  letters.set(year, running)
  return formatLetterNo({ year: Number(year), running })
}

function leave(tx: WriteDb, { id }: StoredMember, row: NewTransfer, moment: WriteMoment): void {
  const member = getMember(tx, id)
  const on = row.receivedOn ?? row.receiptOn
  if (!member || on === null || on === undefined) return
  const doc = row.letterNo ?? null
  changeMember(tx, member, { partyStatus: 'ZCU', partyStatusOn: on, partyStatusDoc: doc }, moment, {
    on,
    by: '9',
    reason: row.toOrg === null || row.toOrg === undefined ? null : `转往${row.toOrg}`,
    doc,
  })
}

function arrive(
  tx: WriteDb,
  { id }: StoredMember,
  row: NewTransfer,
  on: DateOnly,
  moment: WriteMoment,
): void {
  const member = getMember(tx, id)
  if (!member) return
  const by = row.reach === 'outside' ? '3' : '2'
  const doc = row.letterNo ?? null
  changeMember(tx, member, { enteredOn: on, enteredKind: by }, moment, { on, by, reason: null, doc })
}
