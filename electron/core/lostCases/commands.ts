import type { Database } from '#db/database.ts'
import {
  getLostCase,
  insertLostCase,
  type LostCaseOfMember,
  openLostCaseOf,
  updateLostCase,
} from '#db/queries/lostCases.ts'
import { getMember } from '#db/queries/members.ts'
import type { PartialDate } from '#shared/lib/dates.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import type { Ports } from '../ports.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { checkDay, conflict, followMember, followMobility, stale } from './changes.ts'
import { notFound } from './queries.ts'

/** Everything about a case that nobody has decided yet. */
const nothingDecided = {
  stopOn: null,
  stopMeeting: null,
  stopApprovedBy: null,
  stopDoc: null,
  restoreAppliedOn: null,
  restoreDiscussedOn: null,
  restoreApprovedOn: null,
  restoreApprovedBy: null,
  restoreDoc: null,
  endedOn: null,
  endedMeeting: null,
  endedApprovedBy: null,
  endedDoc: null,
  foundOn: null,
  deletedAt: null,
  deletedReason: null,
} as const

export function find(db: Database, id: string, version: number): LostCaseOfMember {
  const found = getLostCase(db.read, id)
  if (!found) throw notFound()
  if (found.lost.version !== version) throw stale()
  return found
}

interface Opening {
  readonly memberId: string
  readonly since: PartialDate | null
  readonly remark: string | null
}

/** Who is 停止党籍 already enters the ledger at that step, with what the roster says of it. */
export function openCase(db: Database, { memberId, since, remark }: Opening, ports: Ports): string {
  const moment = momentOf(ports)
  const member = getMember(db.read, memberId)
  if (!member || member.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such member', {
      messageZh: '花名册里找不到这名党员，可能已移入回收站',
    })
  if (openLostCaseOf(db.read, memberId))
    throw conflict('case is open', `“${member.name}”已有未办结的失联处置，请在原来的记录上办理`)
  const isStopped = member.partyStatus === 'TZ'
  if (!isStopped && !isCountedStatus(member.partyStatus)) {
    const status = codeName('partyStatus', member.partyStatus) ?? member.partyStatus
    throw conflict('no member any more', `“${member.name}”的党籍状态是“${status}”，不能登记失联`)
  }
  checkDay('since', since, { today: moment.today, notBefore: null, what: '' })
  const id = ports.ids.next()
  const stop = isStopped ? { stopOn: member.partyStatusOn, stopDoc: member.partyStatusDoc } : {}
  db.write((tx) => {
    insertLostCase(tx, {
      ...nothingDecided,
      ...stop,
      id,
      memberId,
      since,
      remark,
      status: isStopped ? 'stopped' : 'searching',
      version: 1,
      createdAt: moment.at,
      updatedAt: moment.at,
    })
    const happening = { on: since ?? moment.today, reason: '失去联系', doc: null }
    followMember(tx, memberId, { isLost: true, lostSince: since }, happening, moment)
    followMobility(tx, memberId, 'lost', moment)
  })
  return id
}

interface Correction {
  readonly id: string
  readonly version: number
  readonly since: PartialDate | null
  readonly remark: string | null
}

/** The roster's 失去联系日期 follows while the case is open. */
export function updateCase(db: Database, { id, version, since, remark }: Correction, ports: Ports): void {
  const moment = momentOf(ports)
  const found = find(db, id, version)
  checkDay('since', since, { today: moment.today, notBefore: null, what: '' })
  db.write((tx) => {
    if (!updateLostCase(tx, { id, version }, { since, remark }, moment.at)) throw stale()
    const isOpen = found.lost.status === 'searching' || found.lost.status === 'stopped'
    if (!isOpen || since === found.lost.since || found.isLost !== true) return
    const happening = { on: moment.today, reason: null, doc: null }
    followMember(tx, found.lost.memberId, { lostSince: since }, happening, moment)
  })
}

/** The roster keeps its mark: whether the person is lost is a question of its own. */
export function trashCase(
  db: Database,
  { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string },
  ports: Ports,
): void {
  find(db, id, version)
  db.write((tx) => movePlainToTrash(tx, 'lostCase', { id, version }, reason, momentOf(ports)))
}
