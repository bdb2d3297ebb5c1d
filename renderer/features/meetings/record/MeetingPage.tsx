import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { MeetingDetail } from '#shared/contract/meetingRows.ts'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { meetingStatusLabels } from '#shared/labels/meetings.ts'
import { useCall } from '../../../lib/queries.ts'
import { useHasRight } from '../../../lib/session.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { RecordStates } from '../../../ui/RecordStates.tsx'
import { RecordHistory } from '../../../ui/RecordHistory.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { MeetingActions } from './MeetingActions.tsx'
import { MeetingEditor } from './MeetingEditor.tsx'
import { valuesOf } from './meetingForm.ts'
import { meetingsCrumb } from './meetingsCrumb.ts'
import { MeetingNotices } from './MeetingNotices.tsx'
import { MeetingView } from './MeetingView.tsx'
import { ScansSection } from './ScansSection.tsx'
import { VersionsSection } from './VersionsSection.tsx'
import '../meetings.css'

/** One record: /meetings/:id. */
export function MeetingPage() {
  const { id = '' } = useParams()
  const found = useCall('meetings.get', { id })
  const tree = useCall('organizations.tree', { includeEnded: true })
  if (found.data !== undefined && tree.data !== undefined) {
    return <KnownMeeting key={id} detail={found.data} organizations={tree.data.nodes} />
  }
  return (
    <Page title="会议记录" breadcrumb={meetingsCrumb}>
      <RecordStates
        query={found}
        what="查看会议记录"
        lines={12}
        missing="找不到这份会议记录"
        back={{ label: '返回会议记录', to: '/meetings' }}
      />
      {found.data !== undefined && (
        <QueryBoundary query={tree} what="查看党组织" lines={12}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}

interface KnownMeetingProps {
  readonly detail: MeetingDetail
  readonly organizations: readonly OrganizationNode[]
}

/** A draft is its form; a final record is read, and changed with a reason. */
function KnownMeeting({ detail, organizations }: KnownMeetingProps) {
  const mayWrite = useHasRight('member.write')
  const canSeeHistory = useHasRight('activity.read')
  const canWrite = mayWrite && detail.deletedAt === null
  const [isChanging, setIsChanging] = useState(false)
  const { id, fields, status, version } = detail
  const isForm = canWrite && (status === 'draft' || isChanging)
  return (
    <Page
      title={fields.title}
      subtitle={
        <>
          <strong className="meeting-status">{meetingStatusLabels[status]}</strong>
          <Link to={`/organizations/${fields.organizationId}`}>{detail.organizationName}</Link>
        </>
      }
      breadcrumb={meetingsCrumb}
      part={isForm ? 'form' : 'view'}
      actions={
        <MeetingActions
          detail={detail}
          canWrite={canWrite}
          onChange={canWrite && status === 'final' && !isChanging ? () => setIsChanging(true) : null}
        />
      }
    >
      <MeetingNotices detail={detail} />
      {detail.findings.length > 0 && (
        <details className="meeting-findings" open={!isForm}>
          <summary>提示 {detail.findings.length} 条</summary>
          <FindingNotes findings={detail.findings} />
        </details>
      )}
      {isForm ? (
        <MeetingEditor
          key={`${id} ${status}`}
          detail={detail}
          initial={valuesOf(detail)}
          organizations={organizations}
          onSaved={() => setIsChanging(false)}
          onCancel={isChanging ? () => setIsChanging(false) : null}
        />
      ) : (
        <>
          <MeetingView
            content={detail}
            organizationName={detail.organizationName}
            groupName={detail.groupName}
          />
          <ScansSection meetingId={id} canWrite={canWrite} />
        </>
      )}
      {!isChanging && <VersionsSection detail={detail} />}
      {canSeeHistory && !isChanging && (
        <SectionCard title="修改历史">
          <RecordHistory kind="meeting" id={id} version={version} isFrozen />
        </SectionCard>
      )}
    </Page>
  )
}
