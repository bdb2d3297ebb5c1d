import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { CampaignDetail, SchemeScores } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../../lib/queries.ts'
import { campaignAddress } from '../../../lib/reviewAddresses.ts'
import { useHasRight } from '../../../lib/session.ts'
import { CampaignPage } from '../../../ui/CampaignHead.tsx'
import { Chart } from '../../../ui/Chart.tsx'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { SectionCard } from '../../../ui/SectionCard.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { directionsHeight, directionsOption, distributionOption, hasDirections } from './chartOptions.ts'
import { DecideDialog } from './DecideDialog.tsx'
import { byRank, RankingTable } from './RankingTable.tsx'
import './scores.css'

function Charts({ scores }: { readonly scores: SchemeScores }) {
  const { schemeName, scheme } = scores
  const ranked = { scheme, rows: scores.rows.toSorted(byRank) }
  const hasScore = ranked.rows.some(({ hundredths }) => hundredths !== null)
  const isDrawn = hasDirections(ranked)
  if (!isDrawn && !hasScore) return null
  return (
    <div className={!isDrawn ? 'score-charts is-stacked' : 'score-charts'}>
      {isDrawn && (
        <figure>
          <figcaption>各方向的得分</figcaption>
          <Chart
            label={`${schemeName}：每个人各方向的得分，数字见上表`}
            height={directionsHeight(ranked)}
            option={directionsOption(ranked)}
          />
        </figure>
      )}
      {hasScore && (
        <figure>
          <figcaption>等次分布（人）</figcaption>
          <Chart
            label={`${schemeName}：各等次的人数，等次见上表`}
            height={260}
            option={distributionOption(ranked)}
          />
        </figure>
      )}
    </div>
  )
}

interface SchemeCardProps {
  readonly campaign: CampaignDetail
  readonly scores: SchemeScores
  readonly mayDecide: boolean
}

function SchemeCard({ campaign, scores, mayDecide }: SchemeCardProps) {
  const [isDeciding, setDeciding] = useState(false)
  const { schemeName, rows, findings } = scores
  const hasScore = rows.some(({ hundredths }) => hundredths !== null)
  return (
    <SectionCard
      title={schemeName}
      extra={
        mayDecide && hasScore ? <Button onClick={() => setDeciding(true)}>登记定等结果</Button> : undefined
      }
    >
      <FindingNotes findings={findings} />
      <RankingTable scores={scores} />
      {!campaign.isOwn && hasScore && (
        <p className="muted">
          名次由组织测评的党组织在全部述职人中排列，这里只列您管理范围内的人，不列名次。
        </p>
      )}
      {mayDecide && !hasScore && (
        <p className="muted">各来源的分数齐全以后出综合分，才能定等次；缺什么见表中各列。</p>
      )}
      <Charts scores={scores} />
      {isDeciding && <DecideDialog campaign={campaign} scores={scores} onClose={() => setDeciding(false)} />}
    </SectionCard>
  )
}

function Scores({ campaign }: { readonly campaign: CampaignDetail }) {
  const query = useCall('reviews.scores', { campaignId: campaign.id }, { keepPrevious: true })
  const mayDecide = useHasRight('organization.write') && campaign.isOwn
  return (
    <QueryBoundary query={query} what="查看成绩" lines={10}>
      {(schemes) => {
        const withPeople = schemes.filter(({ rows }) => rows.length > 0)
        if (withPeople.length === 0)
          return (
            <EmptyState
              title="还没有述职人"
              text="先在“进度”里选出本年述职的书记、班子成员，测评和日常考核完成后这里排出名次。"
              actions={<LinkButton to={campaignAddress(campaign.id)}>去选述职人</LinkButton>}
            />
          )
        return withPeople.map((scores) => (
          <SchemeCard key={scores.schemeId} campaign={campaign} scores={scores} mayDecide={mayDecide} />
        ))
      }}
    </QueryBoundary>
  )
}

/** 成绩与定等 of a campaign, scheme by scheme. */
export function ScoresPage() {
  const { id = '' } = useParams()
  return (
    <CampaignPage id={id} part="scores">
      {(campaign) => <Scores campaign={campaign} />}
    </CampaignPage>
  )
}
