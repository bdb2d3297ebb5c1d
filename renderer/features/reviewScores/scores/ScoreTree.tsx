import { Link } from 'react-router'
import type { ScoreExplanation } from '#shared/domain/reviews/explainScore.ts'
import './scores.css'

interface ScoreTreeProps {
  readonly explanation: ScoreExplanation
  /** The first step stands open: it is what was asked. Its basis holds for all below it. */
  readonly open?: boolean
}

/** What a grade is worth stands in the line above it already; a score that was given or is shown without counts says so. */
const opens = (part: ScoreExplanation, of: ScoreExplanation): boolean =>
  part.is === 'mean' ||
  part.is === 'sum' ||
  part.is === 'withheld' ||
  of.parts.some(({ is }) => is === 'mean')

/** How a score came about, step by step down to the counts; each part opens in turn. */
export function ScoreTree({ explanation, open = false }: ScoreTreeProps) {
  const { is, title, result, rule, basis, inputs, parts } = explanation
  const shown = parts.filter((part) => opens(part, explanation))
  return (
    <details className="score-step" open={open}>
      <summary>
        <span className="score-name">{title}</span>
        <span className="number score-result">{result}</span>
      </summary>
      <div className="score-inside">
        <dl className="explanation">
          {inputs.map(({ label, value }) => (
            <div key={label} className="explanation-row">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <dt>算法</dt>
          <dd>{rule}</dd>
          {open && (
            <>
              <dt>依据</dt>
              <dd>{basis}</dd>
            </>
          )}
        </dl>
        {is === 'given' && (
          <Link to={{ hash: 'daily' }} replace>
            看日常考核的评分和台账记录
          </Link>
        )}
        {shown.map((part) => (
          <ScoreTree key={part.title} explanation={part} />
        ))}
      </div>
    </details>
  )
}
