import type { ReadDb } from '#db/database.ts'
import {
  getLifeMeeting,
  listLifeProblems,
  type StoredLifeMeeting,
  type StoredLifeProblem,
} from '#db/queries/lifeMeetings.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { heldMeeting } from '#db/queries/organizationLife.ts'
import { countTalks } from '#db/queries/talks.ts'
import { AppError } from '#shared/contract/errors.ts'
import type {
  LifeMeetingDetail,
  LifeMeetingFields,
  LifeMeetingRow,
} from '#shared/contract/organizationLife.ts'
import { isOverdue, lifeMeetingFindings } from '#shared/domain/meetings/lifeMeetingRules.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { openable } from './openable.ts'

/** A line of the list. */
export function lifeMeetingRow(
  { id, version, organizationId, year, theme, plannedOn }: StoredLifeMeeting,
  organizationName: string,
  heldOn: DateOnly | null,
  problems: readonly StoredLifeProblem[],
  today: DateOnly,
): LifeMeetingRow {
  return {
    id,
    version,
    organizationId,
    organizationName,
    year,
    theme,
    plannedOn,
    heldOn,
    problems: problems.length,
    openProblems: problems.filter(({ doneOn }) => doneOn === null).length,
    overdueProblems: problems.filter((problem) => isOverdue(problem, today)).length,
  }
}

/** Throws NOT_FOUND. */
export function findLifeMeeting(db: ReadDb, id: string): StoredLifeMeeting {
  const found = getLifeMeeting(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such record', {
      messageZh: '找不到这条组织生活会记录，可能已移入回收站。请刷新列表',
    })
  return found
}

const freeTexts = [
  'theme',
  'place',
  'hostName',
  'program',
  'demands',
  'opinions',
  'committeeReview',
  'course',
  'criticisms',
  'effect',
  'remark',
] as const satisfies readonly (keyof LifeMeetingFields)[]

/** The whole of it, with what the rules say. Throws NOT_FOUND. `reader`: who is shown it, or handed the paper. */
export function lifeMeetingDetail(
  db: ReadDb,
  id: string,
  today: DateOnly,
  reader: Shown = db,
): LifeMeetingDetail {
  const found = findLifeMeeting(db, id)
  const {
    id: _i,
    version: _v,
    createdAt: _c,
    updatedAt: _u,
    deletedAt: _d,
    deletedReason: _r,
    ...fields
  } = found
  const problems = listLifeProblems(db, [id])
  const known = openable(
    db,
    problems.map(({ memberId }) => memberId),
  )
  const meeting = found.meetingId === null ? undefined : heldMeeting(db, found.meetingId)
  const talksRecorded = countTalks(db, found.organizationId, found.year)
  const shown = shownTexts(
    {
      ...fields,
      problems: problems.map(({ lifeMeetingId: _l, position: _p, ...problem }) =>
        shownTexts(
          {
            ...problem,
            memberId: problem.memberId !== null && known.has(problem.memberId) ? problem.memberId : null,
          },
          ['personName', 'problem', 'measure', 'dutyName', 'result'],
          reader,
        ),
      ),
    },
    freeTexts,
    reader,
  )
  const name = getOrganization(db, found.organizationId)?.shortName ?? ''
  return {
    ...lifeMeetingRow(found, name, meeting?.heldOn ?? null, problems, today),
    theme: shown.theme,
    fields: shown,
    meeting: meeting
      ? { id: meeting.id, heldOn: meeting.heldOn, title: shownText(meeting.title, reader) }
      : null,
    talksRecorded,
    findings: lifeMeetingFindings({
      talkPairs: found.talkPairs,
      talksRecorded,
      heldOn: meeting?.heldOn ?? null,
      publishedOn: found.publishedOn,
      problems,
      today,
    }),
  }
}
