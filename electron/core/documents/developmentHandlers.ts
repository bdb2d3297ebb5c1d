import type { developmentPapersRoutes } from '#shared/contract/developmentPapers.ts'
import type { HandlersOf } from '../call.ts'
import { exportDevelopmentDue } from './developmentDueExport.ts'
import { exportDevelopment, exportDevelopmentFile, listDevelopmentPapers } from './developmentExport.ts'
import { exportForms, exportTraining } from './developmentLedgers.ts'
import { exportDevelopmentPlan } from './developmentPlanExport.ts'

export const developmentPapersHandlers: HandlersOf<typeof developmentPapersRoutes> = {
  'documents.developmentPapers': ({ fileId }, { db, account, ports }) => ({
    papers: listDevelopmentPapers(db.read, fileId, account, ports.clock.today()),
  }),
  'documents.exportDevelopment': (input, { db, account, ports }) =>
    exportDevelopment(db, input, account, ports),
  'documents.exportDevelopmentFile': (input, { db, account, ports }) =>
    exportDevelopmentFile(db, input, account, ports),
  'documents.exportDevelopmentDue': (input, { db, account, ports }) =>
    exportDevelopmentDue(db, input, account, ports),
  'documents.exportDevelopmentPlan': (input, { db, account, ports }) =>
    exportDevelopmentPlan(db, input, account, ports),
  'documents.exportForms': (input, { db, account, ports }) => exportForms(db, input, account, ports),
  'documents.exportTraining': (input, { db, account, ports }) => exportTraining(db, input, account, ports),
}
