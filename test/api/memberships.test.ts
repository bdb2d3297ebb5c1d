import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { add, first, second, update } from './membershipsHarness.ts'
import { anIdNo, anOffice } from './samples.ts'
import { spellsOf } from './spells.ts'

describe('a new member', () => {
  it('stays in the branch since 进入本支部日期, else since joining, else since nobody knows', async () => {
    const office = await anOffice()
    const entered = await add(office, { enteredOn: partialDate('2019-05'), enteredKind: '3' })
    const joined = await add(office, { idNo: anIdNo('1970-05-04', 3) })
    const unknown = await add(office, { idNo: anIdNo('1970-05-04', 5), joinedOn: null, regularOn: null })
    expect((await spellsOf(office, entered.id)).stays).toEqual([`${first} 2019-05.. 3/`])
    expect((await spellsOf(office, joined.id)).stays).toEqual([`${first} 1995-07-01.. 1/`])
    expect((await spellsOf(office, unknown.id)).stays).toEqual([`${first} ?.. /`])
  })

  it('who is counted no more has left, on a day unknown when none is written down', async () => {
    const office = await anOffice()
    const dead = await add(office, { partyStatus: 'SW', partyStatusOn: partialDate('2020-03') })
    const gone = await add(office, { partyStatus: 'ZCU', idNo: anIdNo('1970-05-04', 3) })
    expect(await spellsOf(office, dead.id)).toMatchObject({
      stays: [`${first} 1995-07-01..2020-03 1/SW`],
      statuses: ['SW 2020-03..'],
    })
    expect(await spellsOf(office, gone.id)).toMatchObject({
      stays: [`${first} 1995-07-01..? 1/ZCU`],
      statuses: ['ZCU ?..'],
    })
  })

  it('what is written down for the future begins today: as of today everybody is where the record says', async () => {
    const office = await anOffice()
    const { id } = await add(office, { enteredOn: partialDate('2027-01') })
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 2026-11-21.. /`])
  })

  it('is 正式党员 from 转正 on; whoever is made one later is so in every stay', async () => {
    const office = await anOffice()
    const { id } = await add(office, {
      personType: '2',
      regularOn: null,
      joinedOn: partialDate('2025-11-21'),
    })
    await update(office, id, { organizationId: office.otherBranchId, groupId: null })
    expect((await spellsOf(office, id)).fullFrom).toEqual([null, null])
    await update(office, id, { personType: '1', regularOn: partialDate('2026-11-21') })
    expect((await spellsOf(office, id)).fullFrom).toEqual(['2026-11-21', '2026-11-21'])
    await undoNewest(office)
    expect((await spellsOf(office, id)).fullFrom).toEqual([null, null])
  })
})

describe('another branch', () => {
  it('today ends one stay and begins the next; 进入本支部日期 follows', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    const { record } = await update(office, id, { organizationId: office.otherBranchId, groupId: null })
    expect(record).toMatchObject({ enteredOn: '2026-11-21', enteredKind: '2' })
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2026-11-21 1/NB`,
      `${second} 2026-11-21.. NB/`,
    ])
  })

  it('with 进入本支部日期 happens on that day', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { organizationId: office.otherBranchId, enteredOn: partialDate('2024-02') })
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2024-02 1/NB`,
      `${second} 2024-02.. NB/`,
    ])
  })

  it('on the day of coming, or before it, is a slip put right: nobody was in the wrong branch', async () => {
    const office = await anOffice()
    const { id } = await add(office, { enteredOn: dateOnly('2026-11-21') })
    await update(office, id, { organizationId: office.otherBranchId })
    expect((await spellsOf(office, id)).stays).toEqual([`${second} 2026-11-21.. 2/`])
  })

  it('进入本支部日期 put right moves the end of the stay before', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { organizationId: office.otherBranchId })
    await update(office, id, { enteredOn: partialDate('2026-09-01') })
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 1995-07-01..2026-09-01 1/NB`,
      `${second} 2026-09-01.. NB/`,
    ])
  })

  it('入党日期 put right moves the start of the first stay, wherever the person is by now', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { organizationId: office.otherBranchId })
    await update(office, id, { joinedOn: partialDate('1993-07-01') })
    expect((await spellsOf(office, id)).stays[0]).toBe(`${first} 1993-07-01..2026-11-21 1/NB`)
  })

  it('entered as older than the stay before never overlaps it', async () => {
    const office = await anOffice()
    const { id } = await add(office, { enteredOn: partialDate('2010-01-01') })
    await update(office, id, { organizationId: office.otherBranchId })
    await update(office, id, { enteredOn: partialDate('2005-01-01') })
    expect((await spellsOf(office, id)).stays).toEqual([
      `${first} 2010-01-01..2026-11-21 /NB`,
      `${second} 2026-11-21.. NB/`,
    ])
  })

  it('for many at once is a stay each, undone and done again as one', async () => {
    const office = await anOffice()
    const people = [await add(office), await add(office, { idNo: anIdNo('1970-05-04', 3) })]
    await office.call('members.applyBulk', {
      members: people.map(({ id, version }) => ({ id, version })),
      change: { field: 'organizationId', value: office.otherBranchId },
    })
    const moved = [`${first} 1995-07-01..2026-11-21 1/NB`, `${second} 2026-11-21.. NB/`]
    for (const { id } of people) expect((await spellsOf(office, id)).stays).toEqual(moved)
    await undoNewest(office)
    for (const { id } of people)
      expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01.. 1/`])
    await undoNewest(office)
    for (const { id } of people) expect((await spellsOf(office, id)).stays).toEqual(moved)
  })
})

describe('leaving', () => {
  it.each(['SW', 'TZ', 'CD', 'ZCU'] as const)(
    '%s ends the stay on its date and is taken back by undo',
    async (partyStatus) => {
      const office = await anOffice()
      const { id } = await add(office)
      await update(office, id, { partyStatus, partyStatusOn: partialDate('2026-10-08') })
      expect(await spellsOf(office, id)).toMatchObject({
        stays: [`${first} 1995-07-01..2026-10-08 1/${partyStatus}`],
        statuses: [`${partyStatus} 2026-10-08..`],
      })
      await undoNewest(office)
      expect(await spellsOf(office, id)).toMatchObject({ stays: [`${first} 1995-07-01.. 1/`], statuses: [] })
    },
  )

  it('its date put right moves the end; its date struck out leaves a day nobody knows', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'SW', partyStatusOn: partialDate('2026-10-08') })
    await update(office, id, { partyStatusOn: partialDate('2026-10-01') })
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01..2026-10-01 1/SW`])
    await update(office, id, { partyStatusOn: null })
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01..? 1/SW`])
  })

  it('除名 after 停止党籍 leaves the stay as it ended; the same status put right moves it', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'TZ', partyStatusOn: partialDate('2023-05-08') })
    await update(office, id, {
      partyStatus: 'CD',
      partyStatusKind: 'CD-TL',
      partyStatusOn: partialDate('2025-06-01'),
    })
    const ended = [`${first} 1995-07-01..2023-05-08 1/TZ`]
    expect(await spellsOf(office, id)).toMatchObject({
      stays: ended,
      statuses: ['TZ 2023-05-08..2025-06-01', 'CD 2025-06-01..'],
    })
    await update(office, id, { partyStatusOn: partialDate('2025-07-01') })
    expect((await spellsOf(office, id)).stays).toEqual(ended)
  })

  it('another status from the same day on was the right one all along', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'TZ', partyStatusOn: partialDate('2023-05-08') })
    await update(office, id, { partyStatus: 'SW', partyStatusOn: partialDate('2023-05-01') })
    expect((await spellsOf(office, id)).stays).toEqual([`${first} 1995-07-01..2023-05-01 1/SW`])
  })

  it('留党察看 is no leaving: a status beside the stay', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'LC', partyStatusOn: partialDate('2026-01-10') })
    await update(office, id, { partyStatus: 'ZC', partyStatusOn: partialDate('2026-11-10') })
    expect(await spellsOf(office, id)).toMatchObject({
      stays: [`${first} 1995-07-01.. 1/`],
      statuses: ['LC 2026-01-10..2026-11-10'],
    })
  })

  it('停止党籍 and back is two stays; back on the same day, the stop was a slip', async () => {
    const office = await anOffice()
    const { id } = await add(office)
    await update(office, id, { partyStatus: 'TZ', partyStatusOn: partialDate('2025-01-10') })
    await update(office, id, {
      partyStatus: 'ZC',
      partyStatusOn: partialDate('2026-03-01'),
      partyStatusDoc: '测街党〔2026〕3号',
    })
    expect(await spellsOf(office, id)).toMatchObject({
      stays: [`${first} 1995-07-01..2025-01-10 1/TZ`, `${first} 2026-03-01.. 4/`],
      statuses: ['TZ 2025-01-10..2026-03-01'],
    })
    const slip = await add(office, { idNo: anIdNo('1970-05-04', 3) })
    await update(office, slip.id, { partyStatus: 'TZ' })
    await update(office, slip.id, { partyStatus: 'ZC' })
    expect(await spellsOf(office, slip.id)).toMatchObject({
      stays: [`${first} 1995-07-01.. 1/`],
      statuses: [],
    })
  })
})
