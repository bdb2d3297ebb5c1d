import type { documentsRoutes } from '#shared/contract/documents.ts'
import type { HandlersOf } from '../call.ts'
import { exportBridge } from './bridgeExport.ts'
import { exportEnterprises, exportLostCases } from './ledgerExport.ts'
import { exportMobility } from './mobilityExport.ts'
import { exportPosts } from './postsExport.ts'
import { exportElection } from './electionExport.ts'
import { exportReminder } from './electionLetters.ts'
import { exportRoster } from './service.ts'

export const documentsHandlers: HandlersOf<typeof documentsRoutes> = {
  'documents.exportElection': (input, { db, account, ports }) => exportElection(db, input, account, ports),
  'documents.exportReminder': (input, { db, account, ports }) => exportReminder(db, input, account, ports),
  'documents.exportBridge': (input, { db, account, ports }) => exportBridge(db, input, account, ports),
  'documents.exportMobility': (input, { db, account, ports }) => exportMobility(db, input, account, ports),
  'documents.exportLostCases': (input, { db, account, ports }) => exportLostCases(db, input, account, ports),
  'documents.exportEnterprises': (input, { db, account, ports }) =>
    exportEnterprises(db, input, account, ports),
  'documents.exportPosts': (input, { db, account, ports }) => exportPosts(db, input, account, ports),
  'documents.exportRoster': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportRoster(db, input, account, ports, job)),
}
