import { Alert, Button } from 'antd'
import type { Instant } from '#shared/lib/dates.ts'
import { formatInstant } from '../lib/formatInstant.ts'

interface DraftNoticeProps {
  readonly updatedAt: Instant
  /** What is in it, in words. */
  readonly words?: string
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was left half-done. */
export function DraftNotice({ updatedAt, words, onContinue, onDiscard }: DraftNoticeProps) {
  return (
    <Alert
      className="draft-notice"
      type="info"
      showIcon
      title={`有一份 ${formatInstant(updatedAt)} 没有保存的草稿`}
      {...(words === undefined ? {} : { description: words })}
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
