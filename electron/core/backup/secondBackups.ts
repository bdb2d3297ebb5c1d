import { setTimeout } from 'node:timers/promises'
import { systemWriter } from '#db/audit/writer.ts'
import type { BackupPlaceState } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Ports } from '../ports.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import type { ListedBackup } from './backupFolder.ts'
import { diskReasonZh } from './diskErrors.ts'
import type { LocalBackups } from './localBackups.ts'
import { copyToSecondPlace, listSecondPlace, pruneSecondPlace } from './secondPlace.ts'
import { backupSettings } from './settings.ts'

/** Copies of the good backups on another disk. A disk that is not there is told, and fails nothing else. */
export interface SecondBackups {
  /** Undefined where none is set. */
  place(): string | undefined
  state(): BackupPlaceState | null
  /** The newest good one here, if it is not there yet. Chinese: why it failed; null when it did not. */
  bringUpToDate(): Promise<string | null>
  list(): Promise<readonly ListedBackup[]>
  /** Settles when nothing is being copied. */
  idle(): Promise<void>
}

const longestCopyMs = 180_000
const longestListMs = 15_000

export function createSecondBackups(
  host: LedgerHost,
  local: Pick<LocalBackups, 'good' | 'facts'>,
  { clock, ids, logger }: Ports,
): SecondBackups {
  let last: Promise<unknown> = Promise.resolve()
  const settings = () => {
    const ledger = host.current()
    return ledger && backupSettings.read(ledger.as(systemWriter('backup', () => clock.now())).read)
  }
  const place = () => settings()?.secondPlace ?? undefined
  const state = (): BackupPlaceState | null => {
    const ledger = host.current()
    const path = place()
    if (!ledger || path === undefined) return null
    const known = local.facts.second.read(ledger)
    if (known?.path !== path) return { path, newestGoodAt: null, problem: null }
    return { path, newestGoodAt: known.newestGoodAt, problem: known.problem }
  }
  const remember = (next: BackupPlaceState): void => {
    const ledger = host.current()
    try {
      if (ledger && place() === next.path) local.facts.second.write(ledger, next)
    } catch (error) {
      logger.warn('state of the second place not saved', {
        code: error instanceof AppError ? error.code : 'unknown',
      })
    }
  }
  const copyNewest = async (signal: AbortSignal): Promise<string | null> => {
    const before = state()
    const backup = local.good()[0]
    const policy = settings()?.policy
    if (!before || !policy || !backup?.manifest) return null
    let { newestGoodAt } = before
    try {
      const there = await listSecondPlace(before.path)
      if (!there.some((each) => each.manifest?.sha256 === backup.manifest?.sha256))
        await copyToSecondPlace({ backup, folder: before.path, id: ids.next(), signal })
      newestGoodAt = backup.createdAt
      await pruneSecondPlace(before.path, backup.manifest.ledgerId, policy, clock.now())
      remember({ path: before.path, newestGoodAt, problem: null })
      return null
    } catch (error) {
      if (signal.aborted) return null
      logger.warn('second backup failed', { name: error instanceof Error ? error.name : typeof error })
      const problem = reasonZh(error)
      remember({ path: before.path, newestGoodAt, problem })
      return problem
    }
  }
  return {
    place,
    state,
    bringUpToDate: () => {
      const mine = last.then(() =>
        answeredBy(longestCopyMs, '第二备份位置没有响应', (late) =>
          copyNewest(AbortSignal.any([host.closing(), late])),
        ),
      )
      last = mine.catch(() => undefined)
      return mine
    },
    list: async () => {
      const path = place()
      return path === undefined ? [] : answeredBy(longestListMs, [], () => listSecondPlace(path))
    },
    idle: async () => {
      await last
    },
  }
}

/** A share that does not answer must keep neither the next backup nor the closing program waiting. */
async function answeredBy<T>(ms: number, otherwise: T, work: (late: AbortSignal) => Promise<T>): Promise<T> {
  const timer = new AbortController()
  const late = setTimeout(ms, otherwise, { ref: false, signal: timer.signal })
  try {
    return await Promise.race([work(AbortSignal.timeout(ms)), late])
  } finally {
    timer.abort()
  }
}

function reasonZh(error: unknown): string {
  if (error instanceof AppError) return error.messageZh ?? '复制后核对不一致'
  return diskReasonZh(error) ?? '复制失败'
}
