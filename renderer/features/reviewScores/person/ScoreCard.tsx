import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import { Chart } from '../../../ui/Chart.tsx'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { ScoreTree } from '../scores/ScoreTree.tsx'
import { decidedAtText, gradeText, rankText } from '../scores/scoreText.ts'
import { IndicatorTable } from './IndicatorTable.tsx'
import {
  indicatorsHeight,
  indicatorsOption,
  overallVotes,
  votesHeight,
  votesOption,
  withIndicators,
} from './personCharts.ts'

function Decision({ detail: { scheme, score } }: { readonly detail: SubjectDetail }) {
  const { suggested, grade, decisionReason, handling, scoreDecided, hundredths } = score
  const vetoes = scheme.vetoes.flatMap(({ id, name }) => (score.vetoIds.includes(id) ? [name] : []))
  return (
    <dl className="person-facts">
      {score.rank !== null && (
        <>
          <dt>名次</dt>
          <dd>{rankText(score)}</dd>
        </>
      )}
      <dt>建议等次</dt>
      <dd>{suggested === null ? '待测评' : gradeText(scheme, suggested)}</dd>
      <dt>会议定等</dt>
      <dd>{grade === null ? '还没有定' : `${gradeText(scheme, grade)}（${decidedAtText(score)}）`}</dd>
      {decisionReason !== null && (
        <>
          <dt>与建议不同的理由</dt>
          <dd>{decisionReason}</dd>
        </>
      )}
      {vetoes.length > 0 && (
        <>
          <dt>一票否决</dt>
          <dd>{vetoes.join('、')}</dd>
        </>
      )}
      {handling !== null && (
        <>
          <dt>结果运用</dt>
          <dd>{handling}</dd>
        </>
      )}
      {scoreDecided !== null && scoreDecided !== hundredths && (
        <>
          <dt>定等时的综合分</dt>
          <dd>
            {scoreText(scoreDecided)}，现在是 {hundredths === null ? '待测评' : scoreText(hundredths)}
          </dd>
        </>
      )}
    </dl>
  )
}

/** 待测评: what is there by now, each source open down to its counts. */
function Pending({ components }: Pick<SubjectDetail, 'components'>) {
  return components.map(({ componentId, name, state, hundredths, explanation }) =>
    explanation === null ? (
      <div key={componentId} className="score-leaf">
        <span className="score-name">{name}</span>
        <span className="muted">
          {hundredths === null ? componentStateLabels[state] : scoreText(hundredths)}
        </span>
      </div>
    ) : (
      <ScoreTree key={componentId} explanation={explanation} />
    ),
  )
}

function Charts({ detail }: { readonly detail: SubjectDetail }) {
  const { scheme, components } = detail
  const votes = overallVotes(components)
  const hasIndicators = withIndicators(components).length > 0
  if (!hasIndicators && votes.length === 0) return null
  return (
    <>
      <div className="score-charts">
        {hasIndicators && (
          <figure>
            <figcaption>各项指标，各方向对照</figcaption>
            <Chart
              label="各方向对各项一级指标的评分，数字见下面的得分表"
              height={indicatorsHeight(detail)}
              option={indicatorsOption(detail)}
            />
          </figure>
        )}
        {votes.length > 0 && (
          <figure>
            <figcaption>总体评价的分布</figcaption>
            <Chart
              label="各测评群体总体评价的分布，票数见“测评票”"
              height={votesHeight(votes)}
              option={votesOption(votes, scheme)}
            />
          </figure>
        )}
      </div>
      {hasIndicators && <IndicatorTable detail={detail} />}
    </>
  )
}

/** 综合分: how it came about, down to the counts, beside what is suggested and what was decided. */
export function ScoreCard({ detail }: { readonly detail: SubjectDetail }) {
  const { components, explanation, score } = detail
  return (
    <SectionCard
      title={`综合分 ${score.hundredths === null ? '待测评' : scoreText(score.hundredths)}`}
      id="score"
    >
      <Decision detail={detail} />
      <FindingNotes findings={[...score.reasons, ...score.findings]} />
      {explanation === null ? (
        <Pending components={components} />
      ) : (
        <ScoreTree explanation={explanation} open />
      )}
      <Charts detail={detail} />
    </SectionCard>
  )
}
