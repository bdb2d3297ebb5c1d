import { useCall } from '../../lib/queries.ts'
import { useAccount, useHasRight } from '../../lib/session.ts'
import { today } from '../../lib/today.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { QueryBoundary } from '../../ui/QueryBoundary.tsx'
import { DataSafety } from './DataSafety.tsx'
import { DevelopmentCard } from './DevelopmentCard.tsx'
import { DutyCard } from './DutyCard.tsx'
import { ElectionsCard } from './ElectionsCard.tsx'
import { FirstSteps } from './FirstSteps.tsx'
import { LastImport } from './LastImport.tsx'
import { ledgerTotals } from './ledgerTotals.ts'
import { ReviewsCard } from './ReviewsCard.tsx'
import { TermsCard } from './TermsCard.tsx'
import { LostCard } from './LostCard.tsx'
import { MeetingsCard } from './MeetingsCard.tsx'
import { MobilityCard } from './MobilityCard.tsx'
import { MembersToDo, OrganizationsToDo } from './ToDo.tsx'
import { Totals } from './Totals.tsx'
import { TransfersCard } from './TransfersCard.tsx'
import './home.css'

/** Every role's first page: what there is, what is to be done, and whether the data is safe. */
export function HomePage() {
  return useHasRight('organization.read') ? <RecordsHome /> : <DutyHome />
}

function Notice() {
  return (
    <p className="home-notice">严禁录入涉密信息。数据只保存在这台电脑上，请妥善保管账号、密码和恢复码。</p>
  )
}

function DutyHome() {
  const account = useAccount()
  return (
    <Page title="首页" subtitle={formatPartialDate(today())}>
      <div className="home home-duty">
        {account !== null && <DutyCard role={account.role} />}
        <DataSafety />
        <Notice />
      </div>
    </Page>
  )
}

function RecordsHome() {
  const tree = useCall('organizations.tree', { includeEnded: false })
  const canWrite = useHasRight('member.write')
  const canImport = useHasRight('import.write')
  const canExport = useHasRight('document.export')
  const hasOrganizations = (tree.data?.nodes.length ?? 0) > 0
  return (
    <Page
      title="首页"
      subtitle={formatPartialDate(today())}
      actions={
        hasOrganizations ? (
          <>
            {canWrite && <LinkButton to="/members/new">新增党员</LinkButton>}
            {canImport && <LinkButton to="/imports?kind=roster">导入花名册</LinkButton>}
            {canExport && <LinkButton to="/members/export">导出名册</LinkButton>}
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
              {isNew && canImport ? (
                <>
                  <FirstSteps hasOrganizations={nodes.length > 0} />
                  <DataSafety />
                </>
              ) : (
                <>
                  <Totals totals={totals} />
                  <div className="home-columns">
                    <div className="home-stack">
                      <MembersToDo />
                      <DevelopmentCard />
                      <MobilityCard />
                      <OrganizationsToDo nodes={nodes} />
                    </div>
                    <div className="home-side">
                      <div className="home-stack">
                        <DataSafety />
                        <MeetingsCard />
                        <ReviewsCard />
                        <TermsCard />
                        <ElectionsCard />
                      </div>
                      <div className="home-stack">
                        <TransfersCard />
                        <LostCard />
                        {canImport && <LastImport />}
                      </div>
                    </div>
                  </div>
                </>
              )}
              <Notice />
            </div>
          )
        }}
      </QueryBoundary>
    </Page>
  )
}
