import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { call } from '../../lib/api.ts'
import { errorText } from '../../lib/errorText.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { InspectionCard } from './InspectionCard.tsx'
import type { OpenedBackups, RescueStep } from './rescueSteps.ts'
import type { InspectedBackup } from './useInspection.ts'
import { useJob } from './useJob.ts'

interface RescueReviewProps {
  readonly opened: OpenedBackups | null
  readonly secret: BackupSecret
  readonly backup: InspectedBackup
  readonly hasDatabase: boolean
  readonly onStep: (step: RescueStep) => void
}

function whatComes(isFromFolder: boolean, hasDatabase: boolean): string {
  if (!isFromFolder) return '恢复后，这台电脑上就是备份那时的台账，账号和密码也是那时的。'
  return hasDatabase
    ? '恢复前，原来的文件整个移到数据文件夹的 set-aside 文件夹里，不会删除。恢复后的内容和账号是备份那时的，密码还是现在的。'
    : '恢复后，内容和账号是备份那时的，密码是最近一份备份里的；其他人第一次登录要换密码。'
}

/** What the backup holds; restoring it is one click, for whoever came here has already given what opens it. */
export function RescueReview({ opened, secret, backup, hasDatabase, onStep }: RescueReviewProps) {
  const job = useJob()
  const [error, setError] = useState<unknown>(null)
  const restore = async (): Promise<void> => {
    setError(null)
    try {
      const report = await job.run((jobId) =>
        call('rescue.restore', { source: backup.source, secret, jobId }),
      )
      onStep({ step: 'done', report })
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="dialog-stack">
      <InspectionCard title={backup.title} inspection={backup.inspection} />
      <p>{whatComes(opened !== null, hasDatabase)}</p>
      {error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={errorText(error)}
          description="没有恢复成，原来的数据还在。可以返回另选一份备份，或把这句话告诉维护人员。"
        />
      )}
      <div className="entry-submit">
        <Button onClick={() => onStep(opened === null ? { step: 'begin' } : { step: 'choose', opened })}>
          返回，另选一份
        </Button>
        <Button type="primary" loading={job.jobId !== null} onClick={() => void restore()}>
          恢复这份备份
        </Button>
      </div>
      <ProgressDialog jobId={job.jobId} title="正在恢复" canCancel={false} />
    </div>
  )
}
