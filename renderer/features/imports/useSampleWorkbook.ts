import { useState } from 'react'
import type { ImportKind } from '#shared/contract/imports.ts'
import { call } from '../../lib/api.ts'
import { saveFile } from '../../lib/files.ts'
import { useToast } from '../../ui/useToast.ts'
import { kindWords } from './importWords.ts'

interface SampleWorkbook {
  readonly isBusy: boolean
  readonly save: () => void
}

export function useSampleWorkbook(kind: ImportKind): SampleWorkbook {
  const [isBusy, setIsBusy] = useState(false)
  const toast = useToast()
  const save = async (): Promise<void> => {
    setIsBusy(true)
    try {
      const saved = await saveFile(await call('imports.sampleWorkbook', { kind }))
      if (saved !== null) toast.success(`已保存${kindWords[kind].title}空白样表`)
    } catch (error) {
      toast.failure(error)
    }
    setIsBusy(false)
  }
  return { isBusy, save: () => void save() }
}
