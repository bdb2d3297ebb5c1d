import { setImmediate } from 'node:timers/promises'
import type { AuditAnchor } from '#db/audit/chain.ts'
import { systemWriter } from '#db/audit/writer.ts'
import { ledgerBegunAt } from '#db/queries/backup.ts'
import type { BackupRow, BackupStatus } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { todayInShanghai } from '#shared/lib/dates.ts'
import type { CoreConfig } from '../createCore.ts'
import type { Ports } from '../ports.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { type ListedBackup, rowOf } from './backupFolder.ts'
import { fullCheckWhenDue, quickCheckBeside } from './checks.ts'
import { createLocalBackups, type LocalBackups, refusal } from './localBackups.ts'
import { createSecondBackups, type SecondBackups } from './secondBackups.ts'
import { backupSettings } from './settings.ts'
import { finishRollBack, removeWorkFolders, rollBackSwap } from './swap.ts'
import { backupWarnings } from './warnings.ts'

export interface Backups {
  readonly local: LocalBackups
  readonly second: SecondBackups
  /** The last one leaves: backs up when something changed since the newest good backup. Never rejects. */
  atExit(): Promise<void>
  /** First sign-in of a day. Never rejects. */
  daily(): Promise<void>
  /** Before an import or a restore. Rejects when it fails: the caller must not go on. */
  before(reason: 'beforeImport' | 'beforeRestore'): Promise<void>
  /** Heads of the log as the newest backups keep them. */
  anchors(): readonly AuditAnchor[]
  /** Of the open database. */
  status(): BackupStatus
  /** Here and, where it can be reached, at the second place; newest first. */
  rows(): Promise<readonly BackupRow[]>
}

/** A restore that was cut off is put back first: nothing of the folder may have been opened yet. */
export function createBackups(host: LedgerHost, config: CoreConfig, ports: Ports): Backups {
  const { clock, logger } = ports
  if (rollBackSwap(host.dataDir)) logger.warn('an unfinished restore was put back')
  host.onBeforeOpen(() => finishRollBack(host.dataDir))
  removeWorkFolders(host.dataDir)
  const local = createLocalBackups(host, config, ports)
  host.onBeforeUpgrade((old, key) => local.beforeUpgrade(old, key))
  const second = createSecondBackups(host, local, ports)

  const logged = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      if (host.closing().aborted) return
      logger.error(what, {
        name: error instanceof AppError ? error.code : error instanceof Error ? error.name : '',
      })
    }
  }
  const breathe = async () => {
    await setImmediate()
    host.closing().throwIfAborted()
  }
  const checks = async (): Promise<void> => {
    const ledger = host.current()
    if (!ledger) return
    const check = { host, ledger, breathe }
    await quickCheckBeside(check)
    await fullCheckWhenDue({
      ...check,
      facts: local.facts,
      today: clock.today(),
      anchors: () => local.anchors(),
    })
  }
  const hasOneOfToday = () =>
    local
      .good()
      .some(
        ({ manifest, createdAt }) =>
          manifest?.reason === 'daily' && todayInShanghai(createdAt) === clock.today(),
      )
  const newestGoodAt = () => {
    const now = clock.now()
    return local.good().find(({ createdAt }) => createdAt <= now)?.createdAt ?? null
  }
  return {
    local,
    second,
    atExit: async () => {
      if (!host.current()) return
      await logged('backup at exit failed', async () => {
        host.refuseDamaged()
        await local.makeIfChanged('exit')
        await second.bringUpToDate()
      })
    },
    daily: async () => {
      await logged('daily backup failed', async () => {
        if (!hasOneOfToday()) await local.make('daily')
      })
      await logged('copy to the second place failed', () => second.bringUpToDate())
      await logged('checks failed', checks)
    },
    before: async (reason) => {
      const what = reason === 'beforeImport' ? '导入' : '恢复'
      try {
        await local.make(reason)
      } catch (error) {
        throw refusal(error, `${what}前的备份没有做成，没有${what}任何数据`)
      }
      void logged('copy to the second place failed', () => second.bringUpToDate())
    },
    anchors: () => local.anchors(),
    status: () => {
      const ledger = host.current()
      if (!ledger) throw new AppError('SIGN_IN_REQUIRED', 'no database is open', { messageZh: '请先登录' })
      const { read } = ledger.as(systemWriter('backup.status', () => clock.now()))
      const place = {
        path: local.folder.path,
        newestGoodAt: newestGoodAt(),
        problem: local.facts.localProblem.read(ledger),
      }
      const there = second.state()
      const { fullOn, problem: checkProblem } = local.facts.check.read(ledger)
      return {
        local: place,
        second: there,
        policy: backupSettings.read(read).policy,
        warnings: backupWarnings({
          now: clock.now(),
          begunAt: ledgerBegunAt(read),
          local: place,
          second: there,
          checkProblem,
        }),
        lastFullCheckOn: fullOn,
      }
    },
    rows: async () => {
      const there = await second.list().catch((): readonly ListedBackup[] => [])
      return [
        ...local.folder.list().map((each) => rowOf(each, 'local')),
        ...there.map((each) => rowOf(each, 'second')),
      ]
    },
  }
}
