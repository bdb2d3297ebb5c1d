import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button } from 'antd'
import type { RestoreReport } from '#shared/contract/backup.ts'
import { call } from '../../lib/api.ts'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { InspectionCard } from './InspectionCard.tsx'
import { RestoreForm } from './RestoreForm.tsx'
import { RestoreResult } from './RestoreResult.tsx'
import type { InspectedBackup } from './useInspection.ts'
import { useJob } from './useJob.ts'

/** Who may sign in stays as it is, whatever backup is restored. */
const keptTables = ['accounts']

interface RestoreReviewProps {
  readonly backup: InspectedBackup
  readonly onCancel: () => void
}

/** Told above all pages: the restore has signed everybody out, so the page it was asked on is gone. */
function useTellRestored(): (report: RestoreReport) => void {
  const { modal } = App.useApp()
  return (report) => {
    const told = modal.success({
      title: '已恢复',
      width: 640,
      keyboard: false,
      footer: null,
      content: <RestoreResult report={report} onDone={() => told.destroy()} />,
    })
  }
}

export function RestoreReview({ backup, onCancel }: RestoreReviewProps) {
  const job = useJob()
  const client = useQueryClient()
  const tell = useTellRestored()
  const restore = async (ownPassword: string): Promise<void> => {
    const report = await job.run((jobId) =>
      call('backup.restore', { source: backup.source, ownPassword, jobId }),
    )
    tell(report)
    // Nobody is signed in any more: the gate learns it and shows the sign-in page.
    await client.invalidateQueries({ queryKey: ['accounts'] })
  }
  return (
    <Page title="恢复数据" actions={<Button onClick={onCancel}>返回，不恢复</Button>}>
      <div className="backup-review">
        <InspectionCard title={backup.title} inspection={backup.inspection} kept={keptTables} />
        {backup.inspection.isSameLedger ? (
          <RestoreForm busy={job.jobId !== null} onRestore={restore} onCancel={onCancel} />
        ) : (
          <Alert
            type="warning"
            showIcon
            title="这份备份来自另一个数据文件夹"
            description="它不能覆盖这里的数据。要打开它，请换一个空的数据文件夹启动程序，在首次使用的页面选“从备份恢复”。"
          />
        )}
      </div>
      <ProgressDialog jobId={job.jobId} title="正在恢复" canCancel={false} />
    </Page>
  )
}
