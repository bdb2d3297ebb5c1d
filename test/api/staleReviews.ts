import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aCampaignWith, aScheme, passSteps } from './reviewHarness.ts'
import type { StaffedOffice } from './samples.ts'

/** A campaign of the community with one person; the community's clerk has written to what is asked for since. */
async function aCampaignOf(office: StaffedOffice) {
  const people = [{ organizationId: office.branchId }]
  const { campaign, subjectIds } = await aCampaignWith(office, office.communityId, people)
  const [scheme] = campaign.schemes
  if (!scheme) throw new Error('no scheme')
  return { campaign, scheme, subjectId: subjectIds[0] ?? '', clerk: office.as('communityClerk') }
}

async function anEditedCampaign(office: StaffedOffice) {
  const { campaign, clerk } = await aCampaignOf(office)
  const { id, version, fields } = campaign
  await clerk.call('reviews.update', { id, version, fields: { ...fields, remark: '先改' } })
  return { seen: { id, version }, fields }
}

async function anEditedScheme(office: StaffedOffice) {
  const { scheme, clerk } = await aCampaignOf(office)
  const { id, version, name } = scheme
  await clerk.call('reviews.saveScheme', {
    id,
    version,
    name,
    scheme: aScheme({ bestLimit: 30 }),
    reason: null,
  })
  return { seen: { id, version }, name }
}

/** Its first step has been registered since. */
async function anEditedSubject(office: StaffedOffice) {
  const { campaign, subjectId: id, scheme, clerk } = await aCampaignOf(office)
  await passSteps(clerk, campaign.id, [id], ['scheme'])
  return { seen: { id, version: 1 }, schemeId: scheme.id }
}

export const staleReviews = {
  'reviews.update': async (office: StaffedOffice): Promise<RouteInput<'reviews.update'>> => {
    const { seen, fields } = await anEditedCampaign(office)
    return { ...seen, fields: { ...fields, remark: '后改' } }
  },
  'reviews.trash': async (office: StaffedOffice) => ({
    ...(await anEditedCampaign(office)).seen,
    reason: '登错了',
  }),
  'reviews.saveScheme': async (office: StaffedOffice): Promise<RouteInput<'reviews.saveScheme'>> => {
    const { seen, name } = await anEditedScheme(office)
    return { ...seen, name, scheme: aScheme({ bestLimit: 50 }), reason: null }
  },
  'reviews.removeScheme': async (office: StaffedOffice) => (await anEditedScheme(office)).seen,
  'reviews.updateSubject': async (office: StaffedOffice): Promise<RouteInput<'reviews.updateSubject'>> => {
    const { seen, schemeId } = await anEditedSubject(office)
    const { branchId: organizationId } = office
    const person = { schemeId, organizationId, memberId: null, kind: 'secretary', name: '另一人' } as const
    return { ...seen, fields: { ...person, duty: null } }
  },
  'reviews.removeSubject': async (office: StaffedOffice) => ({
    ...(await anEditedSubject(office)).seen,
    reason: '选错了人',
  }),
  'reviews.registerStep': async (office: StaffedOffice): Promise<RouteInput<'reviews.registerStep'>> => ({
    subjects: [(await anEditedSubject(office)).seen],
    step: { key: 'selfReview', doneOn: dateOnly('2026-11-12'), meetingId: null, note: null },
  }),
  'reviews.saveReport': async (office: StaffedOffice): Promise<RouteInput<'reviews.saveReport'>> => ({
    ...(await anEditedSubject(office)).seen,
    report: { achievements: '成绩', problems: null, plans: null },
  }),
  'reviews.saveComments': async (office: StaffedOffice): Promise<RouteInput<'reviews.saveComments'>> => ({
    ...(await anEditedSubject(office)).seen,
    comments: [{ commenter: '李书记', content: '补齐短板', saidOn: null }],
  }),
} as const
