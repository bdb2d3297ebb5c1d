import { z } from 'zod'
import type { Instant } from '../lib/dates.ts'
import { plainText } from '../lib/text.ts'
import { command, query } from './define.ts'
import { type Role, roles } from './rights.ts'

const user = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{2,32}$/u, '账号用 2 至 32 个字母、数字或汉字')

const displayName = z.string().overwrite(plainText).min(1, '请填写姓名').max(30, '姓名最多 30 个字')

/** Length counts before classes: a sentence of ten characters will do. What everybody tries first is refused in the core. */
export const newPassword = z
  .string()
  .max(128, '密码最多 128 个字符')
  .refine((text) => {
    const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((c) => c.test(text)).length
    return text.length >= 10 || (text.length >= 8 && classes >= 3)
  }, '密码至少 10 个字符，可以用一句话；只有 8、9 个字符时，须含大写字母、小写字母、数字、符号中的三类')

const typedPassword = z.string().min(1, '请填写密码').max(128)

/** Whoever changes rights proves anew who is sitting there. */
const ownPassword = z.string().min(1, '请填写您自己的密码').max(128)

const person = z.strictObject({ user, displayName, password: newPassword })

export const createFirstInput = z.strictObject({
  administrator: person,
  /** 街道党务干事: so that the office can work as soon as the first page is done. */
  clerk: person,
  /** Where something of a former ledger is left (`remains`): meant, not a slip. */
  beginsAnew: z.boolean().optional(),
})

export const signInInput = z.strictObject({
  user: z.string().trim().min(1, '请填写账号').max(64),
  password: typedPassword,
})

export const recoverInput = z.strictObject({
  user: z.string().trim().min(1, '请填写账号').max(64),
  recoveryCode: z.string().trim().min(1, '请填写恢复码').max(64),
  password: newPassword,
})

const id = z.string().min(1).max(64)
const version = z.int().min(1)
const organizationId = id.nullable()

export const createAccountInput = z.strictObject({
  user,
  displayName,
  role: z.enum(roles, '请选择角色'),
  /** The organisation the account is tied to, with all below; null for the whole street. */
  organizationId,
  password: newPassword,
  ownPassword,
})

export const updateAccountInput = z.strictObject({
  id,
  version,
  displayName,
  role: z.enum(roles, '请选择角色'),
  organizationId,
  ownPassword,
})

export const accountSettingsInput = z.strictObject({
  /** Minutes without a key or a click until the screen locks. */
  idleMinutes: z.int().min(1, '至少 1 分钟').max(60, '最多 60 分钟'),
})

export type AccountSettings = Readonly<z.output<typeof accountSettingsInput>>

export interface SignedInAccount {
  readonly id: string
  readonly user: string
  readonly displayName: string
  readonly role: Role
  /** Null for the whole street. */
  readonly organizationId: string | null
  /** Set by somebody else: until it is changed, nothing but changing it is answered. */
  readonly mustChangePassword: boolean
}

/** A data folder whose database and key file are gone, but not everything. */
export interface LedgerRemains {
  /** Files in `backups`. */
  readonly backups: number
}

export interface AccountsStatus {
  /**
   * `new`: no database yet, the first-run page; `locked`: nobody signed in; `idle`: signed in, screen locked, the account's
   * password is asked for; `open`: this session is signed in.
   */
  readonly state: 'new' | 'locked' | 'idle' | 'open'
  /** Only where it is `new`: there was a ledger here before; null where there was none. */
  readonly remains: LedgerRemains | null
  readonly account: SignedInAccount | null
  readonly idleMinutes: number
  /** Databases of before the accounts had roles have none until one is made. */
  readonly hasAdministrator: boolean
  readonly dataDir: string
  readonly appVersion: string
  readonly shell: 'electron' | 'browser' | 'cli'
}

export interface RecoveryCode {
  /** Shown once, to be printed; opens the database when every password is lost. */
  readonly recoveryCode: string
}

export interface AccountRow {
  readonly id: string
  readonly version: number
  readonly user: string
  readonly displayName: string
  readonly role: Role
  readonly organizationId: string | null
  readonly organizationName: string | null
  /** `noKey`: it has no wrapped key (restored from a backup, or cut off while being made): reset its password. */
  readonly state: 'active' | 'disabled' | 'noKey'
  readonly mustChangePassword: boolean
  readonly createdAt: Instant
  readonly lastSignInAt: Instant | null
  /** Locked out by wrong passwords until then. */
  readonly lockedUntil: Instant | null
}

const none = z.strictObject({})

export const accountsRoutes = {
  'accounts.status': query(none, 'public').output<AccountsStatus>(),
  /** Signs in the clerk of the two. */
  'accounts.createFirst': command(createFirstInput, 'public').output<RecoveryCode>(),
  'accounts.signIn': command(signInInput, 'public').output<SignedInAccount>(),
  'accounts.recover': command(recoverInput, 'public').output<RecoveryCode>(),
  'accounts.signOut': command(none, 'public').output<null>(),
  /** Hides everything until the same account's password is given; other calls answer SESSION_LOCKED. */
  'accounts.lock': command(none, 'public').output<null>(),
  'accounts.unlock': command(z.strictObject({ password: typedPassword }), 'public').output<SignedInAccount>(),
  'accounts.changePassword': command(
    z.strictObject({ ownPassword, password: newPassword }),
    'signedIn',
  ).output<null>(),
  /** For a database of before the roles: makes its first 系统管理员. CONFLICT when there is one. */
  'accounts.createAdministrator': command(
    z.strictObject({ ...person.shape, ownPassword }),
    'signedIn',
  ).output<null>(),

  'accounts.list': query(none, 'account.manage').output<{ readonly rows: readonly AccountRow[] }>(),
  /** Names only, in tree order, for choosing what an account is tied to. */
  'accounts.organizations': query(none, 'account.manage').output<{
    readonly rows: readonly { readonly id: string; readonly shortName: string; readonly depth: number }[]
  }>(),
  'accounts.create': command(createAccountInput, 'account.manage').output<AccountRow>(),
  'accounts.update': command(updateAccountInput, 'account.manage').output<AccountRow>(),
  /** Ends a lock-out too. Touches no other account's wrapped key. */
  'accounts.resetPassword': command(
    z.strictObject({ id, password: newPassword, ownPassword }),
    'account.manage',
  ).output<null>(),
  'accounts.disable': command(
    z.strictObject({
      id,
      version,
      reason: z.string().overwrite(plainText).min(1, '请填写原因').max(200, '最多 200 个字'),
      ownPassword,
    }),
    'account.manage',
  ).output<null>(),
  'accounts.enable': command(
    z.strictObject({ id, version, password: newPassword, ownPassword }),
    'account.manage',
  ).output<null>(),
  /** The code printed before opens nothing any more. */
  'accounts.renewRecoveryCode': command(
    z.strictObject({ ownPassword }),
    'account.manage',
  ).output<RecoveryCode>(),
  'accounts.changeSettings': command(accountSettingsInput, 'account.manage').output<AccountSettings>(),
}
