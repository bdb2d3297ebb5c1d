import { createHashRouter, Navigate } from 'react-router'
import { HomePage } from '../features/home/HomePage.tsx'
import { OrganizationsPage } from '../features/organizations/OrganizationsPage.tsx'
import { LoadingState } from '../ui/states.tsx'
import { Gate } from './Gate.tsx'
import { page } from './lazyPage.tsx'
import { meetingRoutes } from './meetingRoutes.tsx'
import { reviewRoutes } from './reviewRoutes.tsx'
import { NotFoundPage, RouteErrorPage } from './RouteErrorPage.tsx'
import { type Needs, withRights } from './withRights.tsx'

const members: Needs = { rights: ['member.read'], title: '党员花名册', what: '查看党员' }
const newMember: Needs = { rights: ['member.write'], title: '新增党员', what: '新增党员' }
const exports: Needs = { rights: ['document.export'], title: '导出名册', what: '导出名册' }
const transfers: Needs = { rights: ['member.read'], title: '组织关系转接', what: '查看组织关系转接' }
const newTransfer: Needs = { rights: ['member.write'], title: '登记转接', what: '登记转接' }
const elections: Needs = { rights: ['member.read'], title: '换届选举', what: '查看换届选举' }
const imports: Needs = { rights: ['import.write'], title: '导入', what: '导入' }

const enterprises: Needs = { rights: ['organization.read'], title: '两新组织', what: '查看两新组织' }
const enterprisePage = async () => (await import('../features/enterprises/EnterprisePage.tsx')).EnterprisePage

const mobility: Needs = { rights: ['member.read'], title: '流动党员', what: '查看流动党员' }
const writeMobility: Needs = { rights: ['member.write'], title: '流动党员', what: '登记流动党员' }

const development: Needs = { rights: ['member.read'], title: '发展党员', what: '查看发展党员' }

const memberPage = async () => (await import('../features/members/MemberPage.tsx')).MemberPage

/** The heavy pages (grid, wizard) are fetched when first opened. */
export function createRouter(): ReturnType<typeof createHashRouter> {
  return createHashRouter([
    {
      path: '/rescue',
      ErrorBoundary: RouteErrorPage,
      HydrateFallback: LoadingState,
      lazy: async () => ({ Component: (await import('../features/backup/RescuePage.tsx')).RescuePage }),
    },
    {
      path: '/',
      Component: Gate,
      ErrorBoundary: RouteErrorPage,
      HydrateFallback: LoadingState,
      children: [
        {
          ErrorBoundary: RouteErrorPage,
          children: [
            { index: true, Component: HomePage },
            {
              path: 'organizations/:id?',
              Component: withRights(
                { rights: ['organization.read'], title: '党组织', what: '查看党组织' },
                OrganizationsPage,
              ),
            },
            page(
              'members',
              members,
              async () => (await import('../features/members/MemberListPage.tsx')).MemberListPage,
            ),
            // Where the trash of members was before there was one for all.
            { path: 'members/trash', element: <Navigate to="/trash?kind=member" replace /> },
            page(
              'members/export',
              exports,
              async () => (await import('../features/documents/ExportRosterPage.tsx')).ExportRosterPage,
            ),
            page('members/new', newMember, memberPage),
            page('members/:id', members, memberPage),
            page(
              'terms',
              { rights: ['organization.read'], title: '届期与班子', what: '查看届期与班子' },
              async () => (await import('../features/terms/TermsPage.tsx')).TermsPage,
            ),
            page(
              'mobility/lost',
              members,
              async () => (await import('../features/lost/LostListPage.tsx')).LostListPage,
            ),
            page(
              'mobility/lost/new',
              { rights: ['member.write'], title: '登记失联', what: '登记失联' },
              async () => (await import('../features/lost/NewLostPage.tsx')).NewLostPage,
            ),
            page(
              'mobility/lost/:id',
              members,
              async () => (await import('../features/lost/LostCasePage.tsx')).LostCasePage,
            ),
            page(
              'enterprises',
              enterprises,
              async () => (await import('../features/enterprises/EnterprisesPage.tsx')).EnterprisesPage,
            ),
            page(
              'enterprises/new',
              { rights: ['organization.write'], title: '新增两新组织', what: '新增两新组织' },
              enterprisePage,
            ),
            page('enterprises/:id', enterprises, enterprisePage),
            page(
              'bridge',
              { rights: ['member.read'], title: '人员增减', what: '查看人员增减' },
              async () => (await import('../features/bridge/BridgePage.tsx')).BridgePage,
            ),
            page(
              'transfers',
              transfers,
              async () => (await import('../features/transfers/TransferBoardPage.tsx')).TransferBoardPage,
            ),
            page(
              'transfers/new',
              newTransfer,
              async () => (await import('../features/transfers/NewTransferPage.tsx')).NewTransferPage,
            ),
            page(
              'transfers/move',
              { rights: ['member.write'], title: '支部间调动', what: '调动党员' },
              async () => (await import('../features/transfers/MovePage.tsx')).MovePage,
            ),
            page(
              'transfers/:id',
              transfers,
              async () => (await import('../features/transfers/TransferPage.tsx')).TransferPage,
            ),
            page(
              'elections',
              elections,
              async () => (await import('../features/elections/ElectionListPage.tsx')).ElectionListPage,
            ),
            page(
              'elections/:id',
              elections,
              async () => (await import('../features/elections/ElectionPage.tsx')).ElectionPage,
            ),
            page(
              'mobility',
              mobility,
              async () => (await import('../features/mobility/MobilityPage.tsx')).MobilityPage,
            ),
            page(
              'mobility/due',
              mobility,
              async () => (await import('../features/mobility/DuePage.tsx')).DuePage,
            ),
            page(
              'mobility/places',
              mobility,
              async () => (await import('../features/mobility/PlacesPage.tsx')).PlacesPage,
            ),
            page(
              'mobility/new',
              writeMobility,
              async () => (await import('../features/mobility/MobilityFormPage.tsx')).NewMobilityPage,
            ),
            page(
              'mobility/:id/edit',
              writeMobility,
              async () => (await import('../features/mobility/MobilityFormPage.tsx')).EditMobilityPage,
            ),
            page(
              'development',
              development,
              async () => (await import('../features/development/list/DevelopmentPage.tsx')).DevelopmentPage,
            ),
            page(
              'development/calendar',
              development,
              async () => (await import('../features/development/calendar/QuarterPage.tsx')).QuarterPage,
            ),
            page(
              'development/registers',
              development,
              async () => (await import('../features/developmentRegisters/RegistersPage.tsx')).RegistersPage,
            ),
            page(
              'development/training/:id',
              development,
              async () =>
                (await import('../features/developmentRegisters/TrainingClassPage.tsx')).TrainingClassPage,
            ),
            page(
              'development/new',
              { rights: ['member.write'], title: '新建发展档案', what: '新建发展档案' },
              async () =>
                (await import('../features/development/file/NewDevelopmentFilePage.tsx'))
                  .NewDevelopmentFilePage,
            ),
            page(
              'development/:id',
              development,
              async () =>
                (await import('../features/development/file/DevelopmentFilePage.tsx')).DevelopmentFilePage,
            ),
            ...meetingRoutes,
            ...reviewRoutes,
            page(
              'calendar',
              { rights: ['calendar.write', 'member.read'], title: '工作日历', what: '查看工作日历' },
              async () => (await import('../features/developmentRegisters/WorkdaysPage.tsx')).WorkdaysPage,
            ),
            page(
              'imports',
              imports,
              async () => (await import('../features/imports/ImportPage.tsx')).ImportPage,
            ),
            page(
              'imports/batches',
              imports,
              async () => (await import('../features/imports/ImportBatchesPage.tsx')).ImportBatchesPage,
            ),
            page(
              'activity',
              { rights: ['activity.read'], title: '操作记录', what: '查看操作记录' },
              async () => (await import('../features/activity/ActivityPage.tsx')).ActivityPage,
            ),
            page(
              'trash',
              { rights: ['trash.restore', 'trash.purge'], title: '回收站', what: '查看回收站' },
              async () => (await import('../features/trash/TrashPage.tsx')).TrashPage,
            ),
            page(
              'backups',
              { rights: ['signedIn'], title: '备份', what: '查看备份' },
              async () => (await import('../features/backup/BackupPage.tsx')).BackupPage,
            ),
            page(
              'accounts',
              { rights: ['account.manage'], title: '账号', what: '管理账号' },
              async () => (await import('../features/accounts/AccountsPage.tsx')).AccountsPage,
            ),
            page(
              'audit',
              { rights: ['audit.read'], title: '审计日志', what: '查看审计日志' },
              async () => (await import('../features/audit/AuditPage.tsx')).AuditPage,
            ),
            page(
              'check',
              { rights: ['system.verify'], title: '数据检查', what: '检查数据' },
              async () => (await import('../features/audit/DataCheckPage.tsx')).DataCheckPage,
            ),
            { path: '*', Component: NotFoundPage },
          ],
        },
      ],
    },
  ])
}
