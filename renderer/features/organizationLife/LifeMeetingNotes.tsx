import { useWatch } from 'react-hook-form'
import { lifeMeetingFindings } from '#shared/domain/meetings/lifeMeetingRules.ts'
import { today } from '../../lib/today.ts'
import { FindingNotes } from '../../ui/FindingNotes.tsx'
import type { LifeMeetingForm } from './lifeMeetingForm.ts'

interface LifeMeetingNotesProps {
  readonly form: LifeMeetingForm
  readonly talksRecorded: number
  readonly heldOn: string | null
}

/** What the rules say of what stands in the form now. */
export function LifeMeetingNotes({ form, talksRecorded, heldOn }: LifeMeetingNotesProps) {
  const [talkPairs, publishedOn, problems, meetingId] = useWatch({
    control: form.control,
    name: ['talkPairs', 'publishedOn', 'problems', 'meetingId'],
  })
  const findings = lifeMeetingFindings({
    talkPairs,
    talksRecorded,
    heldOn: meetingId === null ? null : heldOn,
    publishedOn,
    problems,
    today: today(),
  })
  if (findings.length === 0) return null
  return (
    <div className="life-notes">
      <FindingNotes findings={findings} />
    </div>
  )
}
