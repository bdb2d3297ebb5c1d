import type { BackupSecret } from '#shared/contract/backup.ts'
import { AppError, type ErrorCode } from '#shared/contract/errors.ts'
import { type Keys } from '../system/keyFile.ts'
import { keyOf } from '../system/keyRing.ts'
import { readRecoveryCode, unwrapKey } from '../system/keyWrap.ts'
import { remainsOf } from '../system/remains.ts'
import type { Ports } from '../ports.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import type { BackupFile } from './backupFile.ts'
import { futureLast, isGood } from './backupFolder.ts'
import { readBackupNow } from './backupFile.ts'
import type { LocalBackups } from './localBackups.ts'

/** Of the accounts: tries of secrets are counted there. */
export interface Door {
  tryElsewhere(attempt: () => Promise<Uint8Array | undefined>): Promise<Uint8Array>
}

export interface Entered {
  /** The caller fills it with zeros when it is done. */
  readonly key: Uint8Array
  /** The key file the secret has opened. */
  readonly keys: Keys
  /** It is the folder's own, and in order. */
  readonly keepsKeyFile: boolean
  readonly isNew: boolean
  /** The folder's own keys are gone: those of its newest backup were tried. */
  readonly hasOwnBackups: boolean
  /** Chinese: what is wrong with the data folder; null when it is new. */
  readonly problem: string | null
}

interface Means {
  readonly host: LedgerHost
  readonly local: Pick<LocalBackups, 'folder'>
  readonly door: Door
  readonly ports: Pick<Ports, 'clock'>
}

/**
 * Lets in whoever has a secret of the backup (new folder) or of the folder, but only where signing in leads nowhere. Throws
 * FORBIDDEN where it would, SIGN_IN_FAILED, SIGN_IN_LOCKED_OUT.
 */
export async function enter(
  { host, local, door, ports }: Means,
  secret: BackupSecret,
  backup: BackupFile | undefined,
): Promise<Entered> {
  refuseOpen(host)
  const own = readOwnKeys(host)
  const fromFolder = own.keys ? undefined : newestKeys({ local, ports }, backup?.manifest.ledgerId)
  const first = own.keys ?? fromFolder ?? backup?.keys
  const known = {
    keepsKeyFile: own.keys !== undefined,
    isNew: own.isNew,
    hasOwnBackups: fromFolder !== undefined,
  }
  if (!first && own.isNew) return { ...known, key: new Uint8Array(32), keys: noKeys, problem: null }
  if (!first) throw own.error ?? new Error('neither keys nor the reason why not')
  let keys = first
  const key = await door.tryElsewhere(async () => {
    const opened = await tried(first, secret)
    // A file carried here may be newer than what the folder has left; where a database is, only its own people get in.
    if (opened || !own.isNew || !backup || backup.keys === first) return opened
    keys = backup.keys
    return tried(keys, secret)
  })
  if (own.isNew) return { ...known, keys, key, problem: remainsOf(host.dataDir) ? bothGoneZh : null }
  const problem = own.error?.messageZh ?? (await host.oneAtATime(() => Promise.resolve(problemOf(host, key))))
  return { ...known, keys, key, problem }
}

const bothGoneZh = '数据文件夹里的数据库 ledger.db 和密钥文件 keys.json 都不在了，备份还在'

const noKeys: Keys = {
  version: 1,
  accounts: [],
  recovery: { cost: 10, salt: '', iv: '', tag: '', sealed: '' },
}

interface OwnKeys {
  readonly isNew: boolean
  readonly keys: Keys | undefined
  readonly error: AppError | undefined
}

function readOwnKeys({ keys }: LedgerHost): OwnKeys {
  try {
    const isNew = keys.state() === 'new'
    return { isNew, keys: isNew ? undefined : keys.read(), error: undefined }
  } catch (error) {
    if (error instanceof AppError) return { isNew: false, keys: undefined, error }
    throw error
  }
}

/** Of the same data folder: where its own are lost, a backup's open the same database. */
function newestKeys(
  { local, ports }: Pick<Means, 'local' | 'ports'>,
  ledgerId: string | undefined,
): Keys | undefined {
  const newest = futureLast(local.folder.list(), ports.clock.now()).find(
    (each) => isGood(each) && (ledgerId === undefined || each.manifest.ledgerId === ledgerId),
  )
  return newest && readBackupNow(newest.path).keys
}

async function tried(keys: Keys, secret: BackupSecret): Promise<Uint8Array | undefined> {
  if (secret.by === 'recoveryCode') return unwrapKey(keys.recovery, readRecoveryCode(secret.recoveryCode))
  const wrapped = keyOf(keys, secret.user)
  if (wrapped) return unwrapKey(wrapped, secret.password)
  // An account that is not there takes as long as one that is.
  await unwrapKey(keys.recovery, secret.password)
  return undefined
}

const sound = () =>
  new AppError('FORBIDDEN', 'the database can be opened', {
    messageZh: '数据库可以正常打开，不需要抢救。请登录；要恢复备份，请由系统管理员登录后办理',
  })

/** Before a secret is tried: this door must not be one more way to guess passwords. */
function refuseOpen(host: LedgerHost): void {
  if (host.current() && !damageOf(host)) throw sound()
}

/**
 * Minutes may have gone by since `enter`: somebody may have mended the folder or signed in. Within `host.oneAtATime`. Throws
 * FORBIDDEN where the database is open or opens by now, as `enter` does.
 */
export function refuseMended(host: LedgerHost, key: Uint8Array): void {
  refuseOpen(host)
  if (readOwnKeys(host).keys) problemOf(host, key)
}

function damageOf(host: LedgerHost): AppError | undefined {
  try {
    host.refuseDamaged()
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}

/** Nothing but a backup helps. */
export const hopeless: readonly ErrorCode[] = [
  'DATABASE_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_FOREIGN',
  'DATABASE_NOT_ENCRYPTED',
]

/** Closes the database. Throws where it opens, or where something else than the database is in the way. */
function problemOf(host: LedgerHost, key: Uint8Array): string {
  const damage = damageOf(host)
  if (host.current() && damage) {
    host.close()
    return damage.messageZh ?? damage.code
  }
  try {
    host.open(key, false)
  } catch (error) {
    if (error instanceof AppError && hopeless.includes(error.code)) return error.messageZh ?? error.code
    throw error
  }
  host.close()
  throw sound()
}
