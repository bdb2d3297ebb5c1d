import type { Ledger } from '#db/database.ts'
import type { backupRoutes, BackupSource } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Call, HandlersOf, Session } from '../call.ts'
import type { CoreConfig } from '../createCore.ts'
import type { InFlight } from '../system/inFlight.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { rowOf } from './backupFolder.ts'
import { inspectForRescue, listForRescue, type RescueMeans, restoreForRescue } from './rescue.ts'
import type { Door } from './rescueDoor.ts'
import { inspectBackup, restoreBackup } from './restore.ts'
import { salvageLedger } from './salvageLedger.ts'
import { checkSecondPlace } from './secondPlace.ts'
import type { Backups } from './service.ts'
import { backupSettings } from './settings.ts'

interface Guard extends Door {
  confirmOwnPassword(session: Session, password: string): Promise<void>
}

interface Surroundings {
  readonly host: LedgerHost
  readonly config: CoreConfig
  readonly guard: Guard
  readonly inFlight: Pick<InFlight, 'settled'>
}

export function backupHandlers(
  backups: Backups,
  { host, config, guard, inFlight }: Surroundings,
): HandlersOf<typeof backupRoutes> {
  const { local, second } = backups
  const means = ({ ports }: Call): RescueMeans => ({ host, config, ports, local, second, door: guard })
  return {
    'backup.status': () => backups.status(),
    'backup.list': async (_, call) => {
      holdOpen(call)
      return { rows: await backups.rows() }
    },
    'backup.make': (input, call) =>
      call.jobs.run(input.jobId, async (job) => {
        const { db } = call
        job.report({ label: '备份', done: 0, total: null })
        const made = await local.make('manual', () => job.breathe())
        try {
          db.write((tx) => tx.audit.detail(`备份 ${made.name}`))
        } catch (error) {
          // A file or disk that takes no entry is the very time for a backup: it counts.
          call.ports.logger.warn('a backup was not logged', {
            name: error instanceof Error ? error.name : '',
          })
        }
        return { local: rowOf(made, 'local'), secondProblem: await second.bringUpToDate() }
      }),
    'backup.handOver': (input, call) =>
      call.jobs.run(input.jobId, async (job) => {
        const { db } = call
        job.report({ label: '备份', done: 0, total: null })
        const { name, path } = await local.make('handOver', () => job.breathe())
        db.write((tx) => tx.audit.detail(`导出移交备份 ${name}`))
        return { handle: call.ports.files.putOnDisk({ name, path }), name }
      }),
    'backup.changeSettings': async (settings, { db, ports }) => {
      if (settings.secondPlace !== null) await checkSecondPlace(settings.secondPlace, host.dataDir)
      db.write((tx) => backupSettings.write(tx, settings, ports.clock.now()))
      await second.bringUpToDate()
      return backups.status()
    },
    'backup.inspect': ({ source, jobId }, call) => {
      holdOpen(call)
      return call.jobs.run(jobId, (job) => inspectBackup(means(call), source, job))
    },
    // Must not hold the database itself: it waits for all who do.
    'backup.restore': async ({ source, ownPassword, jobId }, call) => {
      const { account, session, ports } = call
      await guard.confirmOwnPassword(session, ownPassword)
      const writer = {
        account,
        sessionId: session.id,
        via: config.shell,
        route: 'backup.restore',
        scopeRoot: null,
        now: () => ports.clock.now(),
      }
      refuseClosed(host)
      return call.jobs.run(jobId, (job) =>
        restoreBackup(means(call), source, writer, job, () => inFlight.settled()),
      )
    },
    'rescue.backups': ({ secret }, call) => listForRescue(means(call), secret),
    'rescue.inspect': ({ source, secret, jobId }, call) =>
      call.jobs.run(jobId, (job) => inspectForRescue(means(call), chosen(source), secret, job)),
    'rescue.restore': ({ source, secret, jobId }, call) =>
      call.jobs.run(jobId, (job) => restoreForRescue(means(call), chosen(source), secret, job)),
    'rescue.salvage': ({ secret, jobId }, call) =>
      call.jobs.run(jobId, (job) => salvageLedger(means(call), secret, job)),
  }
}

/** Whoever has asked for the ledger is waited for before the database closes. */
function holdOpen({ ledger }: Call): Ledger {
  return ledger
}

function refuseClosed(host: LedgerHost): void {
  host.refuseDamaged()
  if (!host.current()) throw new AppError('SIGN_IN_REQUIRED', 'closed meanwhile', { messageZh: '请先登录' })
}

/** Which folder the second place is stands in the database nobody can open here. */
function chosen(source: BackupSource): BackupSource {
  if (source.from === 'file' || source.place === 'local') return source
  throw new AppError('NOT_FOUND', 'no second place without a database', {
    messageZh: '现在不知道第二备份位置在哪里。请用“选择文件”打开那里的备份文件',
  })
}
