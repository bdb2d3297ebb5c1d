import type { CallErrorCode } from './callError.ts'
import { toCallError } from './callError.ts'

/** What happened and what to do next, for every way a call can fail. */
const sentences: Readonly<Record<CallErrorCode, string>> = {
  VALIDATION_FAILED: '有内容填写不符合要求，请按提示修改后再提交。',
  NOT_FOUND: '这条记录已不存在，可能已被删除或移走，请返回列表重新查找。',
  CONFLICT: '与已有记录重复，请核对后再保存。',
  STALE_WRITE: '这条记录刚被别处修改过，请刷新后再改。',
  CANCELLED: '操作已取消，没有写入任何内容。',
  SIGN_IN_REQUIRED: '登录已失效，请重新登录。',
  SIGN_IN_FAILED: '账号或密码不对，请重新输入；忘记密码请找系统管理员重设，或用恢复码打开。',
  SIGN_IN_LOCKED_OUT: '密码连续输错，账号暂时锁住，请过一会儿再试；急用请找系统管理员重设密码。',
  SESSION_LOCKED: '屏幕已锁定，请输入密码解锁后再试。',
  PASSWORD_CHANGE_REQUIRED: '密码是管理员设的，请先换成只有您自己知道的密码。',
  FORBIDDEN: '您的账号没有做这件事的权限，请联系系统管理员。',
  ALREADY_SET_UP: '数据文件夹里已有台账，请刷新页面后登录。',
  NOT_SET_UP: '还没有建立台账，请先创建第一个账号。',
  KEY_FILE_DAMAGED: '密钥文件已损坏，无法打开数据。请从备份中找回同一时期的密钥文件，放回数据文件夹。',
  KEY_FILE_MISSING: '数据文件夹里缺少密钥文件，无法打开数据。请从备份中找回密钥文件，放回数据文件夹。',
  DATABASE_MISSING: '数据文件夹里缺少数据库文件。请检查文件是否被移走，或从备份中恢复。',
  DATABASE_DAMAGED: '数据库文件已损坏，程序没有改动它。请先另存一份原文件，再从最近的备份恢复。',
  DATABASE_FOREIGN: '这个文件不是党务台账的数据库。请检查数据文件夹是否选对。',
  DATABASE_TOO_NEW: '数据由更新版本的党务台账写成，当前版本不能打开。请安装新版本后再用。',
  DATABASE_NOT_ENCRYPTED: '数据库文件没有加密，为安全起见不予打开。请从备份恢复或联系维护人员。',
  FOLDER_IN_USE: '数据文件夹正被另一个党务台账使用。请先关闭那一个，再重新打开。',
  FOLDER_READ_ONLY: '数据文件夹不能写入。请检查文件夹权限，或把数据放到可以写入的磁盘。',
  DISK_FULL: '磁盘空间不足，没有写入任何内容。请清理磁盘后重试。',
  BACKUP_DAMAGED: '这份备份已损坏，不能用来恢复，现有数据没有改动。请另选一份备份。',
  FILE_UNREADABLE: '文件读不出来，可能已损坏。请用 WPS 打开另存一次后再试。',
  FILE_REFUSED: '这个文件不能导入。请确认它是 xlsx、xls 或 csv 表格，且没有设置打开密码。',
  FILE_TOO_LARGE: '文件太大，请拆分后再导入。',
  FILE_GONE: '文件已过期，请重新选择或重新导出。',
  UNSUPPORTED: '当前打开方式不支持这项操作。',
  FORBIDDEN_SENDER: '操作失败，请重试。若仍不行，请重新启动程序。',
  ROUTE_NOT_FOUND: '程序的界面与后台版本不一致，请重新启动程序。',
  INTERNAL: '操作失败，请重试。若仍不行，请查看数据文件夹中的日志并联系维护人员。',
  CONNECTION_LOST: '与程序后台的连接断了，请稍候自动重连后再试；刚才的操作是否成功请刷新后核对。',
}

/** The Chinese sentence for anything a call threw; the core's own sentence wins. */
export function errorText(error: unknown): string {
  const { code, messageZh } = toCallError(error)
  return messageZh ?? sentences[code]
}

/** Faults of the data folder: nothing can be done on any page until they are mended. */
const startupCodes: ReadonlySet<CallErrorCode> = new Set([
  'KEY_FILE_DAMAGED',
  'KEY_FILE_MISSING',
  'DATABASE_MISSING',
  'DATABASE_DAMAGED',
  'DATABASE_FOREIGN',
  'DATABASE_TOO_NEW',
  'DATABASE_NOT_ENCRYPTED',
  'FOLDER_IN_USE',
  'FOLDER_READ_ONLY',
  'DISK_FULL',
])

export function isStartupError(error: unknown): boolean {
  return startupCodes.has(toCallError(error).code)
}
