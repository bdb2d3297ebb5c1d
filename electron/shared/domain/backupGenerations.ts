import type { BackupPolicy, BackupReason } from '../contract/backup.ts'
import { addDays, dateOnly, type DateOnly, daysBetween, type Instant, todayInShanghai } from '../lib/dates.ts'

/** What is kept where nobody has said otherwise. */
export const defaultBackupPolicy: BackupPolicy = { daily: 7, weekly: 4, monthly: 12 }

export interface DatedBackup {
  readonly id: string
  readonly createdAt: Instant
  readonly reason: BackupReason
}

/** Made by themselves, one like the other; all others mark a moment somebody may want to go back to. */
const routine: readonly BackupReason[] = ['daily', 'exit']

const keptDaysOfOthers = 7

const someMonday = dateOnly('2026-01-05')

/** The Monday a week begins with stands for the ISO week, across the turn of the year too. */
function weekOf(day: DateOnly): string {
  const since = daysBetween(someMonday, day)
  return addDays(someMonday, Math.floor(since / 7) * 7)
}

/**
 * Ids of what may go: not the newest of the last days, weeks and months that have one, nothing of today, and within seven days
 * nothing that was made before an import, a restore or by hand. A backup from the future (the clock was set back) always stays.
 */
export function expendableBackups(
  backups: readonly DatedBackup[],
  policy: BackupPolicy,
  now: Instant,
): readonly string[] {
  const today = todayInShanghai(now)
  const dated = backups
    .filter(({ createdAt }) => createdAt <= now)
    .map((backup) => ({ ...backup, day: todayInShanghai(backup.createdAt) }))
    .toSorted((a, b) => (a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1))
  const kept = new Set<string>()
  const keepNewestOf = (periodOf: (day: DateOnly) => string, count: number) => {
    const newest = new Map<string, string>()
    for (const { day, id } of dated) if (!newest.has(periodOf(day))) newest.set(periodOf(day), id)
    for (const id of [...newest.values()].slice(0, count)) kept.add(id)
  }
  keepNewestOf((day) => day, policy.daily)
  keepNewestOf(weekOf, policy.weekly)
  keepNewestOf((day) => day.slice(0, 7), policy.monthly)
  const isRecent = ({ day, reason }: (typeof dated)[number]) =>
    day === today || (!routine.includes(reason) && daysBetween(day, today) < keptDaysOfOthers)
  return dated.filter((backup) => !kept.has(backup.id) && !isRecent(backup)).map(({ id }) => id)
}
