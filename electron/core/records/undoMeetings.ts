import type { ReadDb, WriteDb } from '#db/database.ts'
import { getMeetings, raiseMeetings, uncheckMeetings } from '#db/queries/meetings.ts'
import { type RawRow, rowsOf } from '#db/queries/undoRows.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import { type BranchYear, renewMeetingYears, yearsOf } from './meetingYears.ts'
import type { WriteMoment } from './memberStore.ts'
import { problemOf } from './undoLater.ts'
import { textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

function yearsOfRow(row: RawRow | null): readonly BranchYear[] {
  const [organizationId, heldOn] = [textIn(row, 'organization_id'), textIn(row, 'held_on')]
  if (organizationId === null || heldOn === null || !isDateOnly(heldOn)) return []
  const lifeYear = row?.['life_year']
  return yearsOf({ organizationId, heldOn, lifeYear: typeof lifeYear === 'number' ? lifeYear : null })
}

const besideContent = /^(check|deleted_)/

/** A check is of what was read then: it goes when that is taken back, unless the check before comes back with it. */
function uncheck(tx: WriteDb, ids: readonly string[], all: readonly UndoStep[], { at }: WriteMoment): void {
  const checked = all.filter(({ kind, set }) => kind === 'meeting' && 'check_state' in set)
  const again = new Set(checked.map(({ id }) => id))
  uncheckMeetings(
    tx,
    ids.filter((id) => !again.has(id)),
    at,
  )
}

/** What was held when follows from the meetings as they are now, where they were before and where they are. */
export function afterMeetings(
  tx: WriteDb,
  steps: readonly UndoStep[],
  moment: WriteMoment,
  all: readonly UndoStep[],
): void {
  const rewritten = steps.filter(({ set }) => Object.keys(set).some((column) => !besideContent.test(column)))
  uncheck(
    tx,
    rewritten.map(({ id }) => id),
    all,
    moment,
  )
  renewMeetingYears(
    tx,
    steps.flatMap(({ now, next }) => [...yearsOfRow(now), ...yearsOfRow(next)]),
  )
}

/** The meeting's version stands for its parts: whoever has the page open is to read it again. */
export function afterMeetingParts(
  tx: WriteDb,
  steps: readonly UndoStep[],
  moment: WriteMoment,
  all: readonly UndoStep[],
): void {
  const ids = steps.flatMap(({ now, next }) =>
    [now, next].flatMap((row) => textIn(row, 'meeting_id') ?? textIn(row, 'subject_id') ?? []),
  )
  raiseMeetings(tx, [...new Set(ids)], moment.at)
  // Whether something is done by now is beside what was minuted.
  if (steps.some(({ kind }) => kind === 'meetingItem')) uncheck(tx, ids, all, moment)
}

/** Meetings that are out of the trash were held again. */
export function settleRestoredMeetings(tx: WriteDb, ids: readonly string[]): void {
  if (ids.length > 0) renewMeetingYears(tx, getMeetings(tx, ids).flatMap(yearsOf))
}

/** A follow-up knows its meeting by id, not by key: none comes back to one that is gone for good. */
export function followUpProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const returning = steps.filter(({ deed }) => deed === 'insert')
  const of = ({ next }: UndoStep) => textIn(next, 'subject_id') ?? ''
  const there = new Set([
    ...rowsOf(db, 'meeting', returning.map(of)).keys(),
    ...all.flatMap(({ kind, id, deed }) => (kind === 'meeting' && deed === 'insert' ? [id] : [])),
  ])
  return returning
    .filter((step) => !there.has(of(step)))
    .map((step) => problemOf(step, 'gone', `落实事项“${step.name}”所属的会议记录已彻底删除`))
}
