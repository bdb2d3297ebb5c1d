import { Button } from 'antd'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { useExport } from '../../ui/useExport.ts'

interface ExportCompletionProps {
  readonly organizationId: string | null
  readonly year: number
}

/** 三会一课完成率表, for printing and for working on. */
export function ExportCompletion({ organizationId, year }: ExportCompletionProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  const save = (format: 'docx' | 'xlsx') =>
    void run(() => call('documents.exportCompletion', { organizationId, year, format }))
  return (
    <>
      <Button loading={isBusy} onClick={() => save('docx')}>
        完成率表（Word）
      </Button>
      <Button loading={isBusy} onClick={() => save('xlsx')}>
        完成率表（Excel）
      </Button>
    </>
  )
}
