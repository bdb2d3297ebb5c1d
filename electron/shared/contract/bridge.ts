import { z } from 'zod'
import { bridgeDoubts, type BridgeDoubt } from '../domain/bridgeDoubts.ts'
import { bridgeColumns, type BridgeNumbers } from '../domain/bridgeNumbers.ts'
import type { DateOnly, Instant } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import { type PersonType, personTypes } from './memberships.ts'

const id = z.string().min(1).max(64)

export const bridgeInput = z.strictObject({
  /** This organisation and all below it; null for everything in reach. */
  organizationId: id.nullable(),
  /** Opening: the end (24:00) of this day. */
  from: dateOnlySchema,
  /** Closing: the end (24:00) of this day; later than `from`. */
  to: dateOnlySchema,
})

export type BridgeInput = z.output<typeof bridgeInput>

export interface BridgeRow {
  readonly organizationId: string
  readonly name: string
  readonly isEnded: boolean
  readonly numbers: BridgeNumbers
}

/** People whose records leave something open, and how they were counted. */
export interface BridgeNote {
  readonly doubt: BridgeDoubt
  readonly count: number
  /** The first ones. */
  readonly names: readonly string[]
}

export interface BridgeFreeze {
  readonly id: string
  readonly version: number
  readonly onDay: DateOnly
  readonly full: number
  readonly probationary: number
  readonly frozenBy: string
  readonly frozenAt: Instant
  readonly lifted: {
    readonly at: Instant
    readonly by: string
    readonly reason: string
  } | null
}

export interface Bridge {
  readonly organizationId: string
  readonly name: string
  readonly from: DateOnly
  readonly to: DateOnly
  readonly total: BridgeNumbers
  /** Units directly below, in tree order. */
  readonly units: readonly BridgeRow[]
  /** What the units count and the whole does not: people moved from one to another. Null where there is nothing of it. */
  readonly between: BridgeNumbers | null
  readonly notes: readonly BridgeNote[]
  /** STA-02, for the whole, for every unit and for each kind of person. */
  readonly isBalanced: boolean
  /** Later than today: what happens until then is not written yet. */
  readonly isUnfinished: boolean
  /** Of the opening and of the closing, where these days are frozen. */
  readonly openingFreeze: BridgeFreeze | null
  readonly closingFreeze: BridgeFreeze | null
  /** How many people the frozen lists and the records do not say the same of, whether or not it changes a number. */
  readonly openingDiffers: number
  readonly closingDiffers: number
}

/** People moved from one unit to another, as those who came and as those who went. */
export const betweenKeys = ['betweenIn', 'betweenOut'] as const

/** Whatever opens names: a column, a subtotal, moves between the units, a kind of doubt. */
export const bridgeNumberKeys = [...bridgeColumns, 'ins', 'outs', ...betweenKeys, ...bridgeDoubts] as const

export type BridgeNumberKey = (typeof bridgeNumberKeys)[number]

export const bridgeNamesInput = z.strictObject({
  ...bridgeInput.shape,
  number: z.enum(bridgeNumberKeys),
  personType: z.enum(personTypes).nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export type BridgeNamesInput = z.output<typeof bridgeNamesInput>

export interface BridgeName {
  /** Null for people out of the caller's reach by now, and for purged ones. */
  readonly memberId: string | null
  readonly name: string
  /** The branch at that time. */
  readonly organizationName: string
  readonly personType: PersonType
  /** 2026年5月8日; null where no day belongs to it. */
  readonly dateZh: string | null
  /** How they came or went, 转正, what the record lacks, what a correction changed. */
  readonly kindZh: string | null
  /** The paper it rests on. */
  readonly doc: string | null
  readonly reason: string | null
  /** Where they are today when that is somewhere else. */
  readonly nowZh: string | null
}

const reason = z.string().overwrite(plainText).min(1, '请写明原因').max(200, '最多 200 个字')

export const bridgeRoutes = {
  /** 党员增减 between the ends of two days (STA-01, STA-02). */
  'bridge.compute': query(bridgeInput, 'member.read').output<Bridge>(),
  /** The people of one number. */
  'bridge.names': query(bridgeNamesInput, 'member.read').output<{
    readonly rows: readonly BridgeName[]
    readonly total: number
  }>(),
  /** Frozen year ends, lifted ones too, newest first. */
  'bridge.freezes': query(z.strictObject({}), 'member.read').output<{
    readonly rows: readonly BridgeFreeze[]
    /** Whether the caller may freeze: whoever writes for the whole street. */
    readonly mayFreeze: boolean
  }>(),
  /** Keeps who was counted at the end of this year, for the whole street. CONFLICT when it is frozen already. */
  'bridge.freeze': command(
    z.strictObject({ year: z.int().min(1921).max(2199) }),
    'organization.write',
  ).output<BridgeFreeze>(),
  /** The frozen numbers count no more; what they were stays readable. */
  'bridge.unfreeze': command(
    z.strictObject({ id, version: z.int().min(1), reason }),
    'organization.write',
  ).output<null>(),
}
