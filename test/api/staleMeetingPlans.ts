import type { RouteInput } from '#shared/contract/routes.ts'
import type { StaffedOffice } from './samples.ts'

const fields = { themeDay: 5, remark: null, items: [] }

async function aChangedGuide(office: StaffedOffice) {
  const guide = {
    organizationId: office.communityId,
    year: 2026,
    month: 5,
    title: '5月提示',
    study: null,
    activities: null,
    demands: null,
    docNo: null,
    issuedOn: null,
  }
  const { id, version } = await office.call('topicGuides.save', { id: null, version: null, fields: guide })
  const clerk = office.as('communityClerk')
  await clerk.call('topicGuides.save', { id, version, fields: { ...guide, title: '五月提示' } })
  return { id, version, fields: guide }
}

/** Of plans and guides: what a page sends that has not seen the last change. */
export const staleMeetingPlans = {
  'meetingPlans.save': async (office: StaffedOffice): Promise<RouteInput<'meetingPlans.save'>> => {
    const key = { organizationId: office.branchId, year: 2026 }
    await office.call('meetingPlans.save', { ...key, version: null, fields })
    await office.as('communityClerk').call('meetingPlans.save', { ...key, version: 1, fields })
    return { ...key, version: 1, fields }
  },
  'topicGuides.save': aChangedGuide,
  'topicGuides.trash': async (office: StaffedOffice) => {
    const { id, version } = await aChangedGuide(office)
    return { id, version, reason: '发错了' }
  },
} as const
