import { Button } from 'antd'
import { useState } from 'react'
import { type MeetingSlot, meetingSlots } from '#shared/domain/meetings/records.ts'
import { meetingSlotLabels } from '#shared/labels/meetings.ts'
import { useHasRight } from '../../../lib/session.ts'
import { ScanViewer } from '../../../ui/ScanViewer.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { useScans } from '../../../ui/useScans.ts'
import { meetingTarget } from '../meetingTarget.ts'

interface ScansSectionProps {
  /** Null before the record is saved for the first time. */
  readonly meetingId: string | null
  readonly canWrite: boolean
}

/** 附件: sign-in sheets, photos, courseware; kept in the encrypted database. */
export function ScansSection({ meetingId, canWrite }: ScansSectionProps) {
  return (
    <SectionCard title="附件">
      <p className="muted small">
        照片、扫描件加密保存，只在本程序里看；图片上传前自动缩小。严禁上传涉密材料。
        {meetingId === null && '保存以后就可以上传。'}
      </p>
      {meetingId !== null && <Slots meetingId={meetingId} canWrite={canWrite} />}
    </SectionCard>
  )
}

function Slots({ meetingId, canWrite }: { readonly meetingId: string; readonly canWrite: boolean }) {
  const [viewing, setViewing] = useState<MeetingSlot | null>(null)
  const canSee = useHasRight('member.reveal')
  const scans = useScans<MeetingSlot>({ subject: 'meeting', subjectId: meetingId, target: meetingTarget })
  return (
    <>
      <ul className="meeting-slots">
        {meetingSlots.map((slot) => {
          const own = scans.of(slot)
          const label = meetingSlotLabels[slot]
          return (
            <li key={slot}>
              <strong>{label}</strong>
              {own.length === 0 && <span className="muted">没有</span>}
              {own.length > 0 &&
                (canSee ? (
                  <Button
                    size="small"
                    aria-label={`看${label} ${own.length} 份`}
                    onClick={() => setViewing(slot)}
                  >
                    看 {own.length} 份
                  </Button>
                ) : (
                  `${own.length} 份`
                ))}
              {canWrite && (
                <Button
                  size="small"
                  type="link"
                  loading={scans.busy === slot}
                  aria-label={`上传${label}`}
                  onClick={() => scans.add(slot)}
                >
                  上传
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {viewing !== null && (
        <ScanViewer
          title={meetingSlotLabels[viewing]}
          scans={scans.of(viewing)}
          canWrite={canWrite}
          target={meetingTarget}
          onClose={() => setViewing(null)}
        />
      )}
    </>
  )
}
