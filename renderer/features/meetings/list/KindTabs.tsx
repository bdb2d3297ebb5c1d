import { type MeetingKind, meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { meetingsAddress } from '../../../lib/meetingAddresses.ts'
import { LinkTabs } from '../../../ui/LinkTabs.tsx'
import type { ListView } from './listView.ts'

interface KindTabsProps {
  readonly view: ListView
  /** Undefined until they are counted. */
  readonly total: number | undefined
  readonly byKind: Readonly<Record<MeetingKind, number>> | undefined
}

/** How many of each kind, each count a link to them; a meeting of two kinds counts in both. */
export function KindTabs({ view, total, byKind }: KindTabsProps) {
  const tabs = [
    {
      to: meetingsAddress({ ...view, kinds: [], page: 1 }),
      label: '全部',
      count: view.kinds.length === 0 ? total : undefined,
      isCurrent: view.kinds.length === 0,
    },
    ...meetingKinds.map((kind) => ({
      to: meetingsAddress({ ...view, kinds: [kind], page: 1 }),
      label: meetingKindShort[kind],
      count: byKind?.[kind],
      isCurrent: view.kinds.length === 1 && view.kinds[0] === kind,
    })),
  ]
  return (
    <div className="toolbar">
      <LinkTabs label="会议类型" tabs={tabs} />
    </div>
  )
}
