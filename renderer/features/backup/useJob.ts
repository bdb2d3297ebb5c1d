import { useState } from 'react'
import { newJobId } from '../../lib/jobs.ts'

interface RunningJob {
  /** For the progress dialog; null while nothing runs. */
  readonly jobId: string | null
  readonly run: <T>(work: (jobId: string) => Promise<T>) => Promise<T>
}

/** One long call at a time, with a job to follow and to cancel. */
export function useJob(): RunningJob {
  const [jobId, setJobId] = useState<string | null>(null)
  const run = async <T>(work: (jobId: string) => Promise<T>): Promise<T> => {
    const id = newJobId()
    setJobId(id)
    try {
      return await work(id)
    } finally {
      setJobId(null)
    }
  }
  return { jobId, run }
}
