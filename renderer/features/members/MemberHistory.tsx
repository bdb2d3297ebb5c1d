import type { MemberDetail } from '#shared/contract/members.ts'
import { RecordHistory } from '../../ui/RecordHistory.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { historySectionId } from './formSections.ts'

interface MemberHistoryProps {
  readonly detail: MemberDetail
  readonly isFrozen: boolean
  readonly isDirty: boolean
}

export function MemberHistory({ detail, isFrozen, isDirty }: MemberHistoryProps) {
  return (
    <SectionCard
      title="修改历史"
      id={historySectionId}
      {...(isDirty ? { extra: <span className="muted small">保存后才能恢复旧值</span> } : {})}
    >
      <RecordHistory kind="member" id={detail.id} version={detail.version} isFrozen={isFrozen} />
    </SectionCard>
  )
}
