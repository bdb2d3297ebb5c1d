import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import {
  contactWays,
  feePlaces,
  mobilityDirections,
  mobilityEndings,
  mobilityKinds,
  mobilityPersonTypes,
  mobilityReasons,
  type MobilityDirection,
  type MobilityStatus,
} from '../domain/mobility.ts'
import type { DateOnly, Instant, PartialDate } from '../lib/dates.ts'
import { normaliseIdNo } from '../lib/idNumber.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const date = partialDateSchema.nullable()
const id = z.string().min(1).max(64)
const version = z.int().min(1)
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')

/** What a record says besides whose it is. */
const fields = {
  organizationId: id.nullable(),
  name: z.string().overwrite(cleanName).max(50, '最多 50 个字').nullable(),
  gender: z.enum(['1', '2']).nullable(),
  idNo: z.string().overwrite(normaliseIdNo).max(18, '最多 18 位').nullable(),
  phone: text(30),
  personType: z.enum(mobilityPersonTypes).nullable(),
  outOn: date,
  expectedBack: date,
  reason: z.enum(mobilityReasons).nullable(),
  kind: z.enum(mobilityKinds).nullable(),
  province: text(30),
  city: text(30),
  district: text(50),
  place: text(100),
  unit: text(100),
  destOrg: text(100),
  destContact: text(50),
  origOrg: text(100),
  origContact: text(50),
  certNo: text(30),
  certIssuedOn: date,
  certExpiresOn: date,
  isRegistered: z.boolean(),
  reportedOn: date,
  contactMonths: z.int('应为整数').min(1, '至少 1 个月').max(12, '最多 12 个月').nullable(),
  feePlace: z.enum(feePlaces).nullable(),
  annualReportOn: date,
  evalPlace: z.enum(feePlaces).nullable(),
  evalResult: text(50),
  evalNotifiedOn: date,
  isTransferable: z.boolean().nullable(),
  remark: text(500),
}

export const mobilityInput = z.strictObject(fields)
export type MobilityFields = z.output<typeof mobilityInput>

const ending = z.strictObject({
  status: z.enum(mobilityEndings),
  /** Null when nobody wrote the day down. */
  on: partialDateSchema.nullable(),
  reason: text(200),
})

export const contactInput = z.strictObject({
  contactedOn: dateOnlySchema,
  way: z.enum(contactWays),
  isReached: z.boolean(),
  contactPerson: text(50),
  content: text(500),
})
export type ContactFields = z.output<typeof contactInput>

export const createMobilityInput = z.strictObject({
  direction: z.enum(mobilityDirections),
  /** The member of an outflow; null for an inflow. */
  memberId: id.nullable(),
  fields: mobilityInput,
  /** Of a stay that is over already, for what old books hold. */
  ending: ending.nullable(),
})

/** Boards of the two ledgers, by the rules; who is to be contacted this week is `mobility.due`, over both. */
export const mobilityFilters = [
  'overdue',
  'silent',
  'abroad',
  'shouldTransfer',
  'certificate',
  'unreported',
  'unregistered',
  'unlinked',
  'anyFinding',
] as const
export type MobilityFilter = (typeof mobilityFilters)[number]

export interface MobilityContact extends ContactFields {
  readonly id: string
  readonly recordId: string
  readonly version: number
}

export interface MobilityRow {
  readonly id: string
  readonly version: number
  readonly direction: MobilityDirection
  readonly status: MobilityStatus
  readonly memberId: string | null
  readonly name: string
  readonly personType: string | null
  readonly organizationId: string
  readonly organizationName: string
  /** As the ledger prints it; '' when nobody wrote it down. */
  readonly placeText: string
  /** What places are counted by. */
  readonly placeKey: string
  /** ID number and phone masked. */
  readonly fields: MobilityFields
  /** Where to reach the person: of the record, else of the roster; masked. */
  readonly phone: string | null
  readonly endedOn: PartialDate | null
  readonly endedReason: string | null
  readonly lastContact: MobilityContact | null
  readonly lastReachedOn: DateOnly | null
  readonly contactMonths: number
  /** Null for whoever is not away any more. */
  readonly nextDue: DateOnly | null
  readonly isOverdue: boolean
  /** FLO-04: somebody may open a case of 失联. */
  readonly proposesLostCase: boolean
  readonly findings: readonly Finding[]
}

export interface MobilityDetail extends MobilityRow {
  readonly contacts: readonly MobilityContact[]
  readonly votingHint: Finding
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface MobilityPlace {
  readonly place: string
  readonly people: number
  readonly full: number
  readonly finding: Finding | null
}

export const mobilityListInput = z.strictObject({
  direction: z.enum(mobilityDirections),
  /** Whoever is away now, or whose stay is over. */
  state: z.enum(['open', 'closed']),
  organizationId: id.nullable(),
  filter: z.enum(mobilityFilters).nullable(),
  /** A `placeKey`; '' for those whose place is not written down. */
  place: z.string().max(200).nullable(),
  /** Part of a name, a place or a unit. */
  text: z.string().trim().max(50).nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export interface MobilityPage {
  readonly rows: readonly MobilityRow[]
  readonly total: number
  /** Of the ledger without filter, place and text. */
  readonly counts: Readonly<Record<MobilityFilter, number>> & {
    readonly open: number
    readonly closed: number
  }
}

export const mobilityRoutes = {
  'mobility.list': query(mobilityListInput, 'member.read').output<MobilityPage>(),
  'mobility.get': query(z.strictObject({ id }), 'member.read').output<MobilityDetail>(),
  /** Every record of one member, newest first. */
  'mobility.ofMember': query(z.strictObject({ memberId: id }), 'member.read').output<{
    readonly records: readonly MobilityDetail[]
  }>(),
  /** Both ledgers: whoever is to be contacted by Sunday, the longest silent first. */
  'mobility.due': query(
    z.strictObject({ organizationId: id.nullable(), limit: z.int().min(1).max(200) }),
    'member.read',
  ).output<{
    readonly rows: readonly MobilityRow[]
    readonly total: number
    /** Of the total, those of the other ledger. */
    readonly inflows: number
    readonly overdue: number
    readonly until: DateOnly
  }>(),
  'mobility.places': query(
    z.strictObject({ direction: z.enum(mobilityDirections), organizationId: id.nullable() }),
    'member.read',
  ).output<{
    readonly places: readonly MobilityPlace[]
    /** Whom the roster does not have: in no place's count. */
    readonly unlinked: number
  }>(),
  'mobility.reveal': command(z.strictObject({ id }), 'member.reveal').output<{
    readonly idNo: string | null
    readonly phone: string | null
  }>(),
  /** CONFLICT when the member is away already. 是否流动党员 of the roster follows. */
  'mobility.create': command(createMobilityInput, 'member.write').output<MobilityDetail>(),
  'mobility.update': command(
    z.strictObject({ id, version, fields: mobilityInput.partial() }),
    'member.write',
  ).output<MobilityDetail>(),
  'mobility.close': command(z.strictObject({ id, version, ending }), 'member.write').output<MobilityDetail>(),
  /** Away again: what was closed by mistake. */
  'mobility.reopen': command(z.strictObject({ id, version }), 'member.write').output<MobilityDetail>(),
  'mobility.trash': command(z.strictObject({ id, version, reason }), 'member.write').output<null>(),
  'mobility.addContact': command(
    z.strictObject({ recordId: id, contact: contactInput }),
    'member.write',
  ).output<MobilityDetail>(),
  'mobility.updateContact': command(
    z.strictObject({ id, version, contact: contactInput }),
    'member.write',
  ).output<MobilityDetail>(),
  'mobility.removeContact': command(z.strictObject({ id, version }), 'member.write').output<MobilityDetail>(),
}
