import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { ledgerKey } from './ledgerKey.ts'
import type { TestCore } from './testCore.ts'

/** Closes the core and opens its database as somebody with the key and an SQLite shell sees it. */
export async function rawLedger({
  core,
  dataDir,
}: Pick<TestCore, 'core' | 'dataDir'>): Promise<Sqlite.Database> {
  await core.close()
  const key = await ledgerKey(dataDir)
  const sqlite = new Sqlite(join(dataDir, 'ledger.db'))
  onTestFinished(() => {
    sqlite.close()
  })
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return sqlite
}
