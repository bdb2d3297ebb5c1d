import { yearOf } from '../../lib/yearParam.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const responsibilityTarget: UndoTarget = {
  kinds: ['responsibilityList', 'responsibilityGoal', 'responsibilityCheck'],
  recordId: null,
}

export interface ResponsibilityView {
  readonly year: number
  readonly organizationId: string | null
  /** Those that have none. */
  readonly without: boolean
}

export function viewFromParams(params: URLSearchParams): ResponsibilityView {
  return {
    year: yearOf(params),
    organizationId: params.get('org'),
    without: params.get('without') === '1',
  }
}

export function listAddress({ year, organizationId, without }: Partial<ResponsibilityView> = {}): string {
  const params = new URLSearchParams({
    ...(year === undefined ? {} : { year: String(year) }),
    ...(organizationId ? { org: organizationId } : {}),
    ...(without ? { without: '1' } : {}),
  }).toString()
  return params === '' ? '/reviews/responsibility' : `/reviews/responsibility?${params}`
}

export function listPage(id: string): string {
  return `/reviews/responsibility/${id}`
}

export function newAddress(year: number, organizationId: string | null): string {
  const params = new URLSearchParams({
    year: String(year),
    ...(organizationId === null ? {} : { org: organizationId }),
  })
  return `/reviews/responsibility/new?${params.toString()}`
}
