import type { ElectionDetail } from '#shared/contract/electionRows.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type ElectionStatus, electionStatuses } from '#shared/domain/electionWords.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const electionTarget: UndoTarget = {
  kinds: [
    'election',
    'electionStep',
    'electionCandidate',
    'electionExemption',
    'electionTeller',
    'electionRound',
    'electionVote',
  ],
  recordId: null,
}

export const pageSize = 50

export interface ListView {
  readonly status: ElectionStatus | null
  readonly organizationId: string | null
  readonly page: number
}

export function viewFromParams(params: URLSearchParams): ListView {
  const page = Number(params.get('page'))
  return {
    status: electionStatuses.find((status) => status === params.get('status')) ?? null,
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf({ status, organizationId, page }: ListView): string {
  const params = new URLSearchParams({
    ...(status === null ? {} : { status }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/elections' : `/elections?${params}`
}

export function listInput({ status, organizationId, page }: ListView): RouteInput<'elections.list'> {
  return { status, organizationId, offset: (page - 1) * pageSize, limit: pageSize }
}

/** Parts of one election's page, each with an address. */
export const electionTabs = ['steps', 'people', 'voters', 'ballots'] as const

export type ElectionTab = (typeof electionTabs)[number]

export const electionTabLabels: Readonly<Record<ElectionTab, string>> = {
  steps: '流程和文书',
  people: '候选人和监计票人',
  voters: '应到会人员',
  ballots: '投票和结果',
}

export function tabFromParams(params: URLSearchParams): ElectionTab {
  return electionTabs.find((tab) => tab === params.get('tab')) ?? 'steps'
}

export function electionAddress(id: string, tab: ElectionTab = 'steps'): string {
  return tab === 'steps' ? `/elections/${id}` : `/elections/${id}?tab=${tab}`
}

/** Whether what the election is made of may still be changed. */
export function isOpen({ status }: Pick<ElectionDetail, 'status'>): boolean {
  return status === 'open'
}
