import { lostStages, type LostStage } from '#shared/domain/lostCases.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export interface LostView {
  readonly stage: LostStage | null
  readonly organizationId: string | null
  readonly text: string
  readonly page: number
}

export const pageSize = 50

export const lostTarget: UndoTarget = { kinds: ['lostCase', 'lostAttempt'], recordId: null }

/** Names typed stay out of the address. */
export function viewFromParams(params: URLSearchParams): Omit<LostView, 'text'> {
  const page = Number(params.get('page'))
  return {
    stage: lostStages.find((stage) => stage === params.get('stage')) ?? null,
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf({ stage, organizationId, page }: Omit<LostView, 'text'>): string {
  const params = new URLSearchParams({
    ...(stage === null ? {} : { stage }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/mobility/lost' : `/mobility/lost?${params}`
}

export function listInput({ stage, organizationId, text, page }: LostView): RouteInput<'lost.list'> {
  const words = text.trim()
  return {
    stage,
    organizationId,
    text: words === '' ? null : words,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  }
}

/** The pages of 流动党员, which this one stands beside; the other feature lists the same. */
export const mobilityTabs = [
  { to: '/mobility', label: '流出党员', isCurrent: false },
  { to: '/mobility?direction=LR', label: '流入党员', isCurrent: false },
  { to: '/mobility/due', label: '本周应联系', isCurrent: false },
  { to: '/mobility/places', label: '去向分布', isCurrent: false },
  { to: '/mobility/lost', label: '失联党员', isCurrent: true },
] as const
