import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { ledgerKey } from './ledgerKey.ts'
import type { TestCore } from './testCore.ts'

/** As somebody with the key and an SQLite shell opens a file. */
export function openRaw(file: string, key: Uint8Array): Sqlite.Database {
  const sqlite = new Sqlite(file, { fileMustExist: true })
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return sqlite
}

/** Closes the core and opens its database. */
export async function rawLedger({
  core,
  dataDir,
}: Pick<TestCore, 'core' | 'dataDir'>): Promise<Sqlite.Database> {
  await core.close()
  const sqlite = openRaw(join(dataDir, 'ledger.db'), await ledgerKey(dataDir))
  onTestFinished(() => {
    sqlite.close()
  })
  return sqlite
}
