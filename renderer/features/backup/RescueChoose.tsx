import { Alert, Button } from 'antd'
import { useState } from 'react'
import { call } from '../../lib/api.ts'
import { type CallError, toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { storedBackups } from './backupRows.ts'
import { RescueList } from './RescueList.tsx'
import { type OpenedBackups, type RescueStep, withSalvage } from './rescueSteps.ts'
import { SalvageTable } from './SalvageTable.tsx'
import { type ChosenBackup, pickBackup } from './useInspection.ts'
import { useJob } from './useJob.ts'

interface RescueChooseProps {
  readonly opened: OpenedBackups
  /** There is something to salvage from. */
  readonly hasDatabase: boolean
  readonly onStep: (step: RescueStep) => void
}

/** The newest good backups first; a file; or what can still be read of the damaged database. */
export function RescueChoose({ opened, hasDatabase, onStep }: RescueChooseProps) {
  const { secret, rows, problem, salvage } = opened
  const canSalvage = hasDatabase && problem !== null && salvage === null
  const reading = useJob()
  const salvaging = useJob()
  const [error, setError] = useState<CallError | null>(null)
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setError(null)
    try {
      await work()
    } catch (failure) {
      const known = toCallError(failure)
      if (known.code !== 'CANCELLED') setError(known)
    }
  }
  const look = (chosen: ChosenBackup): Promise<void> =>
    attempt(async () => {
      const inspection = await reading.run((jobId) =>
        call('rescue.inspect', { source: chosen.source, secret, jobId }),
      )
      onStep({ step: 'review', opened, secret, backup: { ...chosen, inspection } })
    })
  const lookAtFile = (): Promise<void> =>
    attempt(async () => {
      const chosen = await pickBackup()
      if (chosen !== null) await look(chosen)
    })
  const save = (): Promise<void> =>
    attempt(async () => {
      const made = await salvaging.run((jobId) => call('rescue.salvage', { secret, jobId }))
      onStep({ step: 'choose', opened: withSalvage(opened, made) })
    })
  return (
    <div className="dialog-stack">
      {problem !== null && <Alert type="warning" showIcon title={problem} />}
      {error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={errorText(error)}
          description="可以另选一份备份，或把这句话告诉维护人员。"
        />
      )}
      {salvage !== null && <SalvageTable salvage={salvage} />}
      <RescueList backups={storedBackups(rows)} onChoose={(chosen) => void look(chosen)} />
      <div className="entry-submit">
        <button type="button" className="link-button" onClick={() => onStep({ step: 'begin' })}>
          返回上一步
        </button>
        <div className="rescue-actions">
          <Button onClick={() => void lookAtFile()}>从别的文件恢复</Button>
          {canSalvage && <Button onClick={() => void save()}>抢救能读出的数据</Button>}
        </div>
      </div>
      {canSalvage && (
        <p className="muted small">
          备份太旧或没有备份时再抢救：从损坏的数据库里把还读得出的记录存成一份备份，列出每类读出多少、缺多少，看过再决定是否恢复它。
        </p>
      )}
      <ProgressDialog jobId={reading.jobId} title="正在读备份" cancelHint="只是读，不会改动数据" />
      <ProgressDialog jobId={salvaging.jobId} title="正在抢救数据" cancelHint="取消后原文件不变" />
    </div>
  )
}
