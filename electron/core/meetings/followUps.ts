import type { Database, ReadDb } from '#db/database.ts'
import { countFollowUps, getFollowUp, listFollowUps } from '#db/queries/followUps.ts'
import { getMeeting, updateFollowUp } from '#db/queries/meetings.ts'
import { organizationNames, subtreeIds } from '#db/queries/organizations.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { meetingsRoutes } from '#shared/contract/meetings.ts'
import type { RouteInput, RouteOutput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { z } from 'zod'
import type { Ports } from '../ports.ts'
import { setMeeting, staleMeeting } from '../records/meetingStore.ts'
import { shownText } from '../records/mobilityRows.ts'
import { momentOf } from '../records/moment.ts'
import { refuse } from './checks.ts'

/** The board: what meetings and 组织生活会 left to be done, of an organisation with everything below it. */
export function followUpBoard(
  db: ReadDb,
  { organizationId, subject, state, offset, limit }: RouteInput<'meetings.followUps'>,
  today: DateOnly,
): RouteOutput<'meetings.followUps'> {
  const organizationIds = organizationId === null ? null : subtreeIds(db, organizationId)
  const filter = { organizationIds, subject, today }
  const counts = countFollowUps(db, filter)
  const names = organizationNames(db)
  return {
    rows: listFollowUps(db, filter, { state, offset, limit }).map((row) => ({
      ...row,
      subjectTitle: shownText(row.subjectTitle, db),
      what: shownText(row.what, db),
      personName: row.personName === null ? null : shownText(row.personName, db),
      result: row.result === null ? null : shownText(row.result, db),
      organizationName: names.get(row.organizationId) ?? '',
      isOverdue: row.closedOn === null && row.dueOn !== null && row.dueOn < today,
    })),
    total: counts[state],
    counts,
  }
}

/** Of a meeting, final or not; a 整改 is closed on the page of its 组织生活会. Throws NOT_FOUND, STALE_WRITE. */
export function closeFollowUp(
  db: Database,
  { id, version, closedOn, result }: z.output<(typeof meetingsRoutes)['meetings.closeFollowUp']['input']>,
  ports: Ports,
): void {
  const moment = momentOf(ports)
  const stored = getFollowUp(db.read, id)
  const meeting = stored === undefined ? undefined : getMeeting(db.read, stored.subjectId)
  if (stored === undefined || meeting === undefined || meeting.deletedAt !== null)
    throw new AppError('NOT_FOUND', 'no such follow-up', {
      messageZh: '找不到这个落实事项，可能已随会议记录删除。请刷新列表',
    })
  if (meeting.version !== version) throw staleMeeting()
  if (closedOn !== null && closedOn > moment.today) throw refuse({ closedOn: '办结日期不能晚于今天，请核对' })
  db.write((tx) => {
    updateFollowUp(tx, { ...stored, closedOn, result })
    setMeeting(tx, meeting, {}, moment)
  })
}
