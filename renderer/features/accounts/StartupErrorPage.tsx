import { Button } from 'antd'
import { type CallErrorCode, toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { EntryPanel } from '../../ui/EntryPanel.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'

interface StartupErrorPageProps {
  readonly error: unknown
  readonly dataDir?: string
  readonly onRetry: () => void
}

/** What a backup mends. */
const mendedByBackup: ReadonlySet<CallErrorCode> = new Set([
  'DATABASE_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_NOT_ENCRYPTED',
  'DATABASE_FOREIGN',
  'KEY_FILE_DAMAGED',
  'KEY_FILE_MISSING',
])

/** A fault that no page of the ledger can get round: what is wrong, and what to do. */
export function StartupErrorPage({ error, dataDir, onRetry }: StartupErrorPageProps) {
  const { code } = toCallError(error)
  return (
    <EntryPanel title="打不开台账">
      <p className="entry-text" role="alert">
        {errorText(error)}
      </p>
      <div className="entry-submit">
        {mendedByBackup.has(code) && <LinkButton to="/rescue">用备份恢复</LinkButton>}
        <Button type="primary" onClick={onRetry}>
          重试
        </Button>
      </div>
      <footer className="entry-foot">
        {dataDir !== undefined && <span>数据文件夹：{dataDir}</span>}
        <span>故障代码：{code}（联系维护人员时请告知）</span>
      </footer>
    </EntryPanel>
  )
}
