import type { ExportedDocument } from '#shared/contract/documents.ts'
import { useState } from 'react'
import { saveFile } from '../lib/files.ts'
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
      toast.failure(error)
    }
    setBusy(false)
    return isDone
  }
  return { isBusy, run }
}
