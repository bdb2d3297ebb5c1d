import { describe, expect, it } from 'vitest'
import { parseDraft } from '../../../renderer/features/transfers/transferDraft.ts'
import { changedValues, formFindings, valuesOf } from '../../../renderer/features/transfers/transferForm.ts'
import { addressOf, listInput, viewFromParams } from '../../../renderer/features/transfers/transferView.ts'
import type { TransferFields } from '#shared/contract/transfers.ts'
import { unfilledTransfer } from '#shared/contract/unfilledTransfer.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'

const fields: TransferFields = {
  ...unfilledTransfer,
  organizationId: 'branch-1',
  personName: '赵来',
  gender: '2',
  personType: '1',
  idNo: '110105********2229',
  phone: '136****2222',
  feePaidTo: partialDate('2026-11'),
  validDays: 10,
  issuedOn: dateOnly('2026-11-10'),
}

describe('the board’s address', () => {
  it('says which column, direction, organisation and page, and is read back the same', () => {
    const view = { column: 'overdue', direction: 'out', organizationId: 'org-1', page: 3 } as const
    const address = addressOf(view)
    expect(address).toBe('/transfers?column=overdue&direction=out&org=org-1&page=3')
    expect(viewFromParams(new URLSearchParams(address.split('?')[1]))).toEqual(view)
  })

  it('is the plain one for all that is not done', () => {
    const view = viewFromParams(new URLSearchParams('column=nonsense&direction=up&page=-2'))
    expect(view).toEqual({ column: 'open', direction: null, organizationId: null, page: 1 })
    expect(addressOf(view)).toBe('/transfers')
  })

  it('leaves names out, which the question has', () => {
    const view = { column: 'open', direction: null, organizationId: null, page: 2, text: ' 赵 ' } as const
    expect(addressOf(view)).not.toContain('赵')
    expect(listInput(view)).toMatchObject({ text: '赵', offset: 50 })
  })
})

describe('the form', () => {
  it('never sends masked numbers back', () => {
    const start = valuesOf(fields)
    expect(start).toMatchObject({ idNo: null, phone: null })
    expect(changedValues(start, { ...fields, idNo: null, phone: null, remark: '改' })).toEqual({
      remark: '改',
    })
  })

  it('TRF-06: warns beside the months while they are being typed', () => {
    const out = { direction: 'out', status: 'waiting', isMember: true, personType: '1' } as const
    const found = (plannedMonths: number) =>
      formFindings({ ...valuesOf(fields), plannedMonths }, out, dateOnly('2026-11-12')).map(
        ({ field }) => field,
      )
    expect(found(3)).toContain('plannedMonths')
    expect(found(12)).not.toContain('plannedMonths')
  })

  it('does not stumble over a date half typed', () => {
    const subject = { direction: 'in', status: 'inTransit', isMember: false, personType: null } as const
    const half = { ...valuesOf(fields), issuedOn: '2026-1', feePaidTo: '20' }
    expect(() => formFindings(half, subject, dateOnly('2026-11-12'))).not.toThrow()
  })

  it('takes up a draft that fits, and none that does not', () => {
    expect(parseDraft({ reason: '调动' })).toEqual({ reason: '调动' })
    expect(parseDraft({ gone: 1 })).toBeNull()
    expect(parseDraft({})).toBeNull()
    expect(parseDraft('x')).toBeNull()
  })
})
