import { join } from 'node:path'
import { keyFile } from '#core/system/keyFile.ts'
import { keyOf } from '#core/system/keyRing.ts'
import { unwrapKey } from '#core/system/keyWrap.ts'
import { testUser } from './testCore.ts'

/** The key of a data folder as the clerk's password opens it. */
export async function ledgerKey(dataDir: string): Promise<Uint8Array> {
  const wrapped = keyOf(keyFile(dataDir, join(dataDir, 'ledger.db')).read(), testUser.user)
  const key = wrapped && (await unwrapKey(wrapped, testUser.password))
  if (!key) throw new Error('the key did not open')
  return key
}
