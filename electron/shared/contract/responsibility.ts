import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import { checkKinds, goalLevels } from '../domain/reviews/responsibility.ts'
import { plainLines } from '../lib/text.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'
import { longText, reviewId, reviewYear, shortText } from './reviewInputs.ts'

const day = dateOnlySchema.nullable()

export const responsibilityInput = z.strictObject({
  organizationId: z.string().min(1, '请选择党组织').max(64),
  year: reviewYear,
  firstName: shortText(50),
  directName: shortText(50),
  specificName: shortText(50),
  remark: shortText(500),
  goals: z
    .array(
      z.strictObject({
        level: z.enum(goalLevels),
        content: z.string().overwrite(plainLines).min(1, '请填写目标').max(1000, '最多 1000 个字'),
        ownerName: shortText(50),
        dueOn: day,
        doneOn: day,
        result: longText(500),
      }),
    )
    .max(200, '最多 200 条目标'),
  checks: z
    .array(
      z.strictObject({
        kind: z.enum(checkKinds),
        heldOn: dateOnlySchema,
        byName: shortText(50),
        found: longText(1000),
        closedOn: day,
        result: longText(500),
      }),
    )
    .max(200, '最多 200 次'),
})

export type ResponsibilityFields = Readonly<z.output<typeof responsibilityInput>>

export interface ResponsibilityRow {
  readonly id: string
  readonly version: number
  readonly organizationId: string
  readonly organizationName: string
  readonly year: number
  readonly firstName: string | null
  readonly goals: number
  readonly doneGoals: number
  readonly overdueGoals: number
  /** Quarters with a 工作例会, of those that are over or running. */
  readonly quartersMet: number
  readonly quartersDue: number
  readonly inspections: number
}

export interface ResponsibilityDetail extends ResponsibilityRow {
  readonly fields: ResponsibilityFields
  readonly findings: readonly Finding[]
}

export const responsibilityRoutes = {
  'responsibility.list': query(
    z.strictObject({ organizationId: reviewId.nullable(), year: reviewYear }),
    'organization.read',
  ).output<{
    readonly rows: readonly ResponsibilityRow[]
    /** Communities and branches' committees below that have none yet. */
    readonly without: readonly { readonly organizationId: string; readonly organizationName: string }[]
  }>(),
  'responsibility.get': query(
    z.strictObject({ id: reviewId }),
    'organization.read',
  ).output<ResponsibilityDetail>(),
  'responsibility.create': command(
    z.strictObject({ fields: responsibilityInput }),
    'organization.write',
  ).output<ResponsibilityDetail>(),
  /** People and goals of the year before; nothing of what was done. */
  'responsibility.copy': command(
    z.strictObject({ organizationId: reviewId, year: reviewYear }),
    'organization.write',
  ).output<ResponsibilityDetail>(),
  'responsibility.update': command(
    z.strictObject({ ...versioned, fields: responsibilityInput }),
    'organization.write',
  ).output<ResponsibilityDetail>(),
  'responsibility.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'organization.write',
  ).output<null>(),
}
