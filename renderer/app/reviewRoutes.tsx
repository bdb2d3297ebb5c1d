import type { RouteObject } from 'react-router'
import { page } from './lazyPage.tsx'
import type { Needs } from './withRights.tsx'

const campaigns: Needs = { rights: ['organization.read'], title: '双向述职测评', what: '查看述职测评' }
const newCampaign: Needs = { rights: ['organization.write'], title: '建立述职测评', what: '建立述职测评' }
const importing: Needs = { rights: ['import.write'], title: '从文件读入测评票', what: '读入测评票' }
const rectifications: Needs = { rights: ['organization.read'], title: '整改清单', what: '查看整改清单' }
const responsibility: Needs = { rights: ['organization.read'], title: '党建责任清单', what: '查看责任清单' }
const newResponsibility: Needs = {
  rights: ['organization.write'],
  title: '登记党建责任清单',
  what: '登记责任清单',
}

/** The pages of 双向述职双向测评. */
export const reviewRoutes: readonly RouteObject[] = [
  page(
    'reviews',
    campaigns,
    async () => (await import('../features/reviews/CampaignListPage.tsx')).CampaignListPage,
  ),
  page(
    'reviews/new',
    newCampaign,
    async () => (await import('../features/reviews/NewCampaignPage.tsx')).NewCampaignPage,
  ),
  page(
    'reviews/:id',
    campaigns,
    async () => (await import('../features/reviews/board/BoardPage.tsx')).BoardPage,
  ),
  page(
    'reviews/:id/schemes',
    campaigns,
    async () => (await import('../features/reviews/scheme/SchemesPage.tsx')).SchemesPage,
  ),
  page(
    'reviews/:id/schemes/:schemeId',
    campaigns,
    async () => (await import('../features/reviews/scheme/SchemePage.tsx')).SchemePage,
  ),
  page(
    'reviews/:id/ballots',
    campaigns,
    async () => (await import('../features/reviewBallots/BatchesPage.tsx')).BatchesPage,
  ),
  page(
    'reviews/:id/ballots/import',
    importing,
    async () => (await import('../features/reviewBallots/ImportPage.tsx')).ImportPage,
  ),
  page(
    'reviews/batches/:id',
    campaigns,
    async () => (await import('../features/reviewBallots/BatchPage.tsx')).BatchPage,
  ),
  page(
    'reviews/:id/scores',
    campaigns,
    async () => (await import('../features/reviewScores/scores/ScoresPage.tsx')).ScoresPage,
  ),
  page(
    'reviews/:id/papers',
    campaigns,
    async () => (await import('../features/reviewPapers/PapersPage.tsx')).PapersPage,
  ),
  page(
    'reviews/people/:id',
    campaigns,
    async () => (await import('../features/reviewScores/person/PersonPage.tsx')).PersonPage,
  ),
  page(
    'reviews/rectifications',
    rectifications,
    async () => (await import('../features/rectifications/RectificationsPage.tsx')).RectificationsPage,
  ),
  page(
    'reviews/responsibility',
    responsibility,
    async () =>
      (await import('../features/responsibility/ResponsibilityListPage.tsx')).ResponsibilityListPage,
  ),
  page(
    'reviews/responsibility/new',
    newResponsibility,
    async () => (await import('../features/responsibility/ResponsibilityPage.tsx')).NewResponsibilityPage,
  ),
  page(
    'reviews/responsibility/:id',
    responsibility,
    async () => (await import('../features/responsibility/ResponsibilityPage.tsx')).ResponsibilityPage,
  ),
]
