import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aFileAt } from './developmentHarness.ts'
import { aCount, aFollowUp, aMeeting, anEntry, anItem, finalOf, formOf } from './meetingHarness.ts'
import { aStandardOffice } from './office.ts'
import { anAppraisal, anAppraised } from './organizationLifeHarness.ts'
import { aMember, anIdNo, anOffice, anOrganization } from './samples.ts'

describe('a form that says what cannot be', () => {
  it('names nobody out of reach anew, and keeps whom it named', async () => {
    const { as, east, west } = await aStandardOffice()
    const naming = (memberId: string) => ({ fields: aMeeting(east.branchId, { hostId: memberId }) })
    expect((await as.east.refusal('meetings.create', naming(west.memberId))).fields).toHaveProperty(
      'hostName',
    )
    expect((await as.east.refusal('meetings.create', naming('nobody'))).fields).toHaveProperty('hostName')
    const roll = [anEntry(west.memberId, '西湖甲'), anEntry(east.memberId, '东环甲')]
    const draft = await as.street.call('meetings.create', { fields: aMeeting(east.branchId, { roll }) })
    const { id, version } = draft
    const fields = formOf(draft, { place: '活动室' })
    const kept = await as.east.call('meetings.update', { id, version, fields, reason: null })
    expect(kept.fields.roll?.map(({ memberId }) => memberId)).toEqual([west.memberId, east.memberId])
  })

  it('a name of spaces is none; a host of nothing does not make a record whole', async () => {
    const { call, refusal, branchId } = await anOffice()
    const blank = aMeeting(branchId, { roll: [anEntry(null, ' \u0007')] })
    expect(await refusal('meetings.create', { fields: blank })).toMatchObject({ code: 'VALIDATION_FAILED' })
    const { id, version } = await call('meetings.create', { fields: aMeeting(branchId, { hostName: ' ' }) })
    expect((await refusal('meetings.finalize', { id, version })).messageZh).toContain('主持人')
  })

  it('trap 15: 组织生活会 and 民主评议 are of branches, a committee’s other meetings its own', async () => {
    const { call, refusal, communityId } = await anOffice()
    const fields = aMeeting(communityId, { kinds: ['organizationLife'], lifeYear: 2026 })
    const refused = await refusal('meetings.create', { fields })
    expect(refused.fields).toMatchObject({ organizationId: expect.stringContaining('民主生活会') })
    await call('meetings.create', { fields: { ...fields, kinds: ['other'] } })
    const year = anAppraisal({ organizationId: communityId })
    expect((await refusal('appraisals.create', { fields: year })).fields).toHaveProperty('organizationId')
  })

  it('of a 党小组 that has gone elsewhere since is still the record of its branch', async () => {
    const { call, branchId, otherBranchId } = await anOffice()
    const group = await call('organizations.create', {
      parentId: branchId,
      fields: anOrganization({ type: 'XZ', shortName: '一组' }),
    })
    const held = aMeeting(branchId, { kinds: ['groupMeeting'], groupId: group.id })
    const draft = await call('meetings.create', { fields: held })
    await call('organizations.move', {
      id: group.id,
      version: group.version,
      parentId: otherBranchId,
      happenedOn: dateOnly('2026-11-20'),
      docNo: null,
      reason: '调整',
    })
    const { id, version } = draft
    const fields = formOf(draft, { place: '活动室' })
    await call('meetings.update', { id, version, fields, reason: null })
  })

  it('an appraisal has everybody once', async () => {
    const { call, refusal, branchId } = await anOffice()
    const { id } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const people = [anAppraised({ memberId: id }), anAppraised({ memberId: id, grade: 'basic' })]
    const fields = anAppraisal({ organizationId: branchId, people })
    expect((await refusal('appraisals.create', { fields })).fields).toHaveProperty('people')
  })
})

describe('small print', () => {
  it('a group and a year only where the kind has them; what the form leaves out goes, nothing stands twice', async () => {
    const { call, refusal, branchId } = await anOffice()
    const kept = aMeeting(branchId, { kinds: ['themeDay'], groupId: 'somewhere', lifeYear: 2025 })
    const draft = await call('meetings.create', { fields: { ...kept, followUps: [aFollowUp()] } })
    expect(draft.fields).toMatchObject({ groupId: null, lifeYear: null })
    const { id, version } = draft
    const [one] = formOf(draft).followUps
    const twice = formOf(draft, { followUps: one ? [one, one] : [] })
    const refused = await refusal('meetings.update', { id, version, fields: twice, reason: null })
    expect(Object.keys(refused.fields ?? {})).toEqual(['followUps'])
    const fields = formOf(draft, { followUps: [] })
    expect((await call('meetings.update', { id, version, fields, reason: null })).followUps).toEqual([])
  })

  it.each([
    [{ startTime: '14:30', endTime: '14:30' }, 'endTime'],
    [{ items: [anItem({ section: 'lecture' })] }, 'items'],
    [{ roll: [anEntry(null, '甲', { madeUpOn: '2026-11-22' })] }, 'roll'],
    [{ followUps: [aFollowUp({ closedOn: dateOnly('2026-11-22') })] }, 'followUps'],
  ])('%j is refused', async (fields, field) => {
    const { refusal, branchId } = await anOffice()
    const refused = await refusal('meetings.create', { fields: aMeeting(branchId, fields) })
    expect(Object.keys(refused.fields ?? {})).toEqual([field])
  })

  it('nobody twice in a roll, no matter of one person twice', async () => {
    const { call, refusal, branchId, file } = await aFileAt('formOn')
    const { id } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const item = aCount(14, { developmentFileId: file.id })
    const twice = [{ roll: [anEntry(id, '王小明'), anEntry(id, '王小明')] }, { items: [item, item] }]
    for (const fields of twice) {
      const refused = await refusal('meetings.create', { fields: aMeeting(branchId, fields) })
      expect(Object.keys(refused.fields ?? {})).toEqual(Object.keys(fields))
    }
  })

  it('补学 is of who was away, from the day of the meeting to today; 退回 says what; an election is counted elsewhere', async () => {
    const office = await anOffice()
    const { call, refusal, branchId } = office
    const { id: here } = await call('members.create', { fields: aMember({ organizationId: branchId }) })
    const { id: away } = await call('members.create', {
      fields: aMember({ organizationId: branchId, name: '李小红', idNo: anIdNo('1970-05-04', 3) }),
    })
    const roll = [anEntry(here, '王小明'), anEntry(away, '李小红', { state: 'excused' })]
    const items = [anItem({ matter: 'election' })]
    const { id, version } = await finalOf(office, { roll, items })
    const made = (memberId: string, madeUpOn: string) =>
      refusal('meetings.makeUp', { id, version, memberId, madeUpOn })
    expect((await made(here, '2026-11-12')).code).toBe('CONFLICT')
    expect((await made(away, '2026-11-09')).fields).toHaveProperty('madeUpOn')
    expect((await made(away, '2026-11-22')).fields).toHaveProperty('madeUpOn')
    const check = { meetings: [{ id, version }], state: 'returned' as const, words: null }
    expect((await refusal('meetings.check', check)).fields).toHaveProperty('words')
  })

  it('of long ago a vote nobody counted is no obstacle; of now it is', async () => {
    const office = await anOffice()
    const items = [anItem({ matter: 'discipline' })]
    expect((await finalOf(office, { heldOn: dateOnly('2020-05-01'), items })).status).toBe('final')
    await expect(finalOf(office, { items })).rejects.toThrow('not whole')
  })
})
