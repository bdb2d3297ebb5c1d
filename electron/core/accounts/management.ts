import { insertAccount, updateAccount } from '#db/queries/accounts.ts'
import { deleteDrafts } from '#db/queries/workspace.ts'
import type { AccountRow, AccountSettings, RecoveryCode } from '#shared/contract/accounts.ts'
import { roleLabels } from '#shared/contract/rights.ts'
import type { Call } from '../call.ts'
import { newRecoveryCode, readRecoveryCode, wrapKey } from '../system/keyWrap.ts'
import { accountSettings } from '../system/settings.ts'
import { accountRow, accountToChange } from './accountRows.ts'
import {
  refuseBothHands,
  refuseChangeOfHands,
  refuseLosingLastAdministrator,
  refuseTakenUser,
  refuseWeakPassword,
  refuseWrongTie,
} from './checks.ts'
import { withKey, writeBoth } from '../system/keyRing.ts'
import type { AccountInput, Means } from './means.ts'
import type { Proof } from './proof.ts'

/**
 * What the administrator does. Each proves his own password, which also unwraps the key that a new password is to wrap.
 * Everything is checked before, and again after the waiting in which others may have written.
 */
export interface Management {
  create(call: Call, input: AccountInput<'accounts.create'>): Promise<AccountRow>
  update(call: Call, input: AccountInput<'accounts.update'>): Promise<AccountRow>
  renewRecoveryCode(call: Call, input: AccountInput<'accounts.renewRecoveryCode'>): Promise<RecoveryCode>
  changeSettings(call: Call, input: AccountInput<'accounts.changeSettings'>): AccountSettings
}

export function createManagement(means: Means, proof: Proof): Management {
  const { host, ports, cost, now } = means
  return {
    create: ({ db, session }, { user, displayName, role, organizationId, password, ownPassword }) =>
      host.oneAtATime(async () => {
        const check = () => {
          refuseTakenUser(db.read, user)
          refuseWrongTie(db.read, role, organizationId)
          refuseBothHands(db.read, { id: null, displayName, role })
        }
        check()
        refuseWeakPassword(password, { user, displayName })
        const wrapped = await proof.wrapFor(session, ownPassword, password)
        check()
        const id = ports.ids.next()
        writeBoth(
          host.keys,
          db,
          (keys) => withKey(keys, user, wrapped),
          (tx) => {
            insertAccount(tx, {
              id,
              user,
              displayName,
              role,
              organizationId,
              mustChangePassword: true,
              createdAt: now(),
            })
            tx.audit.detail(`${displayName}（${user}），角色：${roleLabels[role]}`)
          },
        )
        return accountRow(means, db.read, id)
      }),
    update: ({ db, session }, { id, version, displayName, role, organizationId, ownPassword }) =>
      host.oneAtATime(async () => {
        const check = () => {
          const account = accountToChange(db.read, id, version)
          refuseChangeOfHands(db.read, account, role)
          refuseWrongTie(db.read, role, organizationId)
          refuseBothHands(db.read, { id, displayName, role })
          if (role !== 'systemAdministrator')
            refuseLosingLastAdministrator(db.read, host.keys.read(), account)
          return account
        }
        check()
        await proof.own(session, ownPassword)
        const account = check()
        db.write((tx) => {
          updateAccount(tx, id, {
            displayName,
            role,
            organizationId,
            version: version + 1,
            updatedAt: now(),
          })
          // They may hold records it may not see any more.
          if (account.role !== role || account.organizationId !== organizationId) deleteDrafts(tx, id)
        })
        return accountRow(means, db.read, id)
      }),
    renewRecoveryCode: ({ db, session }, { ownPassword }) =>
      host.oneAtATime(async () => {
        const key = await proof.own(session, ownPassword)
        const recoveryCode = newRecoveryCode()
        const recovery = await wrapKey(key, readRecoveryCode(recoveryCode), cost)
        writeBoth(
          host.keys,
          db,
          (keys) => ({ ...keys, recovery }),
          (tx) => tx.audit.detail('原来的恢复码作废'),
        )
        return { recoveryCode }
      }),
    changeSettings: ({ db }, settings) => {
      db.write((tx) => accountSettings.write(tx, settings, now()))
      return settings
    },
  }
}
