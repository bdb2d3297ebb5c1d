import { z } from 'zod'
import type { BackupSecret } from '#shared/contract/backup.ts'

/** Both ways side by side, so that choosing the other one does not lose what was typed. */
export const secretSchema = z
  .object({
    by: z.enum(['recoveryCode', 'password']),
    recoveryCode: z.string().trim(),
    user: z.string().trim(),
    password: z.string(),
  })
  .superRefine((value, context) => {
    const need = (path: 'recoveryCode' | 'user' | 'password', message: string): void => {
      if (value[path] === '') context.addIssue({ code: 'custom', path: [path], message })
    }
    if (value.by === 'recoveryCode') need('recoveryCode', '请填写恢复码')
    else {
      need('user', '请填写账号')
      need('password', '请填写密码')
    }
  })

export type SecretForm = z.output<typeof secretSchema>

export const blankSecret: SecretForm = { by: 'recoveryCode', recoveryCode: '', user: '', password: '' }

export function toSecret({ by, recoveryCode, user, password }: SecretForm): BackupSecret {
  return by === 'recoveryCode' ? { by, recoveryCode } : { by, user, password }
}
