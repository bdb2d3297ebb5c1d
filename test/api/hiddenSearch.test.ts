import { describe, expect, it } from 'vitest'
import { type MemberFilter, memberSort } from '#shared/contract/memberListInput.ts'
import { memberFieldKeys, memberFields } from '#shared/domain/memberFields.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { anyList } from './samples.ts'

const hidden = memberFieldKeys.filter((field) => memberFields[field].sensitive)

/** Names found by a text, in the search box, in the list and in the list's numbers. */
async function foundBy({ as }: StandardOffice, staff: 'leader' | 'east', text: string) {
  const { hits } = await as[staff].call('members.search', { text, limit: 50 })
  const { rows, total } = await as[staff].call('members.list', { ...anyList, text })
  const { offset: _offset, limit: _limit, ...query } = anyList
  const listed = await as[staff].call('members.listIds', { ...query, text })
  expect([total, listed.total]).toEqual([rows.length, listed.ids.length])
  expect(rows.map(({ id }) => id).toSorted()).toEqual(hits.map(({ id }) => id).toSorted())
  expect(listed.ids.toSorted()).toEqual(hits.map(({ id }) => id).toSorted())
  return hits.map(({ name }) => name)
}

describe('a number typed by who may not look at it', () => {
  it('finds the person by the whole ID number and by the whole mobile number', async () => {
    const office = await aStandardOffice()
    const { idNo, mobile } = office.east
    for (const whole of [idNo, idNo.toLowerCase(), ` ${idNo.slice(0, 6)} ${idNo.slice(6)}`, mobile])
      expect(await foundBy(office, 'leader', whole)).toEqual(['东环甲'])
  })

  it('finds nobody by a part of one, where a clerk finds them', async () => {
    const office = await aStandardOffice()
    const { idNo, mobile } = office.east
    const parts = [
      idNo.slice(-4),
      idNo.slice(0, 17),
      idNo.slice(6),
      '19700504',
      mobile.slice(3),
      mobile.slice(0, 10),
    ]
    for (const part of parts) {
      expect(await foundBy(office, 'east', part)).not.toEqual([])
      expect(await foundBy(office, 'leader', part)).toEqual([])
    }
  })

  it('still finds a branch that has it in its name', async () => {
    const office = await aStandardOffice()
    const { as, east } = office
    const { version } = await as.street.call('organizations.get', { id: east.otherBranchId })
    const fields = { shortName: '东环801厂党支部' }
    await as.street.call('organizations.update', { id: east.otherBranchId, version, fields })
    expect(await foundBy(office, 'leader', '801')).toContain('东环丁')
  })
})

describe('a filter on a hidden field', () => {
  const filtersOn = (field: (typeof hidden)[number], text: string): readonly MemberFilter[] => [
    { op: 'contains', field, text },
    { op: 'between', field, from: text.slice(0, 2), to: null },
    { op: 'in', field, values: [text] },
    { op: 'is', field, value: true },
  ]

  it.each(hidden)('of %s is refused to who may not look at it, whatever it would find', async (field) => {
    const { as } = await aStandardOffice()
    const { offset: _offset, limit: _limit, ...query } = anyList
    const messages = new Set<string | undefined>()
    for (const text of ['1101', '没有'])
      for (const filter of filtersOn(field, text)) {
        const refusals = [
          await as.leader.refusal('members.list', { ...anyList, filters: [filter] }),
          await as.leader.refusal('members.listIds', { ...query, text: '东', filters: [filter] }),
        ]
        expect(refusals.map(({ code }) => code)).toEqual(['VALIDATION_FAILED', 'VALIDATION_FAILED'])
        for (const { messageZh } of refusals) messages.add(messageZh)
      }
    expect([...messages]).toEqual([expect.stringContaining(`“${memberFields[field].label}”`)])
  })

  it('may ask who has a value at all', async () => {
    const { as, east } = await aStandardOffice()
    const has = (empty: boolean) =>
      as.leader.call('members.list', { ...anyList, filters: [{ op: 'empty', field: 'address', empty }] })
    expect((await has(false)).rows.map(({ id }) => id)).toContain(east.memberId)
    expect((await has(true)).rows.map(({ id }) => id)).not.toContain(east.memberId)
  })

  it('has no side door where the number was written into a remark', async () => {
    const { as, east } = await aStandardOffice()
    const { version } = await as.east.call('members.get', { id: east.memberId })
    const fields = { remark: `原证号${east.idNo}，2018年换证` }
    await as.east.call('members.update', { id: east.memberId, version, fields })
    const foundIn = async (staff: 'leader' | 'east', text: string) =>
      (
        await as[staff].call('members.list', {
          ...anyList,
          filters: [{ op: 'contains', field: 'remark', text }],
        })
      ).total
    for (const text of [east.idNo.slice(-4), '19700504']) {
      expect(await foundIn('east', text)).toBe(1)
      expect(await foundIn('leader', text)).toBe(0)
    }
    expect(await foundIn('leader', '2018年')).toBe(1)
  })

  it('is answered to a clerk', async () => {
    const { as, east } = await aStandardOffice()
    const filters: MemberFilter[] = [{ op: 'contains', field: 'idNo', text: east.idNo.slice(-4) }]
    expect((await as.east.call('members.list', { ...anyList, filters })).rows.map(({ id }) => id)).toEqual([
      east.memberId,
    ])
  })
})

it('who has a number is told to nobody but who fills in a form', async () => {
  const { as, east } = await aStandardOffice()
  const asked = { excludeId: null, fields: { idNo: east.idNo, mobile: east.mobile } }
  expect(await as.leader.refusal('members.check', asked)).toMatchObject({ code: 'FORBIDDEN' })
  expect((await as.east.call('members.check', asked)).duplicates).toMatchObject([{ id: east.memberId }])
})

it('no list is in an order that tells a hidden value', () => {
  const orders: readonly string[] = memberSort.shape.field.options
  expect(hidden.filter((field) => orders.includes(field))).toEqual([])
  expect(hidden.length).toBe(5)
})
