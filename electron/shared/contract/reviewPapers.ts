import { z } from 'zod'
import { command } from './define.ts'
import type { ExportedDocument } from './documents.ts'
import { jobId } from './jobs.ts'
import { reviewId, reviewYear } from './reviewInputs.ts'

const format = z.enum(['docx', 'xlsx'])
const exported = <T extends z.ZodType>(input: T) =>
  command(input, 'document.export').output<ExportedDocument>()
const ofCampaign = z.strictObject({ campaignId: reviewId })
/** One person, or all of the campaign. */
const ofPeople = z.strictObject({ campaignId: reviewId, subjectId: reviewId.nullable() })

export const reviewPapersRoutes = {
  /** 述职方案. */
  'documents.exportReviewScheme': exported(ofCampaign),
  /** D12: 测评票 of one direction, no number, no name of the rater: a page a person, or one sheet for all. */
  'documents.exportReviewBallot': exported(
    z.strictObject({
      campaignId: reviewId,
      schemeId: reviewId,
      componentId: reviewId,
      subjectIds: z.array(reviewId).min(1, '请选择被测评人').max(300),
      layout: z.enum(['each', 'sheet']),
      jobId: jobId.nullable(),
    }),
  ),
  /** 唱票计票记录: empty columns to tick, or the sums of a closed direction. */
  'documents.exportReviewTally': exported(
    z.strictObject({
      campaignId: reviewId,
      schemeId: reviewId,
      componentId: reviewId,
      subjectId: reviewId,
      isBlank: z.boolean(),
    }),
  ),
  /** 综合成绩汇总表. */
  'documents.exportReviewSummary': exported(z.strictObject({ campaignId: reviewId, format })),
  /** D12: 结果通报. */
  'documents.exportReviewNotice': exported(ofCampaign),
  /** 反馈表. */
  'documents.exportReviewFeedback': exported(z.strictObject({ ...ofPeople.shape, jobId: jobId.nullable() })),
  /** D14: 整改清单. */
  'documents.exportRectifications': exported(z.strictObject({ ...ofPeople.shape, format })),
  /** D14: 整改情况报告. */
  'documents.exportRectifyReport': exported(ofPeople),
  /** 党建工作责任清单. */
  'documents.exportResponsibility': exported(z.strictObject({ organizationId: reviewId, year: reviewYear })),
}
