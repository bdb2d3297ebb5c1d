import { useSearchParams } from 'react-router'
import { useCall } from '../../lib/queries.ts'
import { useHasRight } from '../../lib/session.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState, NoRightState } from '../../ui/states.tsx'
import { ExportRosterForm } from './ExportRosterForm.tsx'
import './documents.css'

const crumbs = [{ label: '党员花名册', to: '/members' }]

/** D09 党员花名册 of any organisation, as a paper or as a sheet. */
export function ExportRosterPage() {
  const isAllowed = useHasRight('document.export')
  const [params] = useSearchParams()
  const tree = useCall('organizations.tree', { includeEnded: false })
  const asked = params.get('org')
  return (
    <Page title="导出名册" breadcrumb={crumbs}>
      {isAllowed ? (
        <QueryBoundary query={tree} what="导出名册">
          {({ nodes }) =>
            nodes.length === 0 ? (
              <EmptyState
                title="还没有党组织"
                text="名册按党组织编制。请先导入或建立党组织，再导入党员花名册。"
                actions={
                  <LinkButton to="/imports?kind=organizations" primary>
                    导入党组织
                  </LinkButton>
                }
              />
            ) : (
              <ExportRosterForm
                key={asked}
                nodes={nodes}
                organizationId={nodes.some((node) => node.id === asked) ? asked : null}
              />
            )
          }
        </QueryBoundary>
      ) : (
        <NoRightState what="导出名册" />
      )}
    </Page>
  )
}
