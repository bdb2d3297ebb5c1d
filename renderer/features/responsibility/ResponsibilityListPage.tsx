import { useNavigate, useSearchParams } from 'react-router'
import { reviewTabs } from '../../lib/reviewTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { OrganizationFilter } from '../../ui/OrganizationFilter.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { useShortcut } from '../../ui/shortcuts.ts'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { ResponsibilityTable } from './ResponsibilityTable.tsx'
import {
  listAddress,
  newAddress,
  responsibilityTarget,
  type ResponsibilityView,
  viewFromParams,
} from './responsibilityView.ts'
import { WithoutTable } from './WithoutTable.tsx'
import './responsibility.css'

/** 党建工作责任清单 of a year, organisation by organisation, and who has none. */
export function ResponsibilityListPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = viewFromParams(params)
  const { year, organizationId, without } = view
  const canWrite = useHasRight('organization.write')
  const list = useCall('responsibility.list', { organizationId, year }, { keepPrevious: true })
  const to = (next: Partial<ResponsibilityView>) => listAddress({ ...view, ...next })
  const toNew = newAddress(year, organizationId)
  useShortcut('Alt+N', '登记责任清单', () => void navigate(toNew), canWrite)
  const button = (
    <LinkButton primary to={toNew}>
      登记责任清单
    </LinkButton>
  )
  return (
    <Page
      title="党建责任清单"
      subtitle={
        <span aria-live="polite">
          {list.data === undefined ? '' : `${year}年度，已登记 ${list.data.rows.length} 个党组织`}
        </span>
      }
      actions={canWrite ? button : undefined}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="双向述职测评" tabs={reviewTabs('responsibility')} />
            <div className="toolbar-end">
              <UndoLastButton target={responsibilityTarget} />
            </div>
          </div>
          <Toolbar label="年度和党组织">
            <YearLinks year={year} to={(each) => to({ year: each })} />
            <OrganizationFilter
              value={organizationId}
              onChoose={(id) => void navigate(to({ organizationId: id }))}
            />
            <LinkTabs
              label="登记情况"
              tabs={[
                {
                  to: to({ without: false }),
                  label: '已登记',
                  count: list.data?.rows.length,
                  isCurrent: !without,
                },
                {
                  to: to({ without: true }),
                  label: '没有登记的党组织',
                  count: list.data?.without.length,
                  isCurrent: without,
                },
              ]}
            />
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={list} what="查看责任清单" lines={10}>
        {(found) => {
          if (without) return <WithoutTable year={year} found={found.without} />
          if (found.rows.length > 0) return <ResponsibilityTable rows={found.rows} />
          return (
            <EmptyState
              title={`还没有登记${year}年度的党建责任清单`}
              text="写明第一、直接、具体责任人，把总体目标细化为具体目标和个人目标；每季度工作例会和督查登记在清单里，作为日常考核的依据。"
              {...(canWrite ? { actions: button } : {})}
            />
          )
        }}
      </QueryBoundary>
    </Page>
  )
}
