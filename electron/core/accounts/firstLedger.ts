import { renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Ledger } from '#db/database.ts'
import { openDatabase } from '#db/open.ts'
import { AppError } from '#shared/contract/errors.ts'
import { syncFolder } from '../system/atomicFile.ts'
import { filesOfDatabase, ledgerDraft } from '../system/keyFile.ts'
import type { Means } from './means.ts'

/**
 * Makes, fills and opens the first database; its keys are prepared. It gets its name only with its accounts in it, and its
 * keys get theirs last: cut off at any point, the folder is either new still or ready. What fails is taken back before it is
 * thrown on.
 */
export function makeFirstLedger(
  { host, ports }: Pick<Means, 'host' | 'ports'>,
  key: Uint8Array,
  fill: (ledger: Ledger) => void,
): void {
  const draft = ledgerDraft(host.file)
  try {
    const ledger = openDatabase({
      file: draft,
      key,
      create: true,
      migrationsDir: ports.resources.migrationsDir,
      beforeUpgrade: () => undefined,
      keepsHead: false,
    })
    try {
      fill(ledger)
    } finally {
      ledger.close()
    }
    renameSync(draft, host.file)
    syncFolder(dirname(host.file))
    host.open(key, false)
    host.keys.confirm()
  } catch (error) {
    host.close()
    host.keys.retract()
    const head = join(dirname(host.file), 'audit.head')
    for (const file of [...filesOfDatabase(draft), ...filesOfDatabase(host.file), head])
      rmSync(file, { force: true })
    throw explained(error)
  }
}

function explained(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('syscall' in error)) return error
  return new AppError('FOLDER_READ_ONLY', 'first database not put in its place', {
    messageZh:
      '数据文件夹写不进去，首次设置没有完成，没有留下数据。请检查文件夹的权限和磁盘空间，关闭正在占用它的程序后重试',
    cause: error,
  })
}
