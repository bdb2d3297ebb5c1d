import type { ReactNode } from 'react'
import type { CampaignDetail } from '#shared/contract/reviewRows.ts'
import { campaignStateLabels } from '#shared/labels/reviews.ts'
import { useCall } from '../lib/queries.ts'
import { campaignAddress } from '../lib/reviewAddresses.ts'
import { type CampaignPart, campaignTabs } from '../lib/reviewTabs.ts'
import { LinkButton } from './LinkButton.tsx'
import { LinkTabs } from './LinkTabs.tsx'
import { type Crumb, Page } from './Page.tsx'
import { QueryBoundary } from './QueryBoundary.tsx'
import { ErrorState } from './states.tsx'
import type { UndoTarget } from './undo.ts'
import { UndoLastButton } from './UndoLastButton.tsx'

/** What Ctrl+Z takes back on the pages of a campaign; counted ballots stay. */
export const reviewTarget: UndoTarget = {
  kinds: [
    'reviewCampaign',
    'reviewScheme',
    'reviewSubject',
    'reviewStep',
    'reviewComment',
    'reviewDailyScore',
    'reviewRectification',
  ],
  recordId: null,
}

interface CampaignPageProps {
  readonly id: string
  readonly part: CampaignPart
  /** A page below the part: its title, and the part among the crumbs. */
  readonly below?: { readonly title: string; readonly part: Crumb }
  readonly actions?: ReactNode
  /** A second row under the tabs; use Toolbar. */
  readonly toolbar?: ReactNode
  readonly fill?: boolean
  /** Why Ctrl+Z must wait: something typed is not saved. */
  readonly undoNotNow?: string | null
  readonly children: (campaign: CampaignDetail) => ReactNode
}

const list: Crumb = { label: '双向述职测评', to: '/reviews' }

function CampaignMissing({ query }: { readonly query: ReturnType<typeof useCall<'reviews.campaign'>> }) {
  return (
    <Page title="述职测评" breadcrumb={[list]}>
      {query.error?.code === 'NOT_FOUND' ? (
        <ErrorState
          error={query.error}
          title="找不到这次述职测评"
          actions={<LinkButton to={list.to}>返回列表</LinkButton>}
        />
      ) : (
        <QueryBoundary query={query} what="查看述职测评" lines={10}>
          {() => null}
        </QueryBoundary>
      )}
    </Page>
  )
}

/** A page of one campaign: its title and state, the tabs of its parts, and the body once the campaign is known. */
export function CampaignPage(props: CampaignPageProps) {
  const { id, part, below, actions, toolbar, fill = false, undoNotNow = null, children } = props
  const query = useCall('reviews.campaign', { id })
  const campaign = query.data
  if (campaign === undefined) return <CampaignMissing query={query} />
  const { name, organizationName, year, state, isOwn } = campaign
  const of = `${campaignStateLabels[state]}，${organizationName}，${year}年度`
  // A name as long as a heading would push the page down.
  const self: Crumb = { label: name.length > 24 ? `${year}年度述职测评` : name, to: campaignAddress(id) }
  return (
    <Page
      title={below?.title ?? name}
      subtitle={
        <span title={of}>
          {of}
          {!isOwn && '（上级党组织的述职测评，只列出您管理范围内的人）'}
        </span>
      }
      breadcrumb={below === undefined ? [list] : [list, self, below.part]}
      actions={actions}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="述职测评" tabs={campaignTabs(id, part)} />
            <div className="toolbar-end">
              <UndoLastButton target={reviewTarget} notNow={undoNotNow} />
            </div>
          </div>
          {toolbar}
        </>
      }
      fill={fill}
      part={part}
    >
      {children(campaign)}
    </Page>
  )
}
