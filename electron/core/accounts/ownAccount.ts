import { insertAccount, updateAccount } from '#db/queries/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Call } from '../call.ts'
import { refuseBothHands, refuseTakenUser, refuseWeakPassword } from './checks.ts'
import { withKey, writeBoth } from '../system/keyRing.ts'
import type { AccountInput, Means } from './means.ts'
import type { Proof } from './proof.ts'

/** What everybody may do about accounts. */
export interface OwnAccount {
  changePassword(call: Call, input: AccountInput<'accounts.changePassword'>): Promise<null>
  createAdministrator(call: Call, input: AccountInput<'accounts.createAdministrator'>): Promise<null>
}

export function createOwnAccount(means: Means, proof: Proof): OwnAccount {
  const { host, seats, now, ports } = means
  return {
    changePassword: ({ account, db, ledger, session }, { ownPassword, password }) =>
      host.oneAtATime(async () => {
        refuseWeakPassword(password, account)
        if (password.normalize('NFKC') === ownPassword.normalize('NFKC'))
          throw new AppError('VALIDATION_FAILED', 'same password', {
            fields: { password: '新密码不能和原来的一样' },
          })
        const wrapped = await proof.wrapFor(session, ownPassword, password)
        writeBoth(
          host.keys,
          db,
          (keys) => withKey(keys, account.user, wrapped),
          (tx) => {
            const version = means.accounts(ledger).find(({ id }) => id === account.id)?.version ?? 1
            updateAccount(tx, account.id, {
              mustChangePassword: false,
              updatedAt: now(),
              version: version + 1,
            })
            tx.audit.detail('修改自己的密码')
          },
        )
        // Whoever else sits under the old password has to prove anew that it is them.
        seats.leaveOthers(account.id, session.id)
        return null
      }),
    createAdministrator: ({ db, ledger, session }, { user, displayName, password, ownPassword }) =>
      host.oneAtATime(async () => {
        const check = () => {
          if (means.hasAdministrator(ledger))
            throw new AppError('CONFLICT', 'there is an administrator', {
              messageZh: '已经有系统管理员了，请由系统管理员建立账号',
            })
          refuseTakenUser(db.read, user)
          refuseBothHands(db.read, { id: null, displayName, role: 'systemAdministrator' })
          refuseWeakPassword(password, { user, displayName })
        }
        check()
        const wrapped = await proof.wrapFor(session, ownPassword, password)
        check()
        writeBoth(
          host.keys,
          db,
          (keys) => withKey(keys, user, wrapped),
          (tx) => {
            insertAccount(tx, {
              id: ports.ids.next(),
              user,
              displayName,
              role: 'systemAdministrator',
              createdAt: now(),
            })
            tx.audit.detail(`${displayName}（${user}）`)
          },
        )
        return null
      }),
  }
}
