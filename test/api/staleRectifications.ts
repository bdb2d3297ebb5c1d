import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aLastYearItem, aRectification, aResponsibilityList } from './rectificationHarness.ts'
import type { StaffedOffice } from './samples.ts'

async function anEditedItem(office: StaffedOffice) {
  const where = { organizationId: office.communityId, of: office.branchId, name: '甲书记' }
  const { id, version } = await aLastYearItem(office, where)
  const fields = aRectification({ measure: '先改' })
  await office.as('communityClerk').call('rectifications.update', { id, version, fields })
  return { id, version }
}

async function anEditedList(office: StaffedOffice) {
  const fields = aResponsibilityList({ organizationId: office.communityId })
  const { id, version } = await office.call('responsibility.create', { fields })
  const clerk = office.as('communityClerk')
  await clerk.call('responsibility.update', { id, version, fields: { ...fields, remark: '先改' } })
  return { seen: { id, version }, fields }
}

const reason = '登错了'

export const staleRectifications = {
  'rectifications.update': async (office: StaffedOffice): Promise<RouteInput<'rectifications.update'>> => ({
    ...(await anEditedItem(office)),
    fields: aRectification({ measure: '后改' }),
  }),
  'rectifications.trash': async (office: StaffedOffice) => ({ ...(await anEditedItem(office)), reason }),
  'rectifications.report': async (office: StaffedOffice): Promise<RouteInput<'rectifications.report'>> => ({
    items: [await anEditedItem(office)],
    reportedOn: dateOnly('2026-11-15'),
    reportedWords: null,
  }),
  'responsibility.update': async (office: StaffedOffice): Promise<RouteInput<'responsibility.update'>> => {
    const { seen, fields } = await anEditedList(office)
    return { ...seen, fields: { ...fields, remark: '后改' } }
  },
  'responsibility.trash': async (office: StaffedOffice) => ({ ...(await anEditedList(office)).seen, reason }),
} as const
