import Sqlite from 'better-sqlite3'
import { AppError } from '#shared/contract/errors.ts'

const damaged = '数据库文件已损坏。请不要再写入，先把整个数据文件夹复制到别处，再用最近的备份恢复'

/** Result codes of what could not be read although it was once written. */
function isUnreadable(code: string): boolean {
  return (
    code.startsWith('SQLITE_CORRUPT') ||
    code === 'SQLITE_NOTADB' ||
    ['SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS', 'SQLITE_IOERR_DATA'].includes(
      code,
    )
  )
}

/**
 * What SQLite's result code means to a person; undefined when it is no SQLite error or a bug of ours. While a file is being
 * opened a first page that does not decrypt means another file's key; once it was open, the page was damaged since.
 */
export function fromSqlite(error: unknown, during: 'opening' | 'work' = 'work'): AppError | undefined {
  if (!(error instanceof Sqlite.SqliteError)) return undefined
  const code = error.code
  if (code === 'SQLITE_FULL')
    return new AppError('DISK_FULL', code, {
      messageZh: '磁盘已满，这一步没有保存，已有数据没有变化。请清理磁盘空间后重试',
      cause: error,
    })
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM')
    return new AppError('FOLDER_READ_ONLY', code, {
      messageZh: '数据文件夹不能写入。请检查文件夹权限，或换一个可以写入的文件夹',
      cause: error,
    })
  if (code === 'SQLITE_NOTADB' && during === 'opening')
    return new AppError('DATABASE_FOREIGN', code, {
      messageZh: '数据库文件与密钥文件不配套，或文件开头已损坏。请确认没有混用两个数据文件夹的文件',
      cause: error,
    })
  if (isUnreadable(code)) return new AppError('DATABASE_DAMAGED', code, { messageZh: damaged, cause: error })
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED')
    return new AppError('FOLDER_IN_USE', code, {
      messageZh: '数据文件夹正被另一个党务台账窗口使用。请先关闭那一个',
      cause: error,
    })
  if (code.startsWith('SQLITE_IOERR'))
    return new AppError('DISK_FULL', code, {
      messageZh: '读写磁盘失败，这一步没有保存。请检查磁盘空间和硬盘状态后重试',
      cause: error,
    })
  return undefined
}
