import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { MemberDetail } from '#shared/contract/members.ts'
import type { TimelineEntry } from '#shared/contract/memberships.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { useCall } from '../../lib/queries.ts'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../ui/SectionCard.tsx'
import { CorrectDialog } from './CorrectDialog.tsx'
import { timelineSectionId } from './formSections.ts'
import { entryPlace, spanText, timelineKindLabels } from './timelineWords.ts'
import './timeline.css'

interface TimelineProps {
  readonly detail: MemberDetail
  readonly organizations: readonly OrganizationNode[]
  readonly isReadOnly: boolean
  readonly isDirty: boolean
  readonly onMove: () => void
  readonly onStatus: () => void
}

/** 经历: every stay, status, group, post, transfer and absence on one page, newest first. */
export function Timeline(props: TimelineProps) {
  const { detail, organizations, isReadOnly, isDirty, onMove, onStatus } = props
  const timeline = useCall('memberships.ofMember', { id: detail.id })
  const [correcting, setCorrecting] = useState<TimelineEntry | null>(null)
  return (
    <SectionCard
      title="经历"
      id={timelineSectionId}
      {...(isReadOnly
        ? {}
        : {
            extra: (
              <span className="timeline-actions">
                {isDirty && <span className="muted small">请先保存本页的修改</span>}
                <Button size="small" disabled={isDirty} onClick={onMove}>
                  调整支部
                </Button>
                <Button size="small" disabled={isDirty} onClick={onStatus}>
                  变更党籍状态
                </Button>
              </span>
            ),
          })}
    >
      <QueryBoundary query={timeline} what="查看经历" lines={4}>
        {({ entries }) =>
          entries.length === 0 ? (
            <p className="muted">还没有记录经历</p>
          ) : (
            <ol className="timeline" aria-label="经历">
              {entries.map((entry) => (
                <Entry
                  key={`${entry.kind} ${entry.id}`}
                  entry={entry}
                  {...(isReadOnly || isDirty || entry.stay === null
                    ? {}
                    : { onCorrect: () => setCorrecting(entry) })}
                />
              ))}
            </ol>
          )
        }
      </QueryBoundary>
      {correcting !== null && (
        <CorrectDialog entry={correcting} organizations={organizations} onClose={() => setCorrecting(null)} />
      )}
    </SectionCard>
  )
}

function Entry({ entry, onCorrect }: { readonly entry: TimelineEntry; readonly onCorrect?: () => void }) {
  const place = entryPlace(entry)
  return (
    <li className={entry.isNow ? 'timeline-entry timeline-now' : 'timeline-entry'}>
      <span className="timeline-span number">{spanText(entry)}</span>
      <span className="timeline-kind">{timelineKindLabels[entry.kind]}</span>
      <div className="timeline-body">
        <div>
          <strong>{place === null ? entry.title : <Link to={place}>{entry.title}</Link>}</strong>
          {entry.isNow && <span className="timeline-mark">现在</span>}
          {onCorrect !== undefined && (
            <Button type="link" size="small" aria-label={`更正${entry.title}的经历`} onClick={onCorrect}>
              更正
            </Button>
          )}
        </div>
        {entry.details.map((detail) => (
          <div key={detail} className="muted small">
            {detail}
          </div>
        ))}
      </div>
    </li>
  )
}
