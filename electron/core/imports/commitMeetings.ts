import type { ReadDb, WriteDb } from '#db/database.ts'
import { getMeetings } from '#db/queries/meetings.ts'
import { contentOfMeeting, formOf } from '../records/meetingContent.ts'
import { addMeetings, changeMeeting } from '../records/meetingStore.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import { type Commit, stalePreview } from './importPlan.ts'
import type { PlannedMeeting } from './meetingPlan.ts'

/** What the versions of meetings an import changed say of it. */
const reason = '按导入的三会一课台账更新'

/** The preview was a promise: branches must still be there, and meetings as they were read. */
function refuseStale(tx: ReadDb, rows: readonly PlannedMeeting[]): void {
  const tree = readOrganizationTree(tx)
  const known = rows.flatMap(({ write }) => (write.is === 'changed' ? [write.current.id] : []))
  const versions = new Map(getMeetings(tx, known).map(({ id, version }) => [id, version]))
  const stale = rows.filter(({ write }) => {
    if (write.is === 'new') return tree.get(write.fields.organizationId) === undefined
    return write.is === 'changed' && versions.get(write.current.id) !== write.current.version
  })
  if (stale.length > 0)
    throw stalePreview(
      '组织生活记录',
      stale.map(({ name }) => name),
    )
}

/** A ledger is a record of what was: its meetings are final, and the day it was brought here is the day they were written down. */
export function commitMeetings(tx: WriteDb, rows: readonly PlannedMeeting[], { moment }: Commit): void {
  refuseStale(tx, rows)
  const entry = { status: 'final', enteredOn: moment.today, isImported: true } as const
  addMeetings(
    tx,
    rows.flatMap(({ write }) => (write.is === 'new' ? [write.fields] : [])),
    entry,
    moment,
  )
  for (const { write } of rows) {
    if (write.is !== 'changed') continue
    const [meeting] = getMeetings(tx, [write.current.id])
    if (meeting === undefined) continue
    const form = { ...formOf(contentOfMeeting(tx, meeting)), ...write.set }
    changeMeeting(tx, meeting, form, { reason, by: '导入' }, moment)
  }
}
