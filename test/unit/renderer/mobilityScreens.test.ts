import { expect, it } from 'vitest'
import { unfilledMobility } from '#shared/contract/unfilledMobility.ts'
import { changedFields } from '../../../renderer/features/mobility/formFields.ts'
import {
  addressOf,
  filtersOf,
  listInput,
  viewFromParams,
} from '../../../renderer/features/mobility/mobilityView.ts'

it('keeps what is chosen in the address, and names typed out of it', () => {
  const view = {
    direction: 'LR',
    state: 'closed',
    filter: 'overdue',
    organizationId: 'o1',
    place: '',
    page: 3,
    recordId: 'r1',
  } as const
  const address = addressOf(view)
  expect(viewFromParams(new URLSearchParams(address.slice(address.indexOf('?'))))).toEqual(view)
  expect(addressOf({})).toBe('/mobility')
  expect(listInput(view, ' 王 ')).toMatchObject({ text: '王', offset: 100, place: '' })
})

it('falls back on the outflow ledger for an address it does not know', () => {
  const view = viewFromParams(new URLSearchParams('direction=XX&filter=nonsense&page=-2&state=x'))
  expect(view).toMatchObject({ direction: 'LC', filter: null, page: 1, state: 'open' })
})

it('offers the boards that mean something for a direction', () => {
  expect(filtersOf('LR')).toContain('unreported')
  expect(filtersOf('LR')).not.toContain('unregistered')
  expect(filtersOf('LC')).not.toContain('unreported')
})

it('sends only what was typed anew, so that numbers shown masked are never written back', () => {
  const before = { ...unfilledMobility, phone: '139****5678', unit: '甲' }
  expect(changedFields(before, { ...before, unit: '乙' })).toEqual({ unit: '乙' })
  expect(changedFields(before, before)).toEqual({})
})
