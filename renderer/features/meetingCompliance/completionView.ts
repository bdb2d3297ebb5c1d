import type { RouteInput } from '#shared/contract/routes.ts'
import { type DutyKind, dutyKinds } from '#shared/domain/meetings/duties.ts'
import { type Period, type PeriodLength, periodLengths } from '#shared/domain/meetings/periods.ts'
import { yearOf } from '../../lib/yearParam.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const meetingTarget: UndoTarget = { kinds: ['meeting', 'followUp'], recordId: null }

/** One branch and one month, quarter or year, opened beside the grid. */
export interface OpenCell {
  readonly organizationId: string
  readonly length: PeriodLength
  readonly no: number
}

export interface CompletionView {
  /** The grid, or whom to call. */
  readonly part: 'grid' | 'call'
  readonly year: number
  readonly organizationId: string | null
  readonly kind: DutyKind | null
  readonly only: 'missing' | 'near' | null
  readonly page: number
  readonly open: OpenCell | null
}

export const pageSize = 100

const most: Readonly<Record<PeriodLength, number>> = { month: 12, quarter: 4, year: 1 }

function openOf(params: URLSearchParams): OpenCell | null {
  const organizationId = params.get('row')
  const [word, text] = (params.get('at') ?? '').split('.')
  const length = periodLengths.find((each) => each === word)
  const no = Number(text)
  if (organizationId === null || length === undefined || !Number.isInteger(no)) return null
  return no >= 1 && no <= most[length] ? { organizationId, length, no } : null
}

export function viewFromParams(params: URLSearchParams): CompletionView {
  const page = Number(params.get('page'))
  const only = params.get('only')
  return {
    part: params.get('view') === 'call' ? 'call' : 'grid',
    year: yearOf(params),
    organizationId: params.get('org'),
    kind: dutyKinds.find((kind) => kind === params.get('kind')) ?? null,
    only: only === 'missing' || only === 'near' ? only : null,
    page: Number.isInteger(page) && page > 1 ? page : 1,
    open: openOf(params),
  }
}

export function addressOf(view: Partial<CompletionView>): string {
  const { part = 'grid', year, organizationId = null, kind = null, only = null, page = 1, open = null } = view
  const params = new URLSearchParams({
    ...(part === 'grid' ? {} : { view: part }),
    ...(year === undefined ? {} : { year: String(year) }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(kind === null ? {} : { kind }),
    ...(only === null ? {} : { only }),
    ...(page === 1 ? {} : { page: String(page) }),
    ...(open === null ? {} : { row: open.organizationId, at: `${open.length}.${open.no}` }),
  }).toString()
  return params === '' ? '/meetings/completion' : `/meetings/completion?${params}`
}

/** Whom to call are those with something missing, whatever else is chosen. */
export function gridInput(view: CompletionView): RouteInput<'meetings.grid'> {
  const { part, year, organizationId, kind, only, page } = view
  return {
    organizationId,
    year,
    kind,
    only: part === 'call' ? 'missing' : only,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  }
}

/** One branch alone. */
export function branchInput(organizationId: string, year: number): RouteInput<'meetings.grid'> {
  return { organizationId, year, kind: null, only: null, offset: 0, limit: 1 }
}

export function periodOf(year: number, { length, no }: Omit<OpenCell, 'organizationId'>): Period {
  return { year, length, no }
}
