import { createHmac } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { AuditHead } from '#db/audit/chain.ts'
import { openSnapshot } from '#db/snapshot.ts'
import { ballotsTable, leaveOutBallots } from '#db/withoutBallots.ts'
import type { BackupManifest, BackupReason } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { syncFolder } from '../system/atomicFile.ts'
import { renamePatientlyNow } from '../system/patientRename.ts'
import { type BackupFile, readBackupNow } from './backupFile.ts'
import { backupName, temporaryName } from './backupName.ts'
import { explainDisk } from './diskErrors.ts'
import { hashOf, refuseWithoutRoom } from './fileSteps.ts'
import { packBackup } from './packBackup.ts'
import type { Steps } from './steps.ts'

/** An open database, or an old one about to be migrated. */
export interface BackupOrigin {
  /** ledger.db */
  readonly file: string
  readonly key: Uint8Array
  readonly keysText: string
  copyTo(file: string): void
  counts(): Readonly<Record<string, number>>
  /** Null in a database of before the log. */
  auditHead(): AuditHead | null
}

export interface BackupOrder {
  readonly folder: string
  /** Names its temporary files. */
  readonly id: string
  readonly appVersion: string
  readonly at: Instant
  readonly reason: BackupReason
}

/** One data folder is one key through all its backups and restores, so its mark follows from the key and gives nothing of it away. */
export function ledgerIdOf(key: Uint8Array): string {
  return createHmac('sha256', key).update('ledger id').digest('hex').slice(0, 32)
}

/**
 * Copies, opens the copy with its key, reads every page of it, packs it, reads the packed file back, and only then gives it
 * its name. Leaves nothing behind when it fails. Throws DISK_FULL, FOLDER_READ_ONLY, DATABASE_DAMAGED, BACKUP_DAMAGED.
 */
export function* makeBackup(origin: BackupOrigin, order: BackupOrder): Steps<BackupFile> {
  const { folder, id, at, reason } = order
  const copy = join(folder, temporaryName(id, 'db'))
  const packed = join(folder, temporaryName(id, 'tmp'))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    refuseWithoutRoom(folder, 2 * sizeOf(origin.file) + 2 ** 20)
    const counts = origin.counts()
    const ballots = counts[ballotsTable] ?? 0
    const held = {
      counts: ballots === 0 ? counts : { ...counts, [ballotsTable]: 0 },
      auditHead: origin.auditHead(),
    }
    origin.copyTo(copy)
    if (ballots > 0) leaveOutBallots(copy, origin.key)
    yield
    const migrations = yield* testOpening(copy, origin.key, held)
    const manifest = yield* packBackup(packed, copy, origin.keysText, (file): BackupManifest => ({
      format: 1,
      ledgerId: ledgerIdOf(origin.key),
      appVersion: order.appVersion,
      migrations,
      createdAt: at,
      reason,
      counts: { ...held.counts },
      auditHead: held.auditHead,
      ...file,
    }))
    rmSync(copy)
    yield* readBack(packed, manifest)
    const name = backupName(at, reason, (taken) => existsSync(join(folder, taken)))
    renamePatientlyNow(packed, join(folder, name))
    syncFolder(folder)
    return readBackupNow(join(folder, name))
  } catch (error) {
    throw explainDisk(error, '备份没有做成')
  } finally {
    for (const file of [copy, packed]) removeQuietly(file)
  }
}

/** The folder may be the very thing that is wrong; the next start tries again. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true })
  } catch {
    // Nothing to add to the reason that is thrown.
  }
}

function sizeOf(file: string): number {
  return [file, `${file}-wal`].reduce((sum, each) => sum + (existsSync(each) ? statSync(each).size : 0), 0)
}

const unsound = (detail: string) =>
  new AppError('BACKUP_DAMAGED', detail, {
    messageZh: '刚写好的备份没有通过检查，没有留下。请检查硬盘后重试',
  })

function* testOpening(
  copy: string,
  key: Uint8Array,
  held: { readonly counts: Readonly<Record<string, number>>; readonly auditHead: AuditHead | null },
): Steps<number> {
  const snapshot = openSnapshot(copy, key)
  try {
    const counts: Record<string, number> = {}
    for (const table of snapshot.tables) {
      if (snapshot.check(table) !== null) throw unsound(`quick_check of ${table}`)
      counts[table] = snapshot.count(table)
      yield
    }
    if (!isDeepStrictEqual(counts, { ...held.counts })) throw unsound('counts differ')
    if (!isDeepStrictEqual(snapshot.auditHead(), held.auditHead)) throw unsound('head of the log differs')
    return snapshot.migrations
  } finally {
    snapshot.close()
  }
}

function* readBack(packed: string, manifest: BackupManifest): Steps<void> {
  const { ledger, manifest: written } = readBackupNow(packed)
  if (!isDeepStrictEqual(written, manifest)) throw unsound('manifest differs')
  if ((yield* hashOf(packed, ledger.at, ledger.bytes)) !== manifest.sha256) throw unsound('checksum differs')
}
