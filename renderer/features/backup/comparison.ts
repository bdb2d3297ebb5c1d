import type { BackupInspection, CountComparison } from '#shared/contract/backup.ts'
import { formatInstant } from '../../lib/formatInstant.ts'

export interface ComparisonRow {
  readonly key: string
  readonly label: string
  readonly backup: string
  /** — where there is no readable database here. */
  readonly current: string
  /** 不变, 少 3, 多 12, 保持现在的: what restoring would do. */
  readonly difference: string
  readonly isDifferent: boolean
}

function count(value: number): string {
  return value.toLocaleString('zh-CN')
}

function differenceWords(backup: number, current: number | null): string {
  if (current === null) return '—'
  if (backup === current) return '不变'
  return backup < current ? `少 ${count(current - backup)}` : `多 ${count(backup - current)}`
}

/** What differs first; what is empty on both sides is left out. `kept`: tables a restore leaves as they are. */
export function comparisonRows(
  counts: readonly CountComparison[],
  kept: readonly string[] = [],
): readonly ComparisonRow[] {
  return counts
    .filter(({ backup, current }) => backup > 0 || (current ?? 0) > 0)
    .map(({ table, label, backup, current }) => ({
      key: table,
      label,
      backup: count(backup),
      current: current === null ? '—' : count(current),
      difference: kept.includes(table) ? '保持现在的' : differenceWords(backup, current),
      isDifferent: current !== null && backup !== current && !kept.includes(table),
    }))
    .toSorted((a, b) => Number(b.isDifferent) - Number(a.isDifferent))
}

function newestWords({ backup, current }: BackupInspection['newestChange']): readonly string[] {
  // Not known where the backup could not be opened with the key that is here.
  if (backup === null) return []
  const there = formatInstant(backup)
  return current === null
    ? [`备份里最后一次改动：${there}。`]
    : [`最后一次改动：备份里 ${there}，现在 ${formatInstant(current)}。`]
}

/** How old the backup is against what is here, in sentences. */
export function inspectionSentences({ newestChange, changesSince }: BackupInspection): readonly string[] {
  if (changesSince === null) return newestWords(newestChange)
  return [
    ...newestWords(newestChange),
    changesSince === 0
      ? '备份之后这里没有别的操作。'
      : `备份之后这里做过的 ${count(changesSince)} 次操作，恢复后都会没有。`,
  ]
}

/** Rows counted after a restore, summed: every table of the backup was compared before the core said yes. */
export function restoredTotal(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, rows) => sum + rows, 0)
}
