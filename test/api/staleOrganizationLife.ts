import type { RouteInput } from '#shared/contract/routes.ts'
import { aLifeMeeting, anAppraisal, aTalk } from './organizationLifeHarness.ts'
import type { StaffedOffice } from './samples.ts'

async function anEditedLifeMeeting(office: StaffedOffice) {
  const fields = aLifeMeeting({ organizationId: office.branchId })
  const { id, version } = await office.call('lifeMeetings.create', { fields })
  const clerk = office.as('communityClerk')
  await clerk.call('lifeMeetings.update', { id, version, fields: { ...fields, place: '二楼会议室' } })
  return { id, version, fields }
}

async function anEditedAppraisal(office: StaffedOffice) {
  const fields = anAppraisal({ organizationId: office.branchId })
  const { id, version } = await office.call('appraisals.create', { fields })
  const clerk = office.as('communityClerk')
  await clerk.call('appraisals.update', { id, version, fields: { ...fields, tellers: '赵六' } })
  return { id, version, fields }
}

async function anEditedTalk(office: StaffedOffice) {
  const fields = aTalk({ organizationId: office.branchId })
  const { id, version } = await office.call('talks.save', { id: null, version: null, fields })
  await office.as('communityClerk').call('talks.save', { id, version, fields: { ...fields, place: '支部' } })
  return { id, version, fields }
}

const reason = '登错了'

export const staleOrganizationLife = {
  'lifeMeetings.update': async (office: StaffedOffice): Promise<RouteInput<'lifeMeetings.update'>> => {
    const { fields, ...seen } = await anEditedLifeMeeting(office)
    return { ...seen, fields: { ...fields, theme: '另一个主题' } }
  },
  'lifeMeetings.trash': async (office: StaffedOffice) => {
    const { id, version } = await anEditedLifeMeeting(office)
    return { id, version, reason }
  },
  'appraisals.update': async (office: StaffedOffice): Promise<RouteInput<'appraisals.update'>> => {
    const { fields, ...seen } = await anEditedAppraisal(office)
    return { ...seen, fields: { ...fields, remark: '改' } }
  },
  'appraisals.trash': async (office: StaffedOffice) => {
    const { id, version } = await anEditedAppraisal(office)
    return { id, version, reason }
  },
  'talks.save': async (office: StaffedOffice): Promise<RouteInput<'talks.save'>> => {
    const { fields, ...seen } = await anEditedTalk(office)
    return { ...seen, fields: { ...fields, title: '另一个主题' } }
  },
  'talks.trash': async (office: StaffedOffice) => {
    const { id, version } = await anEditedTalk(office)
    return { id, version, reason }
  },
} as const
