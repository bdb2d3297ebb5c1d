import { z } from 'zod'
import { plainText } from '../lib/text.ts'
import { command, query } from './define.ts'
import type { Role } from './rights.ts'

const user = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}_.-]{2,32}$/u, '账号用 2 至 32 个字母、数字或汉字')

/** At least 8 characters from 3 of 4 classes: upper case, lower case, digits, others. */
const newPassword = z
  .string()
  .max(128, '密码最多 128 个字符')
  .refine((text) => {
    const classes = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((c) => c.test(text)).length
    return text.length >= 8 && classes >= 3
  }, '密码至少 8 个字符，并含大写字母、小写字母、数字、符号中的三类')

export const createFirstInput = z.strictObject({
  user,
  displayName: z.string().overwrite(plainText).min(1, '请填写姓名').max(30, '姓名最多 30 个字'),
  password: newPassword,
})

export const signInInput = z.strictObject({
  user: z.string().trim().min(1, '请填写账号').max(64),
  password: z.string().min(1, '请填写密码').max(128),
})

export const recoverInput = z.strictObject({
  user: z.string().trim().min(1, '请填写账号').max(64),
  recoveryCode: z.string().trim().min(1, '请填写恢复码').max(64),
  password: newPassword,
})

export interface SignedInAccount {
  readonly id: string
  readonly user: string
  readonly displayName: string
  readonly role: Role
}

export interface AccountsStatus {
  /** `new`: no database yet, the first-run page; `locked`: sign in; `open`: this session is signed in. */
  readonly state: 'new' | 'locked' | 'open'
  readonly account: SignedInAccount | null
  readonly dataDir: string
  readonly appVersion: string
  readonly shell: 'electron' | 'browser' | 'cli'
}

export interface RecoveryCode {
  /** Shown once, to be printed; opens the database when every password is lost. */
  readonly recoveryCode: string
}

const none = z.strictObject({})

export const accountsRoutes = {
  'accounts.status': query(none, 'public').output<AccountsStatus>(),
  'accounts.createFirst': command(createFirstInput, 'public').output<RecoveryCode>(),
  'accounts.signIn': command(signInInput, 'public').output<SignedInAccount>(),
  'accounts.recover': command(recoverInput, 'public').output<RecoveryCode>(),
  'accounts.signOut': command(none, 'public').output<null>(),
}
