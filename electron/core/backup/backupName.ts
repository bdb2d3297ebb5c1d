import { backupExtension, type BackupReason, backupReasons } from '#shared/contract/backup.ts'
import { formatInShanghai, type Instant } from '#shared/lib/dates.ts'

const start = '党务台账备份'
const pattern = new RegExp(
  `^${start}-\\d{8}-\\d{6}-(${backupReasons.join('|')})(-\\d+)?\\.${backupExtension}$`,
)

/** `党务台账备份-20261122-103000-daily.zip`, by the clock of Shanghai; numbered when that second has one already. */
export function backupName(at: Instant, reason: BackupReason, isTaken: (name: string) => boolean): string {
  const digits = `${formatInShanghai(at)}${at.slice(17, 19)}`.replaceAll(/\D/g, '')
  const stem = `${start}-${digits.slice(0, 8)}-${digits.slice(8)}-${reason}`
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.${backupExtension}`
    if (!isTaken(name)) return name
  }
}

/** Whether we gave it its name: nothing else in the folder is ever deleted. */
export function isBackupName(name: string): boolean {
  return pattern.test(name)
}

const leftover = /^\.backup-/

/** What a backup is made under until it is good. */
export function temporaryName(id: string, extension: string): string {
  return `.backup-${id}.${extension}`
}

export function isTemporaryName(name: string): boolean {
  return leftover.test(name)
}
