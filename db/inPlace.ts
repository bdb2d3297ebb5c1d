import { statSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'

/**
 * Watches that the open file is still the one at its path: on Linux a file moved or deleted while open takes every write
 * without an error, and all of it is gone when the program ends.
 */
export interface InPlace {
  /** Throws DATABASE_MISSING before anything is written into the void. */
  check(): void
}

export function watchPlace(file: string): InPlace {
  const idOf = (path: string) => {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found && `${found.dev}:${found.ino}`
  }
  const opened = idOf(file)
  return {
    check: () => {
      if (idOf(file) === opened) return
      throw new AppError('DATABASE_MISSING', 'ledger file was moved, deleted or replaced while open', {
        messageZh:
          '数据库文件 ledger.db 在使用中被移走、删除或替换，这一步没有保存。请不要关闭程序，先把文件放回原处再重试；放不回去时请立即备份到别处',
      })
    },
  }
}
