import { join, resolve } from 'node:path'
import { readBackupFile } from '#core/backup/backupFile.ts'
import { copyBackupTo } from '#core/backup/secondPlace.ts'
import { needed } from '../args.ts'
import type { Command } from './command.ts'

/** Makes a backup in the data folder and a copy of it, read back, at `--out`. */
export const backup: Command = {
  user: 'admin',
  mayMakeFolder: false,
  run: async (desk, { values }, user) => {
    const out = resolve(needed(values.out, '--out'))
    await desk.signIn(user)
    const { local } = await desk.call('backup.make', { jobId: null })
    await copyBackupTo(join(needed(values.data, '--data'), 'backups', local.id), out)
    const { manifest, bytes } = await readBackupFile(out)
    return { out, fileBytes: bytes, ...manifest }
  },
}
