import { describe, expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { add, first, move, order, second } from './membershipsHarness.ts'
import { anOffice, anOrganization } from './samples.ts'
import { spellsOf } from './spells.ts'
import { aLeaving } from './transfersHarness.ts'

describe('memberships.move', () => {
  it('moves people on a day of the past, by a paper and for a reason', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call('memberships.move', move(office, { members: [{ id, version }] }))
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2026-03-01 1/NB`,
      `${second} 2026-03-01.. NB/`,
    ])
    const { entries } = await office.call('memberships.ofMember', { id })
    expect(entries.filter(({ kind }) => kind === 'stay')).toMatchObject([
      { title: second, isNow: true, details: ['进入：支部间调整，依据 测街党〔2026〕3号，住址变动'] },
      { title: first, isNow: false, toOn: '2026-03-01' },
    ])
    const [entry] = (
      await office.call('activity.list', {
        accountId: null,
        kind: null,
        from: null,
        to: null,
        text: null,
        offset: 0,
        limit: 1,
      })
    ).rows
    expect(entry).toMatchObject({ title: '调整支部', changeCount: 1, subjects: [{ name: '王小明' }] })
  })

  it('puts a branch right that was written down wrongly: nobody was ever there', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call(
      'memberships.move',
      move(office, { members: [{ id, version }], how: 'neverThere', on: null }),
    )
    expect((await spellsOf(office, id)).stays).toEqual([`${second} 1995-07-01.. 1/`])
    expect((await office.call('members.get', { id })).record.enteredOn).toBe(null)
  })

  it.each([
    [{ on: dateOnly('2026-11-22') }, { on: '日期不能晚于今天，请重新填写' }],
    [{ on: null }, { on: '请填写从哪一天起在新支部' }],
    [{ toId: 'no such' }, { toId: '组织关系只能在党支部，请重新选择' }],
  ])('refuses %j beside the field', async (fields, problems) => {
    const office = await anOffice()
    const { id, version } = await add(office)
    expect(
      await office.refusal('memberships.move', move(office, { members: [{ id, version }], ...fields })),
    ).toMatchObject({ code: 'VALIDATION_FAILED', fields: problems })
  })

  it('says before of somebody whose transfer out is not done that the letter will not follow', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    const { members: _m, reason: _r, docNo: _d, ...target } = move(office, {})
    const check = () => office.call('memberships.checkMove', { ids: [id], ...target })
    expect((await check()).rows).toMatchObject([{ refused: null, warned: null }])
    await office.call('transfers.create', aLeaving(id))
    const [row] = (await check()).rows
    expect(row).toMatchObject({ refused: null })
    expect(row?.warned).toContain('组织关系转出还没有办结（待开具')
    expect(row?.warned).toContain('请先到“组织关系转接”退回或作废')
  })

  it('moves all or nobody, and says before who cannot be moved and why', async () => {
    const office = await anOffice()
    const old = await add(office)
    const young = await add(office, { name: '李新', idNo: order(1), enteredOn: partialDate('2026-06') })
    const dead = await add(office, { name: '赵故', idNo: order(2), partyStatus: 'SW' })
    const people = [old, young, dead]
    const { members: _m, reason: _r, docNo: _d, ...target } = move(office, {})
    const { rows } = await office.call('memberships.checkMove', {
      ids: people.map(({ id }) => id),
      ...target,
    })
    expect(new Map(rows.map(({ name, refused }) => [name, refused]))).toEqual(
      new Map([
        ['王小明', null],
        ['李新', '2026年6月才到现在的支部，调整日期要晚于这一天；登记错支部的请选“更正”'],
        ['赵故', '已不在册，不能调整支部；登记错支部的请选“更正”'],
      ]),
    )
    const refusal = await office.refusal(
      'memberships.move',
      move(office, { members: people.map(({ id, version }) => ({ id, version })) }),
    )
    expect(refusal.messageZh).toContain('“李新”2026年6月才到现在的支部')
    expect((await spellsOf(office, old.id)).stays).toHaveLength(1)
  })
})

describe('memberships.changeStatus', () => {
  const to = (id: string, version: number, fields: Partial<RouteInput<'memberships.changeStatus'>>) => ({
    id,
    version,
    to: 'TZ' as const,
    kind: 'TZ-SL',
    on: partialDate('2026-01-10'),
    doc: '测街党〔2026〕1号',
    reason: '失去联系',
    toId: null,
    ...fields,
  })

  it('stops, restores into another branch, and both stand in the 经历', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call('memberships.changeStatus', to(id, version, {}))
    await office.call(
      'memberships.changeStatus',
      to(id, version + 1, { to: 'ZC', kind: null, on: dateOnly('2026-05-01'), toId: office.otherBranchId }),
    )
    expect(await spellsOf(office, id)).toMatchObject({
      stays: [`${first} 1995-07-01..2026-01-10 1/TZ`, `${second} 2026-05-01.. 4/`],
      statuses: ['TZ 2026-01-10..2026-05-01'],
    })
    expect((await office.call('members.get', { id })).record).toMatchObject({
      partyStatus: 'ZC',
      organizationId: office.otherBranchId,
    })
  })

  it('MEM-03 shows the finding before saving and refuses the way back from 出党 without a paper', async () => {
    const office = await anOffice()
    const { id, version } = await add(office, {
      partyStatus: 'CD',
      partyStatusKind: 'CD-CM',
      partyStatusOn: partialDate('2020-01-01'),
    })
    const input = to(id, version, { to: 'ZC', kind: null, doc: null })
    const { version: _v, reason: _r, ...asked } = input
    expect((await office.call('memberships.checkStatus', asked)).findings).toMatchObject([
      { code: 'MEM-03', severity: 'block' },
    ])
    expect(await office.refusal('memberships.changeStatus', input)).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  })

  it.each([
    ['2026-11-22', '日期不能晚于今天'],
    ['1990-01-01', '早于到本支部的日期'],
    ['1995', '分不清在到本支部（1995年7月1日）之前还是之后'],
  ])('refuses %s', async (on, sentence) => {
    const office = await anOffice()
    const { id, version } = await add(office)
    const refusal = await office.refusal('memberships.changeStatus', to(id, version, { on: partialDate(on) }))
    expect(refusal.fields?.['on']).toContain(sentence)
  })

  it('a return told by its year alone does not wipe out the leaving of that year', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call('memberships.changeStatus', to(id, version, {}))
    const back = { to: 'ZC', kind: null } as const
    const refusal = await office.refusal(
      'memberships.changeStatus',
      to(id, version + 1, { ...back, on: partialDate('2026') }),
    )
    expect(refusal.fields?.['on']).toContain('分不清在离开（2026年1月10日）之前还是之后，请写到日')
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01..2026-01-10 1/TZ`])
  })

  it('refuses a second change made from the same version', async () => {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call('memberships.changeStatus', to(id, version, { to: 'LC', kind: null }))
    expect(
      await office.refusal('memberships.changeStatus', to(id, version, { to: 'SW', kind: null })),
    ).toMatchObject({ code: 'STALE_WRITE' })
  })
})

describe('memberships.correct', () => {
  async function moved() {
    const office = await anOffice()
    const { id, version } = await add(office)
    await office.call('memberships.move', move(office, { members: [{ id, version }] }))
    const stays = (await office.call('memberships.ofMember', { id })).entries.filter(
      ({ kind }) => kind === 'stay',
    )
    const fieldsOf = (at: number, fields: Partial<RouteInput<'memberships.correct'>>) => {
      const entry = stays[at]
      if (!entry?.stay) throw new Error('no stay')
      const { isLast: _l, ...stay } = entry.stay
      return {
        stayId: entry.id,
        fromOn: entry.fromOn === '' ? null : entry.fromOn,
        toOn: entry.toOn === '' ? null : entry.toOn,
        reason: '按档案更正',
        ...stay,
        ...fields,
      }
    }
    return { office, id, fieldsOf }
  }

  it('of the newest stay moves the end of the one before, and 进入本支部日期; undo puts all back', async () => {
    const { office, id, fieldsOf } = await moved()
    await office.call('memberships.correct', fieldsOf(0, { fromOn: partialDate('2025-12') }))
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2025-12 1/NB`,
      `${second} 2025-12.. NB/`,
    ])
    expect((await office.call('members.get', { id })).record.enteredOn).toBe('2025-12')
    await undoNewest(office)
    expect((await spellsOf(office, id)).stays[0]).toBe(`${first} 1995-07-01..2026-03-01 1/NB`)
    expect((await office.call('members.get', { id })).record.enteredOn).toBe('2026-03-01')
  })

  it('of an older stay puts its start, branch and paper right', async () => {
    const { office, id, fieldsOf } = await moved()
    const third = await office.call('organizations.create', {
      parentId: office.communityId,
      fields: anOrganization({ shortName: '旧三支部' }),
    })
    await office.call(
      'memberships.correct',
      fieldsOf(1, { fromOn: partialDate('1996'), organizationId: third.id, leftDoc: '旧文件' }),
    )
    expect((await spellsOf(office, id)).stays).toEqual([
      '旧三支部 1996..2026-03-01 1/NB',
      `${second} 2026-03-01.. NB/`,
    ])
  })

  it.each([
    [0, { fromOn: partialDate('1995-07-01') }, '同一天只能在一个支部'],
    [1, { fromOn: partialDate('1990') }, '早于入党日期'],
    [1, { fromOn: partialDate('2026-04') }, '截止日期要晚于起始日期'],
    [1, { toOn: null }, '请填写截止日期'],
    [0, { toOn: partialDate('2026-05') }, '离开请用'],
    [0, { fromOn: partialDate('2027') }, '不能晚于今天'],
  ])('stay %i: refuses %j', async (at, fields, sentence) => {
    const { office, fieldsOf } = await moved()
    const refusal = await office.refusal('memberships.correct', fieldsOf(at, fields))
    expect(JSON.stringify([refusal.messageZh, refusal.fields])).toContain(sentence)
  })
})
