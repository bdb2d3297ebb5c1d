import type { RouteInput } from '#shared/contract/routes.ts'
import type { FollowUpRow } from '#shared/contract/meetingRows.ts'
import { type FollowUpSubject, followUpSubjects } from '#shared/domain/meetings/records.ts'
import { meetingAddress } from '../../lib/meetingAddresses.ts'

export const followUpStates = ['open', 'overdue', 'closed'] as const

export type FollowUpState = (typeof followUpStates)[number]

export const followUpStateLabels: Readonly<Record<FollowUpState, string>> = {
  open: '未办结',
  overdue: '逾期',
  closed: '已办结',
}

export interface FollowUpView {
  readonly state: FollowUpState
  readonly subject: FollowUpSubject | null
  readonly organizationId: string | null
  readonly page: number
}

export const pageSize = 50

export function viewFromParams(params: URLSearchParams): FollowUpView {
  const page = Number(params.get('page'))
  return {
    state: followUpStates.find((state) => state === params.get('state')) ?? 'open',
    subject: followUpSubjects.find((subject) => subject === params.get('subject')) ?? null,
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf(view: Partial<FollowUpView>): string {
  const { state = 'open', subject = null, organizationId = null, page = 1 } = view
  const params = new URLSearchParams({
    ...(state === 'open' ? {} : { state }),
    ...(subject === null ? {} : { subject }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/meetings/followups' : `/meetings/followups?${params}`
}

export function listInput(view: FollowUpView): RouteInput<'meetings.followUps'> {
  const { state, subject, organizationId, page } = view
  return { state, subject, organizationId, offset: (page - 1) * pageSize, limit: pageSize }
}

/** The record that left it to be done. */
export function subjectAddress({ subject, subjectId }: FollowUpRow): string {
  return subject === 'meeting' ? meetingAddress(subjectId) : `/meetings/life/${subjectId}`
}
