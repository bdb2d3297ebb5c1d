import { z } from 'zod'
import { command, query } from './define.ts'

/** Made by the caller, so that progress can be asked for while the call is still running. */
export const jobId = z.string().min(8).max(64)

export interface JobProgress {
  readonly label: string
  readonly done: number
  /** Null while the size is not known. */
  readonly total: number | null
}

export const jobsRoutes = {
  'jobs.progress': query(z.strictObject({ jobId }), 'public').output<JobProgress | null>(),
  'jobs.cancel': command(z.strictObject({ jobId }), 'public').output<null>(),
}
