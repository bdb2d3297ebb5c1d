import type { Database } from '#db/database.ts'
import { openLostCaseOf } from '#db/queries/lostCases.ts'
import { getMobility, type MobilityOfPerson, type StoredMobility } from '#db/queries/mobility.ts'
import { insertMobility, type MobilityColumns, updateMobility } from '#db/queries/mobilityWrites.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { MobilityFields } from '#shared/contract/mobility.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { isOpenMobility, type MobilityEnding, type MobilityStatus } from '#shared/domain/mobility.ts'
import { mobilityStatusLabels } from '#shared/labels/mobility.ts'
import { partialDate, type PartialDate } from '#shared/lib/dates.ts'
import type { Ports } from '../ports.ts'
import { fieldsOf } from '../records/mobilityRows.ts'
import { isUnlinked } from '../records/mobilityJudging.ts'
import { followMobility, linkToMember } from '../records/mobilityStore.ts'
import { momentOf } from '../records/moment.ts'
import { movePlainToTrash } from '../records/plainTrash.ts'
import { awayProblems, fieldProblems, memberProblems, refuse, unlinkedProblems } from './checks.ts'
import { notFound } from './queries.ts'

export function staleRecord(): AppError {
  return new AppError('STALE_WRITE', 'mobility record changed since it was read', {
    messageZh: '这条流动党员记录刚被修改过，您看到的不是最新的。请刷新核对后再保存',
  })
}

function dateOf(text: string | null): PartialDate | null {
  return text === null ? null : partialDate(text)
}

const noPerson = { organizationId: null, name: null, gender: null, idNo: null, personType: null } as const

/** A member's particulars are the roster's: the record keeps none of its own. */
function columnsOf(memberId: string | null, fields: MobilityFields): MobilityFields {
  return memberId === null ? fields : { ...fields, ...noPerson }
}

interface NewRecord {
  readonly direction: 'LC' | 'LR'
  readonly memberId: string | null
  readonly fields: MobilityFields
  readonly ending: {
    readonly status: MobilityEnding
    readonly on: string | null
    readonly reason: string | null
  } | null
}

export function createMobility(db: Database, input: NewRecord, ports: Ports): string {
  const { direction, fields, ending } = input
  const memberId = direction === 'LC' ? input.memberId : null
  const moment = momentOf(ports)
  const endedOn = dateOf(ending?.on ?? null)
  refuse({
    ...(direction === 'LC' ? memberProblems(db.read, memberId, ending === null) : {}),
    ...fieldProblems(db.read, direction, fields, endedOn, moment.today),
  })
  const id = ports.ids.next()
  db.write((tx) => {
    insertMobility(
      tx,
      {
        ...columnsOf(memberId, fields),
        id,
        direction,
        memberId,
        status: ending?.status ?? 'away',
        returnedOn: endedOn,
        endedReason: ending?.reason ?? null,
      },
      moment.at,
    )
    followMobility(tx, memberId, moment)
  })
  return id
}

function current(db: Database, { id, version }: { readonly id: string; readonly version: number }) {
  const found = getMobility(db.read, id)
  if (!found) throw notFound()
  if (found.record.version !== version) throw staleRecord()
  return found
}

function write(db: Database, record: StoredMobility, set: MobilityColumns, ports: Ports): void {
  const moment = momentOf(ports)
  db.write((tx) => {
    if (!updateMobility(tx, { id: record.id, version: record.version, at: moment.at }, set))
      throw staleRecord()
    linkToMember(tx, record.id, moment)
    followMobility(tx, record.memberId, moment)
  })
}

/** Throws STALE_WRITE when the version is not the stored one. */
export function changeMobility(
  db: Database,
  {
    id,
    version,
    fields,
  }: { readonly id: string; readonly version: number; readonly fields: Partial<MobilityFields> },
  ports: Ports,
): void {
  const found = current(db, { id, version })
  const { record } = found
  const before = fieldsOf(found)
  const after = columnsOf(record.memberId, { ...before, ...fields })
  const today = ports.clock.today()
  refuse({
    ...(isUnlinked(found) ? unlinkedProblems(db.read, record.id, after, today) : {}),
    ...fieldProblems(db.read, record.direction, after, record.returnedOn, today),
  })
  if (JSON.stringify(before) !== JSON.stringify(after)) write(db, record, after, ports)
}

/** Nobody is back and looked for at once: that the person was reached is written down there first. */
function refuseReturnOfLost(db: Database, { record, member }: MobilityOfPerson, to: MobilityStatus): void {
  if (to !== 'returned' || record.status !== 'lost' || record.memberId === null) return
  if (!openLostCaseOf(db.read, record.memberId)) return
  throw new AppError('CONFLICT', 'looked for as lost', {
    messageZh: `“${member?.name ?? ''}”有没有办结的失联处置，请先到“失联党员”登记取得联系，再登记返回`,
  })
}

/** Back, moved on for good, or ended otherwise. The membership itself moves in 组织关系转接, not here. */
export function closeMobility(
  db: Database,
  { id, version, ending }: RouteInput<'mobility.close'>,
  ports: Ports,
): void {
  const found = current(db, { id, version })
  const { record } = found
  if (!isOpenMobility(record.status))
    throw new AppError('CONFLICT', 'closed already', {
      messageZh: `这条记录已经是“${mobilityStatusLabels[record.status]}”，不需要再登记`,
    })
  refuseReturnOfLost(db, found, ending.status)
  const returnedOn = dateOf(ending.on)
  refuse(fieldProblems(db.read, record.direction, fieldsOf(found), returnedOn, ports.clock.today()))
  write(db, record, { status: ending.status, returnedOn, endedReason: ending.reason }, ports)
}

export function reopenMobility(db: Database, key: RouteInput<'mobility.reopen'>, ports: Ports): void {
  const { record } = current(db, key)
  if (isOpenMobility(record.status))
    throw new AppError('CONFLICT', 'open already', { messageZh: '这条记录没有结束，不需要重新打开' })
  if (record.direction === 'LC') {
    const { memberId } = isUnlinked({ record })
      ? awayProblems(db.read, record)
      : memberProblems(db.read, record.memberId, true)
    if (memberId !== undefined) throw new AppError('CONFLICT', 'away again already', { messageZh: memberId })
  }
  write(db, record, { status: 'away', returnedOn: null, endedReason: null }, ports)
}

export function trashMobility(
  db: Database,
  { id, version, reason }: RouteInput<'mobility.trash'>,
  ports: Ports,
): void {
  const { record } = current(db, { id, version })
  const moment = momentOf(ports)
  db.write((tx) => {
    movePlainToTrash(tx, 'mobilityRecord', { id, version }, reason, moment)
    followMobility(tx, record.memberId, moment)
  })
}
