import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { meetingKinds } from '#shared/domain/meetings/kinds.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { meetingAddress } from '../../../lib/meetingAddresses.ts'
import { useCall } from '../../../lib/queries.ts'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { CopyMeeting } from './CopyMeeting.tsx'
import { MeetingEditor } from './MeetingEditor.tsx'
import { blankMeeting } from './meetingForm.ts'
import { meetingsCrumb } from './meetingsCrumb.ts'
import '../meetings.css'

/** A new record: /meetings/new?org=&group=&kind=&on=, or after another one: ?copy=. */
export function NewMeetingPage() {
  const [params] = useSearchParams()
  const copied = params.get('copy')
  const tree = useCall('organizations.tree', { includeEnded: true })
  return (
    <Page title="新建会议记录" breadcrumb={meetingsCrumb} part={copied ?? 'form'}>
      {copied === null ? (
        <QueryBoundary query={tree} what="新建会议记录" lines={12}>
          {({ nodes }) => <NewMeeting key={params.toString()} organizations={nodes} params={params} />}
        </QueryBoundary>
      ) : (
        <CopyMeeting id={copied} />
      )}
    </Page>
  )
}

interface NewMeetingProps {
  readonly organizations: readonly OrganizationNode[]
  readonly params: URLSearchParams
}

function NewMeeting({ organizations, params }: NewMeetingProps) {
  const navigate = useNavigate()
  const [blank] = useState(() => {
    const wanted = organizations.find(({ id }) => id === params.get('org'))
    const kind = meetingKinds.find((each) => each === params.get('kind'))
    const on = params.get('on') ?? ''
    return blankMeeting({
      organizationId: wanted?.id ?? '',
      groupId: organizations.find(({ id }) => id === params.get('group'))?.id ?? null,
      kinds: kind === undefined ? [] : [kind],
      // A month alone says no day: the field shows it, and asks for the day.
      heldOn: isDateOnly(on) || /^\d{4}-\d{2}$/.test(on) ? on : '',
    })
  })
  return (
    <MeetingEditor
      detail={null}
      initial={blank}
      organizations={organizations}
      onSaved={({ id }) => void navigate(meetingAddress(id), { replace: true })}
      onCancel={() => void navigate('/meetings')}
    />
  )
}
