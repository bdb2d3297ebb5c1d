import { Button, Popover, Table, type TableColumnsType } from 'antd'
import { Link } from 'react-router'
import type { SchemeScores, ScoreRow } from '#shared/contract/reviewRows.ts'
import { pointsText, scoreText } from '#shared/domain/reviews/hundredths.ts'
import { subjectAddress } from '../../../lib/reviewAddresses.ts'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { WorstFinding } from '../../../ui/WorstFinding.tsx'
import { shortened } from './chartOptions.ts'
import { componentText, decidedAtText, gradeText, rankText } from './scoreText.ts'

export const byRank = (a: ScoreRow, b: ScoreRow) =>
  (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY)

function Suggested({ row, scheme }: { readonly row: ScoreRow; readonly scheme: SchemeScores['scheme'] }) {
  if (row.suggested === null) return <span className="muted">待测评</span>
  return (
    <Popover
      trigger={['hover', 'focus', 'click']}
      placement="left"
      content={
        <div className="score-reasons">
          <FindingNotes findings={row.reasons} />
        </div>
      }
    >
      <Button type="link" size="small" aria-label={`${row.name}：建议等次的理由`}>
        {gradeText(scheme, row.suggested)}
      </Button>
    </Popover>
  )
}

function Decided({ row, scheme }: { readonly row: ScoreRow; readonly scheme: SchemeScores['scheme'] }) {
  if (row.grade === null) return null
  const at = [decidedAtText(row), row.decisionReason ?? ''].filter((part) => part !== '').join('，')
  const isOther = row.suggested !== null && row.suggested !== row.grade
  return (
    <span title={at}>
      {gradeText(scheme, row.grade)}
      {isOther && <span className="muted">（与建议不同）</span>}
      {row.scoreDecided !== null && row.scoreDecided !== row.hundredths && (
        <span className="score-changed"> 定等时 {scoreText(row.scoreDecided)}</span>
      )}
    </span>
  )
}

/** Everybody under one scheme: the sources with their weights, the total, the rank, what is suggested and what was decided. */
export function RankingTable({ scores: { scheme, rows } }: { readonly scores: SchemeScores }) {
  const ranks: TableColumnsType<ScoreRow> = [
    {
      title: '名次',
      key: 'rank',
      width: '5em',
      render: (_, row) => <span className="number nowrap">{rankText(row)}</span>,
    },
  ]
  const columns: TableColumnsType<ScoreRow> = [
    // Who does not see all of them has no ranks.
    ...(rows.some(({ rank }) => rank !== null) ? ranks : []),
    {
      title: '述职人',
      key: 'name',
      ellipsis: true,
      render: (_, { subjectId, name, duty }) => (
        <Link className="score-person" to={subjectAddress(subjectId)} title={[name, duty ?? ''].join(' ')}>
          {name}
          {duty !== null && <span className="muted"> {duty}</span>}
        </Link>
      ),
    },
    {
      title: '党组织',
      key: 'organization',
      ellipsis: true,
      render: (_, { organizationName }) => <span title={organizationName}>{organizationName}</span>,
    },
    ...scheme.components.map(({ id, name, weight }) => ({
      title: (
        <span title={`${name}，权重 ${pointsText(weight)}%`}>
          {shortened(name, 12)}
          <span className="score-head-weight">权重 {pointsText(weight)}%</span>
        </span>
      ),
      key: id,
      width: '6.8em',
      align: 'right' as const,
      render: (_: unknown, { components }: ScoreRow) => {
        const found = components.find(({ componentId }) => componentId === id)
        if (found === undefined) return null
        const isScored = found.hundredths !== null
        return <span className={isScored ? 'number' : 'muted'}>{componentText(found)}</span>
      },
    })),
    {
      title: '综合分',
      key: 'total',
      width: '5.5em',
      align: 'right',
      render: (_, { subjectId, name, hundredths }) =>
        hundredths === null ? (
          <span className="muted">待测评</span>
        ) : (
          <Link
            className="number score-total"
            to={`${subjectAddress(subjectId)}#score`}
            aria-label={`${name}：综合分 ${scoreText(hundredths)} 怎么来的`}
          >
            {scoreText(hundredths)}
          </Link>
        ),
    },
    {
      title: '建议',
      key: 'suggested',
      width: '4.8em',
      render: (_, row) => <Suggested row={row} scheme={scheme} />,
    },
    {
      title: '定等',
      key: 'decided',
      width: '7em',
      ellipsis: true,
      render: (_, row) => <Decided row={row} scheme={scheme} />,
    },
    {
      title: '提示',
      key: 'findings',
      width: '9em',
      ellipsis: true,
      render: (_, { findings }) => <WorstFinding findings={findings} />,
    },
  ]
  return (
    <Table<ScoreRow>
      className="score-ranking"
      size="small"
      rowKey="subjectId"
      columns={columns}
      dataSource={rows.toSorted(byRank)}
      pagination={false}
      // More than three sources need more than a page is wide.
      {...(scheme.components.length > 3 ? { scroll: { x: `${50 + scheme.components.length * 6.8}em` } } : {})}
    />
  )
}
