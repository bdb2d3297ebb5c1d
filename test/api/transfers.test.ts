import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, type Office, anOffice } from './samples.ts'
import { aComing, aLeaving, anIssued, standing } from './transfersHarness.ts'

async function anOfficeOf(fields: object = {}) {
  const office = await anOffice()
  const member = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, enteredOn: partialDate('2020-01-01'), ...fields }),
  })
  return { office, member }
}

const memberOf = async (office: Office, id: string) => (await office.call('members.get', { id })).record

async function countOf({ call, branchId }: Office): Promise<number> {
  const { own } = await call('organizations.get', { id: branchId })
  return own.full + own.probationary
}

describe('leaving', () => {
  it('TRF-03: changes nothing in the roster until the receipt is here', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    const sent = await office.call('transfers.send', { ...standing(issued), on: '2026-11-11' })
    const told = await office.call('transfers.accept', {
      ...standing(sent),
      on: '2026-11-15',
      joinedOn: null,
      regularOn: null,
    })
    expect(told.status).toBe('accepted')
    expect(await memberOf(office, member.id)).toMatchObject({ partyStatus: 'ZC' })
    expect(await countOf(office)).toBe(1)
    const done = await office.call('transfers.receipt', {
      ...standing(told),
      on: '2026-11-20',
      receivedOn: null,
    })
    expect(done).toMatchObject({ status: 'receipted', column: 'done', findings: [] })
    expect(await memberOf(office, member.id)).toMatchObject({
      partyStatus: 'ZCU',
      partyStatusOn: '2026-11-15',
      partyStatusDoc: '2026-001',
    })
    expect(await countOf(office)).toBe(0)
  })

  it('ends the stay in the branch on the day the other side took the person in', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.receipt', {
      ...standing(issued),
      on: '2026-11-20',
      receivedOn: '2026-11-18',
    })
    expect(await memberOf(office, member.id)).toMatchObject({ partyStatusOn: '2026-11-18' })
  })

  it('one undo takes the receipt and the roster back together', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.receipt', { ...standing(issued), on: '2026-11-20', receivedOn: null })
    await undoNewest(office)
    expect(await memberOf(office, member.id)).toMatchObject({ partyStatus: 'ZC', partyStatusDoc: null })
    expect(await office.call('transfers.get', { id: issued.id })).toMatchObject({
      status: 'issued',
      receiptOn: null,
    })
  })

  it.each(['return', 'void'] as const)(
    'a letter that ends by %s leaves the person where he is',
    async (end) => {
      const { office, member } = await anOfficeOf()
      const issued = await anIssued(office, member.id)
      const ending = { ...standing(issued), on: '2026-11-20', reason: '不去了' }
      if (end === 'return') await office.call('transfers.return', { ...ending, reportedTo: null })
      else await office.call('transfers.void', ending)
      expect(await memberOf(office, member.id)).toMatchObject({ partyStatus: 'ZC' })
      expect(await countOf(office)).toBe(1)
    },
  )

  it('begins once only: a second letter waits for the first to be done', async () => {
    const { office, member } = await anOfficeOf()
    await anIssued(office, member.id)
    expect(await office.refusal('transfers.create', aLeaving(member.id))).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('未办结的转出'),
    })
  })

  it('is not for who has left already', async () => {
    const { office, member } = await anOfficeOf({
      partyStatus: 'SW',
      partyStatusOn: partialDate('2026-01-01'),
    })
    const start = { direction: 'out', memberId: member.id, organizationId: null } as const
    for (const refusal of [
      await office.refusal('transfers.start', start),
      await office.refusal('transfers.create', aLeaving(member.id)),
    ])
      expect(refusal.messageZh).toContain('没有可转出的组织关系')
  })

  it('two clerks do not enter the same step from the same version', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.send', { ...standing(issued), on: '2026-11-11' })
    const again = { ...standing(issued), on: '2026-11-12', receivedOn: null }
    expect(await office.refusal('transfers.receipt', again)).toMatchObject({ code: 'STALE_WRITE' })
  })

  it('goes by the days in their order', async () => {
    const { office, member } = await anOfficeOf()
    const issued = standing(await anIssued(office, member.id))
    expect(await office.refusal('transfers.send', { ...issued, on: '2026-11-09' })).toMatchObject({
      fields: { on: expect.stringContaining('早于开具') },
    })
    expect(await office.refusal('transfers.send', { ...issued, on: '2027-01-01' })).toMatchObject({
      fields: { on: expect.stringContaining('晚于今天') },
    })
    const late = { ...issued, on: '2026-11-15', receivedOn: '2026-11-16' }
    expect(await office.refusal('transfers.receipt', late)).toMatchObject({
      fields: { on: expect.stringContaining('早于接收') },
    })
  })

  it('the expiry follows the day and the days of the letter', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id, { issuedOn: '2026-11-12', validDays: 10 })
    expect(issued).toMatchObject({ expireOn: '2026-11-22', dueOn: '2026-11-22', column: 'soon' })
    const longer = await office.call('transfers.update', { ...standing(issued), fields: { validDays: 30 } })
    expect(longer).toMatchObject({ expireOn: '2026-12-12', column: 'inTransit' })
  })
})

describe('numbers of letters', () => {
  it('run through the year and may be edited, but no two letters bear one', async () => {
    const { office, member } = await anOfficeOf()
    const other = await office.call('members.create', {
      fields: aMember({ organizationId: office.branchId, idNo: anIdNo('1970-05-04', 3), name: '李四' }),
    })
    const first = await anIssued(office, member.id, { letterNo: '2026-003' })
    await office.call('transfers.void', { ...standing(first), on: '2026-11-20', reason: '写错' })
    const waiting = await office.call('transfers.create', aLeaving(other.id))
    const letter = { ...standing(waiting), issuedOn: '2026-11-20', validDays: 10, feePaidTo: '2026-11' }
    expect(await office.refusal('transfers.issue', { ...letter, letterNo: '2026-003' })).toMatchObject({
      fields: { letterNo: expect.stringContaining('已用于另一份') },
    })
    expect(await office.call('transfers.numbers', { year: 2026 })).toEqual({
      next: '2026-004',
      gaps: ['2026-001', '2026-002'],
      duplicates: [],
    })
  })
})

describe('coming', () => {
  const accept = { on: '2026-11-20', joinedOn: '2008-07-01', regularOn: '2009-07-01' }

  it('makes a member of the branch on the day of acceptance', async () => {
    const office = await anOffice()
    const coming = await office.call('transfers.create', aComing(office.branchId, { reach: 'outside' }))
    expect(await countOf(office)).toBe(0)
    const taken = await office.call('transfers.accept', { ...standing(coming), ...accept })
    expect(taken).toMatchObject({ status: 'accepted', column: 'receipt', dueOn: '2026-12-20' })
    expect(await memberOf(office, taken.memberId ?? '')).toMatchObject({
      name: '赵来',
      organizationId: office.branchId,
      partyStatus: 'ZC',
      enteredKind: '3',
      enteredOn: '2026-11-20',
      joinedOn: '2008-07-01',
    })
    expect(await countOf(office)).toBe(1)
  })

  it('one undo takes the new member and the acceptance back', async () => {
    const office = await anOffice()
    const coming = await office.call('transfers.create', aComing(office.branchId))
    await office.call('transfers.accept', { ...standing(coming), ...accept })
    await undoNewest(office)
    expect(await office.call('transfers.get', { id: coming.id })).toMatchObject({
      status: 'inTransit',
      memberId: null,
    })
    expect(await countOf(office)).toBe(0)
  })

  it('takes back who had left from here: the same person, once', async () => {
    const { office, member } = await anOfficeOf()
    const issued = await anIssued(office, member.id)
    await office.call('transfers.receipt', { ...standing(issued), on: '2026-11-12', receivedOn: null })
    const coming = await office.call(
      'transfers.create',
      aComing(office.otherBranchId, { personName: '王小明', idNo: anIdNo('1970-05-04', 1) }),
    )
    expect(coming.known).toMatchObject({ memberId: member.id, partyStatus: 'ZCU' })
    const taken = await office.call('transfers.accept', { ...standing(coming), ...accept })
    expect(taken.memberId).toBe(member.id)
    expect(await memberOf(office, member.id)).toMatchObject({
      organizationId: office.otherBranchId,
      partyStatus: 'ZC',
      partyStatusOn: null,
      enteredKind: '2',
      enteredOn: '2026-11-20',
      joinedOn: '1995-07-01',
    })
  })

  it('does not enter somebody twice who is in the roster', async () => {
    const { office } = await anOfficeOf()
    const coming = await office.call(
      'transfers.create',
      aComing(office.branchId, { idNo: anIdNo('1970-05-04', 1) }),
    )
    expect(await office.refusal('transfers.accept', { ...standing(coming), ...accept })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('支部间调动'),
    })
    expect(await countOf(office)).toBe(1)
  })

  it('TRF-04: is turned away only with a reason, and the superior named', async () => {
    const office = await anOffice()
    const coming = await office.call('transfers.create', aComing(office.branchId))
    const away = { ...standing(coming), on: '2026-11-20', reason: '材料不全' }
    expect(await office.refusal('transfers.return', { ...away, reportedTo: null })).toMatchObject({
      fields: { reportedTo: expect.stringContaining('报告') },
    })
    const done = await office.call('transfers.return', { ...away, reportedTo: '区委组织部' })
    expect(done).toMatchObject({ status: 'returned', endReason: '材料不全' })
  })

  it('an activist gets no letter and becomes no member', async () => {
    const office = await anOffice()
    const activist = aComing(office.branchId, { mode: 'letter', personType: '3' })
    expect(await office.refusal('transfers.create', activist)).toMatchObject({
      fields: { personType: expect.stringContaining('不是党员') },
    })
    const coming = await office.call(
      'transfers.create',
      aComing(office.branchId, { mode: 'materials', personType: '3', letterNo: null }),
    )
    const taken = await office.call('transfers.accept', { ...standing(coming), ...accept })
    expect(taken).toMatchObject({ status: 'accepted', memberId: null })
    expect(await countOf(office)).toBe(0)
  })

  it('keeps a number the letter has wrong, and says so in the roster', async () => {
    const office = await anOffice()
    const wrong = `${anIdNo('1985-02-03', 222).slice(0, 17)}0`
    const coming = await office.call('transfers.create', aComing(office.branchId, { idNo: wrong }))
    const taken = await office.call('transfers.accept', { ...standing(coming), ...accept })
    expect(await memberOf(office, taken.memberId ?? '')).toMatchObject({
      idNoReason: '与组织关系介绍信所载号码一致',
    })
  })
})
