import type { ExportedDocument } from '#shared/contract/documents.ts'
import { useState } from 'react'
import { saveFile } from '../lib/files.ts'
import { useToast } from './useToast.ts'

/** Makes a document, hands it over, and says where it went and what it leaves blank. */
export function useExport(): {
  readonly isBusy: boolean
  readonly run: (make: () => Promise<ExportedDocument>) => Promise<void>
} {
  const [isBusy, setBusy] = useState(false)
  const toast = useToast()
  const run = async (make: () => Promise<ExportedDocument>): Promise<void> => {
    setBusy(true)
    try {
      const exported = await make()
      const saved = await saveFile(exported.file)
      const gaps = exported.missing.length === 0 ? '' : `，有 ${exported.missing.length} 处缺项留空待补`
      if (saved !== null) toast.success(`已导出“${saved.name}”${gaps}`)
    } catch (error) {
      toast.failure(error)
    }
    setBusy(false)
  }
  return { isBusy, run }
}
