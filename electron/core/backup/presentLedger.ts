import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Writer } from '#db/audit/writer.ts'
import type { Ledger, WriteDb } from '#db/database.ts'
import { listAccounts, updateAccount } from '#db/queries/accounts.ts'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Keys } from '../system/keyFile.ts'
import { isSameUser } from '../system/keyRing.ts'
import type { LedgerHost } from '../system/ledgerHost.ts'
import { hopeless } from './rescueDoor.ts'

/** Whether nothing is wrong with the closed database but its key file. Throws where something else is in the way. */
export function isSoundWith(host: LedgerHost, key: Uint8Array): boolean {
  try {
    host.open(key, false)
  } catch (error) {
    if (error instanceof AppError && hopeless.includes(error.code)) return false
    throw error
  }
  host.close()
  return true
}

/**
 * The key file alone in its place again; the damaged one stays beside it. Answers the counts of the database. Throws what
 * opening it throws.
 */
export function putKeysBack(
  host: LedgerHost,
  key: Uint8Array,
  keys: Keys,
  writerOf: (ledger: Ledger) => Writer,
): Readonly<Record<string, number>> {
  const file = join(host.dataDir, 'keys.json')
  if (existsSync(file)) copyFileSync(file, `${file}.damaged`)
  host.keys.write(keys)
  const ledger = host.open(key, false)
  try {
    ledger
      .as(writerOf(ledger))
      .write((tx) => tx.audit.detail('密钥文件已从备份放回；数据库完好，没有用备份替换'))
    return ledger.counts()
  } finally {
    host.close()
  }
}

/** The passwords are those of the backup again, whatever was reset since: all but who has proved himself need a new one. */
export function distrustAccounts(tx: WriteDb, secret: BackupSecret): void {
  for (const { id, user } of listAccounts(tx))
    if (secret.by !== 'password' || !isSameUser(user, secret.user))
      updateAccount(tx, id, { mustChangePassword: true })
}
