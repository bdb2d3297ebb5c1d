import type { RouteObject } from 'react-router'
import { page } from './lazyPage.tsx'
import type { Needs } from './withRights.tsx'

const records: Needs = { rights: ['member.read'], title: '三会一课', what: '查看会议记录' }
const newRecord: Needs = { rights: ['member.write'], title: '新建会议记录', what: '新建会议记录' }
const compliance: Needs = { rights: ['member.read'], title: '完成情况', what: '查看三会一课完成情况' }
const followUps: Needs = { rights: ['member.read'], title: '落实事项', what: '查看落实事项' }
const plans: Needs = { rights: ['member.read'], title: '年度计划', what: '查看年度计划' }
const guides: Needs = { rights: ['member.read'], title: '主题提示', what: '查看主题提示' }
const life: Needs = { rights: ['member.read'], title: '组织生活会', what: '查看组织生活会' }
const newLife: Needs = { rights: ['member.write'], title: '登记组织生活会', what: '登记组织生活会' }
const appraisal: Needs = { rights: ['member.read'], title: '民主评议党员', what: '查看民主评议' }
const newAppraisal: Needs = { rights: ['member.write'], title: '登记民主评议', what: '登记民主评议' }
const talks: Needs = { rights: ['member.read'], title: '谈心谈话', what: '查看谈心谈话' }

/** The pages of 三会一课. */
export const meetingRoutes: readonly RouteObject[] = [
  page(
    'meetings',
    records,
    async () => (await import('../features/meetings/list/MeetingsPage.tsx')).MeetingsPage,
  ),
  page(
    'meetings/new',
    newRecord,
    async () => (await import('../features/meetings/record/NewMeetingPage.tsx')).NewMeetingPage,
  ),
  page(
    'meetings/:id',
    records,
    async () => (await import('../features/meetings/record/MeetingPage.tsx')).MeetingPage,
  ),
  page(
    'meetings/completion',
    compliance,
    async () => (await import('../features/meetingCompliance/CompletionPage.tsx')).CompletionPage,
  ),
  page(
    'meetings/completion/:organizationId',
    compliance,
    async () => (await import('../features/meetingCompliance/BranchYearPage.tsx')).BranchYearPage,
  ),
  page(
    'meetings/attendance/:organizationId',
    compliance,
    async () => (await import('../features/meetingCompliance/AttendancePage.tsx')).AttendancePage,
  ),
  page(
    'meetings/followups',
    followUps,
    async () => (await import('../features/meetingCompliance/FollowUpsPage.tsx')).FollowUpsPage,
  ),
  page('meetings/plans', plans, async () => (await import('../features/meetingPlans/PlanPage.tsx')).PlanPage),
  page(
    'meetings/guides',
    guides,
    async () => (await import('../features/meetingPlans/GuidesPage.tsx')).GuidesPage,
  ),
  page(
    'meetings/life',
    life,
    async () => (await import('../features/organizationLife/LifeListPage.tsx')).LifeListPage,
  ),
  page(
    'meetings/life/new',
    newLife,
    async () => (await import('../features/organizationLife/LifeMeetingPage.tsx')).NewLifeMeetingPage,
  ),
  page(
    'meetings/life/:id',
    life,
    async () => (await import('../features/organizationLife/LifeMeetingPage.tsx')).LifeMeetingPage,
  ),
  page(
    'meetings/appraisals',
    appraisal,
    async () => (await import('../features/organizationLife/AppraisalListPage.tsx')).AppraisalListPage,
  ),
  page(
    'meetings/appraisals/new',
    newAppraisal,
    async () => (await import('../features/organizationLife/AppraisalPage.tsx')).NewAppraisalPage,
  ),
  page(
    'meetings/appraisals/:id',
    appraisal,
    async () => (await import('../features/organizationLife/AppraisalPage.tsx')).AppraisalPage,
  ),
  page(
    'meetings/talks',
    talks,
    async () => (await import('../features/organizationLife/TalksPage.tsx')).TalksPage,
  ),
]
