import type { TimelineEntry, TimelineKind } from '#shared/contract/memberships.ts'
import { formatDots, type PartialDate } from '#shared/lib/dates.ts'

export const timelineKindLabels: Readonly<Record<TimelineKind, string>> = {
  stay: '组织关系',
  status: '党籍状态',
  group: '党小组',
  full: '党籍',
  post: '任职',
  transfer: '转接',
  mobility: '流动',
  lostCase: '失联',
}

const unknown = '日期未填'

const dayText = (day: PartialDate | ''): string => (day === '' ? unknown : formatDots(day))

/** `1995.07.01—今`; one day alone for what happened on it. */
export function spanText({ fromOn, toOn }: Pick<TimelineEntry, 'fromOn' | 'toOn'>): string {
  if (toOn === null) return `${dayText(fromOn)}—今`
  return fromOn === toOn ? dayText(fromOn) : `${dayText(fromOn)}—${dayText(toOn)}`
}
