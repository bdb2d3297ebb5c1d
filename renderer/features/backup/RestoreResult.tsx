import { Button } from 'antd'
import type { RestoreReport } from '#shared/contract/backup.ts'
import { RecoveryCodeCard } from '../../ui/RecoveryCodeCard.tsx'
import { doneZh } from './restoreWords.ts'

interface RestoreResultProps {
  readonly report: RestoreReport
  readonly onDone: () => void
}

/** What was restored and compared, where the data of before lies, and the new recovery code if there is one. */
export function RestoreResult({ report, onDone }: RestoreResultProps) {
  const { setAside, recoveryCode } = report
  return (
    <div className="dialog-stack">
      <p>{doneZh(report)}</p>
      {setAside !== null && (
        <p>
          原来的数据没有删除，另存在：<span className="backup-path">{setAside}</span>
          。确认恢复无误以后，再由管理员处理。
        </p>
      )}
      {recoveryCode === null ? (
        <div className="dialog-buttons">
          <Button type="primary" onClick={onDone}>
            去登录
          </Button>
        </div>
      ) : (
        <>
          <p>
            <strong>原来的恢复码已用过，从现在起作废。</strong>下面是新的恢复码：
          </p>
          <RecoveryCodeCard recoveryCode={recoveryCode} doneText="去登录" onDone={onDone} />
        </>
      )}
    </div>
  )
}
