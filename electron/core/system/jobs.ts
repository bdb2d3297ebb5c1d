import type { JobProgress } from '#shared/contract/jobs.ts'
import { AppError } from '#shared/contract/errors.ts'

/** One long call: tells how far it is and learns whether it should stop. */
export interface Job {
  readonly signal: AbortSignal
  report(progress: JobProgress): void
  /** Lets other calls run, then throws CANCELLED if the user has asked to stop. */
  breathe(): Promise<void>
}

export interface Jobs {
  run<T>(jobId: string | null, body: (job: Job) => Promise<T>): Promise<T>
  progress(jobId: string): JobProgress | null
  cancel(jobId: string): void
  /** Those without a name, too. */
  cancelAll(): void
}

interface RunningJob {
  readonly controller: AbortController
  progress: JobProgress | null
}

export function createJobs(): Jobs {
  const running = new Map<string, RunningJob>()
  const all = new Set<RunningJob>()
  return {
    run: async (jobId, body) => {
      const state: RunningJob = { controller: new AbortController(), progress: null }
      if (jobId !== null) running.set(jobId, state)
      all.add(state)
      try {
        return await body(jobFor(state))
      } finally {
        all.delete(state)
        if (jobId !== null) running.delete(jobId)
      }
    },
    progress: (jobId) => running.get(jobId)?.progress ?? null,
    cancel: (jobId) => running.get(jobId)?.controller.abort(),
    cancelAll: () => {
      for (const { controller } of all) controller.abort()
    },
  }
}

function jobFor(state: RunningJob): Job {
  return {
    signal: state.controller.signal,
    report: (progress) => {
      state.progress = progress
    },
    breathe: async () => {
      await new Promise<void>((resolve) => {
        setImmediate(resolve)
      })
      if (state.controller.signal.aborted)
        throw new AppError('CANCELLED', 'cancelled by the user', { messageZh: '已取消，没有写入任何数据' })
    },
  }
}
