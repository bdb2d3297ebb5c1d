import type { Explanation } from '#shared/domain/finding.ts'
import { ruleId } from './ruleId.ts'
import './findings.css'

/** A computed value that defends itself: the result first, then inputs, rule and article. */
export function ExplanationCard({ explanation }: { readonly explanation: Explanation }) {
  const rule = ruleId(explanation.code)
  return (
    <section className="finding finding-blue" aria-label={explanation.title}>
      <div className="explanation-result">
        {explanation.title}：{explanation.result}
      </div>
      <dl className="explanation">
        {explanation.inputs.map((input) => (
          <div key={input.label} className="explanation-row">
            <dt>{input.label}</dt>
            <dd>{input.value}</dd>
          </div>
        ))}
        <dt>算法</dt>
        <dd>{explanation.rule}</dd>
        <dt>依据</dt>
        <dd>{explanation.basis}</dd>
        {rule !== null && (
          <>
            <dt>规则编号</dt>
            <dd>{rule}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
