import type { RouteInput } from '#shared/contract/routes.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { LogFilter } from '../../lib/logFilter.ts'
import { allTime, daysOf } from '../../lib/period.ts'

/** What the log is narrowed to. */
export interface AuditFilter extends LogFilter {
  /** One sort of action. */
  readonly route: string | null
}

export const noFilter: AuditFilter = { accountId: null, route: null, period: allTime, text: '' }

export function isNarrowed({ accountId, route, period, text }: AuditFilter): boolean {
  return accountId !== null || route !== null || period.kind !== 'all' || text.trim() !== ''
}

/** What the core is asked; the same for the list and for its workbook. */
export function filterInput(filter: AuditFilter, today: DateOnly): RouteInput<'audit.export'> {
  const { from, to } = daysOf(filter.period, today)
  const text = filter.text.trim()
  return {
    accountId: filter.accountId,
    route: filter.route,
    kind: null,
    from,
    to,
    text: text === '' ? null : text,
  }
}
