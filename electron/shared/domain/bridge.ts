import type { DateOnly, PartialDate } from '../lib/dates.ts'
import type { EnteredBy, LeftBy } from './memberships.ts'

/** How people come, and how they go: the columns of 党员增减 (domain 2.6). `other` is never left out. */
export const bridgeIns = ['admitted', 'transferredIn', 'restored', 'otherIn'] as const
export const bridgeOuts = ['transferredOut', 'lapsed', 'expelled', 'died', 'otherOut'] as const

export type BridgeIn = (typeof bridgeIns)[number]
export type BridgeOut = (typeof bridgeOuts)[number]
/** `converted` is 转正: one 正式党员 more, one 预备党员 less. */
export type BridgeMoveKind = BridgeIn | BridgeOut | 'converted'

/** A day, a month, a year, or '' for a day nobody has written down. */
export type Day = PartialDate | ''

/** A stay of a person in a branch: belongs at the end of day D where `fromOn <= D` and `toOn` is null or later than D. */
export interface BridgeStay {
  readonly stayId: string
  readonly memberId: string
  readonly organizationId: string
  readonly fromOn: Day
  readonly toOn: Day | null
  /** 正式党员 from here on; '' since before everything, null not at all. */
  readonly fullFrom: Day | null
  readonly enteredBy: EnteredBy | null
  readonly leftBy: LeftBy | null
}

/** Two days, both meant at their end (24:00, STA-01): what moves in between moved on a day of (from, to]. */
export interface BridgeDays {
  readonly from: DateOnly
  readonly to: DateOnly
}

export interface BridgePerson {
  readonly memberId: string
  /** The stay that tells of it. */
  readonly stayId: string
  readonly isFull: boolean
}

export interface BridgeMove extends BridgePerson {
  readonly kind: BridgeMoveKind
  readonly on: Day
}

/** Who was there, who came and went, who is there. */
export interface PeopleBridge {
  readonly opening: readonly BridgePerson[]
  readonly moves: readonly BridgeMove[]
  readonly closing: readonly BridgePerson[]
}

/** From when to when a person belonged to any of the branches without a break: moves among them are inside. */
export interface BridgeSpell {
  readonly first: BridgeStay
  readonly last: BridgeStay
}

const inKinds: Readonly<Record<EnteredBy, BridgeIn>> = {
  '1': 'admitted',
  '2': 'transferredIn',
  '3': 'transferredIn',
  '4': 'restored',
  '9': 'otherIn',
  NB: 'transferredIn',
  ZZ: 'transferredIn',
}

const outKinds: Readonly<Record<LeftBy, BridgeOut>> = {
  ZCU: 'transferredOut',
  TZ: 'lapsed',
  CD: 'expelled',
  SW: 'died',
  NB: 'transferredOut',
  ZZ: 'transferredOut',
}

/** Whether `day` is one of (from, to]; a month or a year counts by its first day. */
const isBetween = (day: Day | null, { from, to }: BridgeDays) => day !== null && day > from && day <= to

const endsLater = (a: BridgeStay, b: BridgeStay) => b.toOn !== null && (a.toOn === null || a.toOn > b.toOn)

/** Unbroken spells of one person, from its stays in the branches asked for. Stays no evening saw, and ends without a day, are none. */
export function bridgeSpells(stays: readonly BridgeStay[]): readonly BridgeSpell[] {
  const counted = stays
    .filter(({ fromOn, toOn }) => toOn === null || toOn > fromOn)
    .toSorted((a, b) => (a.fromOn === b.fromOn ? 0 : a.fromOn < b.fromOn ? -1 : 1))
  const spells: BridgeSpell[] = []
  for (const stay of counted) {
    const before = spells.at(-1)
    const joinsOn = before !== undefined && (before.last.toOn === null || stay.fromOn <= before.last.toOn)
    if (!joinsOn) spells.push({ first: stay, last: stay })
    else if (endsLater(stay, before.last)) spells.splice(-1, 1, { first: before.first, last: stay })
  }
  return spells
}

function bridgeOfSpell({ first, last }: BridgeSpell, days: BridgeDays): PeopleBridge {
  const { memberId, fullFrom: full } = first
  const person = (stay: BridgeStay, isFull: boolean) => ({ memberId, stayId: stay.stayId, isFull })
  const holdsOn = (day: DateOnly) => first.fromOn <= day && (last.toOn === null || last.toOn > day)
  const at = (day: DateOnly, stay: BridgeStay) =>
    holdsOn(day) ? [person(stay, full !== null && full <= day)] : []
  const moves: BridgeMove[] = []
  if (isBetween(first.fromOn, days)) {
    const kind = first.enteredBy === null ? 'otherIn' : inKinds[first.enteredBy]
    moves.push({ ...person(first, full !== null && full <= first.fromOn), kind, on: first.fromOn })
  }
  if (
    full !== null &&
    isBetween(full, days) &&
    full > first.fromOn &&
    (last.toOn === null || full < last.toOn)
  )
    moves.push({ ...person(last, true), kind: 'converted', on: full })
  if (last.toOn !== null && isBetween(last.toOn, days)) {
    const kind = last.leftBy === null ? 'otherOut' : outKinds[last.leftBy]
    moves.push({ ...person(last, full !== null && full < last.toOn), kind, on: last.toOn })
  }
  return { opening: at(days.from, first), moves, closing: at(days.to, last) }
}

/**
 * The bridge of a set of branches between the ends of two days, from the stays in them (and in no other branch) of any people. For
 * everybody together and for 正式 and 预备 alone: opening + ins − outs ± 转正 = closing, whatever the stays are (STA-02).
 */
export function peopleBridge(stays: readonly BridgeStay[], days: BridgeDays): PeopleBridge {
  const parts = [...Map.groupBy(stays, ({ memberId }) => memberId).values()]
    .flatMap(bridgeSpells)
    .map((spell) => bridgeOfSpell(spell, days))
  return {
    opening: parts.flatMap(({ opening }) => opening),
    moves: parts.flatMap(({ moves }) => moves),
    closing: parts.flatMap(({ closing }) => closing),
  }
}
