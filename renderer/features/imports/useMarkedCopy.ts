import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { saveFile } from '../../lib/files.ts'
import { useToast } from '../../ui/useToast.ts'

interface MarkedCopy {
  readonly isBusy: boolean
  readonly save: () => void
}

/** The clerk's own workbook with every problem marked in it, to send back. */
export function useMarkedCopy(previewId: string): MarkedCopy {
  const [isBusy, setIsBusy] = useState(false)
  const toast = useToast()
  const save = async (): Promise<void> => {
    setIsBusy(true)
    try {
      const saved = await saveFile(await call('imports.markedCopy', { previewId }))
      if (saved !== null) toast.success('已保存标注副本，有问题的格已标色，末列写明问题')
    } catch (error) {
      toast.failure(error)
    }
    setIsBusy(false)
  }
  return { isBusy, save: () => void save() }
}
