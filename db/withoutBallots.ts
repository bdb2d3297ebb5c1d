import Sqlite from 'better-sqlite3'
import { fromSqlite } from './errors.ts'
import { unlock } from './unlock.ts'

/** Ballots being keyed: on paper, in the open database, and nowhere else (REV-06). */
export const ballotsTable = 'review_keyings'

/** Takes the ballots being keyed out of a copy of the database, pages and all, before it is packed as a backup. Throws DISK_FULL, FOLDER_READ_ONLY. */
export function leaveOutBallots(file: string, key: Uint8Array): void {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file)
    unlock(sqlite, { file, key, create: false })
    sqlite.pragma('journal_mode = MEMORY')
    sqlite.pragma('temp_store = MEMORY')
    sqlite.pragma('secure_delete = ON')
    sqlite.prepare(`delete from ${ballotsTable}`).run()
    sqlite.exec('vacuum')
  } catch (error) {
    throw fromSqlite(error) ?? error
  } finally {
    sqlite?.close()
  }
}
