import type { Finding, Severity } from '../finding.ts'

interface ReviewRule {
  /** Short, for lists and filters. */
  readonly title: string
  readonly basis: string
}

const local = '地方惯例，可在方案中调整'
const account = '书记述职评议考核办法（条号待核）'
const system = '系统规则：保证无记名'

/** Every rule of 双向述职双向测评, by the ids of the regulations table. */
export const reviewRuleTable = {
  'REV-01': { title: '还不能出综合分', basis: '述职评议方案' },
  'REV-02': { title: '收回票多于发出票', basis: '类推《基层组织选举工作条例》（条号待核）' },
  'REV-03': { title: '收回率不足', basis: local },
  'REV-04': { title: '到会党员不足半数', basis: local },
  'REV-05': { title: '票的效力', basis: local },
  'REV-06': { title: '人数不足，不单独列出', basis: system },
  'REV-07': { title: '等次建议', basis: local },
  'REV-08': { title: '最高等次超过比例', basis: local },
  'REV-09': { title: '等次须经会议研究确定', basis: account },
  'REV-10': { title: '一票否决', basis: local },
  'REV-11': { title: '结果运用', basis: account },
  'REV-12': { title: '整改', basis: account },
  'REV-13': { title: '述职报告篇幅', basis: local },
} as const satisfies Readonly<Record<string, ReviewRule>>

export type ReviewRuleCode = keyof typeof reviewRuleTable

export function reviewFinding(
  code: ReviewRuleCode,
  severity: Severity,
  field: string | null,
  message: string,
): Finding {
  return { code, severity, message, basis: reviewRuleTable[code].basis, field }
}
