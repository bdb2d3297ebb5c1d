import { useEffect } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import type { SubjectDetail } from '#shared/contract/reviewRows.ts'
import { useCall } from '../../../lib/queries.ts'
import { campaignAddress, scoresAddress } from '../../../lib/reviewAddresses.ts'
import { useHasRight } from '../../../lib/session.ts'
import { reviewTarget } from '../../../ui/CampaignHead.tsx'
import { FindingNotes } from '../../../ui/FindingNotes.tsx'
import { LinkButton } from '../../../ui/LinkButton.tsx'
import { Page } from '../../../ui/Page.tsx'
import { QueryBoundary } from '../../../ui/QueryBoundary.tsx'
import { UndoLastButton } from '../../../ui/UndoLastButton.tsx'
import { hasTrend, RectifyCard, TrendCard } from './AfterCards.tsx'
import { CommentsCard } from './CommentsCard.tsx'
import { DailyCard } from './DailyCard.tsx'
import { FeedbackCard } from './FeedbackCard.tsx'
import { ReportCard } from './ReportCard.tsx'
import { ScoreCard } from './ScoreCard.tsx'
import { StepsCard } from './StepsCard.tsx'
import { VotesCard } from './VotesCard.tsx'
import './person.css'

const sections = [
  ['steps', '进度'],
  ['report', '述职报告'],
  ['daily', '日常考核'],
  ['comments', '领导点评'],
  ['score', '综合分'],
  ['votes', '测评票'],
  ['feedback', '通报反馈'],
  ['rectifications', '整改'],
  ['trend', '历年'],
] as const

function showPart(anchor: string): void {
  document.getElementById(anchor)?.scrollIntoView({ block: 'start' })
}

function Person({ detail }: { readonly detail: SubjectDetail }) {
  const { hash } = useLocation()
  // Whoever follows a score to how it came about lands there.
  useEffect(() => {
    if (hash !== '') showPart(hash.slice(1))
  }, [hash])
  const canWrite = useHasRight('organization.write')
  const canDecide = canWrite && detail.isOwnCampaign
  return (
    <div className="person-page">
      <FindingNotes findings={detail.findings} />
      <StepsCard detail={detail} />
      <ReportCard detail={detail} canWrite={canWrite} />
      <DailyCard detail={canDecide ? detail : { ...detail, isOwnCampaign: false }} />
      <CommentsCard detail={detail} canWrite={canWrite} />
      <ScoreCard detail={detail} />
      <VotesCard detail={detail} />
      <FeedbackCard detail={detail} canWrite={canDecide} />
      <RectifyCard detail={detail} canWrite={canWrite} />
      <TrendCard detail={detail} />
    </div>
  )
}

/** One person who accounts: everything of the year, from the report to what was mended. */
export function PersonPage() {
  const { id = '' } = useParams()
  const query = useCall('reviews.subject', { id })
  const detail = query.data
  const of =
    detail === undefined
      ? ''
      : [detail.fields.duty ?? '', detail.organizationName, `${detail.year}年度`]
          .filter((part) => part !== '')
          .join('，')
  return (
    <Page
      title={detail?.fields.name ?? '述职人'}
      subtitle={<span title={of}>{of}</span>}
      breadcrumb={
        detail === undefined
          ? [{ label: '双向述职测评', to: '/reviews' }]
          : [
              { label: '双向述职测评', to: '/reviews' },
              { label: detail.campaignName, to: campaignAddress(detail.campaignId) },
            ]
      }
      actions={
        detail === undefined ? undefined : (
          <>
            {detail.fields.memberId !== null && (
              <LinkButton to={`/members/${detail.fields.memberId}`}>党员信息</LinkButton>
            )}
            <LinkButton to={scoresAddress(detail.campaignId)}>全部成绩</LinkButton>
          </>
        )
      }
      toolbar={
        <div className="toolbar">
          <nav className="person-index" aria-label="本页内容">
            {sections
              .filter(([anchor]) => anchor !== 'trend' || hasTrend(detail))
              .map(([anchor, label]) => (
                <Link key={anchor} to={{ hash: anchor }} replace onClick={() => showPart(anchor)}>
                  {label}
                </Link>
              ))}
          </nav>
          <div className="toolbar-end">
            <UndoLastButton target={reviewTarget} notNow={null} />
          </div>
        </div>
      }
    >
      <QueryBoundary query={query} what="查看述职人" lines={12}>
        {(found) => <Person detail={found} />}
      </QueryBoundary>
    </Page>
  )
}
