import { eq } from 'drizzle-orm'
import type { Instant } from '#shared/lib/dates.ts'
import type { WriteDb } from '../database.ts'
import { accounts } from '../schema/accounts.ts'
import { organizations } from '../schema/organizations.ts'
import { listAccounts, type StoredAccount } from './accounts.ts'
import { deleteDrafts } from './workspace.ts'

const notThereZh = '恢复备份时停用：恢复前没有这个账号'
const noOrganizationZh = '恢复备份时停用：备份里没有它所属的党组织，请指定后再启用'

/**
 * Puts the accounts as they were just before a restore into the restored database, so that nobody gets back a right that was
 * taken away since. Accounts only the backup knows are disabled; one tied to an organisation the backup does not have too, for
 * no organisation would mean the whole street. Drafts of an account that sees something else now than then stay away.
 */
export function carryAccounts(tx: WriteDb, current: readonly StoredAccount[], now: Instant): void {
  const restored = new Map(listAccounts(tx).map((account) => [account.id, account]))
  const known = new Set(
    tx.orm
      .select({ id: organizations.id })
      .from(organizations)
      .all()
      .map(({ id }) => id),
  )
  const ids = new Set(current.map(({ id }) => id))
  const users = new Set(current.map(({ user }) => user))
  for (const { id, user, disabledAt } of restored.values()) {
    if (ids.has(id)) continue
    const values = {
      user: users.has(user) ? `${user}.${id.slice(0, 8)}` : user,
      ...(disabledAt === null ? { disabledAt: now, disabledReason: notThereZh } : {}),
    }
    tx.orm.update(accounts).set(values).where(eq(accounts.id, id)).run()
  }
  for (const account of current) {
    const { id, ...values } = isHomeless(account, known)
      ? { ...account, organizationId: null, disabledAt: now, disabledReason: noOrganizationZh }
      : account
    const was = restored.get(id)
    if (was && (was.role !== values.role || was.organizationId !== values.organizationId))
      deleteDrafts(tx, id)
    if (was) tx.orm.update(accounts).set(values).where(eq(accounts.id, id)).run()
    else
      tx.orm
        .insert(accounts)
        .values({ id, ...values })
        .run()
  }
}

function isHomeless({ organizationId }: StoredAccount, known: ReadonlySet<string>): boolean {
  return organizationId !== null && !known.has(organizationId)
}
