import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Ledger } from '#db/database.ts'
import { insertAccount, type StoredAccount, updateAccount } from '#db/queries/accounts.ts'
import type {
  createFirstInput,
  LedgerRemains,
  RecoveryCode,
  recoverInput,
  SignedInAccount,
  signInInput,
} from '#shared/contract/accounts.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Session } from '../call.ts'
import { newRecoveryCode, readRecoveryCode, wrapKey } from '../system/keyWrap.ts'
import { counterOf } from './attempts.ts'
import { refuseWeakPassword } from './checks.ts'
import { makeFirstLedger } from './firstLedger.ts'
import { isSameUser, withKey, writeBoth } from '../system/keyRing.ts'
import { putLogHeadAside, remainsOf } from '../system/remains.ts'
import { type Means, signedInAccount } from './means.ts'
import type { Proof } from './proof.ts'

export interface Entrance {
  createFirst(session: Session, input: z.output<typeof createFirstInput>): Promise<RecoveryCode>
  signIn(session: Session, input: z.output<typeof signInInput>): Promise<SignedInAccount>
  /** Opens with the printed code, sets a new password, answers the code's successor. */
  recover(session: Session, input: z.output<typeof recoverInput>): Promise<RecoveryCode>
}

const wrongPassword = () =>
  new AppError('SIGN_IN_FAILED', 'unknown account or wrong password', {
    messageZh: '账号或密码不对。请检查大小写和输入法后重试；忘记密码请找系统管理员重设，或用恢复码打开',
  })

const wrongRecoveryCode = () =>
  new AppError('SIGN_IN_FAILED', 'unknown account or wrong recovery code', {
    messageZh:
      '账号或恢复码不对。恢复码是首次启动时打印的 8 组字符，每组 4 个；换过恢复码的，用最后一次打印的',
  })

/** What a way in does about the day: its findings, its backup. */
export interface Day {
  /** There is nothing yet to judge or to back up. */
  beginEmpty(): void
  beginUnlessBegun(ledger: Ledger): Promise<void>
}

export function createEntrance(means: Means, proof: Proof, day: Day): Entrance {
  const { host, ports, seats, cost, now } = means
  const admitted = (ledger: Ledger, user: string, refusal: () => AppError): StoredAccount => {
    const account = means.activeAccount(ledger, user)
    if (account) return account
    throw refusal()
  }
  /** A database opened for somebody who did not get in is closed again. */
  const entering = <T>(body: () => Promise<T>): Promise<T> =>
    host.oneAtATime(async () => {
      try {
        return await body()
      } catch (error) {
        if (seats.all().length === 0) host.close()
        throw error
      }
    })
  return {
    createFirst: (session, { administrator, clerk, beginsAnew = false }) =>
      host.oneAtATime(async () => {
        if (host.keys.state() !== 'new')
          throw new AppError('ALREADY_SET_UP', 'key file exists', {
            messageZh: '这个数据文件夹已经建好，请直接登录',
          })
        if (isSameUser(administrator.user, clerk.user))
          throw new AppError('VALIDATION_FAILED', 'two accounts of one name', {
            fields: { 'clerk.user': '两个账号不能用同一个账号名' },
          })
        const remains = remainsOf(host.dataDir)
        if (remains !== null && !beginsAnew) throw notNew(remains)
        refuseWeakPassword(administrator.password, administrator, 'administrator.password')
        refuseWeakPassword(clerk.password, clerk, 'clerk.password')
        const key = randomBytes(32)
        const recoveryCode = newRecoveryCode()
        host.keys.prepare({
          version: 1,
          accounts: [
            { user: administrator.user, key: await wrapKey(key, administrator.password, cost) },
            { user: clerk.user, key: await wrapKey(key, clerk.password, cost) },
          ],
          recovery: await wrapKey(key, readRecoveryCode(recoveryCode), cost),
        })
        const clerkId = ports.ids.next()
        putLogHeadAside(host.dataDir)
        makeFirstLedger(means, key, (ledger) =>
          means.bySystem(ledger, 'accounts.createFirst').write((tx) => {
            const { user, displayName } = administrator
            const role = 'systemAdministrator'
            insertAccount(tx, { id: ports.ids.next(), user, displayName, role, createdAt: now() })
            insertAccount(tx, {
              id: clerkId,
              user: clerk.user,
              displayName: clerk.displayName,
              role: 'streetClerk',
              createdAt: now(),
              lastSignInAt: now(),
            })
          }),
        )
        seats.take(session, clerkId)
        day.beginEmpty()
        return { recoveryCode }
      }),
    signIn: (session, { user, password }) =>
      entering(async () => {
        requireSetUp(host.keys.state())
        const key = await proof.password(user, password)
        if (!key) throw wrongPassword()
        const ledger = host.open(key, false)
        const account = admitted(ledger, user, wrongPassword)
        means.byAccount(ledger, account, session.id, 'accounts.signIn').write((tx) => {
          updateAccount(tx, account.id, { lastSignInAt: now() })
          tx.audit.detail('登录')
        })
        proof.tell(ledger)
        seats.take(session, account.id)
        await day.beginUnlessBegun(ledger)
        return signedInAccount(account)
      }),
    recover: (session, { user, recoveryCode, password }) =>
      entering(async () => {
        requireSetUp(host.keys.state())
        const key = await proof.recoveryCode(recoveryCode)
        if (!key) throw wrongRecoveryCode()
        const ledger = host.open(key, false)
        const account = admitted(ledger, user, wrongRecoveryCode)
        refuseWeakPassword(password, account)
        const next = newRecoveryCode()
        const wrapped = await wrapKey(key, password, cost)
        const recovery = await wrapKey(key, readRecoveryCode(next), cost)
        writeBoth(
          host.keys,
          means.byAccount(ledger, account, session.id, 'accounts.recover'),
          (keys) => ({ ...withKey(keys, account.user, wrapped), recovery }),
          (tx) => {
            updateAccount(tx, account.id, {
              mustChangePassword: false,
              lastSignInAt: now(),
              updatedAt: now(),
              version: account.version + 1,
            })
            tx.audit.detail('同时换了新的恢复码，原来的作废')
          },
        )
        means.attempts.succeeded(counterOf(account.user))
        proof.tell(ledger)
        seats.leaveAll(account.id)
        seats.take(session, account.id)
        await day.beginUnlessBegun(ledger)
        return { recoveryCode: next }
      }),
  }
}

const notNew = ({ backups }: LedgerRemains) =>
  new AppError('CONFLICT', 'something of a former ledger is left', {
    messageZh: `这个数据文件夹里有过台账，现在数据库和密钥文件都不在了${
      backups === 0 ? '' : `，还有 ${backups} 份备份`
    }。请先用备份恢复；确定不要原来的数据，再选“不恢复，重新建立”`,
  })

function requireSetUp(state: 'new' | 'ready'): void {
  if (state === 'new')
    throw new AppError('NOT_SET_UP', 'no key file', {
      messageZh: '这个数据文件夹还没有建账号，请先完成首次设置',
    })
}
