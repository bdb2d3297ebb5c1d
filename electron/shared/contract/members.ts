import { z } from 'zod'
import type { Explanation, Finding } from '../domain/finding.ts'
import { type CodeTableName, memberFieldKeys } from '../domain/memberFields.ts'
import type { MemberField } from '../domain/memberFields.ts'
import { codeTables } from '../labels/codeTables.ts'
import type { DateOnly, Instant } from '../lib/dates.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'
import { memberListInput } from './memberListInput.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const codeOf = (table: CodeTableName) =>
  z.string().refine((value) => codeTables[table].some((entry) => entry.code === value), '请从列表中选择')
const optionalCode = (table: CodeTableName) => codeOf(table).nullable()
const date = partialDateSchema.nullable()
const flag = z.boolean().nullable()
const id = z.string().min(1).max(64)
const version = z.int().min(1)

/** A member's record. Keys are those of memberFields; null means not filled in. */
export const memberInput = z.strictObject({
  name: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50, '姓名最多 50 个字'),
  nameReading: text(100),
  formerName: text(50),
  idNo: z.string().regex(/^\d{17}[\dX]$/, '公民身份号码应为 18 位：17 位数字加 1 位数字或大写 X'),
  idNoReason: text(200),
  gender: optionalCode('gender'),
  birthDate: date,
  ethnicity: optionalCode('ethnicity'),
  nativePlace: text(100),
  isTaiwanNative: flag,
  education: optionalCode('education'),
  degree: optionalCode('degree'),
  school: text(100),
  major: text(100),
  workStartedOn: date,
  marital: optionalCode('marital'),
  personType: codeOf('personType'),
  organizationId: z.string().min(1, '请选择所在党支部').max(64),
  groupId: id.nullable(),
  jointUnit: text(100),
  joinedOn: date,
  joinKind: optionalCode('joinKind'),
  joinBranch: text(100),
  introducers: text(50),
  regularOn: date,
  regularKind: optionalCode('regularKind'),
  probationExtendedMonths: z.int().min(0).max(12, '延长预备期最多 12 个月').nullable(),
  partyAgeCorrectionMonths: z.int().min(0).max(1200).nullable(),
  partyStatus: codeOf('partyStatus'),
  partyStatusKind: optionalCode('partyStatusKind'),
  partyStatusOn: date,
  partyStatusDoc: text(100),
  archiveUnit: text(100),
  enteredKind: optionalCode('enteredKind'),
  enteredOn: date,
  jobPost: optionalCode('jobPost'),
  unitDuty: text(100),
  techTitle: optionalCode('techTitle'),
  newStratum: optionalCode('newStratum'),
  frontline: optionalCode('frontline'),
  isMigrantWorker: flag,
  isSocialWorker: flag,
  mobile: z
    .string()
    .regex(/^1\d{10}$/, '手机号码应为 11 位数字，以 1 开头；固定电话请填“固定电话”')
    .nullable(),
  phone: text(30),
  hukou: text(200),
  address: text(200),
  gridNo: text(50),
  manageClass: optionalCode('manageClass'),
  skills: z.array(codeOf('skill')).max(20),
  isHardship: flag,
  hardshipKind: text(100),
  cannotAttend: flag,
  isLost: flag,
  lostSince: date,
  isFloating: flag,
  floatingTo: text(100),
  abroadSince: date,
  remark: text(500),
}) satisfies z.ZodType<Readonly<Record<MemberField, unknown>>>

export type MemberRecord = Readonly<z.output<typeof memberInput>>

/**
 * Masks stand in place of ID number, phone and address unless revealed. Accounts that may reveal them see the ends of the ID
 * number, all others its first six digits and, in free texts, no whole number.
 */
export interface MemberListRow {
  readonly id: string
  readonly version: number
  readonly record: MemberRecord
  readonly organizationName: string
  readonly groupName: string | null
  /** Whole years today; null without a birth date. */
  readonly age: number | null
  /** 党龄 in whole years today; null when it cannot be computed. */
  readonly partyAgeYears: number | null
  readonly worstSeverity: Finding['severity'] | null
  readonly findingCount: number
}

export interface MemberPage {
  readonly rows: readonly MemberListRow[]
  readonly total: number
}

export interface MemberFinding extends Finding {
  readonly overriddenReason: string | null
}

export interface MemberDetail extends MemberListRow {
  readonly organizationPath: readonly { readonly id: string; readonly shortName: string }[]
  readonly findings: readonly MemberFinding[]
  /** 党龄 with its inputs, the rule in words and the article. */
  readonly partyAge: Explanation | null
  readonly completeness: {
    readonly filled: number
    readonly total: number
    readonly missing: readonly MemberField[]
  }
  readonly createdAt: Instant
  readonly updatedAt: Instant
  readonly deletedAt: Instant | null
  readonly deletedReason: string | null
}

/** The sensitive fields in the clear. */
export type RevealedFields = Pick<MemberRecord, 'idNo' | 'mobile' | 'phone' | 'hukou' | 'address'>

export interface MemberCheck {
  readonly findings: readonly Finding[]
  readonly duplicates: readonly {
    readonly id: string
    readonly name: string
    readonly organizationName: string
    readonly maskedIdNo: string
    readonly reason: 'idNo' | 'nameAndBirth' | 'mobile'
    readonly isDeleted: boolean
  }[]
  /** Filled from the ID number when it is valid. */
  readonly derived: { readonly birthDate: DateOnly; readonly gender: '1' | '2' } | null
}

export interface SearchHit {
  readonly id: string
  readonly name: string
  readonly organizationName: string
  readonly maskedIdNo: string
  readonly personType: string
  readonly partyStatus: string
}

export interface BulkPreviewRow {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly organizationName: string
  readonly old: string
  readonly new: string
  /** Why this one cannot be changed; null when it can. */
  readonly refused: string | null
}

/** Follow the open record of 流动党员: written there, not in a person's own form. */
export const followedFields: readonly MemberField[] = ['isFloating', 'floatingTo']

const ofOnePerson = [
  'name',
  'nameReading',
  'formerName',
  'idNo',
  'idNoReason',
  'gender',
  'birthDate',
  'mobile',
]

/** Fields that may be set for many people at once: never what identifies a person. */
export const bulkFields = memberFieldKeys.filter(
  (key) => !ofOnePerson.includes(key) && !followedFields.includes(key),
)

export const bulkChange = z.strictObject({ field: z.enum(memberFieldKeys), value: z.unknown() })

const partialRecord = memberInput.partial()
const versioned = z.strictObject({ id, version })

export const membersRoutes = {
  'members.list': query(memberListInput, 'member.read').output<MemberPage>(),
  'members.get': query(z.strictObject({ id }), 'member.read').output<MemberDetail>(),
  /**
   * By part of the name, pinyin or branch. A number finds people by any part of the ID number or mobile number; for accounts
   * without `member.reveal` only by the whole of one.
   */
  'members.search': query(
    z.strictObject({ text: z.string().overwrite(plainText).min(1).max(50), limit: z.int().min(1).max(50) }),
    'member.read',
  ).output<{ readonly hits: readonly SearchHit[] }>(),
  /** For who fills in a form: it tells who has a number, so whoever cannot write does not ask. */
  'members.check': query(
    z.strictObject({
      excludeId: id.nullable(),
      /** Loosely typed while somebody is still typing; unparsable fields are left out by the screen. */
      fields: partialRecord.extend({
        idNo: z.string().max(40).optional(),
        name: z.string().max(50).optional(),
      }),
    }),
    'member.write',
  ).output<MemberCheck>(),
  'members.reveal': command(z.strictObject({ id }), 'member.reveal').output<RevealedFields>(),
  'members.create': command(z.strictObject({ fields: memberInput }), 'member.write').output<MemberDetail>(),
  'members.update': command(
    z.strictObject({ id, version, fields: partialRecord }),
    'member.write',
  ).output<MemberDetail>(),
  'members.trash': command(
    z.strictObject({
      members: z.array(versioned).min(1).max(5000),
      reason: z.string().overwrite(plainText).min(1, '请填写删除原因').max(200, '最多 200 个字'),
    }),
    'member.write',
  ).output<{ readonly count: number }>(),
  'members.previewBulk': query(
    z.strictObject({ ids: z.array(id).min(1).max(5000), change: bulkChange }),
    'member.write',
  ).output<{ readonly rows: readonly BulkPreviewRow[] }>(),
  'members.applyBulk': command(
    z.strictObject({ members: z.array(versioned).min(1).max(5000), change: bulkChange }),
    'member.write',
  ).output<{ readonly count: number }>(),
  /** Ids of everybody the list shows, for "select all" (at most 5,000). */
  'members.listIds': query(memberListInput.omit({ offset: true, limit: true }), 'member.read').output<{
    readonly ids: readonly string[]
    readonly total: number
  }>(),
}
