import { eq } from 'drizzle-orm'
import type { ReadDb, WriteDb } from '../database.ts'
import { accounts } from '../schema/accounts.ts'

/** A row as it stands, disabled ones too. */
export type StoredAccount = Readonly<typeof accounts.$inferSelect>

export function getAccount(db: ReadDb, id: string): StoredAccount | undefined {
  return db.orm.select().from(accounts).where(eq(accounts.id, id)).get()
}

/** A handful: every office has fewer accounts than desks. By age, the first one made first. */
export function listAccounts(db: ReadDb): readonly StoredAccount[] {
  return db.orm.select().from(accounts).orderBy(accounts.createdAt, accounts.id).all()
}

export function insertAccount(db: WriteDb, account: typeof accounts.$inferInsert): void {
  db.orm.insert(accounts).values(account).run()
}

export function updateAccount(
  db: WriteDb,
  id: string,
  values: Partial<Omit<typeof accounts.$inferInsert, 'id' | 'user'>>,
): void {
  db.orm.update(accounts).set(values).where(eq(accounts.id, id)).run()
}
