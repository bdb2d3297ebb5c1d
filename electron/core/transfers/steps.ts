import type { Database, WriteDb } from '#db/database.ts'
import { getMember } from '#db/queries/members.ts'
import {
  isLetterNoTaken,
  type NewTransfer,
  type StoredTransfer,
  updateTransfer,
} from '#db/queries/transfers.ts'
import type { FieldErrors } from '#shared/contract/errors.ts'
import type { TransferFields } from '#shared/contract/transfers.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { statusAfter, type TransferStep } from '#shared/domain/transferStates.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { transferStepLabels } from '#shared/labels/transfers.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { changeMember, type WriteMoment } from '../records/memberStore.ts'
import { momentOf } from '../records/moment.ts'
import { acceptArrival } from './arrivals.ts'
import { conflict, dayProblems, refuse, stale, wrongStep } from './checks.ts'
import { expireOn } from './commands.ts'
import { readTransfer } from './queries.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

interface Deed {
  readonly step: TransferStep
  /** Problems with what was filled in, by field. */
  readonly problems: (row: StoredTransfer, today: DateOnly) => FieldErrors
  readonly set: (row: StoredTransfer) => Partial<NewTransfer>
  /** What it does besides, in the same transaction; columns that follow from it. */
  readonly besides?: (tx: WriteDb, row: StoredTransfer, moment: WriteMoment) => Partial<NewTransfer>
}

/** One step of the state machine: all of it or nothing. */
function take(db: Database, { id, version }: Versioned, deed: Deed, ports: Ports): void {
  const row = readTransfer(db.read, id)
  if (row.version !== version) throw stale()
  const status = statusAfter(row.direction, row.status, deed.step)
  if (status === null) throw wrongStep(row, transferStepLabels[row.direction][deed.step])
  const moment = momentOf(ports)
  refuse(deed.problems(row, moment.today))
  db.write((tx) => {
    const besides = deed.besides?.(tx, row, moment) ?? {}
    const set = { ...deed.set(row), ...besides, status }
    if (!updateTransfer(tx, { id, version, set, at: moment.at })) throw stale()
  })
}

export function issueLetter(
  db: Database,
  {
    letterNo,
    issuedOn,
    validDays,
    feePaidTo,
    ...versioned
  }: Versioned &
    Pick<TransferFields, 'letterNo' | 'validDays' | 'feePaidTo'> & { readonly issuedOn: DateOnly },
  ports: Ports,
): void {
  const problems = ({ id, mode }: StoredTransfer, today: DateOnly): FieldErrors => {
    if (issuedOn > today) return { issuedOn: '开具日期不能晚于今天' }
    if (mode === 'letter' && letterNo === null) return { letterNo: '请填写介绍信编号，三联用同一编号' }
    if (letterNo !== null && isLetterNoTaken(db.read, letterNo, id))
      return { letterNo: `编号 ${letterNo} 已用于另一份介绍信（作废的也占编号），请换一个` }
    return {}
  }
  const set = () => ({
    letterNo,
    issuedOn,
    validDays,
    feePaidTo,
    expireOn: expireOn({ issuedOn, validDays }),
  })
  take(db, versioned, { step: 'issue', problems, set }, ports)
}

export function sendLetter(
  db: Database,
  { on, ...versioned }: Versioned & { readonly on: DateOnly },
  ports: Ports,
): void {
  const problems = (row: StoredTransfer, today: DateOnly) => dayProblems(on, 'on', { ...row, today })
  take(db, versioned, { step: 'send', problems, set: () => ({ sentOn: on }) }, ports)
}

export function acceptPerson(
  db: Database,
  {
    on,
    joinedOn,
    regularOn,
    ...versioned
  }: Versioned & {
    readonly on: DateOnly
    readonly joinedOn: PartialDate | null
    readonly regularOn: PartialDate | null
  },
  ports: Ports,
): void {
  take(
    db,
    versioned,
    {
      step: 'accept',
      problems: (row, today) => dayProblems(on, 'on', { ...row, today }),
      set: () => ({ receivedOn: on }),
      besides: (tx, row, moment) =>
        row.direction === 'in' && row.mode !== 'materials'
          ? { memberId: acceptArrival(tx, row, { on, joinedOn, regularOn }, moment) }
          : {},
    },
    ports,
  )
}

export function enterReceipt(
  db: Database,
  {
    on,
    receivedOn,
    ...versioned
  }: Versioned & { readonly on: DateOnly; readonly receivedOn: DateOnly | null },
  ports: Ports,
): void {
  take(
    db,
    versioned,
    {
      step: 'receipt',
      problems: (row, today) =>
        row.direction === 'in'
          ? dayProblems(on, 'on', { ...row, today })
          : {
              ...dayProblems(receivedOn, 'receivedOn', { ...row, receivedOn: null, today }),
              ...dayProblems(on, 'on', { ...row, receivedOn: receivedOn ?? row.receivedOn, today }),
            },
      set: (row) => ({
        receiptOn: on,
        receivedOn: row.direction === 'out' ? (receivedOn ?? row.receivedOn) : row.receivedOn,
      }),
      besides: (tx, row, moment) => {
        if (row.direction === 'out' && row.memberId !== null)
          letGo(tx, row, row.memberId, receivedOn ?? row.receivedOn ?? on, moment)
        return {}
      },
    },
    ports,
  )
}

/** The receipt is here: only now the person leaves the branch (trap 10), on the day the other side took him in. */
function letGo(tx: WriteDb, row: StoredTransfer, memberId: string, on: DateOnly, moment: WriteMoment): void {
  const member = getMember(tx, memberId)
  if (!member || member.deletedAt !== null)
    throw conflict(
      'member is gone',
      '这名党员已不在花名册（在回收站或已调到别处），请先恢复或核对，再登记回执',
    )
  // Somebody has entered it by hand already: nothing is left to change.
  if (member.partyStatus === 'ZCU') return
  if (!isCountedStatus(member.partyStatus))
    throw conflict(
      'member is not counted',
      `“${member.name}”的党籍状态已是“${codeName('partyStatus', member.partyStatus) ?? ''}”，不能再登记为“已转出”，请核对`,
    )
  const doc = row.letterNo
  changeMember(
    tx,
    member,
    { partyStatus: 'ZCU', partyStatusKind: null, partyStatusOn: on, partyStatusDoc: doc },
    moment,
    { on, by: '9', reason: row.toOrg === null ? null : `转往${row.toOrg}`, doc },
  )
}

export function returnLetter(
  db: Database,
  {
    on,
    reason,
    reportedTo,
    ...versioned
  }: Versioned & { readonly on: DateOnly; readonly reason: string; readonly reportedTo: string | null },
  ports: Ports,
): void {
  const problems = (row: StoredTransfer, today: DateOnly): FieldErrors => ({
    ...dayProblems(on, 'on', { ...row, today }),
    ...(row.direction === 'in' && reportedTo === null
      ? { reportedTo: '没有正当理由不得拒接；拒接须报告上级，请填写报告了哪个上级党组织' }
      : {}),
  })
  const set = () => ({ endedOn: on, endReason: reason, reportedTo })
  take(db, versioned, { step: 'return', problems, set }, ports)
}

export function voidTransfer(
  db: Database,
  { on, reason, ...versioned }: Versioned & { readonly on: DateOnly; readonly reason: string },
  ports: Ports,
): void {
  const problems = (row: StoredTransfer, today: DateOnly) => dayProblems(on, 'on', { ...row, today })
  take(db, versioned, { step: 'void', problems, set: () => ({ endedOn: on, endReason: reason }) }, ports)
}
