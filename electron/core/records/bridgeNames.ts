import type { ReadDb } from '#db/database.ts'
import { type DayFilter, countAsOf, peopleByBranch } from '#db/queries/asOf.ts'
import { type StayPerson, stayPeople } from '#db/queries/bridge.ts'
import { frozenPeople } from '#db/queries/bridgeFreezes.ts'
import type { BridgeName, BridgeNamesInput } from '#shared/contract/bridge.ts'
import { type BridgeMove, bridgeIns, bridgeOuts, type Day } from '#shared/domain/bridge.ts'
import { bridgeDoubts, type Doubtful } from '#shared/domain/bridgeDoubts.ts'
import { bridgeColumnLabels, bridgeDoubtTexts } from '#shared/labels/bridge.ts'
import { codeName } from '#shared/labels/codeTables.ts'
import { enteredByLabels, leftByLabels } from '#shared/labels/memberships.ts'
import { assertNever } from '#shared/lib/assertNever.ts'
import { type DateOnly, formatPartialDate } from '#shared/lib/dates.ts'
import { allHeads } from '#shared/domain/bridgeNumbers.ts'
import { type FrozenDay, gatherBridge, type GatheredBridge, levelBridge, unitsOf } from './bridge.ts'
import { gapNames } from './bridgeGaps.ts'
import { bridgePlaceOf } from './bridgePlaces.ts'

interface NamesPage {
  readonly rows: readonly BridgeName[]
  readonly total: number
}

type Part = Pick<BridgeNamesInput, 'personType' | 'offset' | 'limit'>

const isOfKind =
  (personType: Part['personType']) =>
  ({ isFull }: { readonly isFull: boolean }) =>
    personType === null || isFull === (personType === '1')

/** The people of one number of a bridge, in order of the days where it has days. Throws as `gatherBridge` does. */
export function readBridgeNames(db: ReadDb, input: BridgeNamesInput): NamesPage {
  const gathered = gatherBridge(db, input)
  const { number } = input
  if (number === 'opening') return presentOn(db, gathered, gathered.opening, gathered.days.from, input)
  if (number === 'closing') return presentOn(db, gathered, gathered.closing, gathered.days.to, input)
  const level = levelBridge(gathered, null)
  if (number === 'openingFix') return gapNames(db, gathered.opening, level.openingGaps, input)
  if (number === 'closingFix') return gapNames(db, gathered.closing, level.closingGaps, input)
  const doubt = bridgeDoubts.find((each) => each === number)
  if (doubt !== undefined) {
    const found = level.doubts.filter((each) => each.doubt === doubt)
    return { rows: doubtNames(db, gathered, cut(found, input)), total: found.length }
  }
  if (number === 'betweenIn' || number === 'betweenOut') {
    const kinds: readonly string[] = number === 'betweenIn' ? bridgeIns : bridgeOuts
    const moves = movesBetween(gathered)
      .filter(({ kind }) => kinds.includes(kind))
      .filter(isOfKind(input.personType))
    return { rows: moveNames(db, cut(inOrder(moves), input)), total: moves.length }
  }
  const kinds: readonly string[] = number === 'ins' ? bridgeIns : number === 'outs' ? bridgeOuts : [number]
  // 转正 is one event that both kinds show.
  const personType = number === 'converted' ? null : input.personType
  const moves = level.people.moves.filter(({ kind }) => kinds.includes(kind)).filter(isOfKind(personType))
  return { rows: moveNames(db, cut(inOrder(moves), input)), total: moves.length }
}

/** What the units count and the whole does not: 单位之间调动. */
function movesBetween(gathered: GatheredBridge): readonly BridgeMove[] {
  const keyOf = ({ stayId, kind }: BridgeMove) => `${stayId} ${kind}`
  const whole = new Set(levelBridge(gathered, null).people.moves.map(keyOf))
  return unitsOf(gathered)
    .flatMap(({ ids }) => levelBridge(gathered, ids).people.moves)
    .filter((move) => !whole.has(keyOf(move)))
}

const cut = <T>(all: readonly T[], { offset, limit }: Part): readonly T[] => all.slice(offset, offset + limit)

/** Oldest first. */
export const inOrder = (moves: readonly BridgeMove[]) =>
  moves.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))

const dateText = (on: Day): string => (on === '' ? '日期未填' : formatPartialDate(on))

/** 转入（省外转入）, 出党（除名）: where the way says more than the column. */
function kindText(move: BridgeMove, person: StayPerson): string {
  const label = bridgeColumnLabels[move.kind]
  const { enteredBy, leftBy, partyStatus, partyStatusKind } = person
  switch (move.kind) {
    case 'transferredIn':
      return enteredBy === null ? label : `${label}（${enteredByLabels[enteredBy]}）`
    case 'transferredOut':
      return leftBy === null || leftBy === 'ZCU' ? label : `${label}（${leftByLabels[leftBy]}）`
    case 'otherIn':
      return enteredBy === null ? `${label}（方式未填）` : label
    case 'otherOut':
      return `${label}（方式未填）`
    case 'lapsed':
    case 'expelled': {
      const kind =
        partyStatusKind === null || partyStatus !== leftBy
          ? null
          : (codeName('partyStatusKind', partyStatusKind) ?? null)
      return kind === null ? label : `${label}（${kind}）`
    }
    case 'admitted':
    case 'restored':
    case 'died':
    case 'converted':
      return label
    default:
      return assertNever(move.kind)
  }
}

/** Movements as names: in the order given. */
export function moveNames(db: ReadDb, moves: readonly BridgeMove[]): readonly BridgeName[] {
  const people = stayPeople(
    db,
    moves.map(({ stayId }) => stayId),
  )
  const placeOf = bridgePlaceOf(db)
  return moves.flatMap((move): readonly BridgeName[] => {
    const person = people.get(move.stayId)
    if (!person) return []
    const isIn = bridgeIns.some((kind) => kind === move.kind)
    const isOut = bridgeOuts.some((kind) => kind === move.kind)
    return [
      {
        ...placeOf(person),
        name: person.name,
        personType: move.isFull ? '1' : '2',
        dateZh: dateText(move.on),
        kindZh: kindText(move, person),
        doc: isIn ? person.enteredDoc : isOut ? person.leftDoc : null,
        reason: isIn ? person.enteredReason : isOut ? person.leftReason : null,
      },
    ]
  })
}

/** People whose records leave something open. */
export function doubtNames(
  db: ReadDb,
  { stays, days }: GatheredBridge,
  doubtful: readonly Doubtful[],
): readonly BridgeName[] {
  const people = stayPeople(
    db,
    doubtful.map(({ stayId }) => stayId),
  )
  const byId = new Map(stays.map((stay) => [stay.stayId, stay]))
  const placeOf = bridgePlaceOf(db)
  return doubtful.flatMap(({ doubt, stayId, on }): readonly BridgeName[] => {
    const person = people.get(stayId)
    const full = byId.get(stayId)?.fullFrom ?? null
    if (!person) return []
    const { lacks, mend } = bridgeDoubtTexts[doubt]
    return [
      {
        ...placeOf(person),
        name: person.name,
        personType: full !== null && full <= days.to ? '1' : '2',
        dateZh: dateText(on),
        kindZh: lacks,
        doc: null,
        reason: mend,
      },
    ]
  })
}

/** Who was there at the end of a day: by the frozen list where there is one. */
function presentOn(
  db: ReadDb,
  gathered: GatheredBridge,
  frozen: FrozenDay | null,
  on: DateOnly,
  { personType, offset, limit }: Part,
): NamesPage {
  const { tree, organization, isWhole } = gathered
  const ids = tree.subtree(organization.id).map(({ id }) => id)
  const placeOf = bridgePlaceOf(db)
  if (frozen !== null) {
    const { numbers } = levelBridge(gathered, null)
    const heads = frozen === gathered.opening ? numbers.opening : numbers.closing
    const isFull = personType === null ? null : personType === '1'
    const rows = frozenPeople(db, frozen.freeze.id, { ids: isWhole ? null : ids, isFull, offset, limit })
    return {
      total: isFull === null ? allHeads(heads) : isFull ? heads.full : heads.probationary,
      rows: rows.map((row) => ({
        ...presence,
        ...placeOf(row),
        name: row.name,
        personType: row.isFull ? '1' : '2',
      })),
    }
  }
  const filter: DayFilter = { on, of: { column: 'organization_id', ids }, personType, status: null }
  const total = countAsOf(db, filter).reduce((sum, { full, probationary }) => sum + full + probationary, 0)
  const rows = peopleByBranch(db, filter, { offset, limit })
  return {
    total,
    rows: rows.map((row) => ({
      ...presence,
      ...placeOf(row),
      name: row.name,
      personType: row.isFull === 1 ? '1' : '2',
    })),
  }
}

const presence = { dateZh: null, kindZh: null, doc: null, reason: null } as const
