import { useNavigate, useSearchParams } from 'react-router'
import type { OrganizationNode } from '#shared/contract/organizations.ts'
import { branchTree } from '../../lib/branchTree.ts'
import { branchYearAddress, planAddress } from '../../lib/meetingPages.ts'
import { meetingTabs } from '../../lib/meetingTabs.ts'
import { useCall } from '../../lib/queries.ts'
import { yearOf } from '../../lib/yearParam.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { LinkTabs } from '../../ui/LinkTabs.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { TreePicker } from '../../ui/TreePicker.tsx'
import { UndoLastButton } from '../../ui/UndoLastButton.tsx'
import { YearLinks } from '../../ui/YearLinks.tsx'
import { ExportPlan } from './ExportPlan.tsx'
import { PlanForm } from './PlanForm.tsx'
import { planTarget } from './planView.ts'
import './plans.css'

/** 年度计划: what a branch means to hold in which month, and what was held of it. */
export function PlanPage() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const year = yearOf(params)
  const tree = useCall('organizations.tree', { includeEnded: false })
  const nodes = tree.data?.nodes ?? []
  const branch = chosenBranch(nodes, params.get('org'))
  return (
    <Page
      title="年度计划"
      subtitle={branch === null ? `${year}年` : `${branch.shortName}，${year}年`}
      {...(branch === null ? {} : { actions: <ExportPlan organizationId={branch.id} year={year} /> })}
      toolbar={
        <>
          <div className="toolbar">
            <LinkTabs label="组织生活" tabs={meetingTabs('plans')} />
            <div className="toolbar-end">
              <UndoLastButton target={planTarget} />
            </div>
          </div>
          <Toolbar label="党支部和年份">
            <div className="plan-branch">
              <TreePicker
                label="党支部"
                placeholder="选择党支部"
                items={branchTree(nodes)}
                value={branch?.id ?? null}
                onChange={(id) => void navigate(planAddress(id, year))}
              />
            </div>
            <YearLinks year={year} to={(each) => planAddress(branch?.id ?? null, each)} />
            {branch !== null && <LinkButton to={branchYearAddress(branch.id, year)}>完成情况</LinkButton>}
          </Toolbar>
        </>
      }
    >
      <QueryBoundary query={tree} what="查看党组织" lines={8}>
        {() =>
          branch === null ? (
            <EmptyState
              title="请选择党支部"
              text="年度计划由党支部制订：固定主题党日的日子，逐月写明主题、地点和负责人。已经开过的会自动对上。"
              {...(nodes.length === 0
                ? { actions: <LinkButton to="/organizations">去党组织</LinkButton> }
                : {})}
            />
          ) : (
            <Plan key={`${branch.id} ${year}`} organizationId={branch.id} year={year} />
          )
        }
      </QueryBoundary>
    </Page>
  )
}

/** The one asked for, or the only one there is. */
function chosenBranch(nodes: readonly OrganizationNode[], id: string | null): OrganizationNode | null {
  const branches = nodes.filter(({ type }) => type === 'ZB')
  if (id !== null) return branches.find((node) => node.id === id) ?? null
  return branches.length === 1 ? (branches[0] ?? null) : null
}

function Plan({ organizationId, year }: { readonly organizationId: string; readonly year: number }) {
  const plan = useCall('meetingPlans.get', { organizationId, year })
  return (
    <QueryBoundary query={plan} what="查看年度计划" lines={12}>
      {(detail) => <PlanForm detail={detail} onReload={() => void plan.refetch()} />}
    </QueryBoundary>
  )
}
