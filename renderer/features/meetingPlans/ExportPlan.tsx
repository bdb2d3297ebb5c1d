import { Button } from 'antd'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { useExport } from '../../ui/useExport.ts'

interface ExportPlanProps {
  readonly organizationId: string
  readonly year: number
}

/** 年度组织生活计划 as a document. */
export function ExportPlan({ organizationId, year }: ExportPlanProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Button
      loading={isBusy}
      onClick={() => void run(() => call('documents.exportMeetingPlan', { organizationId, year }))}
    >
      导出计划
    </Button>
  )
}
