import type { WriteDb } from '#db/database.ts'
import {
  deleteSpell,
  groupSpellsOf,
  insertGroupSpell,
  insertStatusSpell,
  renewFullFrom,
  statusSpellsOf,
  updateGroupSpell,
  updateStatusSpell,
} from '#db/queries/memberSpells.ts'
import type { MemberRecord } from '#shared/contract/members.ts'
import { type EnteredBy, startOf } from '#shared/domain/memberships.ts'
import { isCountedStatus } from '#shared/domain/partyStatus.ts'
import type { DateOnly, PartialDate } from '#shared/lib/dates.ts'
import { fitGroupSpells } from './groupSpells.ts'
import { followStay, openStay, statusDay, upToToday } from './memberStays.ts'
import type { WriteMoment } from './memberStore.ts'

/** What made a record change: the day it is true from, how the person came, why, and by which paper. */
export interface Happening {
  readonly on: PartialDate
  readonly by: EnteredBy
  readonly reason: string | null
  readonly doc: string | null
  /** Nothing happened: the branch was written down wrongly and the person was never in it. */
  readonly isSlip?: boolean
}

/** A change nobody said more about happens on the day it is written; people it moves come from another branch. */
export function happeningOn(today: DateOnly): Happening {
  return { on: today, by: 'NB', reason: null, doc: null }
}

/** One change of a record over time. */
export interface Step {
  readonly memberId: string
  readonly before: MemberRecord
  readonly after: MemberRecord
  readonly happening: Happening
  readonly moment: WriteMoment
}

const normal = 'ZC'

/** What begins with a new record: the stay in its branch, a group, a status other than 正常. */
export function openSpells(tx: WriteDb, memberId: string, record: MemberRecord, moment: WriteMoment): void {
  openStay(tx, { memberId, after: record, moment })
  const { partyStatus, partyStatusOn, groupId } = record
  const { at, ids, today } = moment
  if (groupId !== null && isCountedStatus(partyStatus)) {
    const fromOn = upToToday(startOf(record).fromOn, today)
    insertGroupSpell(tx, { id: ids.next(), memberId, groupId, fromOn, toOn: null, at })
  }
  if (partyStatus !== normal)
    openStatus(tx, memberId, record, moment, {
      fromOn: upToToday(partyStatusOn ?? '', today),
      reason: null,
    })
}

const followed = [
  'organizationId',
  'groupId',
  'personType',
  'regularOn',
  'joinedOn',
  'joinKind',
  'enteredOn',
  'enteredKind',
  'partyStatus',
  'partyStatusKind',
  'partyStatusOn',
  'partyStatusDoc',
] as const

/** Writes what a change of a record says about time. Call with every change, whatever it touches. */
export function followSpells(tx: WriteDb, step: Step): void {
  const { before, after, memberId } = step
  const has = (key: (typeof followed)[number]) => before[key] !== after[key]
  if (!followed.some(has)) return
  followStay(tx, step)
  followGroup(tx, step)
  if (has('enteredOn') || has('joinedOn')) fitGroupSpells(tx, memberId, step.moment.at)
  followStatus(tx, step)
  if (has('personType') || has('regularOn')) renewFullFrom(tx, [memberId])
}

/** Whoever is counted no more is in no group, whatever the record still says. */
export const groupOf = ({ partyStatus, groupId }: Pick<MemberRecord, 'partyStatus' | 'groupId'>) =>
  isCountedStatus(partyStatus) ? groupId : null

function followGroup(tx: WriteDb, { memberId, before, after, happening, moment }: Step): void {
  if (groupOf(before) !== groupOf(after))
    enterGroup(tx, memberId, groupOf(after), upToToday(happening.on, moment.today), moment)
}

/** Ends whatever group there was, and begins this one. */
export function enterGroup(
  tx: WriteDb,
  memberId: string,
  is: string | null,
  on: PartialDate,
  { at, ids }: WriteMoment,
): void {
  for (const spell of groupSpellsOf(tx, memberId)) {
    if (spell.toOn !== null && spell.toOn <= on) continue
    if (spell.fromOn >= on) deleteSpell(tx, 'groupSpell', spell.id)
    else updateGroupSpell(tx, spell.id, { toOn: on }, at)
  }
  if (is !== null) insertGroupSpell(tx, { id: ids.next(), memberId, groupId: is, fromOn: on, toOn: null, at })
}

function followStatus(tx: WriteDb, step: Step): void {
  const { memberId, before, after, happening, moment } = step
  const spells = statusSpellsOf(tx, memberId)
  if (before.partyStatus !== after.partyStatus) {
    const on = statusDay(step)
    for (const spell of spells) {
      if (spell.toOn !== null && spell.toOn <= on) continue
      if (spell.fromOn >= on && spell.fromOn !== '') deleteSpell(tx, 'statusSpell', spell.id)
      else updateStatusSpell(tx, spell.id, { toOn: on }, moment.at)
    }
    if (after.partyStatus !== normal)
      openStatus(tx, memberId, after, moment, { fromOn: on, reason: happening.reason })
    return
  }
  const open = spells.findLast(({ toOn }) => toOn === null)
  const keys = ['partyStatusKind', 'partyStatusOn', 'partyStatusDoc'] as const
  if (!open || keys.every((key) => before[key] === after[key])) return
  const previous = spells.findLast(({ toOn }) => toOn !== null)?.toOn ?? ''
  const written = upToToday(after.partyStatusOn ?? '', moment.today)
  const fromOn = written < previous ? previous : written
  const set = { kind: after.partyStatusKind, fromOn, doc: after.partyStatusDoc }
  updateStatusSpell(tx, open.id, set, moment.at)
}

function openStatus(
  tx: WriteDb,
  memberId: string,
  { organizationId, partyStatus, partyStatusKind, partyStatusDoc }: MemberRecord,
  { at, ids }: Pick<WriteMoment, 'at' | 'ids'>,
  { fromOn, reason }: { readonly fromOn: PartialDate | ''; readonly reason: string | null },
): void {
  insertStatusSpell(tx, {
    id: ids.next(),
    memberId,
    organizationId,
    status: partyStatus,
    kind: partyStatusKind,
    fromOn,
    toOn: null,
    doc: partyStatusDoc,
    reason,
    at,
  })
}
