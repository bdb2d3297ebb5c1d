import type { ReadDb } from '#db/database.ts'
import { eventsOfFile, stepsOfFile } from '#db/queries/developmentParts.ts'
import type { RawRow } from '#db/queries/undoRows.ts'
import type { Course } from '#shared/domain/development/course.ts'
import { type Setback, setbacks } from '#shared/domain/development/courseActions.ts'
import { courseOfRecord, datesOfSteps, type RecordedEvent } from '#shared/domain/development/courseRecord.ts'
import { isMilestone, type Milestone } from '#shared/domain/development/milestones.ts'
import { developmentEventKinds } from '#shared/domain/development/records.ts'
import { courseStates } from '#shared/domain/development/states.ts'
import { isPartialDate, type PartialDate } from '#shared/lib/dates.ts'
import { textIn, type UndoStep } from './undoPlan.ts'

interface PartOfFile {
  readonly id: string
  readonly overrideReason: string | null
  readonly supersededBy: string | null
}

export interface StepOfFile extends PartOfFile {
  readonly milestone: Milestone
  readonly doneOn: PartialDate
}

export interface EventOfFile extends PartOfFile, RecordedEvent {
  readonly position: number
  readonly setback: Setback | null
}

/** What counts of a file. */
export interface Counting {
  readonly steps: readonly StepOfFile[]
  /** In their order. */
  readonly events: readonly EventOfFile[]
}

const setbackOf = (text: string | null) => setbacks.find((each) => each === text) ?? null

/** A row of the log, in which everything was parsed on its way in; null for anything else. */
function stepOf(row: RawRow): StepOfFile | null {
  const [milestone, doneOn] = [textIn(row, 'milestone') ?? '', textIn(row, 'done_on') ?? '']
  if (!isMilestone(milestone) || !isPartialDate(doneOn)) return null
  return { ...partOf(row), milestone, doneOn }
}

function eventOf(row: RawRow): EventOfFile | null {
  const kind = developmentEventKinds.find((each) => each === row.kind)
  const [happenedOn, approvedOn] = [textIn(row, 'happened_on') ?? '', textIn(row, 'approved_on') ?? '']
  if (kind === undefined || !isPartialDate(happenedOn)) return null
  return {
    ...partOf(row),
    kind,
    happenedOn,
    approvedOn: isPartialDate(approvedOn) ? approvedOn : null,
    toState: courseStates.find((each) => each === row.to_state) ?? null,
    months: typeof row.months === 'number' ? row.months : null,
    position: Number(row.position),
    setback: setbackOf(textIn(row, 'cause')),
  }
}

function partOf(row: RawRow): PartOfFile {
  return {
    id: String(row.id),
    overrideReason: textIn(row, 'override_reason'),
    supersededBy: textIn(row, 'superseded_by'),
  }
}

const countsNow = ({ supersededBy }: PartOfFile) => supersededBy === null

/** Rows as they would be after the undo, of those that count. */
function overlaid<T extends PartOfFile>(
  rows: readonly T[],
  steps: readonly UndoStep[],
  parse: (row: RawRow) => T | null,
): readonly T[] {
  const touched = new Set(steps.map(({ id }) => id))
  const written = steps.flatMap(({ next }) => (next === null ? [] : (parse(next) ?? [])))
  return [...rows.filter(({ id }) => !touched.has(id)), ...written].filter(countsNow)
}

/** What counts of a file now, and what would. */
export function countingOf(
  db: ReadDb,
  fileId: string,
  steps: readonly UndoStep[],
): { readonly now: Counting; readonly next: Counting } {
  const allSteps = stepsOfFile(db, fileId)
  const allEvents = eventsOfFile(db, fileId).map((row) => ({ ...row, setback: setbackOf(row.cause) }))
  const of = (kind: UndoStep['kind']) => steps.filter((step) => step.kind === kind)
  return {
    now: { steps: allSteps.filter(countsNow), events: allEvents.filter(countsNow) },
    next: {
      steps: overlaid(allSteps, of('developmentStep'), stepOf),
      events: overlaid(allEvents, of('developmentEvent'), eventOf).toSorted(
        (a, b) => a.position - b.position,
      ),
    },
  }
}

export function courseOfCounting({ steps, events }: Counting): Course {
  return courseOfRecord({ dates: datesOfSteps(steps), events })
}
