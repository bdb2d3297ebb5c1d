import type { RouteName } from '#shared/contract/routes.ts'
import { accountSamples } from './routeSamples/accounts.ts'
import { backupSamples } from './routeSamples/backup.ts'
import { bridgeSamples } from './routeSamples/bridge.ts'
import { developmentSamples } from './routeSamples/development.ts'
import { developmentReadSamples } from './routeSamples/developmentReads.ts'
import {
  attachmentSamples,
  calendarSamples,
  formSamples,
  trainingSamples,
} from './routeSamples/developmentRegisters.ts'
import { electionSamples } from './routeSamples/elections.ts'
import { importSamples } from './routeSamples/imports.ts'
import { logSamples } from './routeSamples/log.ts'
import { enterpriseSamples, lostSamples } from './routeSamples/lost.ts'
import { meetingComplianceSamples, meetingPlanSamples } from './routeSamples/meetingCompliance.ts'
import { meetingSamples } from './routeSamples/meetings.ts'
import { membershipSamples } from './routeSamples/memberships.ts'
import { mobilitySamples } from './routeSamples/mobility.ts'
import { organizationLifeSamples } from './routeSamples/organizationLife.ts'
import { recordSamples } from './routeSamples/records.ts'
import { rectificationSamples } from './routeSamples/rectifications.ts'
import { responsibilitySamples } from './routeSamples/responsibility.ts'
import { reviewBallotSamples } from './routeSamples/reviewBallots.ts'
import { reviewSamples } from './routeSamples/reviews.ts'
import { reviewScoreSamples } from './routeSamples/reviewScores.ts'
import type { Sample } from './routeSamples/sample.ts'
import { sessionSamples } from './routeSamples/session.ts'
import { postSamples, termSamples } from './routeSamples/terms.ts'
import { transferSamples } from './routeSamples/transfers.ts'

export type { Sample } from './routeSamples/sample.ts'

/** A valid input for every route against the standard office: a route without one does not compile. */
export const routeSamples: { readonly [R in RouteName]: Sample<R> } = {
  ...accountSamples,
  ...recordSamples,
  ...meetingSamples,
  ...meetingComplianceSamples,
  ...meetingPlanSamples,
  ...membershipSamples,
  ...bridgeSamples,
  ...mobilitySamples,
  ...electionSamples,
  ...organizationLifeSamples,
  ...reviewBallotSamples,
  ...reviewSamples,
  ...rectificationSamples,
  ...responsibilitySamples,
  ...reviewScoreSamples,
  ...developmentReadSamples,
  ...developmentSamples,
  ...formSamples,
  ...trainingSamples,
  ...calendarSamples,
  ...attachmentSamples,
  ...lostSamples,
  ...enterpriseSamples,
  ...transferSamples,
  ...termSamples,
  ...postSamples,
  ...importSamples,
  ...logSamples,
  ...backupSamples,
  ...sessionSamples,
}
