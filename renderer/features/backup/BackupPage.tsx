import { Alert, Button } from 'antd'
import { useState } from 'react'
import { errorText } from '../../lib/errorText.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { Page } from '../../ui/Page.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { BackupSettings } from './BackupSettings.tsx'
import { BackupTable } from './BackupTable.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { PlaceCards } from './PlaceCards.tsx'
import { RestoreReview } from './RestoreReview.tsx'
import { useInspection } from './useInspection.ts'
import { useMakeBackup } from './useMakeBackup.ts'
import './backup.css'

/** State of the backups for everybody, making one for clerks, restoring and settings for the administrator. */
export function BackupPage() {
  const canMake = useHasRight('backup.make')
  const canManage = useHasRight('backup.manage')
  const status = useCall('backup.status', {}, { fresh: true })
  const list = useCall('backup.list', {}, { fresh: true, enabled: canMake })
  const making = useMakeBackup()
  const inspection = useInspection()
  const [isHandingOver, setIsHandingOver] = useState(false)
  const { found, failed } = inspection
  if (found !== null) return <RestoreReview backup={found} onCancel={inspection.leave} />
  return (
    <Page
      title="备份"
      subtitle="退出时、每天、导入和升级之前都会自动备份"
      actions={
        canMake ? (
          <>
            {canManage && (
              <>
                <Button loading={inspection.isTaking} onClick={() => void inspection.lookAtFile()}>
                  从文件恢复
                </Button>
                <Button onClick={() => setIsHandingOver(true)}>保存移交文件</Button>
              </>
            )}
            <Button type="primary" disabled={making.jobId !== null} onClick={() => void making.make()}>
              立即备份
            </Button>
          </>
        ) : undefined
      }
    >
      <div className="backup-page">
        {making.error !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title="没有备份成"
            description={errorText(making.error)}
          />
        )}
        {making.secondProblem !== null && (
          <Alert
            type="warning"
            showIcon
            role="alert"
            title="本机备份已完成，第二处没有存上"
            description={making.secondProblem}
          />
        )}
        {failed !== null && (
          <Alert
            type="error"
            showIcon
            role="alert"
            title={failed.title === null ? '这个文件不能用' : `这份备份不能用：${failed.title}`}
            description={errorText(failed.error)}
          />
        )}
        <QueryBoundary query={status} what="查看备份">
          {(found) => (
            <>
              {found.warnings.map((warning) => (
                <Alert key={warning} type="warning" showIcon title={warning} />
              ))}
              <PlaceCards status={found} canManage={canManage} />
            </>
          )}
        </QueryBoundary>
        {canMake && (
          <SectionCard title="已有的备份">
            <QueryBoundary query={list} what="查看备份">
              {({ rows }) => (
                <BackupTable
                  rows={rows}
                  {...(canManage
                    ? {
                        onRestore: ({ row, source }) =>
                          source !== null &&
                          void inspection.look({ source, title: formatInstant(row.createdAt) }),
                      }
                    : {})}
                />
              )}
            </QueryBoundary>
          </SectionCard>
        )}
        {canManage && status.data !== undefined && <BackupSettings status={status.data} />}
      </div>
      <HandOverDialog open={isHandingOver} onClose={() => setIsHandingOver(false)} />
      <ProgressDialog jobId={making.jobId} title="正在备份" cancelHint="取消后不留半份备份" />
      <ProgressDialog jobId={inspection.jobId} title="正在读备份" cancelHint="只是读，不会改动数据" />
    </Page>
  )
}
