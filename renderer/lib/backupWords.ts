import type { BackupPlaceState, BackupReason } from '#shared/contract/backup.ts'
import { daysBetween, type DateOnly, type Instant, todayInShanghai } from '#shared/lib/dates.ts'
import { formatInstant } from './formatInstant.ts'

/** Why a backup was made, as it stands in lists. */
export const reasonWords: Readonly<Record<BackupReason, string>> = {
  daily: '每天自动',
  exit: '退出时自动',
  beforeImport: '导入之前',
  beforeUpgrade: '升级之前',
  beforeRestore: '恢复之前',
  manual: '手动备份',
  handOver: '移交',
  salvaged: '抢救出的数据',
}

export const placeWords: Readonly<Record<'local' | 'second', string>> = {
  local: '本机',
  second: '第二处',
}

/** 512 KB, 24.6 MB, 1.2 GB: what a person compares with the room on a disk. */
export function formatBytes(bytes: number): string {
  const units = ['KB', 'MB', 'GB'] as const
  let size = bytes / 1024
  let unit = 0
  while (size >= 1023.95 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1
  return `${unit === 0 ? Math.max(1, Math.ceil(size)) : size.toFixed(digits)} ${units[unit]}`
}

/** 今天, 昨天, 5 天前: by the calendar of the office. */
export function agoWords(at: Instant, today: DateOnly): string {
  const days = daysBetween(todayInShanghai(at), today)
  if (days <= 0) return '今天'
  return days === 1 ? '昨天' : `${days} 天前`
}

export interface PlaceLine {
  readonly state: 'good' | 'bad' | 'warning' | 'none'
  /** 正常, 有问题, 注意：没有设置. */
  readonly word: string
  readonly newest: string
}

/** State of one place in words; `warning` for a second place that is not set, `none` where nothing was backed up yet. */
export function placeLine(place: BackupPlaceState | null, today: DateOnly): PlaceLine {
  if (place === null)
    return { state: 'warning', word: '注意：没有设置', newest: '只有本机一份，硬盘坏了就都没有了' }
  const { newestGoodAt, problem } = place
  const newest =
    newestGoodAt === null
      ? '还没有备份'
      : `最近一份 ${formatInstant(newestGoodAt)}（${agoWords(newestGoodAt, today)}）`
  if (problem !== null) return { state: 'bad', word: '有问题', newest }
  return newestGoodAt === null
    ? { state: 'none', word: '还没有备份', newest: '做一份备份后，这里显示时间' }
    : { state: 'good', word: '正常', newest }
}
