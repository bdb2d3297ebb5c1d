import type { WriteDb } from '#db/database.ts'
import {
  insertMembership,
  membershipsOf,
  type StoredMembership,
  updateMembership,
} from '#db/queries/memberSpells.ts'
import { fullFromOf, isEnteredBy, isLeftBy, startOf } from '#shared/domain/memberships.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import type { Step } from './memberSpells.ts'

type Day = PartialDate | ''

/** Nothing begins or ends in the future: what is written down so is true from today on. */
export function upToToday(day: PartialDate, today: DateOnly): PartialDate
export function upToToday(day: Day, today: DateOnly): Day
export function upToToday(day: Day, today: DateOnly): Day {
  return day > today ? today : day
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** The day a status began: as written down, else the day it happened. */
export const statusDay = ({ before, after, happening, moment }: Step): PartialDate =>
  upToToday(
    after.partyStatusOn !== null && after.partyStatusOn !== before.partyStatusOn
      ? after.partyStatusOn
      : happening.on,
    moment.today,
  )

/** The stay of a new record; closed from the start when the person is counted no more. */
export function openStay(tx: WriteDb, { memberId, after, moment }: Omit<Step, 'before' | 'happening'>): void {
  const { partyStatus, partyStatusOn } = after
  const { fromOn, basis, enteredBy } = startOf(after)
  const isHere = isCountedStatus(partyStatus)
  insertMembership(tx, {
    ...nothing,
    id: moment.ids.next(),
    memberId,
    organizationId: after.organizationId,
    fromOn: upToToday(fromOn, moment.today),
    toOn: isHere ? null : upToToday(partyStatusOn ?? '', moment.today),
    startBasis: basis,
    fullFrom: fullFromOf(after),
    enteredBy,
    leftBy: isHere || !isLeftBy(partyStatus) ? null : partyStatus,
    at: moment.at,
  })
}

const nothing = { enteredDoc: null, leftDoc: null, enteredReason: null, leftReason: null } as const
const notLeft = { toOn: null, leftBy: null, leftDoc: null, leftReason: null } as const

/** What a change of the record says about where the person belongs. Stays never overlap; older ones are not rewritten. */
export function followStay(tx: WriteDb, step: Step): void {
  const { memberId, before, after } = step
  const stays = membershipsOf(tx, memberId)
  const last = stays.at(-1)
  if (!last) return
  const [wasHere, isHere] = [isCountedStatus(before.partyStatus), isCountedStatus(after.partyStatus)]
  if (wasHere && !isHere) endStay(tx, step, last)
  else if (!wasHere && isHere) returnTo(tx, step, last)
  else if (before.organizationId !== after.organizationId) move(tx, step, stays)
  else {
    renewStart(tx, step, stays)
    if (!isHere) renewEnd(tx, step, last)
  }
}

function endStay(tx: WriteDb, step: Step, last: StoredMembership): void {
  const { after, happening, moment } = step
  const leftBy = isLeftBy(after.partyStatus) ? after.partyStatus : null
  const leftDoc = after.partyStatusDoc ?? happening.doc
  const set = { toOn: statusDay(step), leftBy, leftDoc, leftReason: happening.reason }
  updateMembership(tx, last.id, set, moment.at)
}

/** Who was stopped, or had moved away, is counted again. Back on the day of leaving, the leaving was a slip. */
function returnTo(tx: WriteDb, step: Step, last: StoredMembership): void {
  const { before, after, happening, moment } = step
  const on = later(statusDay(step), last.fromOn)
  const isSlip = last.organizationId === after.organizationId && last.toOn !== null && last.toOn >= on
  const isEmpty = last.toOn !== null && last.toOn !== '' && last.toOn <= last.fromOn
  if (isSlip || isEmpty) {
    updateMembership(tx, last.id, { ...notLeft, organizationId: after.organizationId }, moment.at)
    return
  }
  // Left later than the return, of another branch: the return ends it.
  if (last.toOn !== null && last.toOn > on) updateMembership(tx, last.id, { toOn: on }, moment.at)
  const restored = before.partyStatus === 'ZCU' || before.joinedOn !== after.joinedOn ? null : '4'
  const given =
    isEnteredBy(after.enteredKind) && after.enteredOn !== before.enteredOn ? after.enteredKind : null
  begin(tx, step, {
    on,
    by: restored ?? given ?? '2',
    doc: after.partyStatusDoc ?? happening.doc,
  })
}

export function move(tx: WriteDb, step: Step, stays: readonly StoredMembership[]): void {
  const { after, happening, moment } = step
  const last = stays.at(-1)
  if (!last) return
  const on = upToToday(happening.on, moment.today)
  const { by, reason, doc } = happening
  // Where a branch ends, those counted no more go along on paper only: their stay was in the old one to its end.
  if (last.toOn !== null && by === 'ZZ') return
  // Whoever is counted no more, and whoever came on this very day or later, was never in the old branch: a slip put right.
  if (last.toOn !== null || last.fromOn >= on || happening.isSlip) {
    updateMembership(tx, last.id, { organizationId: after.organizationId }, moment.at)
    renewStart(tx, step, membershipsOf(tx, step.memberId))
    return
  }
  const leftBy = by === 'ZZ' ? 'ZZ' : 'NB'
  updateMembership(tx, last.id, { toOn: on, leftBy, leftReason: reason, leftDoc: doc }, moment.at)
  begin(tx, step, { on, by, doc })
}

function begin(
  tx: WriteDb,
  { memberId, after, happening, moment }: Step,
  { on, by, doc }: { readonly on: Day; readonly by: Step['happening']['by']; readonly doc: string | null },
): void {
  insertMembership(tx, {
    ...nothing,
    id: moment.ids.next(),
    memberId,
    organizationId: after.organizationId,
    fromOn: on,
    toOn: null,
    startBasis: 'event',
    fullFrom: fullFromOf(after),
    enteredBy: by,
    leftBy: null,
    enteredDoc: doc,
    enteredReason: happening.reason,
    at: moment.at,
  })
}

const startKeys = ['enteredOn', 'enteredKind', 'joinedOn', 'joinKind'] as const

/** 进入本支部日期 put right moves the start of the stay it speaks of, and the end of the one it joins on to. */
function renewStart(tx: WriteDb, { before, after, moment }: Step, stays: readonly StoredMembership[]): void {
  const [first, last, previous] = [stays[0], stays.at(-1), stays.at(-2)]
  if (!first || !last || startKeys.every((key) => before[key] === after[key])) return
  const { at, today } = moment
  if (last.startBasis !== 'event') {
    const { fromOn, basis, enteredBy } = startOf(after)
    const from = later(upToToday(fromOn, today), previous?.toOn ?? '')
    updateMembership(tx, last.id, { fromOn: from, startBasis: basis, enteredBy }, at)
    return
  }
  renewFirst(tx, { after, before }, first, at)
  if (after.enteredOn === null || after.enteredOn === before.enteredOn) return
  const on = upToToday(after.enteredOn, today)
  const joinsOn = previous !== undefined && previous.toOn === last.fromOn && on > previous.fromOn
  if (joinsOn) updateMembership(tx, previous.id, { toOn: on }, at)
  const from = joinsOn ? on : later(on, previous?.toOn ?? '')
  if (from !== last.fromOn) updateMembership(tx, last.id, { fromOn: from }, at)
}

/** 入党日期 stands in for the start of the first stay, wherever the person is by now. */
function renewFirst(
  tx: WriteDb,
  { before, after }: Pick<Step, 'before' | 'after'>,
  first: StoredMembership,
  at: Step['moment']['at'],
): void {
  const follows = first.startBasis === 'joined' || first.startBasis === 'unknown'
  // The first stay of whoever joined again (重新入党) is of the time before.
  const isFormer =
    after.joinKind === '2' && (first.toOn ?? '') !== '' && (first.toOn ?? '') <= (before.joinedOn ?? '')
  if (!follows || isFormer || before.joinedOn === after.joinedOn) return
  const fromOn = earlier(after.joinedOn ?? '', first.toOn ?? after.joinedOn ?? '')
  updateMembership(tx, first.id, { fromOn, startBasis: after.joinedOn === null ? 'unknown' : 'joined' }, at)
}

/** Its date or paper put right. What happens to somebody later, 除名 after 停止党籍, does not change when and how the stay ended. */
function renewEnd(tx: WriteDb, step: Step, last: StoredMembership): void {
  const { before, after, moment } = step
  if (last.toOn === null) return
  const keys = ['partyStatus', 'partyStatusOn', 'partyStatusDoc'] as const
  if (keys.every((key) => before[key] === after[key])) return
  const isOther = before.partyStatus !== after.partyStatus
  if (isOther && (last.toOn === '' || statusDay(step) > last.toOn)) return
  if (!isOther && last.leftBy !== before.partyStatus) return
  const leftBy = isLeftBy(after.partyStatus) ? after.partyStatus : null
  const toOn = upToToday(after.partyStatusOn ?? '', moment.today)
  updateMembership(tx, last.id, { toOn, leftBy, leftDoc: after.partyStatusDoc }, moment.at)
}
