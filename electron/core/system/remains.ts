import { existsSync, readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerRemains } from '#shared/contract/accounts.ts'
import { backupExtension } from '#shared/contract/backup.ts'

const headFile = (dataDir: string): string => join(dataDir, 'audit.head')

/** Of a folder without database and keys: what says that there was a ledger; null in one that is really new. */
export function remainsOf(dataDir: string): LedgerRemains | null {
  const backups = filesIn(join(dataDir, 'backups')).filter(
    (name) => !name.startsWith('.') && name.toLowerCase().endsWith(`.${backupExtension}`),
  ).length
  const hasLogHead = (statSync(headFile(dataDir), { throwIfNoEntry: false })?.size ?? 0) > 0
  return backups > 0 || hasLogHead ? { backups } : null
}

/** The log that is begun anew must not be held against the head of the one that is gone. */
export function putLogHeadAside(dataDir: string): void {
  const file = headFile(dataDir)
  if (existsSync(file)) renameSync(file, `${file}.old`)
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return [] // None, or none that can be read: what to do with them is said where they are listed.
  }
}
