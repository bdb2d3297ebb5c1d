import type { jobsRoutes } from '#shared/contract/jobs.ts'
import type { HandlersOf } from '../call.ts'

export const jobsHandlers: HandlersOf<typeof jobsRoutes> = {
  'jobs.progress': ({ jobId }, { jobs }) => jobs.progress(jobId),
  'jobs.cancel': ({ jobId }, { jobs }) => {
    jobs.cancel(jobId)
    return null
  },
}
