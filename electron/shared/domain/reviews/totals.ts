import type { Finding } from '../finding.ts'
import {
  type Batch,
  type ComponentResult,
  type ComponentState,
  dailyComponent,
  rateComponent,
} from './components.ts'
import { toHundredths } from './exact.ts'
import { reviewFinding } from './ruleTable.ts'
import type { Scheme } from './scheme.ts'
import { type ScoreNode, valueOf } from './scoreTree.ts'

export interface SubjectFacts {
  readonly batches: readonly Batch[]
  /** Scores of daily work by part, in hundredths. */
  readonly daily: Readonly<Record<string, number>>
}

export interface SubjectScore {
  readonly components: readonly ComponentResult[]
  /** 综合分, as a tree down to the counts; null while 待测评. */
  readonly total: ScoreNode | null
  /** The same, rounded once, half up: what is shown, graded and ranked. */
  readonly hundredths: number | null
  readonly findings: readonly Finding[]
}

const lackWords: Readonly<Record<Exclude<ComponentState, 'scored'>, string>> = {
  open: '未开票完毕',
  repeat: '须重新测评',
  missing: '尚无有效分数',
}

/** REV-01: no total while anything that has a weight is missing. */
function pendingFinding(components: readonly ComponentResult[]): readonly Finding[] {
  const lacking = components.flatMap(({ name, weight, state }) =>
    weight === 0 || state === 'scored' ? [] : [`${name}${lackWords[state]}`],
  )
  if (lacking.length === 0) return []
  return [reviewFinding('REV-01', 'blue', null, `待测评：${lacking.join('，')}，不出综合分`)]
}

/** 综合分 = Σ 权重×来源分: everything about one person that may be shown by now. */
export function scoreSubject(scheme: Scheme, { batches, daily }: SubjectFacts): SubjectScore {
  const components = scheme.components.map((component) =>
    component.kind === 'daily' ? dailyComponent(component, daily) : rateComponent(scheme, component, batches),
  )
  const pending = pendingFinding(components)
  const parts = components.flatMap(({ weight, score }) =>
    score === null || weight === 0 ? [] : [{ weight, score }],
  )
  const total: ScoreNode | null =
    pending.length > 0 || parts.length === 0
      ? null
      : { is: 'mean', label: '综合分', unit: 'percent', ballots: null, parts }
  return {
    components,
    total,
    hundredths: total === null ? null : toHundredths(valueOf(total)),
    findings: [...pending, ...components.flatMap(({ findings }) => findings)],
  }
}
