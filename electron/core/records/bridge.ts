import type { ReadDb } from '#db/database.ts'
import { countStill, movingStays, type StillCount, stayPeople } from '#db/queries/bridge.ts'
import { countFrozen, freezeDifferences, freezeOn, type StoredFreeze } from '#db/queries/bridgeFreezes.ts'
import type { Bridge, BridgeFreeze, BridgeInput, BridgeNote, BridgeRow } from '#shared/contract/bridge.ts'
import { AppError } from '#shared/contract/errors.ts'
import { type BridgeDays, type BridgeStay, peopleBridge, type PeopleBridge } from '#shared/domain/bridge.ts'
import { bridgeDoubts, bridgeDoubtsOf, type Doubtful } from '#shared/domain/bridgeDoubts.ts'
import { type FreezeGap, freezeGaps, type FrozenPlace, gapHeads } from '#shared/domain/bridgeFreeze.ts'
import {
  addHeads,
  type BridgeNumbers,
  bridgeNumbers,
  combineNumbers,
  hasNumbers,
  isBalanced,
  noHeads,
  noNumbers,
  takeHeads,
  withFrozen,
} from '#shared/domain/bridgeNumbers.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { type OrganizationTree, readOrganizationTree } from './organizationTree.ts'

/** A frozen day, and where the records say something else by now. */
export interface FrozenDay {
  readonly freeze: StoredFreeze
  readonly was: readonly FrozenPlace[]
  readonly is: readonly FrozenPlace[]
}

/** Everything a bridge of an organisation, and of its units, is made from. */
export interface GatheredBridge {
  readonly organization: ReturnType<OrganizationTree['subtree']>[number]
  readonly tree: OrganizationTree
  readonly days: BridgeDays
  readonly still: readonly StillCount[]
  readonly stays: readonly BridgeStay[]
  readonly opening: FrozenDay | null
  readonly closing: FrozenDay | null
  /** Nothing of a frozen list may be left out at the top, branches that are no more either. */
  readonly isWhole: boolean
}

/** Of a set of branches. */
interface LevelBridge {
  readonly people: PeopleBridge
  readonly numbers: BridgeNumbers
  readonly doubts: readonly Doubtful[]
  readonly openingGaps: readonly FreezeGap[]
  readonly closingGaps: readonly FreezeGap[]
}

function frozenDay(db: ReadDb, day: DateOnly): FrozenDay | null {
  const freeze = freezeOn(db, day)
  return freeze === undefined ? null : { freeze, ...freezeDifferences(db, freeze) }
}

/** Throws NOT_FOUND for an organisation out of reach, VALIDATION_FAILED where `from` is not before `to`. */
export function gatherBridge(db: ReadDb, { organizationId, from, to }: BridgeInput): GatheredBridge {
  if (from >= to)
    throw new AppError('VALIDATION_FAILED', 'from is not before to', {
      fields: { to: '期末应晚于期初，请重新选择日期' },
    })
  const tree = readOrganizationTree(db)
  const organization = organizationId === null ? tree.children(null)[0] : tree.get(organizationId)
  if (!organization)
    throw new AppError('NOT_FOUND', 'no such organization', {
      messageZh:
        organizationId === null
          ? '还没有党组织，请先建立或导入党组织，再看人员增减'
          : '找不到这个党组织，可能已被删除。请刷新后重试',
    })
  const ids = tree.subtree(organization.id).map(({ id }) => id)
  const days = { from, to }
  return {
    organization,
    tree,
    days,
    still: countStill(db, ids, days),
    stays: movingStays(db, ids, days),
    opening: frozenDay(db, from),
    closing: frozenDay(db, to),
    isWhole: db.scope === null && tree.parentOf(organization) === null,
  }
}

/** The bridge of some of the branches gathered; null for all. */
export function levelBridge(gathered: GatheredBridge, ids: ReadonlySet<string> | null): LevelBridge {
  const { days } = gathered
  const within = ({ organizationId }: { readonly organizationId: string }) =>
    ids === null || ids.has(organizationId)
  const gapsOf = (frozen: FrozenDay | null) => {
    if (frozen === null) return []
    const inside = ids === null && !gathered.isWhole ? insideOf(gathered) : within
    return freezeGaps(frozen.was.filter(inside), frozen.is.filter(inside))
  }
  const stays = gathered.stays.filter(within)
  const still = gathered.still.filter(within).reduce(addHeads, noHeads)
  const people = peopleBridge(stays, days)
  const [openingGaps, closingGaps] = [gapsOf(gathered.opening), gapsOf(gathered.closing)]
  const numbers = withFrozen(bridgeNumbers(people, still), {
    opening: gathered.opening === null ? null : gapHeads(openingGaps),
    closing: gathered.closing === null ? null : gapHeads(closingGaps),
  })
  return { people, numbers, doubts: bridgeDoubtsOf(stays, days), openingGaps, closingGaps }
}

function insideOf({ tree, organization }: GatheredBridge) {
  const ids = new Set(tree.subtree(organization.id).map(({ id }) => id))
  return ({ organizationId }: { readonly organizationId: string }) => ids.has(organizationId)
}

/** A freeze as the caller may know it: counted in its own branches. */
export function freezeOf(db: ReadDb, stored: StoredFreeze): BridgeFreeze {
  const { id, version, onDay, frozenBy, createdAt, liftedAt, liftedBy, liftedReason } = stored
  const { full, probationary } = db.scope === null ? stored : countFrozen(db, id)
  return {
    id,
    version,
    onDay,
    full,
    probationary,
    frozenBy,
    frozenAt: createdAt,
    lifted: liftedAt === null ? null : { at: liftedAt, by: liftedBy ?? '', reason: liftedReason ?? '' },
  }
}

const namedAtOnce = 12

function notesOf(db: ReadDb, doubts: readonly Doubtful[]): readonly BridgeNote[] {
  const byDoubt = Map.groupBy(doubts, ({ doubt }) => doubt)
  return bridgeDoubts.flatMap((doubt) => {
    const found = byDoubt.get(doubt) ?? []
    if (found.length === 0) return []
    const first = found.slice(0, namedAtOnce).map(({ stayId }) => stayId)
    const people = stayPeople(db, first)
    return [{ doubt, count: found.length, names: first.map((stayId) => people.get(stayId)?.name ?? '') }]
  })
}

/** What is directly below, in tree order, each with the branches it counts. */
export function unitsOf({ tree, organization }: Pick<GatheredBridge, 'tree' | 'organization'>) {
  return tree
    .children(organization.id)
    .filter(({ type }) => type !== 'XZ')
    .map((unit) => ({ unit, ids: new Set(tree.subtree(unit.id).map(({ id }) => id)) }))
}

/** 党员增减 of an organisation and of each unit directly below it (STA-01, STA-02). */
export function readBridge(db: ReadDb, input: BridgeInput, today: DateOnly): Bridge {
  const gathered = gatherBridge(db, input)
  const { organization, opening, closing } = gathered
  const whole = levelBridge(gathered, null)
  const units = unitsOf(gathered)
    .map(({ unit, ids }): BridgeRow => {
      const { numbers } = levelBridge(gathered, ids)
      return { organizationId: unit.id, name: unit.shortName, isEnded: isEnded(unit), numbers }
    })
    .filter(({ isEnded: hasEnded, numbers }) => !hasEnded || hasNumbers(numbers))
  const sum = units.map(({ numbers }) => numbers).reduce((a, b) => combineNumbers(a, b, addHeads), noNumbers)
  const between = units.length === 0 ? noNumbers : combineNumbers(whole.numbers, sum, takeHeads)
  return {
    organizationId: organization.id,
    name: organization.shortName,
    from: input.from,
    to: input.to,
    total: whole.numbers,
    units,
    between: hasNumbers(between) ? between : null,
    notes: notesOf(db, whole.doubts),
    isBalanced: [whole.numbers, ...units.map(({ numbers }) => numbers)].every(isBalanced),
    isUnfinished: input.to > today,
    openingFreeze: opening === null ? null : freezeOf(db, opening.freeze),
    closingFreeze: closing === null ? null : freezeOf(db, closing.freeze),
    openingDiffers: whole.openingGaps.length,
    closingDiffers: whole.closingGaps.length,
  }
}
