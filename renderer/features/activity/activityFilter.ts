import type { z } from 'zod'
import { type activityListInput, recordKinds, type RecordKind } from '#shared/contract/activity.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { LogFilter } from '../../lib/logFilter.ts'
import { allTime, daysOf } from '../../lib/period.ts'

/** Kinds the office itself writes; accounts and settings are the auditor's. */
export const filterKinds: readonly RecordKind[] = recordKinds.filter(
  (kind) => kind !== 'account' && kind !== 'setting' && kind !== 'importMapping',
)

/** What the page is narrowed to. */
export interface ActivityFilter extends LogFilter {
  readonly kind: RecordKind | null
}

export const noFilter: ActivityFilter = { accountId: null, kind: null, period: allTime, text: '' }

export function isNarrowed({ accountId, kind, period, text }: ActivityFilter): boolean {
  return accountId !== null || kind !== null || period.kind !== 'all' || text.trim() !== ''
}

/** What the core is asked. */
export function filterInput(
  { accountId, kind, period, text }: ActivityFilter,
  today: DateOnly,
): Omit<z.output<typeof activityListInput>, 'offset' | 'limit'> {
  const { from, to } = daysOf(period, today)
  const words = text.trim()
  return { accountId, kind, from, to, text: words === '' ? null : words }
}
