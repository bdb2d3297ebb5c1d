import { Alert, Button } from 'antd'
import type { Instant } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import { draftText, type TransferDraft } from './transferDraft.ts'

interface DraftNoticeProps {
  readonly draft: TransferDraft
  readonly updatedAt: Instant
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was left half-done. */
export function DraftNotice({ draft, updatedAt, onContinue, onDiscard }: DraftNoticeProps) {
  return (
    <Alert
      className="transfer-notice"
      type="info"
      showIcon
      title={`有一份 ${formatInstant(updatedAt)} 没有保存的草稿`}
      description={`已填：${draftText(draft)}`}
      action={
        <span className="notice-actions">
          <Button size="small" onClick={onContinue}>
            接着填
          </Button>
          <Button size="small" type="text" onClick={onDiscard}>
            丢弃草稿
          </Button>
        </span>
      }
    />
  )
}
