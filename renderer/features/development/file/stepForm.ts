import type { z } from 'zod'
import { recordStepInput, type RecordStepInput } from '#shared/contract/developmentInputs.ts'
import type { DevelopmentDetail, DevelopmentStepRow } from '#shared/contract/developmentRows.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { isWrittenDate } from '#shared/lib/dates.ts'
import { approvedMilestones, votedMilestones } from './bodies.ts'
import { emptyVote, isCounted } from './voteWords.ts'

export const recordSchema = recordStepInput.omit({ id: true, version: true, milestone: true })

export type RecordDraft = z.input<typeof recordSchema>

export type RecordValues = z.output<typeof recordSchema>

/** What the people of a step are called; absent where nobody needs naming. */
export const peopleLabels: Readonly<Partial<Record<Milestone, string>>> = {
  talkedOn: '谈话人',
  activistOn: '推荐人（推优组织）',
  nurturedOn: '考察人',
  targetMeetingOn: '主持人',
  publicityFrom: '经办人',
  politicalReviewOn: '审查人',
  committeeOn: '主持人',
  interviewOn: '谈话人',
  oathOn: '领誓人',
  probationReviewedOn: '考察人',
  archivedOn: '移交人、接收人',
}

/** What is decided, found or said at a step. */
export const opinionLabels: Readonly<Partial<Record<Milestone, string>>> = {
  talkedOn: '谈话情况',
  activistOn: '研究意见',
  nurturedOn: '培养考察意见',
  targetMeetingOn: '讨论意见',
  targetAgreedOn: '批复意见',
  politicalReviewOn: '政审结论',
  committeeOn: '审查意见',
  preReviewOn: '预审意见',
  meetingOn: '大会决议',
  interviewOn: '谈话意见',
  approvedOn: '审批意见',
  probationReviewedOn: '考察意见',
  regularMeetingOn: '大会决议',
  regularApprovedOn: '审批意见',
}

const withPlace: ReadonlySet<Milestone> = new Set([
  'talkedOn',
  'publicityFrom',
  'trainingFrom',
  'meetingOn',
  'interviewOn',
  'oathOn',
  'regularMeetingOn',
])

const withDocNo: ReadonlySet<Milestone> = new Set([
  'activistFiledOn',
  'targetAgreedOn',
  'preReviewOn',
  'submittedOn',
  'approvedOn',
  'filedOn',
  'regularSubmittedOn',
  'regularApprovedOn',
])

export function hasPlace(milestone: Milestone): boolean {
  return withPlace.has(milestone)
}

export function hasDocNo(milestone: Milestone): boolean {
  return withDocNo.has(milestone)
}

export function emptyRecord(
  detail: DevelopmentDetail,
  milestone: Milestone,
  on: string,
  bodyId: string | null,
): RecordDraft {
  return {
    on,
    place: null,
    people: null,
    bodyId: approvedMilestones.has(milestone) ? bodyId : null,
    docNo: null,
    opinion: null,
    vote: votedMilestones.has(milestone) ? emptyVote(detail.voters.should) : null,
    groupId: null,
    overrideReason: null,
  }
}

/** What the core is asked about while somebody types; null while there is no date. */
export function checkInput(
  detail: DevelopmentDetail,
  milestone: Milestone,
  draft: RecordDraft,
): RecordStepInput | null {
  const { on } = draft
  // Of a vote that nobody has counted yet there is nothing to say.
  if (!isWrittenDate(on) || (draft.vote !== null && !isCounted(draft.vote))) return null
  const parsed = recordSchema.safeParse({ ...draft, overrideReason: null })
  return parsed.success ? { id: detail.id, version: detail.version, milestone, ...parsed.data } : null
}

/** What is to be put right of a step that stands. */
export function recordOf(row: DevelopmentStepRow): RecordDraft {
  const { doneOn, place, people, bodyId, docNo, opinion } = row
  return {
    on: doneOn,
    place,
    people,
    bodyId,
    docNo,
    opinion,
    vote: null,
    groupId: null,
    overrideReason: null,
  }
}
