import type { TimelineEntry, TimelineKind } from '#shared/contract/memberships.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'
import { recordAddress } from '../../lib/recordHistory.ts'

export const timelineKindLabels: Readonly<Record<TimelineKind, string>> = {
  stay: '组织关系',
  status: '党籍状态',
  group: '党小组',
  full: '党籍',
  post: '任职',
  transfer: '转接',
  mobility: '流动',
  lostCase: '失联',
  development: '发展',
}

const unknown = '日期未填'

const dayText = (day: PartialDate | ''): string => (day === '' ? unknown : formatDots(day))

/** `1995.07.01—今`; one day alone for what happened on it. */
export function spanText({ fromOn, toOn }: Pick<TimelineEntry, 'fromOn' | 'toOn'>): string {
  if (toOn === null) return `${dayText(fromOn)}—今`
  return fromOn === toOn ? dayText(fromOn) : `${dayText(fromOn)}—${dayText(toOn)}`
}

const recordKinds = { transfer: 'transfer', mobility: 'mobilityRecord', lostCase: 'lostCase' } as const

/** The page of what a line tells of; null where it has none, or it is out of reach. */
export function entryPlace({ kind, id, stay }: Pick<TimelineEntry, 'kind' | 'id' | 'stay'>): string | null {
  if (kind === 'stay') return stay === null ? null : recordAddress('organization', stay.organizationId)
  if (kind === 'transfer' || kind === 'mobility' || kind === 'lostCase')
    return recordAddress(recordKinds[kind], id)
  if (kind === 'development') return recordAddress('developmentFile', id)
  return null
}
