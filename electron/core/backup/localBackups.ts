import { setImmediate } from 'node:timers/promises'
import { join } from 'node:path'
import type { AuditAnchor } from '#db/audit/chain.ts'
import { systemWriter } from '#db/audit/writer.ts'
import type { Ledger } from '#db/database.ts'
import type { UpgradingLedger } from '#db/open.ts'
import { hasChangesAfter } from '#db/queries/backup.ts'
import type { BackupReason } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Ports } from '../ports.ts'
import { keysText } from '../system/keyFile.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import {
  type BackupFolder,
  createBackupFolder,
  futureLast,
  isGood,
  type ListedBackup,
  removeLeftovers,
} from './backupFolder.ts'
import { type BackupOrigin, ledgerIdOf, makeBackup } from './makeBackup.ts'
import { backupFacts, type BackupFacts, backupSettings } from './settings.ts'
import { runBeside, runNow } from './steps.ts'

/** Backups in the data folder itself. */
export interface LocalBackups {
  readonly folder: BackupFolder
  readonly facts: BackupFacts
  /** One at a time. Throws when it fails; the reason is remembered. `breathe` may throw to give it up. */
  make(reason: BackupReason, breathe?: () => Promise<void>): Promise<ListedBackup>
  /** Of a database that is not the folder's own. */
  makeFrom(origin: BackupOrigin, reason: BackupReason, breathe: () => Promise<void>): Promise<ListedBackup>
  /** Undefined when no record was written since the newest good one. */
  makeIfChanged(reason: BackupReason): Promise<ListedBackup | undefined>
  beforeUpgrade(ledger: UpgradingLedger, key: Uint8Array): void
  /** Good ones of the open ledger, newest first, those dated in the future last; none where the folder cannot be read. */
  good(): readonly ListedBackup[]
  /** Heads of the log as the newest backups keep them. */
  anchors(): readonly AuditAnchor[]
  /** Settles when no backup is being made. */
  idle(): Promise<void>
}

const anchorsKept = 3

export function createLocalBackups(host: LedgerHost, config: CoreConfig, ports: Ports): LocalBackups {
  const folder = createBackupFolder(join(host.dataDir, 'backups'))
  const { logger } = ports
  const now = () => ports.clock.now()
  const facts = backupFacts(now)
  let last: Promise<unknown> = Promise.resolve()
  removeLeftovers(folder.path)

  const oneAtATime = <T>(body: () => Promise<T>): Promise<T> => {
    const mine = last.then(body, body)
    last = mine.catch(() => undefined)
    return mine
  }
  const orderFor = (reason: BackupReason) => ({
    folder: folder.path,
    id: ports.ids.next(),
    appVersion: config.appVersion,
    at: now(),
    reason,
  })
  const untilClosed = async () => {
    await setImmediate()
    host.closing().throwIfAborted()
  }
  const openLedger = (): Ledger => {
    host.refuseDamaged()
    const ledger = host.current()
    if (ledger) return ledger
    throw new AppError('SIGN_IN_REQUIRED', 'no database is open', { messageZh: '请先登录' })
  }
  const quietly = <T>(what: string, work: () => T): T | undefined => {
    try {
      return work()
    } catch (error) {
      logger.warn(what, { name: error instanceof Error ? error.name : typeof error })
      return undefined
    }
  }
  const good = () => {
    if (!host.current()) return []
    const ledgerId = ledgerIdOf(host.key())
    const all = quietly('backups not listed', () => folder.list()) ?? []
    const own = all.filter((each) => isGood(each) && each.manifest.ledgerId === ledgerId)
    return futureLast(own, now())
  }
  /** A disk that takes no mark may still have taken the backup, or be the very reason it failed. */
  const remember = (problem: string | null) =>
    quietly('state of backups not saved', () => {
      const ledger = host.current()
      if (ledger && facts.localProblem.read(ledger) !== problem) facts.localProblem.write(ledger, problem)
    })
  const makeFrom = async (
    origin: BackupOrigin,
    reason: BackupReason,
    breathe: () => Promise<void>,
  ): Promise<ListedBackup> => {
    const { path } = await runBeside(makeBackup(origin, orderFor(reason)), breathe)
    const made = folder.list().find((each) => each.path === path)
    if (!made) throw new Error('a backup that was made is not there')
    return made
  }
  const makeNow = async (reason: BackupReason, breathe: () => Promise<void>): Promise<ListedBackup> => {
    const ledger = openLedger()
    const key = Uint8Array.from(host.key())
    try {
      const origin = {
        file: host.file,
        key,
        keysText: keysText(host.keys.read()),
        copyTo: (file: string) => ledger.copyTo(file),
        counts: () => ledger.counts(),
        auditHead: () => ledger.auditHead(),
      }
      const made = await makeFrom(origin, reason, breathe)
      const { policy } = backupSettings.read(ledger.as(systemWriter('backup', now)).read)
      quietly('old backups not removed', () => folder.prune(ledgerIdOf(key), policy, now()))
      remember(null)
      return made
    } catch (error) {
      if (error instanceof AppError && error.code === 'DATABASE_DAMAGED') host.reportDamage('while copying')
      else if (error instanceof AppError && error.code !== 'CANCELLED')
        remember(error.messageZh ?? error.code)
      throw error
    } finally {
      key.fill(0)
    }
  }
  return {
    folder,
    facts,
    makeFrom: (origin, reason, breathe) => oneAtATime(() => makeFrom(origin, reason, breathe)),
    make: (reason, breathe = untilClosed) => oneAtATime(() => makeNow(reason, breathe)),
    makeIfChanged: (reason) =>
      oneAtATime(async () => {
        const ledger = openLedger()
        const newest = good()[0]?.manifest?.auditHead ?? null
        const { sql } = ledger.as(systemWriter('backup', now)).read
        if (newest && !hasChangesAfter(sql, newest.seq) && newest.seq <= ledger.auditHead().seq)
          return undefined
        return makeNow(reason, untilClosed)
      }),
    beforeUpgrade: (old, key) => {
      const origin = { ...old, file: host.file, key, keysText: keysText(host.keys.read()) }
      try {
        runNow(makeBackup(origin, orderFor('beforeUpgrade')))
      } catch (error) {
        throw refusal(error, '升级数据库之前的备份没有做成，没有升级，数据没有改动')
      }
    },
    good,
    anchors: () => {
      const ledger = host.current()
      if (!ledger) return []
      const off = new Set(facts.offChain.read(ledger))
      return good()
        .filter(({ name }) => !off.has(name))
        .slice(0, anchorsKept)
        .flatMap(({ name, manifest }) =>
          manifest?.auditHead ? [{ ...manifest.auditHead, where: `备份 ${name} ` }] : [],
        )
    },
    idle: async () => {
      await last
    },
  }
}

/** The reason of a failed backup before something that must not go on without it. */
export function refusal(error: unknown, what: string): unknown {
  if (!(error instanceof AppError)) return error
  return new AppError(error.code, error.message, {
    messageZh: `${what}。原因：${error.messageZh ?? error.code}`,
    cause: error,
  })
}
