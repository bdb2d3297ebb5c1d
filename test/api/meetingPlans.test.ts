import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aMeeting } from './meetingHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'

describe('the plan of a branch and year', () => {
  it('begins with what it owes month by month, and says nothing of what is to be said', async () => {
    const { call, branchId } = await anOffice()
    const { id, version, fields } = await call('meetingPlans.get', { organizationId: branchId, year: 2026 })
    expect([id, version, fields.themeDay]).toEqual([null, null, null])
    const counted = Map.groupBy(fields.items, ({ kind }) => kind)
    expect([...counted].map(([kind, items]) => `${kind} ${items.length}`)).toEqual([
      'themeDay 12',
      'lecture 4',
      'branchMeeting 4',
      'organizationLife 1',
      'appraisal 1',
    ])
    expect(fields.items.filter(({ topic, program, plannedOn }) => topic ?? program ?? plannedOn)).toEqual([])
  })

  it('is saved whole: lines keep their ids, go, come and are put in order; undone as one', async () => {
    const { call, branchId } = await anOffice()
    const key = { organizationId: branchId, year: 2026 }
    const { fields } = await call('meetingPlans.get', key)
    const first = await call('meetingPlans.save', {
      ...key,
      version: null,
      fields: { ...fields, themeDay: 5 },
    })
    expect([first.version, first.fields.items.length]).toEqual([1, 22])
    const [one, two] = first.fields.items
    if (!one || !two) throw new Error('no lines')
    const items = [two, { ...one, topic: '慰问老党员' }, { ...one, id: null, topic: '另一项' }]
    const second = await call('meetingPlans.save', { ...key, version: 1, fields: { ...first.fields, items } })
    expect(second.fields.items.map(({ id, topic }) => [id === null, topic])).toEqual([
      [false, null],
      [false, '慰问老党员'],
      [false, '另一项'],
    ])
    expect(second.fields.items[1]?.id).toBe(one.id)
    const strange = { ...second.fields, items: [{ ...one, id: 'elsewhere' }] }
    const refused = { ...key, version: 2, fields: strange }
    const rows = await call('activity.list', {
      accountId: null,
      kind: null,
      from: null,
      to: null,
      text: null,
      offset: 0,
      limit: 1,
    })
    await call('activity.undo', { seq: rows.rows[0]?.seq ?? 0 })
    const back = await call('meetingPlans.get', key)
    expect([back.fields.items.length, back.fields.items[0]?.id]).toEqual([22, one.id])
    // Whoever had the plan open before does not write over it.
    await expect(call('meetingPlans.save', { ...key, version: 2, fields })).rejects.toMatchObject({
      code: 'STALE_WRITE',
    })
    await expect(call('meetingPlans.save', { ...refused, version: back.version })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  it('carries the fixed day of last year, and finds what was held of each line', async () => {
    const { call, branchId } = await anOffice()
    const plan = { themeDay: 8, remark: null, items: [] }
    await call('meetingPlans.save', { organizationId: branchId, year: 2025, version: null, fields: plan })
    const heldOn = dateOnly('2026-03-09')
    const { id } = await call('meetings.create', {
      fields: aMeeting(branchId, { heldOn, kinds: ['themeDay'] }),
    })
    const { fields, held } = await call('meetingPlans.get', { organizationId: branchId, year: 2026 })
    expect(fields.themeDay).toBe(8)
    const at = fields.items.findIndex(({ month, kind }) => month === 3 && kind === 'themeDay')
    expect(held[at]).toEqual({ meetings: 1, firstId: id })
    expect(held.filter(({ meetings }) => meetings > 0)).toHaveLength(1)
  })
})

describe('topic guides', () => {
  it('of the street are read by its communities and changed by the street alone', async () => {
    const office = await aStaffedOffice()
    const fields = {
      organizationId: office.rootId,
      year: 2026,
      month: 12,
      title: '12月主题提示',
      study: '学习党章',
      activities: null,
      demands: null,
      docNo: null,
      issuedOn: dateOnly('2026-11-20'),
    }
    const guide = await office.call('topicGuides.save', { id: null, version: null, fields })
    const clerk = office.as('communityClerk')
    const { rows } = await clerk.call('topicGuides.list', { year: 2026 })
    expect(rows).toMatchObject([{ id: guide.id, title: '12月主题提示', organizationName: '测试街道党工委' }])
    const changed = {
      id: guide.id,
      version: guide.version,
      fields: { ...fields, organizationId: office.communityId },
    }
    expect(await clerk.refusal('topicGuides.save', changed)).toMatchObject({ code: 'NOT_FOUND' })
    const trash = { id: guide.id, version: guide.version, reason: '过期' }
    expect(await clerk.refusal('topicGuides.trash', trash)).toMatchObject({ code: 'NOT_FOUND' })
    await office.call('topicGuides.trash', trash)
    expect((await clerk.call('topicGuides.list', { year: null })).rows).toEqual([])
  })

  it('numbers somebody wrote into a plan or a guide are not shown to who may not see them', async () => {
    const office = await aStaffedOffice()
    const key = { organizationId: office.branchId, year: 2026 }
    const words = '联系 13911112222'
    const line = {
      id: null,
      month: 3,
      kind: 'themeDay',
      plannedOn: null,
      program: words,
      place: words,
    } as const
    const items = [{ ...line, topic: words, personName: null }]
    const fields = { themeDay: null, remark: words, items }
    await office.call('meetingPlans.save', { ...key, version: null, fields })
    await office.call('topicGuides.save', {
      id: null,
      version: null,
      fields: {
        organizationId: office.rootId,
        year: 2026,
        month: 3,
        title: words,
        study: words,
        activities: null,
        demands: null,
        docNo: null,
        issuedOn: null,
      },
    })
    const read = async (caller: typeof office | ReturnType<typeof office.as>) =>
      JSON.stringify([
        await caller.call('meetingPlans.get', key),
        await caller.call('topicGuides.list', { year: 2026 }),
      ])
    expect(await read(office.as('leader'))).not.toContain('13911112222')
    expect(await read(office)).toContain('13911112222')
  })
})
