import { Button } from 'antd'
import { useState } from 'react'
import type { MeetingDetail, MeetingVersionRow } from '#shared/contract/meetingRows.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { useCall } from '../../../lib/queries.ts'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { MeetingView } from './MeetingView.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

/** What a final record said before each change, with the reason for it. */
export function VersionsSection({ detail }: { readonly detail: MeetingDetail }) {
  const [shown, setShown] = useState<MeetingVersionRow | null>(null)
  if (detail.versions.length === 0) return null
  return (
    <SectionCard title="定稿后的修改">
      <table className="meeting-table" aria-label="定稿后的修改">
        <thead>
          <tr>
            <th>版本</th>
            <th>修改日期</th>
            <th>修改人</th>
            <th>修改原因</th>
            <th>改前的内容</th>
          </tr>
        </thead>
        <tbody>
          {detail.versions.map((version) => (
            <tr key={version.no}>
              <td className="nowrap">第 {version.no} 版</td>
              <td className="nowrap">{formatPartialDate(version.changedOn)}</td>
              <td className="nowrap">{version.changedBy}</td>
              <td>{version.reason}</td>
              <td>
                <Button size="small" onClick={() => setShown(version)}>
                  看第 {version.no} 版
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && (
        <Dialog
          title={`第 ${shown.no} 版（${formatPartialDate(shown.changedOn)}修改以前的内容）`}
          onClose={() => setShown(null)}
          isReading
          width="min(1000px, 94vw)"
        >
          <OldVersion detail={detail} no={shown.no} />
        </Dialog>
      )}
    </SectionCard>
  )
}

function OldVersion({ detail, no }: { readonly detail: MeetingDetail; readonly no: number }) {
  const found = useCall('meetings.version', { id: detail.id, no })
  return (
    <div className="meeting-old">
      <QueryBoundary query={found} what="查看旧版本" lines={8}>
        {(content) => (
          <MeetingView
            content={content}
            organizationName={detail.organizationName}
            groupName={content.fields.groupId === null ? null : detail.groupName}
          />
        )}
      </QueryBoundary>
    </div>
  )
}
