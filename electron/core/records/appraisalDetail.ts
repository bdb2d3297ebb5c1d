import {
  type AppraisalCounts,
  countAppraisals,
  getAppraisal,
  listAppraisalPeople,
  type StoredAppraisal,
} from '#db/queries/appraisals.ts'
import { branchPeople } from '#db/queries/asOf.ts'
import type { ReadDb } from '#db/database.ts'
import { getOrganization } from '#db/queries/organizations.ts'
import { heldMeeting } from '#db/queries/organizationLife.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { AppraisalDetail, AppraisalRow } from '#shared/contract/organizationLife.ts'
import { excellentMax } from '#shared/domain/meetings/appraisal.ts'
import { explainThird, judgeAppraisal, thirdOf } from '#shared/domain/meetings/appraisalBallots.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import { shownTexts } from './developmentRows.ts'
import { type Shown, shownText } from './mobilityRows.ts'
import { openable } from './openable.ts'
import { dayOfYear } from './talksWithout.ts'

const nobody: AppraisalCounts = {
  people: 0,
  excellent: 0,
  qualified: 0,
  basic: 0,
  unqualified: 0,
  ungraded: 0,
}

/** A line of the list. */
export function appraisalRow(
  { id, version, organizationId, year, heldOn }: StoredAppraisal,
  organizationName: string,
  counts: AppraisalCounts | undefined,
): AppraisalRow {
  return { id, version, organizationId, organizationName, year, heldOn, ...(counts ?? nobody) }
}

/** Throws NOT_FOUND. */
export function findAppraisal(db: ReadDb, id: string): StoredAppraisal {
  const found = getAppraisal(db, id)
  if (!found)
    throw new AppError('NOT_FOUND', 'no such record', {
      messageZh: '找不到这条民主评议党员记录，可能已移入回收站。请刷新列表',
    })
  return found
}

/** The whole of it, with what the rules say. Throws NOT_FOUND. `reader`: who is shown it, or handed the paper. */
export function appraisalDetail(
  db: ReadDb,
  id: string,
  today: DateOnly,
  reader: Shown = db,
): AppraisalDetail {
  const found = findAppraisal(db, id)
  const {
    id: _i,
    version: _v,
    createdAt: _c,
    updatedAt: _u,
    deletedAt: _d,
    deletedReason: _r,
    ...fields
  } = found
  const people = listAppraisalPeople(db, id)
  const known = openable(
    db,
    people.map(({ memberId }) => memberId),
  )
  const meeting = found.meetingId === null ? undefined : heldMeeting(db, found.meetingId)
  const on = found.heldOn ?? meeting?.heldOn ?? found.decidedOn ?? dayOfYear(found.year, today)
  const members = branchPeople(db, [found.organizationId], on).length
  const name = getOrganization(db, found.organizationId)?.shortName ?? ''
  const shown = shownTexts(
    {
      ...fields,
      people: people.map(({ appraisalId: _a, position: _p, ...person }) =>
        shownTexts(
          {
            ...person,
            memberId: person.memberId !== null && known.has(person.memberId) ? person.memberId : null,
          },
          ['name', 'absentReason', 'opinion', 'disposalWords'],
          reader,
        ),
      ),
    },
    ['tellers', 'demands', 'remark'],
    reader,
  )
  return {
    ...appraisalRow(found, name, countAppraisals(db, [id]).get(id)),
    fields: shown,
    meeting: meeting
      ? { id: meeting.id, heldOn: meeting.heldOn, title: shownText(meeting.title, reader) }
      : null,
    members: thirdOf(members, people.length),
    excellentMax: excellentMax(thirdOf(members, people.length)),
    explanation: explainThird(people, members),
    findings: judgeAppraisal({ ...found, people: shown.people }, members),
  }
}
