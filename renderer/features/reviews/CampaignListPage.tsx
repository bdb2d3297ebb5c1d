import { useNavigate, useSearchParams } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { newCampaignAddress } from '../../lib/reviewAddresses.ts'
import { reviewTabs } from '../../lib/reviewTabs.ts'
import { useHasRight } from '../../lib/session.ts'
import { reviewTarget } from '../../ui/CampaignHead.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { CampaignTable, pageSize } from './CampaignTable.tsx'
import './reviews.css'

/** 双向述职双向测评: a campaign a year, own ones and those of the organisations above. */
export function CampaignListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const page = Math.max(1, Math.trunc(Number(params.get('page')) || 1))
  const canWrite = useHasRight('organization.write')
  const list = useCall('reviews.campaigns', {})
  useShortcut('Alt+N', '建立述职测评', () => void navigate(newCampaignAddress()), canWrite)
  const button = (
    <LinkButton primary to={newCampaignAddress()}>
      建立述职测评
    </LinkButton>
  )
  return (
    <Page
      title="双向述职测评"
      subtitle={<span aria-live="polite">{list.isSuccess ? `共 ${list.data.length} 次` : ''}</span>}
      actions={canWrite ? button : undefined}
      toolbar={
        <div className="toolbar">
          <LinkTabs label="双向述职双向测评" tabs={reviewTabs('campaigns')} />
          <div className="toolbar-end">
            <UndoLastButton target={reviewTarget} />
          </div>
        </div>
      }
    >
      <QueryBoundary query={list} what="查看述职测评" lines={8}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState
              title="还没有述职测评"
              text="每年一次：书记向上级党组织述职、向党员述职，由上级和党员分别测评，加上日常考核计综合分，党工委会议研究定等，查出的问题列清单整改。先建立今年的，有现成的方案可选，往后参照上年。"
              {...(canWrite ? { actions: button } : {})}
            />
          ) : (
            <CampaignTable
              rows={rows.slice((page - 1) * pageSize, page * pageSize)}
              total={rows.length}
              page={page}
              onPage={(next) => void navigate(`/reviews?page=${next}`)}
            />
          )
        }
      </QueryBoundary>
    </Page>
  )
}
