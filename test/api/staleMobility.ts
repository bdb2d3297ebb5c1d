import type { RouteInput, RouteName } from '#shared/contract/routes.ts'
import { aContact, anInflow } from './mobilityHarness.ts'
import type { StaffedOffice } from './samples.ts'

type Stale<R extends RouteName> = (office: StaffedOffice) => Promise<RouteInput<R>>

async function anEditedRecord(office: StaffedOffice) {
  const { id, version } = await office.call('mobility.create', anInflow(office.branchId))
  const fields = { unit: '甲公司' }
  await office.as('communityClerk').call('mobility.update', { id, version, fields })
  return { id, version }
}

async function anEditedContact(office: StaffedOffice) {
  const { id } = await office.call('mobility.create', anInflow(office.branchId))
  const { contacts } = await office.call('mobility.addContact', {
    recordId: id,
    contact: aContact('2026-10-01'),
  })
  const key = { id: contacts[0]?.id ?? '', version: 1 }
  const contact = aContact('2026-10-02')
  await office.as('communityClerk').call('mobility.updateContact', { ...key, contact })
  return key
}

const ending = { status: 'returned', on: '2026-11-01', reason: null } as const

/** Of 流动党员: what a page sends that has not seen the last change. */
export const staleMobility = {
  'mobility.update': async (office) => ({ ...(await anEditedRecord(office)), fields: { unit: '乙公司' } }),
  'mobility.close': async (office) => ({ ...(await anEditedRecord(office)), ending }),
  'mobility.reopen': async (office) => {
    const { id, version } = await anEditedRecord(office)
    await office.call('mobility.close', { id, version: version + 1, ending })
    return { id, version: version + 1 }
  },
  'mobility.trash': async (office) => ({ ...(await anEditedRecord(office)), reason: '录错了' }),
  'mobility.updateContact': async (office) => ({
    ...(await anEditedContact(office)),
    contact: aContact('2026-10-03'),
  }),
  'mobility.removeContact': anEditedContact,
} as const satisfies { readonly [R in RouteName]?: Stale<R> }
