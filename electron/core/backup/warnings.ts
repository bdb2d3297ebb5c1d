import type { BackupPlaceState } from '#shared/contract/backup.ts'
import type { Instant } from '#shared/lib/dates.ts'

interface Known {
  readonly now: Instant
  readonly begunAt: Instant | null
  readonly local: BackupPlaceState
  readonly second: BackupPlaceState | null
  readonly checkProblem: string | null
}

const msPerDay = 86_400_000
const toleratedDays = 3

/** Sentences for the home page, gravest first. A backup from the future says nothing about the last days. */
export function backupWarnings({ now, begunAt, local, second, checkProblem }: Known): readonly string[] {
  const daysSince = (at: Instant | null) =>
    at === null || at > now ? Infinity : Math.floor((Date.parse(now) - Date.parse(at)) / msPerDay)
  const isOld = daysSince(begunAt) >= toleratedDays
  const warnings: string[] = checkProblem === null ? [] : [checkProblem]
  const localDays = daysSince(local.newestGoodAt)
  if (isOld && localDays >= toleratedDays)
    warnings.push(
      `${localDays === Infinity ? '还没有一份完好的备份' : `已有 ${localDays} 天没有完好的备份`}${why(local.problem)}。请点“立即备份”，再试一次`,
    )
  if (second) {
    const days = daysSince(second.newestGoodAt)
    if (isOld && days >= toleratedDays)
      warnings.push(
        `第二备份位置${days === Infinity ? '还没有备份' : `已有 ${days} 天没有新的备份`}${why(second.problem)}。请插好 U 盘或检查文件夹 ${second.path}`,
      )
  }
  return warnings
}

const why = (problem: string | null) => (problem === null ? '' : `（${problem}）`)
