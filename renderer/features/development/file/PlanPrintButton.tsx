import { Button } from 'antd'
import type { DateOnly } from '#shared/lib/dates.ts'
import { call } from '../../../lib/api.ts'
import { useHasRight } from '../../../lib/session.ts'
import { useExport } from '../../../ui/useExport.ts'

interface PlanPrintButtonProps {
  readonly fileId: string
  readonly wishedOn: DateOnly | null
}

/** The plan on one page, as it stands on the screen. */
export function PlanPrintButton({ fileId, wishedOn }: PlanPrintButtonProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, run } = useExport()
  if (!canExport) return null
  return (
    <Button
      size="small"
      loading={isBusy}
      onClick={() => void run(() => call('documents.exportDevelopmentPlan', { fileId, wishedOn }))}
    >
      打印倒排计划
    </Button>
  )
}
