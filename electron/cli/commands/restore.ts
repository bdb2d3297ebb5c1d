import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { AppError, type ErrorCode } from '#shared/contract/errors.ts'
import { needed } from '../args.ts'
import { type Desk, neededPassword } from '../deskSession.ts'
import type { Command } from './command.ts'

/** Nobody can sign in: a secret of the backup, or of what is left of the folder, opens it. */
const beyondSignIn: readonly ErrorCode[] = [
  'DATABASE_DAMAGED',
  'DATABASE_MISSING',
  'DATABASE_FOREIGN',
  'DATABASE_NOT_ENCRYPTED',
  'KEY_FILE_MISSING',
  'KEY_FILE_DAMAGED',
]

/** A folder in use is restored by its administrator, an empty or a damaged one by a secret. */
export const restore: Command = {
  user: 'sysadmin',
  mayMakeFolder: true,
  run: async (desk, { positionals }, user) => {
    const path = resolve(needed(positionals[1], '备份文件'))
    if (!existsSync(path))
      throw new AppError('NOT_FOUND', 'no such file', { messageZh: `没有这个文件：${path}` })
    const source = { from: 'file', handle: desk.shelf.putOnDisk({ name: basename(path), path }) } as const
    if (!(await canSignIn(desk, user)))
      return desk.call('rescue.restore', { source, secret: secretOf(user), jobId: null })
    return desk.call('backup.restore', { source, ownPassword: neededPassword(), jobId: null })
  },
}

async function canSignIn(desk: Desk, user: string): Promise<boolean> {
  try {
    const { state } = await desk.call('accounts.status', {})
    if (state === 'new') return false
    await desk.signIn(user)
    return true
  } catch (error) {
    if (error instanceof AppError && beyondSignIn.includes(error.code)) return false
    throw error
  }
}

function secretOf(user: string): BackupSecret {
  const recoveryCode = process.env['DESK_RECOVERY_CODE']
  if (recoveryCode !== undefined && recoveryCode !== '') return { by: 'recoveryCode', recoveryCode }
  return { by: 'password', user, password: neededPassword() }
}
