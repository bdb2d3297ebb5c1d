import { z } from 'zod'
import { formStatuses, type FormStatus, trainingKinds } from '../domain/development/records.ts'
import type { Finding } from '../domain/finding.ts'
import type { DateOnly, PartialDate } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { dateOnlySchema, partialDateSchema } from './dates.ts'
import { command, query } from './define.ts'

const text = (max: number) => z.string().overwrite(plainText).max(max, `最多 ${max} 个字`).nullable()
const id = z.string().min(1).max(64)
const version = z.int().min(1)
const versioned = { id, version }
const count = z.int('应为整数').min(0, '不能是负数').max(100_000, '数字太大，请核对')
const reason = z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字')
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export interface FormRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly serialNo: string
  readonly status: FormStatus
  readonly file: { readonly id: string; readonly name: string; readonly organizationName: string } | null
  readonly issuedOn: PartialDate | null
  readonly receivedBy: string | null
  readonly returnedOn: PartialDate | null
  readonly voidedOn: PartialDate | null
  readonly voidReason: string | null
  readonly remark: string | null
  /** Issued by a body without the right to (DEV-53), to somebody whose 预审 is not passed, out too long. */
  readonly findings: readonly Finding[]
}

const classFields = z.strictObject({
  organizationId: z.string().min(1, '请选择举办的党组织').max(64),
  kind: z.enum(trainingKinds),
  name: z.string().overwrite(plainText).min(1, '请填写班次名称').max(100),
  fromOn: partialDateSchema,
  toOn: partialDateSchema,
  days: count.nullable(),
  hours: count.nullable(),
  place: text(100),
  remark: text(500),
})

export type TrainingClassFields = Readonly<z.output<typeof classFields>>

export interface TrainingClassRow extends TrainingClassFields {
  readonly id: string
  readonly version: number
  readonly organizationName: string
  readonly people: number
  readonly passed: number
  readonly findings: readonly Finding[]
}

export interface TrainingClassDetail extends TrainingClassRow {
  readonly places: readonly {
    readonly fileId: string
    readonly name: string
    readonly organizationName: string
    readonly hours: number | null
    readonly score: string | null
    readonly isPassed: boolean | null
    readonly certNo: string | null
  }[]
}

export const developmentRegistersRoutes = {
  'forms.list': query(
    z.strictObject({ status: z.enum(formStatuses).nullable(), text: text(50), ...page }),
    'member.read',
  ).output<{
    readonly rows: readonly FormRow[]
    readonly total: number
    readonly counts: Readonly<Record<FormStatus, number>>
  }>(),
  /** A run of serial numbers taken in: `prefix` and the digits from `from` to `to`, at most 1,000. CONFLICT names those there are. */
  'forms.stock': command(
    z.strictObject({
      organizationId: z.string().min(1, '请选择发放的党委').max(64),
      prefix: z.string().overwrite(plainText).max(20),
      from: z.string().regex(/^\d{1,10}$/, '请填写数字'),
      to: z.string().regex(/^\d{1,10}$/, '请填写数字'),
    }),
    'member.write',
  ).output<{ readonly added: number }>(),
  'forms.issue': command(
    z.strictObject({ ...versioned, fileId: id, issuedOn: partialDateSchema, receivedBy: text(50) }),
    'member.write',
  ).output<null>(),
  'forms.takeBack': command(
    z.strictObject({ ...versioned, returnedOn: partialDateSchema, isFiled: z.boolean(), remark: text(200) }),
    'member.write',
  ).output<null>(),
  'forms.void': command(
    z.strictObject({ ...versioned, voidedOn: partialDateSchema, reason }),
    'member.write',
  ).output<null>(),
  'forms.trash': command(z.strictObject({ ...versioned, reason }), 'member.write').output<null>(),

  'training.list': query(
    z.strictObject({ kind: z.enum(trainingKinds).nullable(), ...page }),
    'member.read',
  ).output<{ readonly rows: readonly TrainingClassRow[]; readonly total: number }>(),
  'training.get': query(z.strictObject({ id }), 'member.read').output<TrainingClassDetail>(),
  'training.create': command(
    z.strictObject({ fields: classFields }),
    'member.write',
  ).output<TrainingClassDetail>(),
  'training.update': command(
    z.strictObject({ ...versioned, fields: classFields.partial() }),
    'member.write',
  ).output<TrainingClassDetail>(),
  /** The whole list of those who sat in it. Optionally their files get the days of the class as 步骤 11. */
  'training.setPlaces': command(
    z.strictObject({
      ...versioned,
      places: z
        .array(
          z.strictObject({
            fileId: id,
            hours: count.nullable(),
            score: text(20),
            isPassed: z.boolean().nullable(),
            certNo: text(50),
          }),
        )
        .max(500),
    }),
    'member.write',
  ).output<TrainingClassDetail>(),
  'training.trash': command(z.strictObject({ ...versioned, reason }), 'member.write').output<null>(),

  /** A year day by day as it counts: of the program's own calendar, and what was set here. */
  'calendar.year': query(z.strictObject({ year: z.int().min(1949).max(2199) }), 'signedIn').output<{
    readonly year: number
    /** False where no calendar of the year came with the program: Monday to Friday is assumed (暂算). */
    readonly isKnown: boolean
    readonly source: string | null
    readonly days: readonly {
      readonly day: DateOnly
      readonly isWorkingDay: boolean
      readonly name: string | null
      /** Set here; null where the program's own calendar stands. */
      readonly set: { readonly id: string; readonly version: number } | null
    }[]
  }>(),
  /** Null takes back what was set. */
  'calendar.setDay': command(
    z.strictObject({
      day: dateOnlySchema,
      isWorkingDay: z.boolean().nullable(),
      name: text(50),
    }),
    'calendar.write',
  ).output<null>(),
}
