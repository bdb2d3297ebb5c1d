import { Alert, Button } from 'antd'
import type { Instant } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'

interface DraftOfferProps {
  readonly at: Instant
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was left half-done. */
export function DraftOffer({ at, onContinue, onDiscard }: DraftOfferProps) {
  return (
    <Alert
      className="enterprise-head"
      type="info"
      showIcon
      title={`有一份 ${formatInstant(at)} 没有保存的草稿`}
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
