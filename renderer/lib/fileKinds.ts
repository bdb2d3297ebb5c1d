import { backupExtension } from '#shared/contract/backup.ts'
import { backupUploadLimitBytes, uploadLimitBytes } from '#shared/contract/files.ts'
import { CallError } from './callError.ts'

/** Throws for a file of any other kind: its name alone says that it cannot be read. */
export function refuseOtherKinds(name: string, extensions: readonly string[]): void {
  if (extensions.some((extension) => name.toLowerCase().endsWith(`.${extension}`))) return
  const readable = extensions.map((extension) => `.${extension}`).join('、')
  throw new CallError({
    code: 'FILE_REFUSED',
    detail: 'file of another kind',
    messageZh: `只能读取 ${readable} 文件。“${name}”不是这几种文件，请换一个文件。`,
  })
}

/** Throws before a file is sent that would be refused after it was sent. */
export function refuseTooLarge({ name, size }: { readonly name: string; readonly size: number }): void {
  const isBackup = name.toLowerCase().endsWith(`.${backupExtension}`)
  if (size <= (isBackup ? backupUploadLimitBytes : uploadLimitBytes)) return
  throw new CallError({
    code: 'FILE_TOO_LARGE',
    detail: 'file over the limit of uploads',
    messageZh: isBackup
      ? '备份文件超过 1 GB，不能这样选择。请把它复制到数据文件夹的 backups 文件夹里（不要改名），再从备份列表中选它。'
      : '文件超过 50 MB，请拆分后再选择。',
  })
}
