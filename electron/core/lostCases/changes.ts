import type { WriteDb } from '#db/database.ts'
import { type LostCaseChange, type LostCaseOfMember, updateLostCase } from '#db/queries/lostCases.ts'
import { openOutflowOf } from '#db/queries/mobility.ts'
import { updateMobility } from '#db/queries/mobilityWrites.ts'
import { recordOf } from '#db/queries/memberRecords.ts'
import { getMember } from '#db/queries/members.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { LostStatus } from '#shared/domain/lostCases.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import { lostStatusLabels } from '#shared/labels/lostCases.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { type DateOnly, firstDay, type PartialDate } from '#shared/lib/dates.ts'
import { happeningOn } from '../records/memberSpells.ts'
import { changedFields, changeMember, type WriteMoment } from '../records/memberStore.ts'
import { notFound } from './queries.ts'

export function stale(): AppError {
  return new AppError('STALE_WRITE', 'case changed since it was read', {
    messageZh: '这条失联处置刚被修改过，您看到的不是最新的。请刷新核对后再办理',
  })
}

/** Something stands in the way of a step. */
export function conflict(detail: string, messageZh: string): AppError {
  return new AppError('CONFLICT', detail, { messageZh })
}

export function refuse(field: string, messageZh: string): AppError {
  return new AppError('VALIDATION_FAILED', `invalid: ${field}`, { fields: { [field]: messageZh } })
}

/** A decision of tomorrow has not been taken, and nothing is decided before it began. */
export function checkDay(
  field: string,
  on: PartialDate | null,
  {
    today,
    notBefore,
    what,
  }: {
    readonly today: DateOnly
    readonly notBefore: PartialDate | null
    /** What it may not precede, in Chinese. */
    readonly what: string
  },
): void {
  if (on === null) return
  if (firstDay(on) > today) throw refuse(field, '日期晚于今天，请核对')
  if (notBefore !== null && firstDay(on) < firstDay(notBefore)) throw refuse(field, `不能早于${what}，请核对`)
}

export function expectStatus({ lost, memberName }: LostCaseOfMember, wanted: LostStatus): void {
  if (lost.status === wanted) return
  throw conflict(
    `case is ${lost.status}`,
    `“${memberName}”的失联处置现在是“${lostStatusLabels[lost.status]}”，不能办理这一步。请刷新核对`,
  )
}

/** What the roster holds must be what this step starts from: another hand may have changed it there. */
export function expectMember({ partyStatus, memberName }: LostCaseOfMember, wanted: 'counted' | 'TZ'): void {
  if (wanted === 'TZ' ? partyStatus === 'TZ' : isCountedStatus(partyStatus)) return
  throw conflict(
    `member is ${partyStatus}`,
    `“${memberName}”在花名册上的党籍状态与这条记录不符，请先核对花名册，再办理这一步`,
  )
}

interface Step {
  readonly found: LostCaseOfMember
  readonly version: number
  readonly set: LostCaseChange
  readonly member: Partial<MemberRecord>
  readonly happening: {
    readonly on: PartialDate
    readonly reason: string | null
    readonly doc: string | null
  }
}

/** The case and the member's record in one write: one entry of the log, undone as one. */
export function takeStep(
  tx: WriteDb,
  { found, version, set, member, happening }: Step,
  moment: WriteMoment,
): void {
  if (!updateLostCase(tx, { id: found.lost.id, version }, set, moment.at)) throw stale()
  followMember(tx, found.lost.memberId, member, happening, moment)
}

export function followMember(
  tx: WriteDb,
  memberId: string,
  fields: Partial<MemberRecord>,
  happening: Step['happening'],
  moment: WriteMoment,
): void {
  const current = getMember(tx, memberId)
  if (!current || current.deletedAt !== null) throw notFound()
  const changes = changedFields(recordOf(current), fields)
  if (Object.keys(changes).length === 0) return
  changeMember(tx, current, changes, moment, { ...happeningOn(moment.today), ...happening })
}

/** Who is away and cannot be reached is so in the ledger of 流动党员, too, and no longer when found. */
export function followMobility(
  tx: WriteDb,
  memberId: string,
  to: 'lost' | 'away',
  { at }: WriteMoment,
): void {
  const record = openOutflowOf(tx, memberId)
  if (!record || record.status === to) return
  const { id, version } = record
  if (!updateMobility(tx, { id, version, at }, { status: to })) throw stale()
}
