import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImportPreview } from '#shared/contract/imports.ts'
import { call } from '../../lib/api.ts'
import type { CallError } from '../../lib/callError.ts'
import { cancelJob, newJobId } from '../../lib/jobs.ts'
import { useDebounced } from '../../lib/useDebounced.ts'
import type { ImportChoices } from './importDraft.ts'

const settleMs = 250

interface Shown {
  readonly choices: ImportChoices
  readonly preview: ImportPreview
}

export interface PreviewState {
  /** The last one that was computed; while newer choices are being computed it is the one before. */
  readonly shown: Shown | null
  readonly isComputing: boolean
  /** The running job, for its progress. */
  readonly jobId: string | null
  readonly error: CallError | null
  readonly retry: () => void
}

/** Previews again whenever the choices have stood still for a moment; newer choices cancel the run before. */
export function useImportPreview(choices: ImportChoices): PreviewState {
  const settled = useDebounced(choices, settleMs)
  const [jobId, setJobId] = useState<string | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const query = useQuery({
    // Not under the slice's name: what a commit makes stale must not preview the file once more.
    queryKey: ['importPreview', settled],
    queryFn: ({ signal }) => {
      const id = newJobId()
      setJobId(id)
      signal.addEventListener('abort', () => void cancelJob(id).catch(() => undefined))
      return call('imports.preview', { ...settled, jobId: id })
    },
    gcTime: 0,
  })
  if (query.data !== undefined && query.data !== shown?.preview) {
    setShown({ choices: settled, preview: query.data })
  }
  return {
    shown,
    isComputing: settled !== choices || query.isFetching,
    jobId: query.isFetching ? jobId : null,
    error: query.error,
    retry: () => void query.refetch(),
  }
}
