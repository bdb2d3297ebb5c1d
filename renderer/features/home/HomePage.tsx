import { useCall } from '../../lib/queries.ts'
import { today } from '../../lib/today.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { LastImport } from './LastImport.tsx'
import { ledgerTotals } from './ledgerTotals.ts'
import { MembersToDo, OrganizationsToDo } from './ToDo.tsx'
import { Totals } from './Totals.tsx'
import './home.css'

export function HomePage() {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const hasOrganizations = (tree.data?.nodes.length ?? 0) > 0
  return (
    <Page
      title="首页"
      subtitle={formatPartialDate(today())}
      actions={
        hasOrganizations ? (
          <>
            <LinkButton to="/members/new">新增党员</LinkButton>
            <LinkButton to="/imports?kind=roster">导入花名册</LinkButton>
            <LinkButton to="/members/export">导出名册</LinkButton>
          </>
        ) : undefined
      }
    >
      <QueryBoundary query={tree} what="查看党组织和党员">
        {({ nodes }) => {
          const totals = ledgerTotals(nodes)
          const isNew = totals.full + totals.probationary === 0
          return (
            <div className="home">
              {isNew ? (
                <FirstSteps hasOrganizations={nodes.length > 0} />
              ) : (
                <>
                  <Totals totals={totals} />
                  <div className="home-columns">
                    <MembersToDo />
                    <div className="home-side">
                      <OrganizationsToDo nodes={nodes} />
                      <LastImport />
                    </div>
                  </div>
                </>
              )}
              <p className="home-notice">
                严禁录入涉密信息。数据只保存在这台电脑上，请妥善保管账号、密码和恢复码。
              </p>
            </div>
          )
        }}
      </QueryBoundary>
    </Page>
  )
}
