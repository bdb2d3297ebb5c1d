import type { DateOnly } from '../../lib/dates.ts'
import type { ApprovedMilestone, PlainMilestone, VotedMilestone } from './course.ts'
import type { ActingBody } from './facts.ts'
import type { CourseState } from './states.ts'
import type { Ballot } from './votes.ts'

/** 终止 for these reasons; `outcome` is the end of a failed review. */
export const endReasons = ['withdrawn', 'died', 'left', 'lost', 'outcome'] as const

export type EndReason = (typeof endReasons)[number]

/** What went wrong on the way back: the notice, political review, training, pre-review, a vote, an approval, or a decision of the committee. */
export const setbacks = [
  'publicity',
  'politicalReview',
  'training',
  'preReview',
  'vote',
  'approval',
  'decision',
] as const

export type Setback = (typeof setbacks)[number]

export type CourseAction =
  | { readonly kind: 'record'; readonly milestone: PlainMilestone; readonly on: DateOnly }
  | {
      readonly kind: 'vote'
      readonly milestone: VotedMilestone
      readonly on: DateOnly
      readonly ballot: Ballot
    }
  | {
      readonly kind: 'approve'
      readonly milestone: ApprovedMilestone
      readonly on: DateOnly
      readonly body: ActingBody
    }
  | {
      readonly kind: 'return'
      readonly setback: Setback
      readonly to: 'activist' | 'target'
      readonly on: DateOnly
    }
  | {
      readonly kind: 'extend'
      readonly on: DateOnly
      readonly months: number
      readonly ballot: Ballot
      readonly body: ActingBody
      readonly approvedOn: DateOnly
    }
  | {
      readonly kind: 'disqualify'
      readonly on: DateOnly
      readonly ballot: Ballot
      readonly body: ActingBody
      readonly approvedOn: DateOnly
    }
  | { readonly kind: 'revoke'; readonly on: DateOnly }
  | { readonly kind: 'reapply'; readonly on: DateOnly }
  | { readonly kind: 'end'; readonly reason: EndReason; readonly on: DateOnly }

export type ActionOf<K extends CourseAction['kind']> = Extract<CourseAction, { readonly kind: K }>

/** Where each setback can happen. */
export const setbackStates: Readonly<Record<Setback, readonly CourseState[]>> = {
  publicity: ['activist'],
  politicalReview: ['target'],
  training: ['target'],
  preReview: ['target'],
  vote: ['cleared'],
  approval: ['awaitingApproval'],
  decision: ['target', 'cleared'],
}

/** Where each setback may lead back to. */
export function returnStates(setback: Setback): readonly ('activist' | 'target')[] {
  return setback === 'vote' || setback === 'approval' ? ['target', 'activist'] : ['activist']
}

/** What a transition needs, for screens: who decides, and the papers that must stay. */
export const transitionTraces: Readonly<
  Record<
    'withdrawn' | 'revoke' | 'return' | 'extend' | 'disqualify',
    { readonly decidedBy: string; readonly papers: string }
  >
> = {
  withdrawn: { decidedBy: '党支部', papers: '本人撤回书、谈话记录' },
  revoke: { decidedBy: '支委会讨论，报上级党委备案', papers: '会议记录、通知本人' },
  return: { decidedBy: '支委会讨论并报上级党委（地方惯例）', papers: '理由' },
  extend: { decidedBy: '支部大会通过，上级党委批准', papers: '决议、批复、延长起止' },
  disqualify: { decidedBy: '支部大会通过，上级党委批准', papers: '决议、批复、通知' },
}
