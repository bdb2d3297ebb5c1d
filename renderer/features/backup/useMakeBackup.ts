import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { type CallError, toCallError } from '../../lib/callError.ts'
import { invalidateAfter } from '../../lib/queries.ts'
import { useToast } from '../../ui/useToast.ts'
import { useJob } from './useJob.ts'

interface MakeBackup {
  readonly jobId: string | null
  readonly error: CallError | null
  /** The backup stands on this machine but not at the second place. */
  readonly secondProblem: string | null
  readonly make: () => Promise<void>
}

export function useMakeBackup(): MakeBackup {
  const job = useJob()
  const toast = useToast()
  const client = useQueryClient()
  const [error, setError] = useState<CallError | null>(null)
  const [secondProblem, setSecondProblem] = useState<string | null>(null)
  const make = async (): Promise<void> => {
    setError(null)
    setSecondProblem(null)
    try {
      const made = await job.run((jobId) => call('backup.make', { jobId }))
      setSecondProblem(made.secondProblem)
      if (made.secondProblem === null) toast.success('备份完成，已试着打开核对过')
    } catch (failure) {
      const known = toCallError(failure)
      if (known.code !== 'CANCELLED') setError(known)
    }
    await invalidateAfter(client, 'backup.make')
  }
  return { jobId: job.jobId, error, secondProblem, make }
}
