import type { EnterpriseFilter } from '#shared/contract/enterprises.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { coverageKeys } from '#shared/domain/enterpriseCoverage.ts'
import { coverForms, enterpriseKinds } from '#shared/domain/enterprises.ts'
import type { UndoTarget } from '../../ui/undo.ts'

/** Names typed stay out of the address; everything else is in it. */
export interface EnterpriseView extends Omit<EnterpriseFilter, 'text'> {
  readonly page: number
}

export const pageSize = 50

export const enterpriseTarget: UndoTarget = { kinds: ['enterprise'], recordId: null }

export const everyUnit: EnterpriseView = {
  organizationId: null,
  kind: null,
  coverForm: null,
  department: null,
  finding: null,
  coverage: null,
  page: 1,
}

const standings = ['met', 'unmet', 'asked'] as const

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null =>
  values.find((value) => value === text) ?? null

export function viewFromParams(params: URLSearchParams): EnterpriseView {
  const rate = oneOf(coverageKeys, params.get('rate'))
  const page = Number(params.get('page'))
  return {
    organizationId: params.get('org'),
    kind: oneOf(enterpriseKinds, params.get('kind')),
    coverForm: oneOf(coverForms, params.get('form')),
    department: params.get('department'),
    finding: params.get('finding'),
    coverage: rate === null ? null : { rate, standing: oneOf(standings, params.get('standing')) ?? 'asked' },
    page: Number.isInteger(page) && page > 1 ? page : 1,
  }
}

export function addressOf(view: EnterpriseView): string {
  const { organizationId, kind, coverForm, department, finding, coverage, page } = view
  const all = {
    org: organizationId,
    kind,
    form: coverForm,
    department,
    finding,
    rate: coverage?.rate ?? null,
    standing: coverage?.standing ?? null,
    page: page === 1 ? null : String(page),
  }
  const set = Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value]]))
  const params = new URLSearchParams(set).toString()
  return params === '' ? '/enterprises' : `/enterprises?${params}`
}

export function isNarrowed({ page: _page, ...filter }: EnterpriseView, text: string): boolean {
  return text.trim() !== '' || Object.values(filter).some((value) => value !== null)
}

export function listInput({ page, ...filter }: EnterpriseView, text: string): RouteInput<'enterprises.list'> {
  const words = text.trim()
  return { ...filter, text: words === '' ? null : words, offset: (page - 1) * pageSize, limit: pageSize }
}
