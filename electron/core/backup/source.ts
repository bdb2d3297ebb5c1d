import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupSource } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Files } from '../ports.ts'
import { isBackupFile } from './backupFolder.ts'

interface Places {
  readonly local: string
  /** Undefined where none is set, or while nobody can read which. */
  readonly second: string | undefined
  readonly files: Pick<Files, 'onDisk' | 'read'>
  /** For a chosen file that came in memory. */
  readonly work: string
}

/** Where the chosen backup lies. Throws NOT_FOUND, FILE_GONE. */
export function locateBackup(source: BackupSource, { local, second, files, work }: Places): string {
  if (source.from === 'file') {
    const file = files.onDisk(source.handle)
    if (file) return file.path
    const path = join(work, 'chosen.zip')
    writeFileSync(path, files.read(source.handle).bytes, { mode: 0o600 })
    return path
  }
  const folder = source.place === 'local' ? local : second
  // The id comes from the page: it may name a file of the folder and nothing else.
  if (folder === undefined || basename(source.id) !== source.id || !isBackupFile(source.id))
    throw new AppError('NOT_FOUND', 'no such backup', { messageZh: '没有这份备份，请刷新列表后重选' })
  return join(folder, source.id)
}
