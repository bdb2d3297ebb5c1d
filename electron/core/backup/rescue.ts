import { join } from 'node:path'
import { systemWriter, type Writer } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import { listAccounts } from '#db/queries/accounts.ts'
import type {
  BackupInspection,
  BackupRow,
  BackupSecret,
  BackupSource,
  RestoreReport,
} from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Job } from '../system/jobs.ts'
import type { Keys } from '../system/keyFile.ts'
import { isSameUser } from '../system/keyRing.ts'
import { newRecoveryCode, readRecoveryCode, wrapKey } from '../system/keyWrap.ts'
import { type BackupFile, readBackupFile } from './backupFile.ts'
import { futureLast, isGood, rowOf } from './backupFolder.ts'
import { compareBackup } from './inspection.ts'
import { distrustAccounts, isSoundWith, putKeysBack } from './presentLedger.ts'
import { replaceLedger } from './replaceLedger.ts'
import { type Door, enter, type Entered, refuseMended } from './rescueDoor.ts'
import { condemnDamaged, otherLedger, type RestoreMeans, withWorkFolder } from './restore.ts'
import { forgetOldMarks, restoredZh } from './restoredLog.ts'
import { backupSettings } from './settings.ts'
import { locateBackup } from './source.ts'
import { isForeign, type Tested, testUnpacked, unpackLedger } from './unpack.ts'

export interface RescueMeans extends RestoreMeans {
  readonly config: CoreConfig
  readonly door: Door
}

/** Where nobody can sign in. Good ones first, newest first, those dated in the future last. */
export async function listForRescue(
  means: RescueMeans,
  secret: BackupSecret,
): Promise<{ readonly rows: readonly BackupRow[]; readonly problem: string | null }> {
  const entered = await enter(means, secret, undefined)
  entered.key.fill(0)
  const listed = futureLast(means.local.folder.list(), means.ports.clock.now())
  const rows = [...listed.filter(isGood), ...listed.filter((each) => !isGood(each))]
  return { rows: rows.map((each) => rowOf(each, 'local')), problem: entered.problem }
}

interface Unpacked {
  readonly backup: BackupFile
  readonly ledgerFile: string
  readonly entered: Entered
  readonly tested: Tested
}

function withUnpacked<T>(
  means: RescueMeans,
  { source, secret, job }: { source: BackupSource; secret: BackupSecret; job: Job },
  work: (unpacked: Unpacked) => Promise<T>,
): Promise<T> {
  const { local, ports } = means
  return condemnDamaged(local, source, () =>
    withWorkFolder(means, async (folder) => {
      const places = { local: local.folder.path, second: undefined, files: ports.files, work: folder }
      const backup = await readBackupFile(locateBackup(source, places))
      const entered = await enter(means, secret, backup)
      const ledgerFile = join(folder, 'ledger.db')
      try {
        await unpackLedger(backup, ledgerFile, entered.key, job)
        const tested = await testUnpacked(ledgerFile, backup, entered.key, job)
        return await work({ backup, ledgerFile, entered, tested })
      } catch (error) {
        throw isForeign(error) ? otherLedger() : error
      } finally {
        entered.key.fill(0)
      }
    }),
  )
}

export function inspectForRescue(
  means: RescueMeans,
  source: BackupSource,
  secret: BackupSecret,
  job: Job,
): Promise<BackupInspection> {
  return withUnpacked(means, { source, secret, job }, async ({ backup, tested }) =>
    compareBackup({ ...tested, manifest: backup.manifest, isSameLedger: true }, undefined, () =>
      means.ports.clock.now(),
    ),
  )
}

/** A recovery code that was used is replaced: it may have been read aloud over the telephone. */
async function renewed(
  keys: Keys,
  key: Uint8Array,
  cost: number,
): Promise<{ readonly keys: Keys; readonly recoveryCode: string }> {
  const recoveryCode = newRecoveryCode()
  const recovery = await wrapKey(key, readRecoveryCode(recoveryCode), cost)
  return { keys: { ...keys, recovery }, recoveryCode }
}

/**
 * Puts a backup in the place of nothing, or of what cannot be opened any more; only the key file, where nothing else is
 * missing: the counts are the present database's then. Nobody is signed in after.
 */
export function restoreForRescue(
  means: RescueMeans,
  source: BackupSource,
  secret: BackupSecret,
  job: Job,
): Promise<RestoreReport> {
  const { host, ports, local, config } = means
  return withUnpacked(means, { source, secret, job }, async ({ backup, ledgerFile, entered }) => {
    const { key, keys, keepsKeyFile, isNew, hasOwnBackups } = entered
    const next =
      secret.by === 'recoveryCode' ? await renewed(keys, key, config.passwordCost ?? 17) : undefined
    const writer = (ledger: Ledger) => writerOf(means, ledger, secret)
    const done = await host.oneAtATime(async () => {
      if (isNew && host.keys.state() !== 'new')
        throw new AppError('ALREADY_SET_UP', 'accounts made meanwhile', {
          messageZh: '这个数据文件夹刚刚建好了账号，没有恢复。请登录，或换一个空的数据文件夹',
        })
      if (!isNew) refuseMended(host, key)
      if (!isNew && !keepsKeyFile && isSoundWith(host, key))
        return {
          did: 'keysOnly' as const,
          setAside: null,
          counts: putKeysBack(host, key, next?.keys ?? keys, writer),
        }
      const setAside = await replaceLedger(host, ports, {
        backup,
        ledgerFile,
        key,
        keys: next?.keys ?? (keepsKeyFile ? null : keys),
        job,
        settle: (restored, aside) => {
          const writing = writer(restored)
          restored.as(writing).write((tx) => {
            if (!keepsKeyFile && (!isNew || hasOwnBackups)) distrustAccounts(tx, secret)
            // A drive letter of the old computer may be anything on this one.
            const settings = backupSettings.read(tx)
            if (isNew && settings.secondPlace !== null)
              backupSettings.write(tx, { ...settings, secondPlace: null }, ports.clock.now())
            tx.audit.detail(
              `${restoredZh(backup, null, aside)}${aside === null ? '' : notCarriedZh}${secret.by === 'password' ? '' : '；凭恢复码'}`,
            )
          })
          forgetOldMarks(restored, local, writing)
        },
      })
      return { did: 'replaced' as const, setAside, counts: backup.manifest.counts }
    })
    return { ...done, recoveryCode: next?.recoveryCode ?? null }
  })
}

/** Nothing of a database that cannot be opened is vouched for. */
const notCarriedZh = '；换下的数据打不开，备份以后的审计日志没有带入，还在换下的数据里'

function writerOf({ config, ports }: RescueMeans, ledger: Ledger, secret: BackupSecret): Writer {
  const system = systemWriter('rescue.restore', () => ports.clock.now())
  if (secret.by !== 'password') return system
  const account = listAccounts(ledger.as(system).read).find(({ user }) => isSameUser(user, secret.user))
  return account ? { ...system, account, via: config.shell } : system
}
