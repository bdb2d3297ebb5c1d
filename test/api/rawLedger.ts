import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { keyFile } from '#core/system/keyFile.ts'
import { unwrapKey } from '#core/system/keyWrap.ts'
import { type TestCore, testUser } from './testCore.ts'

/** Closes the core and opens its database as somebody with the key and an SQLite shell sees it. */
export async function rawLedger({
  core,
  dataDir,
}: Pick<TestCore, 'core' | 'dataDir'>): Promise<Sqlite.Database> {
  await core.close()
  const file = join(dataDir, 'ledger.db')
  const entry = keyFile(dataDir, file)
    .read()
    .accounts.find(({ user }) => user === testUser.user)
  const key = entry && (await unwrapKey(entry.key, testUser.password))
  if (!key) throw new Error('no key')
  const sqlite = new Sqlite(file)
  onTestFinished(() => {
    sqlite.close()
  })
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`)
  return sqlite
}
