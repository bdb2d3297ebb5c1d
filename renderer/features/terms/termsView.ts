import type { RouteInput } from '#shared/contract/routes.ts'
import { type TermState, termStates } from '#shared/domain/terms.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const troubles = ['ORG-53', 'POST_LEFT'] as const

export type Trouble = (typeof troubles)[number]

export interface TermsView {
  readonly part: 'terms' | 'contacts'
  readonly state: TermState | null
  readonly trouble: Trouble | null
  readonly organizationId: string | null
  readonly page: number
}

export const pageSize = 100

export const termsTarget: UndoTarget = { kinds: ['term', 'post'], recordId: null }

export function viewFromParams(params: URLSearchParams): TermsView {
  const page = Number(params.get('page'))
  return {
    part: params.get('part') === 'contacts' ? 'contacts' : 'terms',
    state: termStates.find((state) => state === params.get('state')) ?? null,
    trouble: troubles.find((code) => code === params.get('finding')) ?? null,
    organizationId: params.get('org'),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf({ part, state, trouble, organizationId, page }: TermsView): string {
  const params = new URLSearchParams({
    ...(part === 'terms' ? {} : { part }),
    ...(state === null ? {} : { state }),
    ...(trouble === null ? {} : { finding: trouble }),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/terms' : `/terms?${params}`
}

export function listInput({ state, trouble, organizationId, page }: TermsView): RouteInput<'terms.list'> {
  return { state, trouble, organizationId, offset: (page - 1) * pageSize, limit: pageSize }
}
