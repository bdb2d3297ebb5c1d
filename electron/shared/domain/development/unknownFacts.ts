import type { DevelopmentFacts } from './facts.ts'
import { noDates } from './milestones.ts'

/** A file nobody has written anything into: what is not known breaks no rule. */
export const unknownFacts: DevelopmentFacts = {
  birthDate: null,
  dates: noDates,
  contacts: null,
  sponsors: null,
  activistReviews: null,
  probationReviews: null,
  thoughtReports: null,
  publicityResult: null,
  trainingDays: null,
  trainingHours: null,
  isPoliticallyQualified: null,
  hasReviewSummary: null,
  leavesSoon: null,
  formIssuer: null,
  preReviewBody: null,
  approvalBody: null,
  regularApprovalBody: null,
  admissionVote: null,
  regularVote: null,
  resolutionOn: null,
  rosterJoinedOn: null,
  rosterRegularOn: null,
  extensions: [],
  materials: null,
  arrival: null,
  endedOn: null,
}
