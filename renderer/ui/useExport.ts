import type { ExportedDocument } from '#shared/contract/documents.ts'
import { useState } from 'react'
import { toCallError } from '../lib/callError.ts'
import { saveFile } from '../lib/files.ts'
import { newJobId } from '../lib/jobs.ts'
import { useToast } from './useToast.ts'

/** Makes a document, hands it over, and says where it went and what it leaves blank. */
export function useExport(): {
  readonly isBusy: boolean
  /** Whether it went well; what did not is said already. */
  readonly run: (make: () => Promise<ExportedDocument>) => Promise<boolean>
} {
  const [isBusy, setBusy] = useState(false)
  const toast = useToast()
  const run = async (make: () => Promise<ExportedDocument>): Promise<boolean> => {
    setBusy(true)
    let isDone = false
    try {
      const exported = await make()
      const saved = await saveFile(exported.file)
      const gaps = exported.missing.length === 0 ? '' : `，有 ${exported.missing.length} 处缺项留空待补`
      if (saved !== null) toast.success(`已导出“${saved.name}”${gaps}`)
      isDone = true
    } catch (error) {
      // Who cancelled knows.
      if (toCallError(error).code !== 'CANCELLED') toast.failure(error)
    }
    setBusy(false)
    return isDone
  }
  return { isBusy, run }
}

/** The same for what takes longer than a second: `jobId` is the running job's, for a `ProgressDialog`. */
export function useJobExport(): {
  readonly isBusy: boolean
  readonly jobId: string | null
  readonly run: (make: (jobId: string) => Promise<ExportedDocument>) => Promise<boolean>
} {
  const { isBusy, run } = useExport()
  const [jobId, setJobId] = useState<string | null>(null)
  return {
    isBusy,
    jobId,
    run: (make) => {
      const id = newJobId()
      setJobId(id)
      return run(() => make(id).finally(() => setJobId(null)))
    },
  }
}
