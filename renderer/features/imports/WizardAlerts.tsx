import { Alert, Button } from 'antd'
import type { CallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'

interface WizardAlertsProps {
  readonly previewError: CallError | null
  readonly commitError: CallError | null
  readonly onRetry: () => void
  /** Back to the choices the shown preview was made with. */
  readonly onUndo: () => void
  readonly onPreviewAgain: () => void
}

export function WizardAlerts(props: WizardAlertsProps) {
  const { previewError, commitError, onRetry, onUndo, onPreviewAgain } = props
  return (
    <>
      {previewError !== null && (
        <Alert
          className="import-alert"
          type="error"
          showIcon
          title={`没有按新的选择核对完，下面还是上一次的结果：${errorText(previewError)}`}
          action={
            <span className="import-alert-actions">
              <Button onClick={onRetry}>重试</Button>
              <Button onClick={onUndo}>取消这次改动</Button>
            </span>
          }
        />
      )}
      {commitError !== null && (
        <Alert
          className="import-alert"
          type="error"
          showIcon
          title={`没有入库，台账未变：${errorText(commitError)}`}
          action={<Button onClick={onPreviewAgain}>重新核对</Button>}
        />
      )}
    </>
  )
}
