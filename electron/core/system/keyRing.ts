import type { Database, NotPromise, WriteDb } from '#db/database.ts'
import type { Keys, KeyFile } from './keyFile.ts'
import type { WrappedKey } from './keyWrap.ts'

/** Two accounts that differ only by case or width would be taken for each other. */
export function foldedUser(user: string): string {
  return user.trim().normalize('NFKC').toLowerCase()
}

export function isSameUser(a: string, b: string): boolean {
  return foldedUser(a) === foldedUser(b)
}

export function keyOf(keys: Keys, user: string): WrappedKey | undefined {
  return keys.accounts.find((entry) => isSameUser(entry.user, user))?.key
}

export function withKey(keys: Keys, user: string, key: WrappedKey): Keys {
  return { ...keys, accounts: [...withoutKey(keys, user).accounts, { user, key }] }
}

export function withoutKey(keys: Keys, user: string): Keys {
  return { ...keys, accounts: keys.accounts.filter((entry) => !isSameUser(entry.user, user)) }
}

/**
 * The key file and the database change together: the file last within the transaction, and put back when the transaction
 * fails. Cut off between the two, the file alone is new: an entry without its account opens nothing, an account without its
 * entry is told as `noKey`; nobody else's entry is ever touched.
 */
export function writeBoth<T>(
  file: KeyFile,
  db: Database,
  change: (keys: Keys) => Keys,
  body: (tx: WriteDb) => NotPromise<T>,
): T {
  const before = file.read()
  let isWritten = false
  try {
    return db.write((tx) => {
      const answer = body(tx)
      file.write(change(before))
      isWritten = true
      return answer
    })
  } catch (error) {
    if (isWritten) file.write(before)
    throw error
  }
}
