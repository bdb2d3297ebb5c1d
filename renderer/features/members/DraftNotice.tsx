import { Alert, Button } from 'antd'
import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { formatInstant } from '../../lib/formatInstant.ts'
import type { MemberDraft } from './memberDraft.ts'

interface DraftNoticeProps {
  readonly draft: MemberDraft
  readonly updatedAt: Instant
  /** The version the form shows; null for a new member. */
  readonly version: number | null
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was left half-done. */
export function DraftNotice({ draft, updatedAt, version, onContinue, onDiscard }: DraftNoticeProps) {
  const labels = Object.keys(draft.changes)
    .filter(isMemberField)
    .map((field) => memberFields[field].label)
  const shown =
    labels.length > 8 ? `${labels.slice(0, 8).join('、')}等 ${labels.length} 项` : labels.join('、')
  return (
    <Alert
      type="info"
      showIcon
      title={`有一份 ${formatInstant(updatedAt)} 没有保存的草稿`}
      description={
        version === null
          ? `已填：${shown}`
          : `改了：${shown}${draft.version === version ? '' : '。存草稿之后这条记录又改过，接着填请核对这些项目'}`
      }
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
