import { hasHead } from '#db/audit/chain.ts'
import { systemWriter } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import { newestChange } from '#db/queries/backup.ts'
import type { BackupInspection, BackupManifest, CountComparison } from '#shared/contract/backup.ts'
import { tableLabels } from '#shared/labels/tables.ts'
import type { Instant } from '#shared/lib/dates.ts'

interface Compared {
  readonly manifest: BackupManifest
  readonly isSameLedger: boolean
  /** Null when it could not be opened. */
  readonly newestChange: Instant | null
}

/** What the backup holds against what is there now; `ledger` is undefined where nothing can be read. */
export function compareBackup(
  { manifest, isSameLedger, newestChange: inBackup }: Compared,
  ledger: Ledger | undefined,
  now: () => Instant,
): BackupInspection {
  const current = ledger?.counts()
  const sql = ledger?.as(systemWriter('backup.inspect', now)).read.sql
  return {
    manifest,
    isSameLedger,
    counts: Object.entries(tableLabels).flatMap(([table, label]): readonly CountComparison[] => {
      const backup = manifest.counts[table]
      return backup === undefined ? [] : [{ table, label, backup, current: current?.[table] ?? null }]
    }),
    newestChange: { backup: inBackup, current: sql && ledger ? newestChange(sql, ledger.tables()) : null },
    changesSince:
      ledger && sql && manifest.auditHead && hasHead(sql, manifest.auditHead)
        ? ledger.auditHead().seq - manifest.auditHead.seq
        : null,
  }
}
