import { aGuide, aPlan } from './meetingCompliance.ts'
import type { SamplesOf } from './sample.ts'

type PaperRoutes =
  | 'documents.exportMinutes'
  | 'documents.exportSignIn'
  | 'documents.exportMonth'
  | 'documents.exportRecordBook'
  | 'documents.exportCompletion'
  | 'documents.exportAttendance'
  | 'documents.exportMeetingPlan'
  | 'documents.exportTopicGuide'
  | 'documents.exportLifeMeeting'
  | 'documents.exportAppraisal'

export const meetingPaperSamples: SamplesOf<PaperRoutes> = {
  'documents.exportMinutes': { input: (_, { finalMeetingId }) => ({ meetingId: finalMeetingId }) },
  'documents.exportSignIn': { input: (_, { meetingId }) => ({ meetingId }) },
  'documents.exportMonth': {
    input: (_, { communityId }) => ({
      organizationId: communityId,
      month: '2026-11',
      papers: 'both',
      jobId: null,
    }),
    everything: { organizationId: null, month: '2026-11', papers: 'both', jobId: null },
  },
  'documents.exportRecordBook': {
    input: (_, { branchId }) => ({ organizationId: branchId, year: 2026, jobId: null }),
  },
  'documents.exportCompletion': {
    input: (_, { communityId }) => ({ organizationId: communityId, year: 2026, format: 'docx' }),
    everything: { organizationId: null, year: 2026, format: 'xlsx' },
  },
  'documents.exportAttendance': {
    input: (_, { branchId }) => ({ organizationId: branchId, year: 2026, format: 'docx' }),
  },
  'documents.exportMeetingPlan': {
    input: async (office, place) => {
      await aPlan(office, place)
      return { organizationId: place.branchId, year: 2026 }
    },
  },
  'documents.exportTopicGuide': {
    input: async (office, place) => ({ id: (await aGuide(office, place)).id }),
    namesNone: 'a guide made for the asking',
  },
  'documents.exportLifeMeeting': {
    input: (_, { lifeMeetingId }) => ({ id: lifeMeetingId, paper: 'report' }),
  },
  'documents.exportAppraisal': { input: (_, { appraisalId }) => ({ id: appraisalId, paper: 'result' }) },
}
