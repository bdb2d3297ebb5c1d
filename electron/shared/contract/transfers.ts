import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import { transferColumns, transferReaches } from '../domain/transferDates.ts'
import type { TransferColumn } from '../domain/transferDates.ts'
import { isTransferMaterial } from '../domain/transferMaterials.ts'
import type { LetterNumbers } from '../domain/transferNumbers.ts'
import { transferDirections, transferModes } from '../domain/transferStates.ts'
import type { TransferDirection, TransferStatus, TransferStep } from '../domain/transferStates.ts'
import { codeTables } from '../labels/codeTables.ts'
import { transferPersonTypes } from '../labels/transfers.ts'
import type { DateOnly, Instant } from '../lib/dates.ts'
import { isPartialDate, type PartialDate } from '../lib/dates.ts'
import { cleanName, plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const required = (max: number, message: string) =>
  z.string().overwrite(plainText).min(1, message).max(max, `最多 ${max} 个字`)
const id = z.string().min(1).max(64)
const version = z.int().min(1)
const day = dateOnlySchema.nullable()
const codeOf = (table: 'gender' | 'ethnicity') =>
  z
    .string()
    .refine((value) => codeTables[table].some((entry) => entry.code === value), '请从列表中选择')
    .nullable()
const month = z
  .string()
  .refine((value): value is PartialDate => value.length === 7 && isPartialDate(value), '请写年月，如 2026.06')
  .nullable()

/** What a form says of a transfer. For who leaves as a member the person's own facts are null: the roster has them. */
export const transferInput = z.strictObject({
  mode: z.enum(transferModes, '请选择途径'),
  organizationId: z.string().min(1, '请选择党支部').max(64),
  personName: z.string().overwrite(cleanName).min(1, '请填写姓名').max(50, '姓名最多 50 个字'),
  gender: codeOf('gender'),
  birthDate: partialDateSchema.nullable(),
  ethnicity: codeOf('ethnicity'),
  personType: z.enum(transferPersonTypes).nullable(),
  idNo: z
    .string()
    .regex(/^\d{17}[\dX]$/, '公民身份号码应为 18 位：17 位数字加 1 位数字或大写 X')
    .nullable(),
  phone: text(30),
  fromOrg: text(100),
  toOrg: text(100),
  fromUnit: text(100),
  toUnit: text(100),
  reach: z.enum(transferReaches),
  reason: text(200),
  plannedMonths: z.int('应为整数').min(0).max(600, '最多 600 个月').nullable(),
  isSettled: z.boolean().nullable(),
  letterNo: text(40),
  feePaidTo: month,
  validDays: z.int('应为整数').min(1, '至少 1 天').max(999, '最多 999 天').nullable(),
  issuedOn: day,
  materials: z.array(z.string().refine(isTransferMaterial, '请从列表中选择')).max(20),
  materialsNote: text(200),
  archiveOn: day,
  archiveHow: text(50),
  handledBy: text(50),
  remark: text(500),
})

export type TransferFields = Readonly<z.output<typeof transferInput>>

/** ID number and phone masked. */
export interface TransferRow {
  readonly id: string
  readonly version: number
  readonly direction: TransferDirection
  readonly status: TransferStatus
  readonly column: TransferColumn
  /** The last day for what comes next; null where none is set. */
  readonly dueOn: DateOnly | null
  readonly memberId: string | null
  readonly organizationName: string
  readonly fields: TransferFields
  readonly expireOn: DateOnly | null
  readonly sentOn: DateOnly | null
  readonly receivedOn: DateOnly | null
  readonly receiptOn: DateOnly | null
  readonly endedOn: DateOnly | null
  readonly endReason: string | null
  readonly reportedTo: string | null
  readonly findings: readonly Finding[]
}

export interface TransferDetail extends TransferRow {
  readonly nextSteps: readonly TransferStep[]
  /** 党籍状态 in the roster; null for who is in no roster here. */
  readonly memberStatus: string | null
  /** Of one coming: whoever has the ID number in the roster already. Only 已转出 can be taken back. */
  readonly known: {
    readonly memberId: string
    readonly name: string
    readonly organizationName: string
    readonly partyStatus: string
  } | null
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface TransferPage {
  readonly rows: readonly TransferRow[]
  readonly total: number
  /** Of each column, under the other filters. */
  readonly counts: Readonly<Record<TransferColumn, number>>
}

/** What a new form begins with. */
export interface TransferStart {
  readonly fields: TransferFields
  /** The member's transfer that is still under way. */
  readonly openTransferId: string | null
}

export const transferListInput = z.strictObject({
  /** `open`: all that is not done; null for all there is. */
  column: z.enum([...transferColumns, 'open']).nullable(),
  direction: z.enum(transferDirections).nullable(),
  /** Subtree of this organisation; null for everything in reach. */
  organizationId: id.nullable(),
  /** Part of a name or of a letter's number. */
  text: z.string().overwrite(plainText).min(1).max(50).nullable(),
  offset: z.int().min(0),
  limit: z.int().min(1).max(200),
})

export type TransferListInput = z.output<typeof transferListInput>

const versioned = { id, version }
const on = dateOnlySchema

export const issueInput = z.strictObject({
  ...versioned,
  letterNo: text(40),
  issuedOn: on,
  validDays: transferInput.shape.validDays,
  feePaidTo: month,
})
export const acceptInput = z.strictObject({
  ...versioned,
  on,
  /** Of a member who comes; null where the papers do not say. */
  joinedOn: partialDateSchema.nullable(),
  regularOn: partialDateSchema.nullable(),
})
export const receiptInput = z.strictObject({
  ...versioned,
  on,
  /** Of one that left: the day the receipt says the other side took the person in. */
  receivedOn: day,
})
export const returnInput = z.strictObject({
  ...versioned,
  on,
  reason: required(200, '请填写退回（拒接）的理由'),
  reportedTo: text(100),
})
export const voidInput = z.strictObject({ ...versioned, on, reason: required(200, '请填写作废原因') })

export const transfersRoutes = {
  'transfers.list': query(transferListInput, 'member.read').output<TransferPage>(),
  'transfers.get': query(z.strictObject({ id }), 'member.read').output<TransferDetail>(),
  /** A form's beginning: out of the branch of this member, or into this branch. */
  'transfers.start': query(
    z.strictObject({
      direction: z.enum(transferDirections),
      memberId: id.nullable(),
      organizationId: id.nullable(),
    }),
    'member.write',
  ).output<TransferStart>(),
  /** Our own letters of a year, over the whole street: numbers only. */
  'transfers.numbers': query(
    z.strictObject({ year: z.int().min(1949).max(2200) }),
    'member.write',
  ).output<LetterNumbers>(),
  'transfers.create': command(
    z.strictObject({
      direction: z.enum(transferDirections),
      /** Who leaves; null for who comes, and for an activist. */
      memberId: id.nullable(),
      fields: transferInput,
    }),
    'member.write',
  ).output<TransferDetail>(),
  'transfers.update': command(
    z.strictObject({ ...versioned, fields: transferInput.partial() }),
    'member.write',
  ).output<TransferDetail>(),
  'transfers.issue': command(issueInput, 'member.write').output<TransferDetail>(),
  'transfers.send': command(z.strictObject({ ...versioned, on }), 'member.write').output<TransferDetail>(),
  /** Out: the other side says so. In: the member comes to be, or comes back. */
  'transfers.accept': command(acceptInput, 'member.write').output<TransferDetail>(),
  /** Out: only now 已转出. In: ours is sent. */
  'transfers.receipt': command(receiptInput, 'member.write').output<TransferDetail>(),
  'transfers.return': command(returnInput, 'member.write').output<TransferDetail>(),
  'transfers.void': command(voidInput, 'member.write').output<TransferDetail>(),
  'transfers.trash': command(
    z.strictObject({ ...versioned, reason: required(200, '请填写删除原因') }),
    'member.write',
  ).output<null>(),
}
