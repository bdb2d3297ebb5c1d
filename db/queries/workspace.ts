import { and, eq, like } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { ReadDb, WriteDb } from '../database.ts'
import { workspaceItems } from '../schema/accounts.ts'

const ofAccount = (accountId: string, key: string) =>
  and(eq(workspaceItems.accountId, accountId), eq(workspaceItems.key, key))

export function getWorkspaceItem(
  db: ReadDb,
  accountId: string,
  key: string,
): { readonly value: string; readonly updatedAt: Instant } | undefined {
  return db.orm
    .select({ value: workspaceItems.value, updatedAt: workspaceItems.updatedAt })
    .from(workspaceItems)
    .where(ofAccount(accountId, key))
    .get()
}

export function putWorkspaceItem(db: WriteDb, item: typeof workspaceItems.$inferInsert): void {
  db.orm
    .insert(workspaceItems)
    .values(item)
    .onConflictDoUpdate({
      target: [workspaceItems.accountId, workspaceItems.key],
      set: { value: item.value, updatedAt: item.updatedAt },
    })
    .run()
}

export function deleteWorkspaceItem(db: WriteDb, accountId: string, key: string): void {
  db.orm.delete(workspaceItems).where(ofAccount(accountId, key)).run()
}

/** What an account has half written; its views stay. For an account that may not see any more what it wrote about. */
export function deleteDrafts(db: WriteDb, accountId: string): void {
  db.orm
    .delete(workspaceItems)
    .where(and(eq(workspaceItems.accountId, accountId), like(workspaceItems.key, 'draft:%')))
    .run()
}
