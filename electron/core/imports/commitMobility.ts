import type { WriteDb } from '#db/database.ts'
import { listLivingByIdNos } from '#db/queries/imports.ts'
import { getMobility, openOutflowOf, type StoredMobility, unlinkedOutflowsOf } from '#db/queries/mobility.ts'
import { insertContact, insertMobility, updateMobility } from '#db/queries/mobilityWrites.ts'
import type { ContactFields } from '#shared/contract/mobility.ts'
import { isOpenMobility } from '#shared/domain/mobility.ts'
import { claimOutflows } from '../records/memberStore.ts'
import { followMobility } from '../records/mobilityStore.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import type { MobilityWrite, PlannedMobility } from './mobilityVerdict.ts'

type NewWrite = Extract<MobilityWrite, { is: 'new' }>

/** The row says that the person came back. */
function isEnding({ set }: Extract<MobilityWrite, { is: 'changed' }>): boolean {
  return set.status !== undefined && !isOpenMobility(set.status)
}

/** The preview was a promise: whatever it rested on must still be so. */
function refuseStale(tx: WriteDb, rows: readonly PlannedMobility[]): void {
  const news = rows.flatMap(({ write, name }) => (write.is === 'new' ? [{ write, name }] : []))
  const members = news.flatMap(({ write: { member } }) => (member === null ? [] : [member]))
  const living = new Set(
    listLivingByIdNos(
      tx,
      members.map(({ idNo }) => idNo),
    ).map(({ id }) => id),
  )
  const ending = new Set(
    rows.flatMap(({ write }) => (write.is === 'changed' && isEnding(write) ? [write.current.id] : [])),
  )
  const isAway = (record: StoredMobility | undefined) =>
    record !== undefined && isOpenMobility(record.status) && !ending.has(record.id)
  const isGone = ({ member, returnedOn }: NewWrite) =>
    member !== null &&
    (!living.has(member.id) || (returnedOn === null && isAway(openOutflowOf(tx, member.id))))
  // Whoever was in no roster may be by now, or away by another list.
  const isKnown = ({ direction, member, returnedOn, fields: { idNo = null } }: NewWrite) => {
    if (direction !== 'LC' || member !== null || idNo === null) return false
    const isAwayNow = returnedOn === null && unlinkedOutflowsOf(tx, [idNo]).some(isAway)
    return listLivingByIdNos(tx, [idNo]).length > 0 || isAwayNow
  }
  const stale = rows.filter(({ write }) => {
    if (write.is === 'new') return isGone(write) || isKnown(write)
    return (
      write.is === 'changed' && getMobility(tx, write.current.id)?.record.version !== write.current.version
    )
  })
  if (stale.length > 0)
    throw stalePreview(
      '流动党员台账',
      stale.map(({ name }) => name),
    )
}

function writeContact(
  tx: WriteDb,
  recordId: string,
  contact: ContactFields | null,
  { ids, moment }: Commit,
): void {
  if (contact !== null) insertContact(tx, { ...contact, id: ids.next(), recordId }, moment.at)
}

function writeNew(
  tx: WriteDb,
  { direction, member, fields, returnedOn, contact }: NewWrite,
  commit: Commit,
): void {
  const id = commit.ids.next()
  insertMobility(
    tx,
    {
      ...fields,
      id,
      direction,
      memberId: member?.id ?? null,
      status: returnedOn === null ? 'away' : 'returned',
      returnedOn,
      // Whoever stands in the ledger is registered.
      isRegistered: true,
    },
    commit.moment.at,
  )
  writeContact(tx, id, contact, commit)
  followMobility(tx, member?.id ?? null, commit.moment)
}

/** Writes the whole plan, or throws before the first write when it no longer fits. */
export function commitMobility(tx: WriteDb, rows: readonly PlannedMobility[], commit: Commit): void {
  refuseStale(tx, rows)
  const { at } = commit.moment
  // Who came back and left again is back first: somebody is away once at a time.
  const isFirst = ({ write }: PlannedMobility) => write.is === 'changed' && isEnding(write)
  for (const { write, name } of [...rows.filter(isFirst), ...rows.filter((row) => !isFirst(row))]) {
    if (write.is === 'new') writeNew(tx, write, commit)
    if (write.is !== 'changed') continue
    const { current, set, contact, linkTo } = write
    const { id, version } = current
    if (!updateMobility(tx, { id, version, at }, set)) throw stalePreview('流动党员台账', [name])
    writeContact(tx, id, contact, commit)
    if (linkTo !== null) claimOutflows(tx, linkTo, commit.moment)
    followMobility(tx, linkTo ?? current.memberId, commit.moment)
  }
}
