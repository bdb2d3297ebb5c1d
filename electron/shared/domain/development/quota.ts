import type { Finding, Explanation } from '../finding.ts'
import { developmentRuleTable, ruleBasis } from './ruleTable.ts'
import type { DevelopmentSettings } from './settings.ts'

export interface QuotaFacts {
  readonly year: number
  /** 年度发展计划数 set by the superior; null is not set yet. */
  readonly planned: number | null
  /** Approved as probationers in that year, by the day of approval. */
  readonly approved: number
}

export interface QuotaJudgement {
  readonly finding: (Finding & { readonly code: 'DEV-23' }) | null
  readonly explanation: Explanation
}

/** DEV-23: of an organisation and a year, not of one file. */
export function quotaJudgement(
  { year, planned, approved }: QuotaFacts,
  settings: DevelopmentSettings,
): QuotaJudgement {
  const isBroken = planned !== null && approved > planned
  const result =
    planned === null
      ? `${year}年的发展计划数没有登记，已批准 ${approved} 名`
      : isBroken
        ? `${year}年计划发展 ${planned} 名，已批准 ${approved} 名，超出 ${approved - planned} 名`
        : `${year}年计划发展 ${planned} 名，已批准 ${approved} 名，没有超出`
  const basis = ruleBasis('DEV-23', '2026')
  const { title, words } = developmentRuleTable['DEV-23']
  return {
    finding: isBroken ? { code: 'DEV-23', severity: 'red', message: result, basis, field: 'planned' } : null,
    explanation: {
      code: 'DEV-23',
      title,
      inputs: [
        { label: '年度计划数', value: planned === null ? '没有登记' : `${planned} 名` },
        { label: '已批准', value: `${approved} 名` },
      ],
      rule: words(settings, '2026'),
      basis,
      result,
    },
  }
}
