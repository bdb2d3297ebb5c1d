import type { BackupRow, BackupSecret, RestoreReport } from '#shared/contract/backup.ts'
import type { RouteOutput } from '#shared/contract/routes.ts'
import type { InspectedBackup } from './useInspection.ts'

export type Salvage = RouteOutput<'rescue.salvage'>

/** What the folder holds, and what opened it. */
export interface OpenedBackups {
  readonly secret: BackupSecret
  readonly rows: readonly BackupRow[]
  /** What is wrong with the database; null where the folder is new. */
  readonly problem: string | null
  readonly salvage: Salvage | null
}

/** `opened` is null on the way of a new data folder, which begins with a file. */
export type RescueStep =
  | { readonly step: 'begin' }
  | { readonly step: 'choose'; readonly opened: OpenedBackups }
  | {
      readonly step: 'review'
      readonly opened: OpenedBackups | null
      readonly secret: BackupSecret
      readonly backup: InspectedBackup
    }
  | { readonly step: 'done'; readonly report: RestoreReport }

/** A salvage counts among the backups as soon as it is made, and comes first. */
export function withSalvage(opened: OpenedBackups, salvage: Salvage): OpenedBackups {
  const { backup } = salvage
  const others = opened.rows.filter(({ id, place }) => id !== backup.id || place !== backup.place)
  return { ...opened, salvage, rows: [backup, ...others] }
}

/** 党员 300 条；会议记录 12 条，另有 3 条读不出 */
export function salvageWords({ saved, lost }: Salvage['tables'][number]): string {
  const read = `读出 ${saved.toLocaleString('zh-CN')} 条`
  if (lost === null) return `${read}，是否有缺失不能确定`
  return lost === 0 ? `${read}，没有缺失` : `${read}，缺 ${lost.toLocaleString('zh-CN')} 条`
}
