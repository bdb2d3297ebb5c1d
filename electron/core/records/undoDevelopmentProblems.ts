import type { ReadDb } from '#db/database.ts'
import { getDevelopmentFile } from '#db/queries/developmentFiles.ts'
import { recordRefusals } from '#shared/domain/development/course.ts'
import { setbackStates } from '#shared/domain/development/courseActions.ts'
import { datesAfterEvent, datesOfSteps, fallenMilestones } from '#shared/domain/development/courseRecord.ts'
import { labelOf, type Milestone } from '#shared/domain/development/milestones.ts'
import { isPassed } from '#shared/domain/development/sequence.ts'
import { type CourseState, isFinalState } from '#shared/domain/development/states.ts'
import { transferRule } from '#shared/domain/development/transfers.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { developmentEventLabels } from '#shared/labels/developmentRecords.ts'
import { isDateOnly } from '#shared/lib/dates.ts'
import {
  type Counting,
  countingOf,
  courseOfCounting,
  type EventOfFile,
  type StepOfFile,
} from './undoDevelopmentParts.ts'
import { problemOf } from './undoLater.ts'
import { isLiving, textIn, type UndoProblem, type UndoStep } from './undoPlan.ts'

const fileIdOf = ({ now, next }: UndoStep) => textIn(now ?? next, 'file_id') ?? ''

/**
 * Taking one step of a file back in the middle, or doing it again later, must not make a course that no sequence of actions makes:
 * nobody becomes a full member by undoing what came before.
 */
export function developmentPartProblems(
  db: ReadDb,
  steps: readonly UndoStep[],
  all: readonly UndoStep[],
): readonly UndoProblem[] {
  const movesRegular = all.some(({ kind, set }) => kind === 'member' && Object.hasOwn(set, 'regular_on'))
  const parts = all.filter(({ kind }) => kind === 'developmentStep' || kind === 'developmentEvent')
  return [...Map.groupBy(steps, fileIdOf)].flatMap(([fileId, ofFile]) => {
    const file = getDevelopmentFile(db, fileId)
    const written = all.find(({ kind, id }) => kind === 'developmentFile' && id === fileId)
    const isGoing = written === undefined ? file?.deletedAt !== null : !isLiving(written.next)
    if (file === undefined || isGoing) return []
    const mine = parts.filter((step) => fileIdOf(step) === fileId)
    const counting = countingOf(db, fileId, mine)
    return ofFile.flatMap((step) => {
      const found =
        step.kind === 'developmentStep'
          ? stepProblem(step, counting)
          : eventProblem(step, { ...counting, movesRegular })
      if (found === null) return []
      return [problemOf(step, 'inUse', `“${file.name}”的档案：${found.sentence}`, null, found.because)]
    })
  })
}

/** What is in the way, and the part of the file that is. */
interface InTheWay {
  readonly sentence: string
  readonly because: UndoProblem['because']
}

interface Both {
  readonly now: Counting
  readonly next: Counting
}

const ofStep = ({ id }: StepOfFile) => ({ kind: 'developmentStep', id }) as const
const ofEvent = ({ id }: EventOfFile) => ({ kind: 'developmentEvent', id }) as const

const withId =
  (id: string) =>
  (each: { readonly id: string }): boolean =>
    each.id === id

function stepProblem({ id, deed }: UndoStep, { now, next }: Both): InTheWay | null {
  const [was, is] = [now.steps.find(withId(id)), next.steps.find(withId(id))]
  if (is !== undefined) {
    const twin = next.steps.find((each) => each.milestone === is.milestone && each.id !== id)
    if (twin !== undefined)
      return { sentence: `“${labelOf(is.milestone)}”后来又登记过`, because: ofStep(twin) }
    return was === undefined && deed === 'insert' ? redoneStepProblem(is, next) : null
  }
  // What was recorded with a reason stood outside the order to begin with.
  if (was === undefined || was.overrideReason !== null) return null
  const follower = next.steps.find((each) => isPassed(was.milestone, datesOfSteps([each])))
  return follower === undefined
    ? null
    : {
        sentence: `“${labelOf(was.milestone)}”之后的步骤已经登记，请先撤销后面的`,
        because: ofStep(follower),
      }
}

/** A step that comes back has to fit where the file stands by then. */
function redoneStepProblem(step: StepOfFile, next: Counting): InTheWay | null {
  if (step.overrideReason !== null || !isDateOnly(step.doneOn)) return null
  const steps = next.steps.filter(({ id }) => id !== step.id)
  const course = courseOfCounting({ ...next, steps })
  const [refusal] = recordRefusals(course, step.milestone, step.doneOn, defaultRuleSettings)
  if (refusal === undefined) return null
  const event = next.events.at(-1)
  return { sentence: refusal.message, because: event === undefined ? null : ofEvent(event) }
}

interface BothAndRoster extends Both {
  /** The roster's 转正日期 goes back with it. */
  readonly movesRegular: boolean
}

function eventProblem({ id }: UndoStep, both: BothAndRoster): InTheWay | null {
  const { now, next } = both
  const [was, is] = [now.events.find(withId(id)), next.events.find(withId(id))]
  if (was !== undefined && is === undefined) return undoneEventProblem(was, both)
  return was === undefined && is !== undefined ? redoneEventProblem(is, { now, next }) : null
}

function undoneEventProblem(event: EventOfFile, { now, next, movesRegular }: BothAndRoster): InTheWay | null {
  const label = developmentEventLabels[event.kind]
  const later = next.events.find(({ position }) => position > event.position)
  if (later !== undefined)
    return {
      sentence: `“${label}”之后又登记了“${developmentEventLabels[later.kind]}”，请先撤销后面的`,
      because: ofEvent(later),
    }
  if (event.kind !== 'extend' || movesRegular) return null
  // The days of 转正 were counted from the longer probation.
  const step = now.steps.find(({ milestone }) => afterExtension.includes(milestone))
  return step === undefined
    ? null
    : {
        sentence: `“${label}”之后已登记“${labelOf(step.milestone)}”，请先撤销后面的`,
        because: ofStep(step),
      }
}

const afterExtension: readonly Milestone[] = [
  'regularApplyOn',
  'regularMeetingOn',
  'regularSubmittedOn',
  'regularApprovedOn',
]

function redoneEventProblem(event: EventOfFile, { now, next }: Both): InTheWay | null {
  const label = developmentEventLabels[event.kind]
  const others = next.events.filter(({ id }) => id !== event.id)
  const later = others.find(({ position }) => position >= event.position)
  if (later !== undefined) return { sentence: `“${label}”之后又登记过别的变动`, because: ofEvent(later) }
  if (event.overrideReason === null && !isPossible(event, courseOfCounting(now).state))
    return { sentence: `档案现在的阶段不能再“${label}”`, because: null }
  const course = courseOfCounting({ ...next, events: others })
  const [left] =
    event.kind === 'transfer'
      ? []
      : fallenMilestones(course.dates, datesAfterEvent(course, event.kind, event.toState))
  const step = next.steps.find(({ milestone }) => milestone === left)
  return step === undefined
    ? null
    : { sentence: `“${labelOf(step.milestone)}”后来又登记过`, because: ofStep(step) }
}

function isPossible({ kind, setback }: EventOfFile, state: CourseState): boolean {
  switch (kind) {
    case 'return':
      return setback !== null && setbackStates[setback].includes(state)
    case 'revoke':
      return state === 'activist'
    case 'reapply':
      return state === 'revoked'
    case 'extend':
      return state === 'probationer'
    case 'disqualify':
      return state === 'probationer' || state === 'extended'
    case 'end':
      return !isFinalState(state)
    case 'transfer':
      return transferRule(state) !== null
  }
}
