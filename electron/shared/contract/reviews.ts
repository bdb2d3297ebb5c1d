import { z } from 'zod'
import type { SubjectKind } from '../domain/reviews/words.ts'
import { command, query } from './define.ts'
import { reasonInput, versioned } from './meetingInputs.ts'
import {
  campaignInput,
  commentInput,
  dailyInput,
  decisionInput,
  feedbackInput,
  reportInput,
  reviewId,
  schemeInput,
  stepInput,
  subjectInput,
} from './reviewInputs.ts'
import type { BoardRow, CampaignDetail, CampaignRow, SchemeScores, SubjectDetail } from './reviewRows.ts'
import { dateOnlySchema } from './dates.ts'
import { shortText } from './reviewInputs.ts'

const campaign = <T extends z.ZodType>(input: T) =>
  command(input, 'organization.write').output<CampaignDetail>()
const subject = <T extends z.ZodType>(input: T) =>
  command(input, 'organization.write').output<SubjectDetail>()
const id = z.strictObject({ id: reviewId })

export const reviewsRoutes = {
  /** Newest year first: own ones, and those of the organisations above. */
  'reviews.campaigns': query(z.strictObject({}), 'organization.read').output<readonly CampaignRow[]>(),
  'reviews.campaign': query(id, 'organization.read').output<CampaignDetail>(),
  /** With the usual scheme, or with schemes and people of another year's campaign. */
  'reviews.create': campaign(
    z.strictObject({
      fields: campaignInput,
      from: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('usual'), weights: z.enum(['usual', 'checked', 'democratic']) }),
        z.strictObject({ kind: z.literal('campaign'), id: reviewId, withSubjects: z.boolean() }),
      ]),
    }),
  ),
  'reviews.update': campaign(z.strictObject({ ...versioned, fields: campaignInput })),
  'reviews.trash': command(
    z.strictObject({ ...versioned, reason: reasonInput }),
    'organization.write',
  ).output<null>(),
  'reviews.addScheme': campaign(z.strictObject({ campaignId: reviewId, ...schemeInput.shape })),
  /** `version` of the scheme. Once ballots are in only with a reason. */
  'reviews.saveScheme': campaign(
    z.strictObject({ ...versioned, ...schemeInput.shape, reason: reasonInput.nullable() }),
  ),
  'reviews.removeScheme': campaign(z.strictObject({ ...versioned })),
  /** Secretaries and members in office of the organisations below, who are not in it yet. */
  'reviews.candidates': query(
    z.strictObject({ campaignId: reviewId, schemeId: reviewId }),
    'organization.read',
  ).output<
    readonly {
      readonly organizationId: string
      readonly organizationName: string
      readonly memberId: string | null
      readonly name: string
      readonly kind: SubjectKind
      readonly duty: string
    }[]
  >(),
  'reviews.addSubjects': campaign(
    z.strictObject({ campaignId: reviewId, subjects: z.array(subjectInput).min(1, '请选择述职人').max(500) }),
  ),
  'reviews.updateSubject': subject(z.strictObject({ ...versioned, fields: subjectInput })),
  /** Not once ballots on the person are in. */
  'reviews.removeSubject': campaign(z.strictObject({ ...versioned, reason: reasonInput })),
  'reviews.board': query(z.strictObject({ campaignId: reviewId }), 'organization.read').output<
    readonly BoardRow[]
  >(),
  /** All of them or none; refused with a sentence for each person whose step cannot be registered. */
  'reviews.registerStep': command(
    z.strictObject({
      subjects: z
        .array(z.strictObject({ ...versioned }))
        .min(1, '请选择述职人')
        .max(500),
      step: stepInput,
    }),
    'organization.write',
  ).output<{ readonly registered: number }>(),
  'reviews.subject': query(id, 'organization.read').output<SubjectDetail>(),
  /** Of a member, or of an organisation's own secretaries and members: year by year, the newest first. */
  'reviews.of': query(
    z.strictObject({ of: z.enum(['member', 'organization']), id: reviewId }),
    'organization.read',
  ).output<{
    readonly results: readonly {
      readonly subjectId: string
      readonly year: number
      readonly campaignName: string
      readonly name: string
      readonly duty: string | null
      readonly organizationName: string
      /** 较好, as the scheme calls it; null while undecided. */
      readonly gradeName: string | null
    }[]
  }>(),
  'reviews.saveReport': subject(z.strictObject({ ...versioned, report: reportInput })),
  'reviews.saveComments': subject(z.strictObject({ ...versioned, comments: z.array(commentInput).max(100) })),
  /** The evidence of that moment is kept beside the scores. */
  'reviews.saveDaily': subject(z.strictObject({ ...versioned, scores: z.array(dailyInput).max(50) })),
  'reviews.saveFeedback': subject(z.strictObject({ ...versioned, feedback: feedbackInput })),
  'reviews.scores': query(z.strictObject({ campaignId: reviewId }), 'organization.read').output<
    readonly SchemeScores[]
  >(),
  /** 党工委会议定等, all of them or none (REV-09). */
  'reviews.decide': command(
    z.strictObject({
      campaignId: reviewId,
      decidedOn: dateOnlySchema.nullable(),
      /** 会议名称. */
      decidedAt: shortText(100),
      decisions: z.array(decisionInput).min(1).max(500),
    }),
    'organization.write',
  ).output<{ readonly decided: number }>(),
}
