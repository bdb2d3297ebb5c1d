import { type BridgeNumberKey, bridgeNumberKeys } from '#shared/contract/bridge.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { type BridgeKind, bridgeKinds } from '#shared/domain/bridgeTable.ts'
import { type DateOnly, dateOnly, isDateOnly } from '#shared/lib/dates.ts'

export const presets = ['thisYear', 'lastYear', 'own'] as const

export type Preset = (typeof presets)[number]

export const presetLabels: Readonly<Record<Preset, string>> = {
  thisYear: '本年至今',
  lastYear: '上一年度',
  own: '自选',
}

/** What stands in the address. */
export interface BridgeView {
  readonly preset: Preset
  readonly from: DateOnly
  readonly to: DateOnly
  readonly organizationId: string | null
  readonly kind: BridgeKind
  /** The number whose names are open; null for none. */
  readonly open: OpenNumber | null
}

export interface OpenNumber {
  readonly number: BridgeNumberKey
  /** The row. */
  readonly organizationId: string
  readonly page: number
}

export const namesAtOnce = 50

const yearEnd = (year: number): DateOnly => dateOnly(`${year}-12-31`)

/** Ends of days: a year runs from the end of the last day of the year before. */
export function presetDays(
  preset: 'thisYear' | 'lastYear',
  today: DateOnly,
): Pick<BridgeView, 'from' | 'to'> {
  const year = Number(today.slice(0, 4))
  return preset === 'thisYear'
    ? { from: yearEnd(year - 1), to: today }
    : { from: yearEnd(year - 2), to: yearEnd(year - 1) }
}

function openOf(params: URLSearchParams): OpenNumber | null {
  const number = bridgeNumberKeys.find((key) => key === params.get('number'))
  const organizationId = params.get('row')
  const page = Number(params.get('page'))
  if (number === undefined || organizationId === null) return null
  return { number, organizationId, page: Number.isInteger(page) && page > 1 ? page : 1 }
}

/** Dates that cannot be read are those of this year. */
export function viewFromParams(params: URLSearchParams, today: DateOnly): BridgeView {
  const preset = presets.find((each) => each === params.get('period')) ?? 'thisYear'
  const usual = presetDays(preset === 'lastYear' ? 'lastYear' : 'thisYear', today)
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? '']
  const own = preset === 'own' && isDateOnly(from) && isDateOnly(to) ? { from, to } : usual
  return {
    preset,
    ...own,
    organizationId: params.get('org'),
    kind: bridgeKinds.find((kind) => kind === params.get('kind')) ?? 'all',
    open: openOf(params),
  }
}

export function addressOf({ preset, from, to, organizationId, kind, open }: BridgeView): string {
  const params = new URLSearchParams({
    ...(preset === 'thisYear' ? {} : { period: preset }),
    ...(preset === 'own' ? { from, to } : {}),
    ...(organizationId === null ? {} : { org: organizationId }),
    ...(kind === 'all' ? {} : { kind }),
    ...(open === null ? {} : { number: open.number, row: open.organizationId }),
    ...(open === null || open.page === 1 ? {} : { page: String(open.page) }),
  }).toString()
  return params === '' ? '/bridge' : `/bridge?${params}`
}

const personTypes = { all: null, full: '1', probationary: '2' } as const

export function namesInput({ from, to, kind }: BridgeView, open: OpenNumber): RouteInput<'bridge.names'> {
  const { number, organizationId, page } = open
  return {
    organizationId,
    from,
    to,
    number,
    personType: personTypes[kind],
    offset: (page - 1) * namesAtOnce,
    limit: namesAtOnce,
  }
}
