import { useState } from 'react'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { call } from '../../lib/api.ts'
import { type CallError, toCallError } from '../../lib/callError.ts'
import { type SavedFile, saveFile } from '../../lib/files.ts'
import { newJobId } from '../../lib/jobs.ts'
import type { ExportForm } from './exportForm.ts'

export interface FinishedExport {
  readonly exported: ExportedDocument
  readonly organizationId: string | null
  readonly saved: SavedFile | null
}

interface RosterExport {
  /** The running job; null when none runs. */
  readonly jobId: string | null
  readonly finished: FinishedExport | null
  readonly error: CallError | null
  /** Rejects with the error so that the form can show it at its fields. */
  readonly run: (form: ExportForm) => Promise<void>
}

/** Makes the file, hands it over, and keeps what is to be said about it. */
export function useRosterExport(): RosterExport {
  const [jobId, setJobId] = useState<string | null>(null)
  const [finished, setFinished] = useState<FinishedExport | null>(null)
  const [error, setError] = useState<CallError | null>(null)
  const run = async (form: ExportForm): Promise<void> => {
    const id = newJobId()
    setJobId(id)
    setError(null)
    setFinished(null)
    try {
      const columns = form.format === 'xlsx' ? form.columns : null
      const purpose = form.unmasked ? form.purpose : null
      const exported = await call('documents.exportRoster', { ...form, columns, purpose, jobId: id })
      setJobId(null)
      setFinished({ exported, organizationId: form.organizationId, saved: await saveFile(exported.file) })
    } catch (failure) {
      setJobId(null)
      setError(toCallError(failure))
      throw failure
    }
  }
  return { jobId, finished, error, run }
}
