import { AppError } from '#shared/contract/errors.ts'

export function errnoOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Why a folder does not take or give a file, in half a sentence; undefined when the error is none of the disk's. */
export function diskReasonZh(error: unknown): string | undefined {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return '磁盘空间不足'
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return '文件夹不能写入（只读，或没有权限）'
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
      return '文件夹够不着（U 盘没有插上，或文件夹被移走、改名）'
    case 'EEXIST':
      return '已有一个同名的文件'
    case 'EISDIR':
    case 'ENOTEMPTY':
      return '已有一个同名的文件夹'
    case 'EBUSY':
      return '文件正被别的程序占用'
    case 'EIO':
    case 'EUCLEAN':
    case 'ESTALE':
    case 'ETIMEDOUT':
      return '磁盘读写出错（可能接触不良，或磁盘有坏道）'
    default:
      return undefined
  }
}

/** The same as an error for the caller; what is no fault of the disk comes back as it is. */
export function explainDisk(error: unknown, what: string): unknown {
  if (error instanceof AppError) return error
  const reason = diskReasonZh(error)
  if (reason === undefined) return error
  const isFull = ['ENOSPC', 'EDQUOT'].includes(errnoOf(error))
  return new AppError(isFull ? 'DISK_FULL' : 'FOLDER_READ_ONLY', `${errnoOf(error)} in the backup folder`, {
    messageZh: `${what}：${reason}。${isFull ? '请清理磁盘空间后重试' : '请检查后重试'}`,
    cause: error,
  })
}
