import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import { indicatorLines, withIndicators } from './personCharts.ts'

/** The numbers of the chart of indicators, with whole names. */
export function IndicatorTable({ detail }: { readonly detail: SubjectDetail }) {
  return (
    <details className="person-part">
      <summary>各项指标得分表</summary>
      <table className="person-table person-votes">
        <thead>
          <tr>
            <th scope="col">一级指标</th>
            {withIndicators(detail.components).map(({ componentId, name }) => (
              <th key={componentId} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicatorLines(detail).map(({ id, name, scores }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {scores.map((score, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- one for each direction, always in this order
                <td key={index} className="number">
                  {score === null ? '' : scoreText(score)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
