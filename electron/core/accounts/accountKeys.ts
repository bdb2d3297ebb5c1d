import { updateAccount } from '#db/queries/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Call } from '../call.ts'
import { withKey, withoutKey, writeBoth } from '../system/keyRing.ts'
import { accountToChange } from './accountRows.ts'
import { counterOf } from './attempts.ts'
import {
  refuseBothHands,
  refuseLosingLastAdministrator,
  refuseWeakPassword,
  refuseWrongTie,
} from './checks.ts'
import type { AccountInput, Means } from './means.ts'
import type { Proof } from './proof.ts'

/** What the administrator does about who can open the database; each touches the key of that one account only. */
export interface AccountKeys {
  resetPassword(call: Call, input: AccountInput<'accounts.resetPassword'>): Promise<null>
  disable(call: Call, input: AccountInput<'accounts.disable'>): Promise<null>
  enable(call: Call, input: AccountInput<'accounts.enable'>): Promise<null>
}

export function createAccountKeys(means: Means, proof: Proof): AccountKeys {
  const { host, seats, attempts, now } = means
  return {
    resetPassword: ({ db, session, account: own }, { id, password, ownPassword }) =>
      host.oneAtATime(async () => {
        if (id === own.id)
          throw new AppError('CONFLICT', 'own password', {
            messageZh: '自己的密码请用“修改密码”更换',
          })
        const check = () => {
          const account = accountToChange(db.read, id, null)
          if (account.disabledAt === null) return account
          throw new AppError('CONFLICT', 'account is disabled', {
            messageZh: '这个账号已停用。要重新使用，请用“启用”并同时设新密码',
          })
        }
        const before = check()
        refuseWeakPassword(password, before)
        const wrapped = await proof.wrapFor(session, ownPassword, password)
        const account = check()
        writeBoth(
          host.keys,
          db,
          (keys) => withKey(keys, account.user, wrapped),
          (tx) => {
            updateAccount(tx, id, {
              mustChangePassword: true,
              version: account.version + 1,
              updatedAt: now(),
            })
            tx.audit.detail(`${account.displayName}（${account.user}）`)
          },
        )
        attempts.succeeded(counterOf(account.user))
        seats.leaveAll(id)
        return null
      }),
    disable: ({ db, session, account: own }, { id, version, reason, ownPassword }) =>
      host.oneAtATime(async () => {
        if (id === own.id)
          throw new AppError('CONFLICT', 'own account', {
            messageZh: '不能停用自己正在使用的账号，请由另一位系统管理员办理',
          })
        const check = () => {
          const account = accountToChange(db.read, id, version)
          refuseLosingLastAdministrator(db.read, host.keys.read(), account)
          return account
        }
        check()
        await proof.own(session, ownPassword)
        const account = check()
        writeBoth(
          host.keys,
          db,
          (keys) => withoutKey(keys, account.user),
          (tx) =>
            updateAccount(tx, id, {
              disabledAt: now(),
              disabledReason: reason,
              version: version + 1,
              updatedAt: now(),
            }),
        )
        seats.leaveAll(id)
        return null
      }),
    enable: ({ db, session }, { id, version, password, ownPassword }) =>
      host.oneAtATime(async () => {
        const check = () => {
          const account = accountToChange(db.read, id, version)
          if (account.disabledAt === null)
            throw new AppError('CONFLICT', 'account is active', { messageZh: '这个账号没有停用，不用启用' })
          refuseWrongTie(db.read, account.role, account.organizationId)
          refuseBothHands(db.read, account)
          return account
        }
        refuseWeakPassword(password, check())
        const wrapped = await proof.wrapFor(session, ownPassword, password)
        const account = check()
        writeBoth(
          host.keys,
          db,
          (keys) => withKey(keys, account.user, wrapped),
          (tx) =>
            updateAccount(tx, id, {
              disabledAt: null,
              disabledReason: null,
              mustChangePassword: true,
              version: version + 1,
              updatedAt: now(),
            }),
        )
        attempts.succeeded(counterOf(account.user))
        return null
      }),
  }
}
