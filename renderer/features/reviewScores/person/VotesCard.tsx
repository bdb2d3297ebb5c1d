import type { ComponentView, SubjectDetail } from '#shared/contract/reviewRows.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import { itemsOf, type Scheme } from '#shared/domain/reviews/scheme.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import { SectionCard } from '../../../ui/SectionCard.tsx'

interface GroupTableProps {
  readonly scheme: Scheme
  readonly component: ComponentView
  readonly group: ComponentView['groups'][number]
}

/** The votes of one group, or of groups counted together, thing by thing. */
function GroupTable({ scheme, component, group: { name, valid, tally } }: GroupTableProps) {
  const rated = scheme.components.find(({ id }) => id === component.componentId)
  if (rated?.kind !== 'rated') return null
  const names = gradeNames[scheme.gradeSet]
  const items = itemsOf(scheme, rated.form)
  const shown = items.flatMap((item) => {
    const one = tally[item.id]
    return one === undefined ? [] : [{ item, one }]
  })
  const hasGrades = shown.some(({ one }) => one.by === 'grades')
  const hasPoints = shown.some(({ one }) => one.by === 'points')
  const heads = [
    ...(hasPoints ? ['打分票数', '打分合计'] : []),
    ...(hasGrades ? grades.map((grade) => names[grade]) : []),
    '弃权',
  ]
  return (
    <table className="person-table person-votes">
      <caption>
        {name}：有效票 {valid} 张
      </caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          {heads.map((head) => (
            <th key={head} scope="col" className="number">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map(({ item, one }) => (
          <tr key={item.id}>
            <th scope="row">
              {item.name}
              {one.by === 'points' && <span className="muted">（满分 {pointsText(item.most)}）</span>}
            </th>
            {hasPoints && <td className="number">{one.by === 'points' ? one.votes : ''}</td>}
            {hasPoints && <td className="number">{one.by === 'points' ? pointsText(one.sum) : ''}</td>}
            {hasGrades &&
              grades.map((grade) => (
                <td key={grade} className="number">
                  {one.by === 'grades' ? one.counts[grade] : ''}
                </td>
              ))}
            <td className="number">{one.abstained}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 测评票 of each direction: only what may be shown of them (REV-03, REV-06). */
export function VotesCard({ detail: { scheme, components } }: { readonly detail: SubjectDetail }) {
  return (
    <SectionCard title="测评票" id="votes">
      {components
        .filter(({ isRated }) => isRated)
        .map((component) => {
          const { componentId, name, state, groups, poor, opinions } = component
          return (
            <section key={componentId} className="person-direction">
              <h3>{name}</h3>
              {state !== 'scored' && <p className="muted">{componentStateLabels[state]}</p>}
              {state === 'scored' && groups.every(({ tally }) => Object.keys(tally).length === 0) && (
                <p className="muted">票数太少，只列得分，不列票数（REV-06）。</p>
              )}
              {groups
                .filter(({ tally }) => Object.keys(tally).length > 0)
                .map((group) => (
                  <GroupTable key={group.name} scheme={scheme} component={component} group={group} />
                ))}
              {poor !== null && (
                <p>
                  党员“{gradeNames[scheme.gradeSet].poor}”票率 {formatPercent(poor)}（{poor.numerator}/
                  {poor.denominator}）
                </p>
              )}
              {opinions.length > 0 && (
                <details className="person-part">
                  <summary>意见建议 {opinions.length} 条</summary>
                  <ul className="person-list">
                    {opinions.map((words, index) => (
                      <li key={`${index} ${words}`}>{words}</li>
                    ))}
                  </ul>
                </details>
              )}
            </section>
          )
        })}
    </SectionCard>
  )
}
