import type { SamplesOf } from './sample.ts'

type PaperRoutes =
  | 'documents.developmentPapers'
  | 'documents.exportDevelopment'
  | 'documents.exportDevelopmentFile'
  | 'documents.exportDevelopmentDue'
  | 'documents.exportDevelopmentPlan'
  | 'documents.exportForms'
  | 'documents.exportTraining'

export const developmentPaperSamples: SamplesOf<PaperRoutes> = {
  'documents.developmentPapers': { input: (_, { developmentFileId }) => ({ fileId: developmentFileId }) },
  'documents.exportDevelopment': {
    input: (_, { developmentFileId }) => ({ fileId: developmentFileId, paper: 'activistRegister' }),
  },
  'documents.exportDevelopmentFile': {
    input: (_, { developmentFileId }) => ({ fileId: developmentFileId }),
  },
  'documents.exportDevelopmentDue': {
    input: (_, { communityId }) => ({ organizationId: communityId, month: '2026-11' }),
    everything: { organizationId: null, month: '2026-11' },
  },
  'documents.exportDevelopmentPlan': {
    input: (_, { developmentFileId }) => ({ fileId: developmentFileId, wishedOn: null }),
  },
  'documents.exportForms': {
    input: () => ({ status: null, format: 'docx' }),
    namesNone: 'the register of whoever asks',
  },
  'documents.exportTraining': {
    input: (_, { trainingClassId }) => ({ classId: trainingClassId, format: 'docx' }),
  },
}
