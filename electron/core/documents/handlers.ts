import type { documentsRoutes } from '#shared/contract/documents.ts'
import type { HandlersOf } from '../call.ts'
import { exportRoster } from './service.ts'

export const documentsHandlers: HandlersOf<typeof documentsRoutes> = {
  'documents.exportRoster': (input, { db, account, ports, jobs }) =>
    jobs.run(input.jobId, (job) => exportRoster(db, input, account, ports, job)),
}
