import type { reviewPapersRoutes } from '#shared/contract/reviewPapers.ts'
import type { HandlersOf } from '../call.ts'
import {
  exportReviewBallot,
  exportReviewScheme,
  exportReviewSummary,
  exportReviewTally,
} from './reviewExport.ts'
import { exportRectifications, exportRectifyReport, exportResponsibility } from './reviewRectifyExport.ts'
import { exportReviewFeedback, exportReviewNotice } from './reviewResultExport.ts'

export const reviewPapersHandlers: HandlersOf<typeof reviewPapersRoutes> = {
  'documents.exportReviewScheme': (input, { db, account, ports }) =>
    exportReviewScheme(db, input, account, ports),
  'documents.exportReviewBallot': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportReviewBallot(db, input, account, ports, job)),
  'documents.exportReviewTally': (input, { db, account, ports }) =>
    exportReviewTally(db, input, account, ports),
  'documents.exportReviewSummary': (input, { db, account, ports }) =>
    exportReviewSummary(db, input, account, ports),
  'documents.exportReviewNotice': (input, { db, account, ports }) =>
    exportReviewNotice(db, input, account, ports),
  'documents.exportReviewFeedback': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportReviewFeedback(db, input, account, ports, job)),
  'documents.exportRectifications': (input, { db, account, ports }) =>
    exportRectifications(db, input, account, ports),
  'documents.exportRectifyReport': (input, { db, account, ports }) =>
    exportRectifyReport(db, input, account, ports),
  'documents.exportResponsibility': (input, { db, account, ports }) =>
    exportResponsibility(db, input, account, ports),
}
