import type { Database } from '#db/database.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { Ports } from '../ports.ts'
import { setMeeting } from '../records/meetingStore.ts'
import { momentOf } from '../records/moment.ts'
import { conflict, readMeeting, refuse } from './checks.ts'

/** 通过 or 退回 of final records, all of them or none. Throws STALE_WRITE; CONFLICT naming a draft. */
export function checkMeetings(
  db: Database,
  { meetings, state, words }: RouteInput<'meetings.check'>,
  by: string,
  ports: Ports,
): { readonly checked: number } {
  const moment = momentOf(ports)
  if (state === 'returned' && (words ?? '') === '') throw refuse({ words: '退回请写明要改什么' })
  const rows = [...new Map(meetings.map((each) => [each.id, each])).values()].map((each) =>
    readMeeting(db.read, each),
  )
  const draft = rows.find(({ status }) => status === 'draft')
  if (draft !== undefined)
    throw conflict(
      'a draft is not checked',
      `${draft.heldOn} 的“${draft.title}”还是草稿，定稿后才能检查。一份都没有改动`,
    )
  db.write((tx) => {
    for (const meeting of rows)
      setMeeting(
        tx,
        meeting,
        { checkState: state, checkWords: words, checkedOn: moment.today, checkedBy: by },
        moment,
      )
  })
  return { checked: rows.length }
}
