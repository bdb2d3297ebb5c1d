import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import type { BackupSecret } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { needed } from '../args.ts'
import { type Desk, neededPassword } from '../deskSession.ts'
import { isBeyondSignIn } from './beyondSignIn.ts'
import type { Command } from './command.ts'

/** A folder in use is restored by its administrator, an empty or a damaged one by a secret. */
export const restore: Command = {
  user: 'sysadmin',
  mayMakeFolder: true,
  run: async (desk, { positionals }, user) => {
    const path = resolve(needed(positionals[1], '备份文件'))
    if (!existsSync(path))
      throw new AppError('NOT_FOUND', 'no such file', { messageZh: `没有这个文件：${path}` })
    const source = { from: 'file', handle: desk.shelf.putOnDisk({ name: basename(path), path }) } as const
    if (!(await canSignIn(desk, user))) {
      const report = await desk.call('rescue.restore', { source, secret: secretOf(user), jobId: null })
      if (report.did === 'keysOnly')
        process.stderr.write('数据库完好，没有用备份替换；只把密钥文件 keys.json 放回来了\n')
      return report
    }
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
    // A secret of the backup, or of what is left of the folder, opens it.
    if (isBeyondSignIn(error)) return false
    throw error
  }
}

function secretOf(user: string): BackupSecret {
  const recoveryCode = process.env['DESK_RECOVERY_CODE']
  if (recoveryCode !== undefined && recoveryCode !== '') return { by: 'recoveryCode', recoveryCode }
  return { by: 'password', user, password: neededPassword() }
}
