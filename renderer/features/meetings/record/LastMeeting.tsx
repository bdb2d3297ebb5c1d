import { useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { newMeetingAddress } from '../../../lib/meetingAddresses.ts'
import { useCall } from '../../../lib/queries.ts'
import type { MeetingForm } from './meetingForm.ts'

/** Offers the last record of the same kind as a model. */
export function LastMeeting({ form }: { readonly form: MeetingForm }) {
  const [organizationId, kinds] = useWatch({ control: form.control, name: ['organizationId', 'kinds'] })
  const last = useCall(
    'meetings.list',
    {
      organizationId,
      from: null,
      to: null,
      kinds: [...kinds],
      status: null,
      check: null,
      onlyLate: false,
      text: null,
      offset: 0,
      limit: 1,
    },
    { enabled: organizationId !== '' && kinds.length > 0 },
  )
  const [row] = last.data?.rows ?? []
  if (row === undefined) return null
  return (
    <p className="meeting-gap small">
      <Link to={newMeetingAddress({ copy: row.id })}>
        参照上次新建：{formatPartialDate(row.heldOn)}“{row.title}”
      </Link>
      <span className="muted">（只带议题题目、地点和人，不带内容）</span>
    </p>
  )
}
