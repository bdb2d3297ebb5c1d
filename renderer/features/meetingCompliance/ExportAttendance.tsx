import { Button } from 'antd'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { useExport } from '../../ui/useExport.ts'

interface ExportAttendanceProps {
  readonly organizationId: string
  readonly year: number
}

/** 出勤率表 of the branch. */
export function ExportAttendance({ organizationId, year }: ExportAttendanceProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  const save = (format: 'docx' | 'xlsx') =>
    void run(() => call('documents.exportAttendance', { organizationId, year, format }))
  return (
    <>
      <Button loading={isBusy} onClick={() => save('docx')}>
        出勤率表（Word）
      </Button>
      <Button loading={isBusy} onClick={() => save('xlsx')}>
        出勤率表（Excel）
      </Button>
    </>
  )
}
