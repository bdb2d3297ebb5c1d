import { eq } from 'drizzle-orm'
import type { SignedInAccount } from '#shared/contract/accounts.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { accounts } from '../schema/accounts.ts'

export function getAccount(db: ReadDb, user: string): SignedInAccount | undefined {
  return db.orm
    .select({ id: accounts.id, user: accounts.user, displayName: accounts.displayName, role: accounts.role })
    .from(accounts)
    .where(eq(accounts.user, user))
    .get()
}

export function insertAccount(db: WriteDb, account: typeof accounts.$inferInsert): void {
  db.orm.insert(accounts).values(account).run()
}
