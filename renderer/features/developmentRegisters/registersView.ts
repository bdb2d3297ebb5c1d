import type { DevelopmentPart } from '../../lib/developmentTabs.ts'
import {
  formStatuses,
  type FormStatus,
  trainingKinds,
  type TrainingKind,
} from '#shared/domain/development/records.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { UndoTarget } from '../../ui/undo.ts'

export const registerParts = ['forms', 'training', 'quotas'] as const satisfies readonly DevelopmentPart[]

export type RegisterPart = (typeof registerParts)[number]

export interface RegistersView {
  readonly part: RegisterPart
  readonly status: FormStatus | null
  readonly kind: TrainingKind | null
  readonly year: number
  readonly page: number
}

export const pageSize = 50

export const registerTarget: UndoTarget = {
  kinds: ['applicationForm', 'trainingClass', 'developmentQuota', 'calendarDay'],
  recordId: null,
}

/** Names and numbers typed stay out of the address. */
export function viewFromParams(params: URLSearchParams, today: DateOnly): RegistersView {
  const [page, year] = [Number(params.get('page')), Number(params.get('year'))]
  return {
    part: registerParts.find((part) => part === params.get('part')) ?? 'forms',
    status: formStatuses.find((status) => status === params.get('status')) ?? null,
    kind: trainingKinds.find((kind) => kind === params.get('kind')) ?? null,
    year: Number.isInteger(year) && year >= 1949 && year <= 2199 ? year : Number(today.slice(0, 4)),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf(view: Partial<RegistersView>): string {
  const { part = 'forms', status = null, kind = null, year = null, page = 1 } = view
  const params = new URLSearchParams({
    ...(part === 'forms' ? {} : { part }),
    ...(part !== 'forms' || status === null ? {} : { status }),
    ...(part !== 'training' || kind === null ? {} : { kind }),
    ...(part !== 'quotas' || year === null ? {} : { year: String(year) }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return params === '' ? '/development/registers' : `/development/registers?${params}`
}

export function classAddress(id: string): string {
  return `/development/training/${id}`
}
