import { meetingFieldLabels } from '#shared/labels/meetings.ts'
import type { MeetingValues } from './meetingForm.ts'

const labels: Readonly<Record<string, string>> = {
  ...meetingFieldLabels,
  roll: '到会名单',
  items: '议题',
  followUps: '落实事项',
}

const mostNamed = 8

/** What a draft has filled in, for the notice that offers it. */
export function draftText(changes: Partial<MeetingValues>): string {
  const named = Object.keys(changes).flatMap((field) => labels[field] ?? [])
  return named.length > mostNamed
    ? `${named.slice(0, mostNamed).join('、')}等 ${named.length} 项`
    : named.join('、')
}
