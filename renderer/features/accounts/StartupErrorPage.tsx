import { Button } from 'antd'
import { toCallError } from '../../lib/callError.ts'
import { errorText } from '../../lib/errorText.ts'
import { EntryPanel } from './EntryPanel.tsx'

interface StartupErrorPageProps {
  readonly error: unknown
  readonly dataDir?: string
  readonly onRetry: () => void
}

/** A fault that no page of the ledger can get round: what is wrong, and what to do. */
export function StartupErrorPage({ error, dataDir, onRetry }: StartupErrorPageProps) {
  return (
    <EntryPanel title="打不开台账">
      <p className="entry-text" role="alert">
        {errorText(error)}
      </p>
      <div className="entry-submit">
        <Button type="primary" onClick={onRetry}>
          重试
        </Button>
      </div>
      <footer className="entry-foot">
        {dataDir !== undefined && <span>数据文件夹：{dataDir}</span>}
        <span>故障代码：{toCallError(error).code}（联系维护人员时请告知）</span>
      </footer>
    </EntryPanel>
  )
}
