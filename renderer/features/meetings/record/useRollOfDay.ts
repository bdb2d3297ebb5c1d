import { useWatch } from 'react-hook-form'
import { isDateOnly } from '#shared/lib/dates.ts'
import { useCall } from '../../../lib/queries.ts'
import type { MeetingForm } from './meetingForm.ts'

/** Never asked for: stands where no day is known. */
const noDay = '2000-01-01'

/** Who should come by the records of the day in the form, as soon as kinds, branch and day are known. */
export function useRollOfDay({ control }: MeetingForm) {
  const [organizationId, groupId, kinds, heldOn] = useWatch({
    control,
    name: ['organizationId', 'groupId', 'kinds', 'heldOn'],
  })
  const isReady = organizationId !== '' && kinds.length > 0 && isDateOnly(heldOn)
  const found = useCall(
    'meetings.roll',
    {
      organizationId,
      groupId: kinds.includes('groupMeeting') ? groupId : null,
      kinds,
      on: isDateOnly(heldOn) ? heldOn : noDay,
    },
    { enabled: isReady },
  )
  return { found, isReady }
}
