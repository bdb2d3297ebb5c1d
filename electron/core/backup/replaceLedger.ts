import { statSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Ledger } from '#db/database.ts'
import { openSnapshot } from '#db/snapshot.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Ports } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import type { Keys } from '../system/keyFile.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { type BackupFile, damagedBackup } from './backupFile.ts'
import { hashOf } from './fileSteps.ts'
import { runBeside } from './steps.ts'
import { beginSwap } from './swap.ts'

interface Replacement {
  readonly backup: BackupFile
  /** Unpacked and tested. */
  readonly ledgerFile: string
  readonly key: Uint8Array
  /** Written in the place of the present key file; null keeps it. */
  readonly keys: Keys | null
  readonly job: Pick<Job, 'report'>
  /** Writes what is to be known about it into the restored database. */
  readonly settle: (ledger: Ledger, setAside: string | null) => void
}

/**
 * The present data aside, the backup's in their place, opened, compared with the manifest: only then they count. Whatever
 * fails puts everything back. Runs within `host.oneAtATime`; nobody is signed in after. The folder set aside, or null.
 */
export async function replaceLedger(
  host: LedgerHost,
  { clock }: Pick<Ports, 'clock'>,
  { backup, ledgerFile, key, keys, job, settle }: Replacement,
): Promise<string | null> {
  host.close()
  const swap = beginSwap(host.dataDir, ledgerFile, keys !== null, clock.now())
  try {
    if (keys) host.keys.write(keys)
    job.report({ label: '核对恢复的数据', done: 0, total: null })
    await compareInPlace(host.file, backup, key)
    settle(openRestored(host, key, backup), swap.setAside)
    host.close()
    swap.commit()
    return swap.setAside
  } catch (error) {
    host.close()
    swap.rollBack()
    throw error
  }
}

const noBreath = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Not to be cancelled any more: what is asked here is whether it may stay. */
async function compareInPlace(file: string, { manifest }: BackupFile, key: Uint8Array): Promise<void> {
  if ((await runBeside(hashOf(file, 0, statSync(file).size), noBreath)) !== manifest.sha256)
    throw damagedBackup('checksum differs in place', '换上后的数据库与清单的校验值不一致')
  const snapshot = openSnapshot(file, key)
  try {
    const counts: Record<string, number> = {}
    for (const table of snapshot.tables) counts[table] = snapshot.count(table)
    if (!isDeepStrictEqual(counts, { ...manifest.counts }))
      throw damagedBackup('counts differ in place', '换上后的数据条数与清单不一致')
  } finally {
    snapshot.close()
  }
}

/** An older backup is migrated here: what it holds must be there after, too. */
function openRestored(host: LedgerHost, key: Uint8Array, { manifest }: BackupFile): Ledger {
  const ledger = host.openReplaced(key)
  const counts = ledger.counts()
  const lost = ['members', 'organizations'].find((table) => counts[table] !== (manifest.counts[table] ?? 0))
  if (lost === undefined) return ledger
  throw new AppError('BACKUP_DAMAGED', `count of ${lost} differs after opening`, {
    messageZh: '恢复的数据升级后条数与备份不一致，没有恢复，已换回原来的数据。请把日志交给维护人员',
  })
}
