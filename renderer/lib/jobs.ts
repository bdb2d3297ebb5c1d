import type { JobProgress } from '#shared/contract/jobs.ts'
import { call } from './api.ts'
import { useCall } from './queries.ts'

/** Made here so that progress can be asked for while the call is still running. */
export function newJobId(): string {
  return crypto.randomUUID()
}

/** How far a running job is; null while nothing is known. */
export function useJobProgress(jobId: string | null): JobProgress | null {
  const progress = useCall(
    'jobs.progress',
    { jobId: jobId ?? '--------' },
    { enabled: jobId !== null, repeatMs: 250, keepPrevious: true },
  )
  return jobId === null ? null : (progress.data ?? null)
}

export async function cancelJob(jobId: string): Promise<void> {
  await call('jobs.cancel', { jobId })
}
