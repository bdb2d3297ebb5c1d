import { isMemberField, memberFields } from '#shared/domain/memberFields.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { DraftNotice } from '../../ui/DraftNotice.tsx'
import type { MemberDraft } from './memberDraft.ts'

interface MemberDraftNoticeProps {
  readonly draft: MemberDraft
  readonly updatedAt: Instant
  /** The version the form shows; null for a new member. */
  readonly version: number | null
  readonly onContinue: () => void
  readonly onDiscard: () => void
}

/** Offers what was left half-done. */
export function MemberDraftNotice({
  draft,
  updatedAt,
  version,
  onContinue,
  onDiscard,
}: MemberDraftNoticeProps) {
  const labels = Object.keys(draft.changes)
    .filter(isMemberField)
    .map((field) => memberFields[field].label)
  const shown =
    labels.length > 8 ? `${labels.slice(0, 8).join('、')}等 ${labels.length} 项` : labels.join('、')
  const words =
    version === null
      ? `已填：${shown}`
      : `改了：${shown}${draft.version === version ? '' : '。存草稿之后这条记录又改过，接着填请核对这些项目'}`
  return <DraftNotice updatedAt={updatedAt} words={words} onContinue={onContinue} onDiscard={onDiscard} />
}
