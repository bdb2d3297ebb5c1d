import type { UseFormReturn } from 'react-hook-form'
import type { z } from 'zod'
import type { LifeMeetingFields, lifeMeetingInput } from '#shared/contract/organizationLife.ts'

export type LifeMeetingDraft = z.input<typeof lifeMeetingInput>

export type LifeMeetingForm = UseFormReturn<LifeMeetingDraft, unknown, LifeMeetingFields>

export type ProblemDraft = LifeMeetingDraft['problems'][number]

export function blankLifeMeeting(organizationId: string, year: number): LifeMeetingDraft {
  return {
    organizationId,
    year,
    theme: '',
    plannedOn: null,
    place: null,
    hostName: null,
    program: null,
    demands: null,
    studyTimes: null,
    askedPeople: null,
    opinionCount: null,
    talkPairs: null,
    opinions: null,
    committeeReview: null,
    meetingId: null,
    course: null,
    criticisms: null,
    effect: null,
    publishedOn: null,
    remark: null,
    problems: [],
  }
}

export const blankProblem: ProblemDraft = {
  id: null,
  owner: 'committee',
  memberId: null,
  personName: null,
  problem: '',
  measure: null,
  dutyName: null,
  dueOn: null,
  doneOn: null,
  result: null,
}

/** As the form has it: what was read, free to be changed. */
export function draftOf({ problems, ...fields }: LifeMeetingFields): LifeMeetingDraft {
  return { ...fields, problems: problems.map((problem) => ({ ...problem })) }
}
