import { useWatch } from 'react-hook-form'
import type { ScoreExplanation } from '#shared/domain/reviews/explainScore.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { workedExample } from './example.ts'
import { asTyped, type SchemeControl } from './schemeForm.ts'

/** The scheme at work on made-up numbers, computed as real scores are. */
export function ExampleSection({ control }: { readonly control: SchemeControl }) {
  const scheme = useWatch({ control, name: 'scheme' })
  const example = workedExample(asTyped(scheme))
  return (
    <SectionCard title="算例：照这个方案怎么算">
      {example === null ? (
        <p className="muted">方案还有问题，改好以后这里按方案算一个例子。</p>
      ) : (
        <>
          <p className="muted">假设一个人的测评结果是：{example.inputs.join('；')}。</p>
          <ol className="scheme-example">
            {example.total.parts.map((part) => (
              <ExampleLine key={part.title} part={part} />
            ))}
            <li>
              <strong>综合分</strong>＝{example.total.result}，建议“{example.grade}”
            </li>
          </ol>
          <p className="muted">只在最后四舍五入一次，保留两位小数；等次由党工委会议研究确定。</p>
        </>
      )}
    </SectionCard>
  )
}

function ExampleLine({ part }: { readonly part: ScoreExplanation }) {
  return (
    <li>
      {part.title}＝{part.result}
    </li>
  )
}
