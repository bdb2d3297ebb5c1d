import type { RouteInput } from '#shared/contract/routes.ts'
import type { Caller } from './testCore.ts'

type LifeMeetingInput = RouteInput<'lifeMeetings.create'>['fields']
type AppraisalInput = RouteInput<'appraisals.create'>['fields']
type TalkInput = RouteInput<'talks.save'>['fields']

export function aProblem(fields: Partial<LifeMeetingInput['problems'][number]> = {}) {
  return {
    id: null,
    owner: 'committee',
    memberId: null,
    personName: null,
    problem: '联系服务群众不够经常',
    measure: '每月走访一次',
    dutyName: '王小明',
    dueOn: '2026-06-30',
    doneOn: null,
    result: null,
    ...fields,
  } as const
}

export function aLifeMeeting(
  fields: Partial<LifeMeetingInput> & { readonly organizationId: string },
): LifeMeetingInput {
  return {
    year: 2025,
    theme: '锤炼党性、改进作风',
    plannedOn: '2026-02-10',
    place: null,
    hostName: null,
    program: null,
    demands: null,
    studyTimes: 2,
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
    ...fields,
  }
}

export function anAppraised(fields: Partial<AppraisalInput['people'][number]> = {}) {
  return {
    id: null,
    memberId: null,
    name: '王小明',
    isProbationary: false,
    absentReason: null,
    excellent: null,
    qualified: null,
    basic: null,
    unqualified: null,
    grade: null,
    opinion: null,
    feedbackOn: null,
    disposal: null,
    disposalWords: null,
    mendBy: null,
    ...fields,
  } as const
}

export function anAppraisal(
  fields: Partial<AppraisalInput> & { readonly organizationId: string },
): AppraisalInput {
  return {
    year: 2025,
    heldOn: '2026-02-10',
    meetingId: null,
    ballotsIssued: null,
    ballotsReturned: null,
    ballotsValid: null,
    tellers: null,
    decidedOn: null,
    demands: null,
    remark: null,
    people: [],
    ...fields,
  }
}

export function aTalk(fields: Partial<TalkInput> & { readonly organizationId: string }): TalkInput {
  return {
    relation: 'committeeMember',
    talkedOn: '2026-03-05',
    talkerId: null,
    talkerName: '李书记',
    talkedId: null,
    talkedName: '王小明',
    place: null,
    title: '思想和工作情况',
    content: '近期工作压力较大，愿意多承担志愿服务',
    suggestions: null,
    feedback: null,
    ...fields,
  }
}

export interface OrganizationLifePlace {
  /** Of `branchId` for 2025, with one problem of `memberId`. */
  readonly lifeMeetingId: string
  /** Of `branchId` for 2025, with `memberId` graded. */
  readonly appraisalId: string
  /** With `memberId`, of `branchId`. */
  readonly talkId: string
}

export async function addOrganizationLife(
  { call }: Caller,
  {
    stem,
    branchId,
    memberId,
  }: { readonly stem: string; readonly branchId: string; readonly memberId: string },
): Promise<OrganizationLifePlace> {
  const name = `${stem}甲`
  const life = await call('lifeMeetings.create', {
    fields: aLifeMeeting({
      organizationId: branchId,
      theme: `${stem}主题`,
      problems: [aProblem({ owner: 'person', memberId, personName: name, problem: `${stem}问题` })],
    }),
  })
  const appraisal = await call('appraisals.create', {
    fields: anAppraisal({
      organizationId: branchId,
      people: [anAppraised({ memberId, name, grade: 'qualified', opinion: `${stem}意见` })],
    }),
  })
  const talk = await call('talks.save', {
    id: null,
    version: null,
    fields: aTalk({ organizationId: branchId, talkedId: memberId, talkedName: name, title: `${stem}谈话` }),
  })
  return { lifeMeetingId: life.id, appraisalId: appraisal.id, talkId: talk.id }
}
