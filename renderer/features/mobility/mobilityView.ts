import { type MobilityFilter, mobilityFilters } from '#shared/contract/mobility.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import type { MobilityDirection } from '#shared/domain/mobility.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export interface MobilityView {
  readonly direction: MobilityDirection
  readonly state: 'open' | 'closed'
  readonly filter: MobilityFilter | null
  readonly organizationId: string | null
  /** A place's key; '' for people whose place is not written down. */
  readonly place: string | null
  readonly page: number
  /** Opened beside the list. */
  readonly recordId: string | null
}

export const pageSize = 50

export const mobilityTarget: UndoTarget = { kinds: ['mobilityRecord', 'mobilityContact'], recordId: null }

/** Names typed stay out of the address. */
export function viewFromParams(params: URLSearchParams): MobilityView {
  const page = Number(params.get('page'))
  return {
    direction: params.get('direction') === 'LR' ? 'LR' : 'LC',
    state: params.get('state') === 'closed' ? 'closed' : 'open',
    filter: mobilityFilters.find((each) => each === params.get('filter')) ?? null,
    organizationId: params.get('org'),
    place: params.get('place'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
    recordId: params.get('record'),
  }
}

export function addressOf(view: Partial<MobilityView>): string {
  const { direction = 'LC', state = 'open', filter = null, organizationId = null, place = null } = view
  const { page = 1, recordId = null } = view
  const params = new URLSearchParams({
    ...(direction === 'LC' ? {} : { direction }),
    ...(state === 'open' ? {} : { state }),
    ...(filter === null ? {} : { filter }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(place === null ? {} : { place }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(recordId === null ? {} : { record: recordId }),
  }).toString()
  return params === '' ? '/mobility' : `/mobility?${params}`
}

export function listInput(view: MobilityView, text: string): RouteInput<'mobility.list'> {
  const { direction, state, filter, organizationId, place, page } = view
  const words = text.trim()
  return {
    direction,
    state,
    filter,
    organizationId,
    place,
    text: words === '' ? null : words,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  }
}

/** Boards that mean something for a direction, in their order. */
export function filtersOf(direction: MobilityDirection): readonly MobilityFilter[] {
  return direction === 'LC'
    ? [
        'overdue',
        'silent',
        'abroad',
        'shouldTransfer',
        'certificate',
        'unregistered',
        'unlinked',
        'anyFinding',
      ]
    : ['overdue', 'unreported', 'shouldTransfer', 'certificate', 'anyFinding']
}

export const filterLabels: Readonly<Record<MobilityFilter, string>> = {
  overdue: '已逾期',
  silent: '久未联系',
  abroad: '境外',
  shouldTransfer: '应转组织关系',
  certificate: '活动证到期',
  unreported: '未报到或未联系流出地',
  unregistered: '满 6 个月未登记',
  unlinked: '未入花名册',
  anyFinding: '有提示的',
}
