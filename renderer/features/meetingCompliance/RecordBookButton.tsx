import { Button } from 'antd'
import { call } from '../../lib/api.ts'
import { useHasRight } from '../../lib/session.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useJobExport } from '../../ui/useExport.ts'

interface RecordBookButtonProps {
  readonly organizationId: string
  readonly year: number
}

/** 三会一课记录本 of the branch and year. */
export function RecordBookButton({ organizationId, year }: RecordBookButtonProps) {
  const canExport = useHasRight('document.export')
  const { isBusy, jobId, run } = useJobExport()
  if (!canExport) return null
  return (
    <>
      <Button
        loading={isBusy}
        onClick={() =>
          void run((id) => call('documents.exportRecordBook', { organizationId, year, jobId: id }))
        }
      >
        导出{year}年记录本
      </Button>
      <ProgressDialog jobId={jobId} title={`正在生成${year}年记录本`} cancelHint="取消后不生成文件" />
    </>
  )
}
