import type { RouteInput } from '#shared/contract/routes.ts'
import type { RectifyState } from '#shared/domain/reviews/rectification.ts'
import type { UndoTarget } from '../../ui/undo.ts'

/** As tabs show them: what is late first. */
export const rectifyStates: readonly RectifyState[] = [
  'overdue',
  'notStarted',
  'underway',
  'toAccept',
  'accepted',
]

export interface RectificationView {
  readonly state: RectifyState | null
  readonly year: number | null
  readonly campaignId: string | null
  readonly organizationId: string | null
  readonly page: number
  /** The one that is open. */
  readonly itemId: string | null
  /** A new one is being written: for whom, or `1` where nobody is chosen yet. */
  readonly newFor: string | null
}

export const pageSize = 50

export const rectificationTarget: UndoTarget = { kinds: ['reviewRectification'], recordId: null }

export function viewFromParams(params: URLSearchParams): RectificationView {
  const page = Number(params.get('page'))
  const year = Number(params.get('year'))
  return {
    state: rectifyStates.find((state) => state === params.get('state')) ?? null,
    year: Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : null,
    campaignId: params.get('campaign'),
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
    itemId: params.get('item'),
    newFor: params.get('new'),
  }
}

export function addressOf(view: Partial<RectificationView>): string {
  const { state, year, campaignId, organizationId, page = 1, itemId, newFor } = view
  const params = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(year ? { year: String(year) } : {}),
    ...(campaignId ? { campaign: campaignId } : {}),
    ...(organizationId ? { org: organizationId } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(itemId ? { item: itemId } : {}),
    ...(newFor ? { new: newFor } : {}),
  }).toString()
  return params === '' ? '/reviews/rectifications' : `/reviews/rectifications?${params}`
}

export function listInput(view: RectificationView): RouteInput<'rectifications.list'> {
  const { state, year, campaignId, organizationId, page } = view
  return { state, year, campaignId, organizationId, offset: (page - 1) * pageSize, limit: pageSize }
}
