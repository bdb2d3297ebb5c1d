import { Alert } from 'antd'
import type { AuditVerification } from '#shared/contract/audit.ts'
import { verificationText } from './verificationText.ts'

interface LogCheckProps {
  readonly found: AuditVerification
  readonly onClose?: () => void
}

/** Whether the log is as it was written. */
export function LogCheck({ found, onClose }: LogCheckProps) {
  const { isGood, title, text } = verificationText(found)
  return (
    <Alert
      className="log-check"
      type={isGood ? 'success' : 'error'}
      showIcon
      role={isGood ? 'status' : 'alert'}
      title={title}
      description={text}
      {...(onClose === undefined ? {} : { closable: { onClose, 'aria-label': '关闭' } })}
    />
  )
}
