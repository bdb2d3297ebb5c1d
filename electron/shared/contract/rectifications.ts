import { z } from 'zod'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'
import { longText, rectificationInput, reviewId, reviewYear } from './reviewInputs.ts'
import type { RectificationRow } from './reviewRows.ts'
import { dateOnlySchema } from './dates.ts'

const rectifyStates = ['notStarted', 'underway', 'overdue', 'toAccept', 'accepted'] as const

export const rectificationsRoutes = {
  'rectifications.list': query(
    z.strictObject({
      campaignId: reviewId.nullable(),
      year: reviewYear.nullable(),
      organizationId: reviewId.nullable(),
      state: z.enum(rectifyStates).nullable(),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    'organization.read',
  ).output<{
    readonly rows: readonly RectificationRow[]
    readonly total: number
    readonly byState: Readonly<Record<(typeof rectifyStates)[number], number>>
  }>(),
  'rectifications.get': query(
    z.strictObject({ id: reviewId }),
    'organization.read',
  ).output<RectificationRow>(),
  'rectifications.create': command(
    z.strictObject({ subjectId: reviewId, fields: rectificationInput }),
    'organization.write',
  ).output<RectificationRow>(),
  'rectifications.update': command(
    z.strictObject({ ...versioned, fields: rectificationInput }),
    'organization.write',
  ).output<RectificationRow>(),
  'rectifications.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'organization.write',
  ).output<null>(),
  /** What was not accepted last year goes on in this year's list, once. */
  'rectifications.carryOver': command(z.strictObject({ subjectId: reviewId }), 'organization.write').output<{
    readonly carried: number
  }>(),
  /** 述职会先报上年整改: several at once. */
  'rectifications.report': command(
    z.strictObject({
      items: z
        .array(z.strictObject({ ...versioned }))
        .min(1)
        .max(500),
      reportedOn: dateOnlySchema,
      reportedWords: longText(1000),
    }),
    'organization.write',
  ).output<{ readonly reported: number }>(),
}
