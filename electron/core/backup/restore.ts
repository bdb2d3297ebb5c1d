import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { AuditHead } from '#db/audit/chain.ts'
import { carryReplacedLog, readReplacedLog, type ReplacedLog } from '#db/audit/replacedLog.ts'
import type { Writer } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import { listAccounts, type StoredAccount } from '#db/queries/accounts.ts'
import { getFact, putFact } from '#db/queries/backup.ts'
import { carryAccounts } from '#db/queries/carryAccounts.ts'
import { ballotsTable, leaveOutBallots } from '#db/withoutBallots.ts'
import type { BackupInspection, BackupSource, RestoreReport } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Ports } from '../ports.ts'
import type { Job } from '../system/jobs.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { type BackupFile, readBackupFile } from './backupFile.ts'
import { compareBackup } from './inspection.ts'
import { type LocalBackups, refusal } from './localBackups.ts'
import { ledgerIdOf } from './makeBackup.ts'
import { replaceLedger } from './replaceLedger.ts'
import { carriedZh, commonWith, forgetOldMarks, restoredZh } from './restoredLog.ts'
import type { SecondBackups } from './secondBackups.ts'
import { backupSettings } from './settings.ts'
import { locateBackup } from './source.ts'
import { makeWorkFolder } from './swap.ts'
import { testUnpacked, unpackLedger } from './unpack.ts'

export interface RestoreMeans {
  readonly host: LedgerHost
  readonly ports: Ports
  readonly local: LocalBackups
  readonly second: Pick<SecondBackups, 'place' | 'idle'>
}

/** A folder to unpack into, gone when the work ends. */
export async function withWorkFolder<T>(
  { host, ports }: Pick<RestoreMeans, 'host' | 'ports'>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = makeWorkFolder(host.dataDir, ports.ids.next())
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads all of it. A damaged one of the list is not offered as a good one any more. */
export async function condemnDamaged<T>(
  local: LocalBackups,
  source: BackupSource,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read()
  } catch (error) {
    const isListed = source.from === 'list' && source.place === 'local'
    if (isListed && error instanceof AppError && error.code === 'BACKUP_DAMAGED')
      local.folder.condemn(source.id, error.messageZh ?? '备份已损坏')
    throw error
  }
}

/** The chosen backup, read as far as it can be without a key, and where its database may be unpacked to. */
function withChosen<T>(
  means: RestoreMeans,
  source: BackupSource,
  use: (backup: BackupFile, ledgerFile: string) => Promise<T>,
): Promise<T> {
  const { local, second, ports } = means
  return condemnDamaged(local, source, () =>
    withWorkFolder(means, async (work) => {
      const places = { local: local.folder.path, second: second.place(), files: ports.files, work }
      return use(await readBackupFile(locateBackup(source, places)), join(work, 'ledger.db'))
    }),
  )
}

export function inspectBackup(
  means: RestoreMeans,
  source: BackupSource,
  job: Job,
): Promise<BackupInspection> {
  const { host, ports } = means
  return withChosen(means, source, async (backup, ledgerFile) => {
    const { manifest } = backup
    const key = Uint8Array.from(host.key())
    const isSameLedger = manifest.ledgerId === ledgerIdOf(key)
    await unpackLedger(backup, ledgerFile, isSameLedger ? key : null, job)
    const tested = isSameLedger ? await testUnpacked(ledgerFile, backup, key, job) : { newestChange: null }
    key.fill(0)
    return compareBackup({ ...tested, manifest, isSameLedger }, host.current(), () => ports.clock.now())
  })
}

/** What of the present data stays as it is whatever backup is restored: who may do what, and where backups go. */
interface Kept {
  readonly accounts: readonly StoredAccount[]
  readonly head: AuditHead
  readonly settings: ReturnType<(typeof backupSettings)['read']>
  readonly second: string | undefined
  /** What the backup's log does not have. */
  readonly log: ReplacedLog
}

function keptOf(ledger: Ledger, restored: string, key: Uint8Array, writer: Writer): Kept {
  const { read } = ledger.as(writer)
  return {
    log: readReplacedLog(read.sql, commonWith(read.sql, restored, key)),
    accounts: listAccounts(read),
    head: ledger.auditHead(),
    settings: backupSettings.read(read),
    second: getFact(read, 'backup.second'),
  }
}

/**
 * Restores a backup of this very ledger; `settled` waits for the calls at work on it. Must not run within `host.oneAtATime`,
 * which some of them wait for. Everybody is signed out after. Throws CONFLICT for another ledger's backup, BACKUP_DAMAGED, DISK_FULL, FOLDER_READ_ONLY.
 */
export function restoreBackup(
  means: RestoreMeans,
  source: BackupSource,
  writer: Writer,
  job: Job,
  settled: () => Promise<void>,
): Promise<RestoreReport> {
  const { host, ports, local, second } = means
  return withChosen(means, source, async (backup, ledgerFile) => {
    const key = Uint8Array.from(host.key())
    if (backup.manifest.ledgerId !== ledgerIdOf(key)) throw otherLedger()
    await unpackLedger(backup, ledgerFile, key, job)
    await testUnpacked(ledgerFile, backup, key, job)
    job.report({ label: '备份现有数据', done: 0, total: null })
    await local
      .make('beforeRestore', () => job.breathe())
      .catch((error: unknown) => {
        throw refusal(error, '恢复前的备份没有做成，没有恢复，现有数据没有改动')
      })
    await second.idle()
    await settled()
    let hadBallots = false
    const setAside = await host.oneAtATime(() => {
      const ledger = host.current()
      if (!ledger)
        throw new AppError('SIGN_IN_REQUIRED', 'closed meanwhile', {
          messageZh: '数据已关闭，没有恢复。请重新登录后再试',
        })
      const kept = keptOf(ledger, ledgerFile, key, writer)
      hadBallots = (ledger.counts()[ballotsTable] ?? 0) > 0
      return replaceLedger(host, ports, {
        backup,
        ledgerFile,
        key,
        keys: null,
        job,
        settle: (restored, aside) => {
          restored.as(writer).write((tx) => {
            carryAccounts(tx, kept.accounts, ports.clock.now())
            backupSettings.write(tx, kept.settings, ports.clock.now())
            if (kept.second !== undefined) putFact(tx, 'backup.second', kept.second)
            const carried = carryReplacedLog(tx, kept.log)
            tx.audit.detail(`${restoredZh(backup, kept.head, aside)}${carriedZh(carried, kept.log)}`)
          })
          forgetOldMarks(restored, local, writer)
        },
      })
    })
    if (hadBallots && setAside !== null) forgetBallots(setAside, key)
    key.fill(0)
    return { did: 'replaced', counts: backup.manifest.counts, setAside, recoveryCode: null }
  })
}

/** REV-06: what is set aside is a copy like any other. One that cannot be written to is left: the restore itself is done. */
function forgetBallots(setAside: string, key: Uint8Array): void {
  try {
    leaveOutBallots(join(setAside, 'ledger.db'), key)
  } catch {
    // It stays encrypted, beside a batch that is keyed anew.
  }
}

export function otherLedger(): AppError {
  return new AppError('CONFLICT', 'backup of another ledger', {
    messageZh:
      '这份备份来自另一个数据文件夹，不能覆盖这里的数据。要打开它，请换一个空的数据文件夹启动，在首页选“从备份恢复”',
  })
}
