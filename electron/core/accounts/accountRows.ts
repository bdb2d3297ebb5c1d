import type { ReadDb } from '#db/database.ts'
import { getAccount, listAccounts, type StoredAccount } from '#db/queries/accounts.ts'
import { organizationNames } from '#db/queries/organizations.ts'
import type { AccountRow } from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import { isEnded } from '#shared/domain/organizationKinds.ts'
import { readOrganizationTree } from '../records/organizationTree.ts'
import type { Keys } from '../system/keyFile.ts'
import { counterOf } from './attempts.ts'
import { keyOf } from '../system/keyRing.ts'
import type { Means } from './means.ts'

export function accountRows({ host, attempts }: Means, db: ReadDb): readonly AccountRow[] {
  const keys = host.keys.read()
  const names = organizationNames(db)
  return listAccounts(db).map((account) => ({
    id: account.id,
    version: account.version,
    user: account.user,
    displayName: account.displayName,
    role: account.role,
    organizationId: account.organizationId,
    organizationName: account.organizationId === null ? null : (names.get(account.organizationId) ?? null),
    state: stateOf(keys, account),
    mustChangePassword: account.mustChangePassword,
    createdAt: account.createdAt,
    lastSignInAt: account.lastSignInAt,
    lockedUntil: attempts.lockedUntil(counterOf(account.user)),
  }))
}

function stateOf(keys: Keys, { user, disabledAt }: StoredAccount): AccountRow['state'] {
  if (disabledAt !== null) return 'disabled'
  return keyOf(keys, user) ? 'active' : 'noKey'
}

export function accountRow(means: Means, db: ReadDb, id: string): AccountRow {
  const row = accountRows(means, db).find((each) => each.id === id)
  if (row) return row
  throw noAccount()
}

/** Throws NOT_FOUND, and STALE_WRITE where a version was read before. */
export function accountToChange(db: ReadDb, id: string, version: number | null): StoredAccount {
  const account = getAccount(db, id)
  if (!account) throw noAccount()
  if (version === null || account.version === version) return account
  throw new AppError('STALE_WRITE', 'account changed since it was read', {
    messageZh: '这个账号刚被修改过，请刷新后重试',
  })
}

const noAccount = () =>
  new AppError('NOT_FOUND', 'no such account', { messageZh: '没有这个账号，请刷新后重试' })

/** What an account may be tied to, in tree order. */
export function tiableOrganizations(
  db: ReadDb,
): readonly { readonly id: string; readonly shortName: string; readonly depth: number }[] {
  const tree = readOrganizationTree(db)
  return tree.all
    .filter((row) => row.type !== 'XZ' && !isEnded(row))
    .map(({ id, shortName }) => ({ id, shortName, depth: tree.path(id).length - 1 }))
}
