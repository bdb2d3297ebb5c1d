import type { Verification } from '#shared/contract/system.ts'
import { verificationText } from './verificationText.ts'

export interface CheckResult {
  readonly key: string
  readonly title: string
  readonly isGood: boolean
  readonly text: string
}

/** What was checked and what came of it, in words; the worst needs a backup. */
export function checkResults({ integrity, foreignKeys, audit }: Verification): readonly CheckResult[] {
  const log = verificationText(audit)
  return [
    {
      key: 'integrity',
      title: '数据库文件',
      isGood: integrity === 'ok',
      text:
        integrity === 'ok'
          ? '每一页都读得出，内容完整。'
          : '文件有损坏的地方。请先不要录入，用最近一份完好的备份恢复。',
    },
    {
      key: 'foreignKeys',
      title: '记录之间的联系',
      isGood: foreignKeys === 0,
      text:
        foreignKeys === 0
          ? '每条记录所指的党组织、账号都在。'
          : `有 ${foreignKeys.toLocaleString('zh-CN')} 条记录指向不存在的内容，请联系维护人员。`,
    },
    { key: 'audit', title: '审计日志', isGood: log.isGood, text: `${log.title}。${log.text}` },
  ]
}
