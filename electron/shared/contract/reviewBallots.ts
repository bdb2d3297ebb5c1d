import { z } from 'zod'
import type { Finding } from '../domain/finding.ts'
import type { VoidReason } from '../domain/reviews/ballotLines.ts'
import { grades } from '../domain/reviews/grades.ts'
import type { Mark } from '../domain/reviews/marks.ts'
import type { BallotItem } from '../domain/reviews/scheme.ts'
import { type BatchMethod, batchMethods, type BatchState } from '../domain/reviews/words.ts'
import type { DateOnly } from '../lib/dates.ts'
import { dateOnlySchema } from './dates.ts'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'
import { reviewId, shortText } from './reviewInputs.ts'

const count = z.int('应为整数').min(0, '不能是负数').max(100_000, '数字太大，请核对')

export const batchInput = z.strictObject({
  campaignId: reviewId,
  schemeId: reviewId,
  componentId: reviewId,
  groupId: reviewId,
  /** Who holds it. */
  organizationId: z.string().min(1, '请选择组织测评的党组织').max(64),
  heldOn: dateOnlySchema,
  should: count.nullable(),
  present: count.nullable(),
  method: z.enum(batchMethods),
  supervisors: shortText(100),
  tellers: shortText(100),
  subjects: z
    .array(z.strictObject({ subjectId: reviewId, issued: count, returned: count }))
    .min(1, '请选择被测评人')
    .max(300),
})

export type BatchFields = Readonly<z.output<typeof batchInput>>

export interface BatchRow {
  readonly id: string
  readonly version: number
  readonly state: BatchState
  readonly method: BatchMethod
  readonly organizationId: string
  readonly organizationName: string
  readonly schemeId: string
  readonly componentId: string
  readonly componentName: string
  readonly groupId: string
  readonly groupName: string
  readonly heldOn: DateOnly
  readonly closedOn: DateOnly | null
  readonly subjects: number
  readonly issued: number
  readonly returned: number
  /** REV-02, REV-03, REV-04 of the papers; nothing of what stands on them. */
  readonly findings: readonly Finding[]
}

export interface BatchDetail extends BatchRow {
  readonly fields: BatchFields
  readonly voidReason: string | null
  readonly items: readonly BallotItem[]
  readonly people: readonly {
    readonly subjectId: string
    readonly name: string
    readonly organizationName: string
    readonly issued: number
    readonly returned: number
  }[]
  /** While it is open and keyed: sheets in each pass, and whether the caller is its keyer or may become so. */
  readonly passes: readonly {
    readonly pass: 1 | 2
    readonly sheets: number
    readonly isMine: boolean
    readonly whyNot: string | null
  }[]
  /** Why it cannot be closed yet; null when it can. */
  readonly whyNotClosed: string | null
}

/** One place of the pile: all people on the sheet. */
export interface KeyedSheet {
  readonly place: number
  readonly lines: readonly {
    readonly subjectId: string
    /** As keyed, in the order of the items. */
    readonly cells: readonly string[]
    readonly opinion: string | null
    /** Void, or refused with the reason; null when it counts. */
    readonly note: string | null
  }[]
}

export interface BallotDifference {
  readonly place: number
  readonly subjectId: string
  readonly name: string
  readonly itemId: string | null
  /** Null where a whole line was keyed once only. */
  readonly itemName: string | null
  readonly first: Mark | null
  readonly second: Mark | null
  /** 两遍不一致, or the mark cannot be true although both agree. */
  readonly kind: 'differs' | 'refused'
  readonly message: string
}

const gradeCounts = z.record(z.enum(grades), count)

export const tallyInput = z.strictObject({
  subjectId: reviewId,
  several: count,
  illegible: count,
  blank: count,
  valid: count,
  items: z.array(
    z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('grades'), itemId: reviewId, counts: gradeCounts, abstained: count }),
      z.strictObject({
        by: z.literal('points'),
        itemId: reviewId,
        votes: count,
        /** Hundredths. */
        sum: z.int().min(0).max(1_000_000_000),
        abstained: count,
      }),
    ]),
  ),
})

export type TallyFields = Readonly<z.output<typeof tallyInput>>

/** What reading a workbook of ballots found; nothing is written yet. */
export interface BallotFilePreview {
  readonly previewId: string
  readonly fileName: string
  readonly sheets: readonly {
    readonly sheet: string
    readonly groupId: string | null
    readonly groupName: string | null
    readonly rows: number
  }[]
  readonly rows: number
  readonly outOfRange: number
  readonly empty: number
  readonly twoGrades: number
  readonly unreadable: number
  readonly voided: Readonly<Record<VoidReason, number>>
  /** One for each row that is not taken or waits for the paper, with sheet and place. */
  readonly problems: readonly { readonly sheet: string; readonly place: number; readonly message: string }[]
  /** Why nothing can be imported: columns that are no indicators of the scheme, and so on. */
  readonly whyNot: readonly string[]
}

const ofBatch = z.strictObject({ id: reviewId })

export const reviewBallotsRoutes = {
  'reviewBallots.list': query(z.strictObject({ campaignId: reviewId }), 'organization.read').output<
    readonly BatchRow[]
  >(),
  'reviewBallots.get': query(ofBatch, 'organization.read').output<BatchDetail>(),
  'reviewBallots.open': command(
    z.strictObject({ fields: batchInput }),
    'organization.write',
  ).output<BatchDetail>(),
  /** While it is open. */
  'reviewBallots.update': command(
    z.strictObject({ ...versioned, fields: batchInput }),
    'organization.write',
  ).output<BatchDetail>(),
  /** An open batch and what was keyed of it go for good. */
  'reviewBallots.cancel': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'organization.write',
  ).output<null>(),
  /** What the caller keyed in this pass; never another's. */
  'reviewBallots.keyed': query(
    z.strictObject({ id: reviewId, pass: z.union([z.literal(1), z.literal(2)]) }),
    'organization.write',
  ).output<readonly KeyedSheet[]>(),
  /** One sheet; the second pass is another account's. Keyed again at the same place it replaces the former. */
  'reviewBallots.key': command(
    z.strictObject({
      id: reviewId,
      pass: z.union([z.literal(1), z.literal(2)]),
      place: z.int().min(1).max(100_000),
      lines: z
        .array(
          z.strictObject({
            subjectId: reviewId,
            cells: z.array(z.string().max(30, '最多 30 个字')).max(100),
            opinion: shortText(500),
          }),
        )
        .max(300),
    }),
    'organization.write',
  ).output<KeyedSheet>(),
  'reviewBallots.removeSheet': command(
    z.strictObject({
      id: reviewId,
      pass: z.union([z.literal(1), z.literal(2)]),
      place: z.int().min(1).max(100_000),
    }),
    'organization.write',
  ).output<null>(),
  'reviewBallots.differences': query(ofBatch, 'organization.write').output<readonly BallotDifference[]>(),
  /** What the paper says: for both passes. Without an item: whether the line is there at all. */
  'reviewBallots.settle': command(
    z.strictObject({
      id: reviewId,
      place: z.int().min(1).max(100_000),
      subjectId: reviewId,
      itemId: reviewId.nullable(),
      cell: z.string().max(30, '最多 30 个字').nullable(),
      isThere: z.boolean(),
    }),
    'organization.write',
  ).output<readonly BallotDifference[]>(),
  /** Of a keyed or read batch: sums into the counts, lines gone for good. Not to be undone. */
  'reviewBallots.close': command(
    z.strictObject({ ...versioned }),
    'organization.write',
  ).output<BatchDetail>(),
  /** Of a called-out batch (唱票): the sums as they stand on the tally sheet. */
  'reviewBallots.closeTally': command(
    z.strictObject({ ...versioned, people: z.array(tallyInput).min(1).max(300) }),
    'organization.write',
  ).output<BatchDetail>(),
  /** A workbook, one ballot a row, a sheet for each rater group. */
  'reviewBallots.preview': command(
    z.strictObject({ handle: z.string().min(1).max(200), campaignId: reviewId, schemeId: reviewId }),
    'import.write',
  ).output<BallotFilePreview>(),
  /** Opens a batch for each sheet; what waits for the paper is settled there before it is closed. */
  'reviewBallots.import': command(
    z.strictObject({
      previewId: reviewId,
      organizationId: reviewId,
      heldOn: dateOnlySchema,
    }),
    'import.write',
  ).output<{ readonly batchIds: readonly string[]; readonly taken: number }>(),
}
