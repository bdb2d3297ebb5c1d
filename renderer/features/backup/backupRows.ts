import type { BackupPolicy, BackupRow, BackupSource } from '#shared/contract/backup.ts'

/** One backup wherever it lies: the copy at the second place has the same name. */
export interface StoredBackup {
  readonly id: string
  /** Of a copy that can be read, if there is one. */
  readonly row: BackupRow
  readonly local: BackupRow | null
  readonly second: BackupRow | null
  /** Null when every copy is damaged. */
  readonly source: BackupSource | null
}

/** Newest first; a copy that can be read stands for the backup, the one on this machine before the other. */
export function storedBackups(rows: readonly BackupRow[]): readonly StoredBackup[] {
  return [...Map.groupBy(rows, ({ id }) => id)]
    .flatMap(([id, copies]): StoredBackup[] => {
      const at = (place: BackupRow['place']) => copies.find((copy) => copy.place === place) ?? null
      const [local, second] = [at('local'), at('second')]
      const good = [local, second].find((copy) => copy !== null && copy.problem === null) ?? null
      const row = good ?? local ?? second
      if (row === null) return []
      return [{ id, row, local, second, source: good && { from: 'list', id, place: good.place } }]
    })
    .toSorted((a, b) => b.row.createdAt.localeCompare(a.row.createdAt) || b.id.localeCompare(a.id))
}

/** What the generations come to, in one sentence. */
export function policySentence({ daily, weekly, monthly }: BackupPolicy): string {
  const parts = [
    `有备份的最近 ${daily} 天，每天留最后一份`,
    ...(weekly > 0 ? [`最近 ${weekly} 周，每周留最后一份`] : []),
    ...(monthly > 0 ? [`最近 ${monthly} 个月，每月留最后一份`] : []),
  ]
  return `${parts.join('；')}。当天的都留，手动做的和导入、恢复之前做的留 7 天，其余自动删去。两处各自照此保留。`
}
