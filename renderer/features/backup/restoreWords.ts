import type { RestoreReport } from '#shared/contract/backup.ts'
import { restoredTotal } from './comparison.ts'

/** Of the page that tells of it. */
export function restoredTitle({ did }: Pick<RestoreReport, 'did'>): string {
  return did === 'keysOnly' ? '密钥文件已放回' : '已恢复'
}

/** What was done, and how that is known. */
export function doneZh({ did, counts }: Pick<RestoreReport, 'did' | 'counts'>): string {
  const total = restoredTotal(counts).toLocaleString('zh-CN')
  return did === 'keysOnly'
    ? `数据库完好，没有用备份替换，里面的 ${total} 条数据都是最新的。坏的只是密钥文件 keys.json，已从备份里放回。密码是备份那时的，其他人下次登录请用那时的密码。`
    : `${Object.keys(counts).length} 张表共 ${total} 条，恢复后逐表数过，条数和校验值都与备份一致。`
}
