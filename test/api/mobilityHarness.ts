import type { MobilityFields } from '#shared/contract/mobility.ts'
import type { RouteInput } from '#shared/contract/routes.ts'
import { unfilledMobility } from '#shared/contract/unfilledMobility.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMember, anIdNo, aStreet } from './samples.ts'
import { type Caller, signedInCore } from './testCore.ts'

export const aLedger = {
  direction: 'LC',
  state: 'open',
  organizationId: null,
  filter: null,
  place: null,
  text: null,
  offset: 0,
  limit: 50,
} as const

export async function aStreetWithPeople() {
  const test = await signedInCore()
  const street = await aStreet(test)
  const add = (name: string, order: number) =>
    test.call('members.create', {
      fields: aMember({ organizationId: street.branchId, name, idNo: anIdNo('1970-05-04', order) }),
    })
  const member = await add('王小明', 1)
  return { test, street, member, add }
}

export function anOutflow(
  memberId: string,
  fields: Partial<MobilityFields> = {},
): RouteInput<'mobility.create'> {
  return {
    direction: 'LC',
    memberId,
    fields: {
      ...unfilledMobility,
      outOn: partialDate('2025-03-01'),
      kind: 'crossProvince',
      reason: 'work',
      province: '广东省',
      city: '深圳市',
      isRegistered: true,
      ...fields,
    },
    ending: null,
  }
}

export function anInflow(
  organizationId: string,
  fields: Partial<MobilityFields> = {},
): RouteInput<'mobility.create'> {
  return {
    direction: 'LR',
    memberId: null,
    fields: {
      ...unfilledMobility,
      organizationId,
      name: '外来人',
      gender: '1',
      personType: '1',
      origOrg: '外县某村党支部',
      origContact: '某书记 0571-8800',
      outOn: partialDate('2026-09-01'),
      isRegistered: true,
      ...fields,
    },
    ending: null,
  }
}

export function aContact(on: string, isReached = true): RouteInput<'mobility.addContact'>['contact'] {
  return { contactedOn: dateOnly(on), way: 'phone', isReached, contactPerson: '李干事', content: '近况正常' }
}

/** An outflow with a contact, and an inflow; every text in them begins with the community's name. */
export async function addMobility(
  { call }: Caller,
  {
    stem,
    branchId,
    memberId,
    phone,
  }: { readonly stem: string; readonly branchId: string; readonly memberId: string; readonly phone: string },
) {
  const out = await call('mobility.create', anOutflow(memberId, { unit: `${stem}外出单位`, phone }))
  const contact = { ...aContact('2026-10-01'), content: `${stem}联系内容` }
  const { contacts } = await call('mobility.addContact', { recordId: out.id, contact })
  const inflow = await call('mobility.create', anInflow(branchId, { name: `${stem}流入`, phone }))
  return { mobilityId: out.id, contactId: contacts[0]?.id ?? '', inflowId: inflow.id }
}
