import { Link } from 'react-router'
import type { RectificationRow, SubjectDetail } from '#shared/contract/reviewRows.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import { rectifyStateLabels } from '#shared/labels/reviews.ts'
import { formatDots } from '#shared/lib/dates.ts'
import {
  newRectificationAddress,
  rectificationsAddress,
  subjectAddress,
} from '../../../lib/reviewAddresses.ts'
import { Chart } from '../../../ui/Chart.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { gradeText } from '../scores/scoreText.ts'
import { trendOption } from './personCharts.ts'

function Items({ caption, rows }: { readonly caption: string; readonly rows: readonly RectificationRow[] }) {
  return (
    <table className="person-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {['问题', '措施', '责任人', '时限', '状态'].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, campaignId, fields, state, overdueDays }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`${rectificationsAddress({ campaignId })}&item=${id}`}>{fields.problem}</Link>
            </th>
            <td>{fields.measure ?? ''}</td>
            <td>{fields.dutyName ?? ''}</td>
            <td className="number">{fields.dueOn === null ? '' : formatDots(fields.dueOn)}</td>
            <td>
              {rectifyStateLabels[state]}
              {overdueDays > 0 && ` ${overdueDays} 天`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** 整改: last year's list first, as the meeting does, then this year's. */
export function RectifyCard({
  detail,
  canWrite,
}: {
  readonly detail: SubjectDetail
  readonly canWrite: boolean
}) {
  const { id, campaignId, lastYear, rectifications } = detail
  return (
    <SectionCard
      title="整改"
      id="rectifications"
      extra={
        canWrite ? <LinkButton to={newRectificationAddress(campaignId, id)}>登记整改</LinkButton> : undefined
      }
    >
      {lastYear.length > 0 && <Items caption="上年整改（述职会先报）" rows={lastYear} />}
      {rectifications.length > 0 && <Items caption="本年整改" rows={rectifications} />}
      {rectifications.length === 0 && <p className="muted">本年还没有整改事项；每位述职人至少一条。</p>}
    </SectionCard>
  )
}

function yearScore(components: SubjectDetail['trend'][number]['components'], source: string): string {
  const found = components.find(({ name }) => name === source)?.hundredths ?? null
  return found === null ? '' : scoreText(found)
}

/** One year alone is no trend. */
export function hasTrend(detail: Pick<SubjectDetail, 'trend'> | undefined): boolean {
  return detail !== undefined && detail.trend.length > 1
}

/** The same person or post over the years. */
export function TrendCard({ detail }: { readonly detail: SubjectDetail }) {
  const { scheme, trend } = detail
  if (!hasTrend(detail)) return null
  const sources = [...new Set(trend.flatMap(({ components }) => components.map(({ name }) => name)))]
  return (
    <SectionCard title="历年" id="trend">
      <table className="person-table">
        <thead>
          <tr>
            {['年度', '述职人', ...sources, '综合分', '等次'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.map(({ year, subjectId, name, hundredths, grade, components }) => (
            <tr key={subjectId}>
              <th scope="row">{year}</th>
              <td>
                <Link to={subjectAddress(subjectId)}>{name}</Link>
              </td>
              {sources.map((source) => (
                <td key={source} className="number">
                  {yearScore(components, source)}
                </td>
              ))}
              <td className="number">{hundredths === null ? '待测评' : scoreText(hundredths)}</td>
              <td>{gradeText(scheme, grade)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Chart label="历年综合分和各来源得分，数字见上表" height={260} option={trendOption(trend)} />
    </SectionCard>
  )
}
