import type { DevelopmentFacts } from './facts.ts'
import { mainMilestone, milestones, noDates, stepNos, stepOf } from './milestones.ts'
import type { Milestone, MilestoneDates, StepNo } from './milestones.ts'

/**
 * SQR, JJFZ, FZDX, YSHG (志愿书 issued), DSP, YB, YBYC, ZS, then the ends: 取消积极分子资格 (may apply again),
 * 取消预备党员资格, 终止.
 */
export const courseStates = [
  'applicant',
  'activist',
  'target',
  'cleared',
  'awaitingApproval',
  'probationer',
  'extended',
  'full',
  'revoked',
  'disqualified',
  'ended',
] as const

export type CourseState = (typeof courseStates)[number]

/** Passed by the meeting is not yet a member: that takes the approval, which then counts from the meeting. */
export function isMemberState(state: CourseState): boolean {
  return state === 'probationer' || state === 'extended' || state === 'full'
}

/** Nothing happens to these any more. */
export function isFinalState(state: CourseState): boolean {
  return state === 'full' || state === 'disqualified' || state === 'ended'
}

const stateSteps: readonly (readonly [first: StepNo, last: StepNo, state: CourseState])[] = [
  [1, 4, 'applicant'],
  [5, 8, 'activist'],
  [9, 13, 'target'],
  [14, 15, 'cleared'],
  [16, 17, 'awaitingApproval'],
  [18, 24, 'probationer'],
  [25, 25, 'full'],
]

/** The state in which a step is worked on. 步骤 5 may be done at the meeting of 步骤 3, before the filing. */
export function statesOfStep(step: StepNo): readonly CourseState[] {
  const found = stateSteps.find(([first, last]) => step >= first && step <= last)
  if (found === undefined) throw new Error('a step outside every state')
  const [, , state] = found
  if (step === 5) return ['applicant', 'activist']
  return state === 'probationer' ? ['probationer', 'extended'] : [state]
}

/** The state a step done at its end leads to; null where it changes nothing. */
export function stateAfter(milestone: Milestone): CourseState | null {
  switch (milestone) {
    case 'activistFiledOn':
      return 'activist'
    case 'targetOn':
      return 'target'
    case 'preReviewOn':
      return 'cleared'
    case 'meetingOn':
      return 'awaitingApproval'
    case 'approvedOn':
      return 'probationer'
    case 'regularApprovedOn':
      return 'full'
    default:
      return null
  }
}

// The last step that stands when somebody goes back to a state.
const keptSteps = { applicant: 2, activist: 6, target: 11 } as const

export type ReturnState = keyof typeof keptSteps

/** The dates that still count after a return; what falls away stays in the log of the file. */
export function keptDates(dates: MilestoneDates, state: ReturnState): MilestoneDates {
  const kept = milestones.filter((key) => stepOf(key) <= keptSteps[state])
  return { ...noDates, ...Object.fromEntries(kept.map((key) => [key, dates[key]])) }
}

/** The state a record of dates speaks of, whatever is missing in between (imports, old files). */
export function stateOfRecord(
  facts: Pick<DevelopmentFacts, 'dates' | 'extensions' | 'endedOn'>,
): CourseState {
  if (facts.endedOn !== null) return 'ended'
  const reached = stepNos
    .map((step) => mainMilestone(step))
    .findLast((key) => facts.dates[key] !== null && stateAfter(key) !== null)
  const state = reached === undefined ? null : stateAfter(reached)
  if (state === 'probationer' && facts.extensions.length > 0) return 'extended'
  return state ?? 'applicant'
}
