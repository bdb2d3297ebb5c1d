import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#core/demo/random.ts'
import { contactWays } from '#shared/domain/mobility.ts'
import { addDays, dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aContact, aLedger, anInflow, anOutflow, aStreetWithPeople } from './mobilityHarness.ts'
import { anIdNo } from './samples.ts'
import { signedInAs } from './testCore.ts'

describe('contacts', () => {
  it('put the next one off when the person was reached, and not otherwise', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const due = async () => (await test.call('mobility.due', { organizationId: null, limit: 10 })).total
    expect(await due()).toBe(1)
    const missed = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-11-20', false),
    })
    expect(missed).toMatchObject({ lastReachedOn: null, isOverdue: true })
    const made = await test.call('mobility.addContact', { recordId: id, contact: aContact('2026-11-21') })
    expect(made).toMatchObject({ lastReachedOn: '2026-11-21', nextDue: '2027-02-21', isOverdue: false })
    expect(await due()).toBe(0)
    const [last] = made.contacts
    const removed = await test.call('mobility.removeContact', { id: last?.id ?? '', version: 1 })
    expect(removed.contacts.map(({ contactedOn }) => contactedOn)).toEqual(['2026-11-20'])
    const activity = await test.call('activity.lastOwn', { kinds: ['mobilityContact'], recordId: null })
    await test.call('activity.undo', { seq: activity?.seq ?? 0 })
    expect(await due()).toBe(0)
  })

  it('that have not happened yet are refused', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const refusal = await test.refusal('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-11-22'),
    })
    expect(refusal.fields?.contactedOn).toContain('晚于今天')
  })

  it('propose a case of 失联 after six months and two calls nobody answered', async () => {
    const { test, member } = await aStreetWithPeople()
    const { id } = await test.call('mobility.create', anOutflow(member.id))
    const once = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-09-20', false),
    })
    expect(once.proposesLostCase).toBe(false)
    const twice = await test.call('mobility.addContact', {
      recordId: id,
      contact: aContact('2026-10-20', false),
    })
    expect(twice.proposesLostCase).toBe(true)
    expect((await test.call('members.get', { id: member.id })).record.isLost).not.toBe(true)
  })
})

describe('the boards', () => {
  it('count by sums of the log what each record says by reading all of it', async () => {
    const { test, street, add } = await aStreetWithPeople()
    const random = seededRandom(5)
    const outs = await Promise.all(Array.from({ length: 12 }, (_, i) => add(`流动${i}`, 2 * i + 3)))
    const made = [
      ...outs.map(({ id }) => anOutflow(id, { outOn: partialDate('2026-02-01') })),
      ...Array.from({ length: 12 }, (_, i) => anInflow(street.branchId, { name: `流入${i}` })),
    ]
    for (const input of made) {
      const { id } = await test.call('mobility.create', input)
      for (let n = random.below(6); n > 0; n -= 1) {
        const contactedOn = addDays(dateOnly('2026-02-01'), random.below(10) * 30)
        const contact = {
          ...aContact('2026-02-01', random.chance(0.5)),
          contactedOn,
          way: random.pick(contactWays),
        }
        await test.call('mobility.addContact', { recordId: id, contact })
      }
    }
    for (const direction of ['LC', 'LR'] as const) {
      const { rows, counts } = await test.call('mobility.list', { ...aLedger, direction })
      const having = (code: string, severity?: string) =>
        rows.filter(({ findings }) =>
          findings.some((found) => found.code === code && (severity ?? found.severity) === found.severity),
        ).length
      expect(counts).toMatchObject({
        overdue: rows.filter(({ isOverdue }) => isOverdue).length,
        silent: having('FLO-04', 'orange'),
        unreported: having('FLO-03'),
        anyFinding: rows.filter(({ findings }) => findings.length > 0).length,
      })
      const due = rows.map(({ nextDue }) => nextDue ?? '')
      expect(due).toEqual(due.toSorted())
      expect(counts.overdue).toBeGreaterThan(0)
      expect(counts.overdue).toBeLessThan(rows.length)
    }
  })

  it('count what their filters list', async () => {
    const { test, add, member } = await aStreetWithPeople()
    const abroad = await add('李出国', 3)
    const settled = await add('孙定居', 5)
    await test.call('mobility.create', anOutflow(member.id, { certExpiresOn: partialDate('2026-12-01') }))
    await test.call(
      'mobility.create',
      anOutflow(abroad.id, { kind: 'abroad', province: '新加坡', city: null }),
    )
    await test.call('mobility.create', anOutflow(settled.id, { isTransferable: true }))
    const { counts } = await test.call('mobility.list', aLedger)
    expect(counts).toMatchObject({
      open: 3,
      closed: 0,
      abroad: 1,
      certificate: 1,
      shouldTransfer: 1,
      overdue: 3,
    })
    for (const filter of ['abroad', 'certificate', 'shouldTransfer', 'overdue', 'silent'] as const) {
      const { total, rows } = await test.call('mobility.list', { ...aLedger, filter })
      expect({ filter, total, rows: rows.length }).toEqual({
        filter,
        total: counts[filter],
        rows: counts[filter],
      })
    }
  })

  it('FLO-09 names a place with three 正式党员, and opens its people', async () => {
    const { test, add, member } = await aStreetWithPeople()
    const others = [await add('钱二', 3), await add('孙三', 5)]
    for (const { id } of [member, ...others]) await test.call('mobility.create', anOutflow(id))
    const { places } = await test.call('mobility.places', { direction: 'LC', organizationId: null })
    expect(places).toEqual([expect.objectContaining({ place: '广东省深圳市', people: 3, full: 3 })])
    expect(places[0]?.finding?.code).toBe('FLO-09')
    expect((await test.call('mobility.list', { ...aLedger, place: '广东省深圳市' })).total).toBe(3)
  })
})

describe('the books', () => {
  const book = { document: 'LC', organizationId: null, format: 'docx', withClosed: false } as const

  it('are masked, and are logged before they can be had', async () => {
    const { test, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id, { phone: '13912345678' }))
    const { file, rows } = await test.call('documents.exportMobility', {
      ...book,
      unmasked: false,
      purpose: null,
    })
    expect(rows).toBe(1)
    const xml = strFromU8(
      unzipSync(test.shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain('139****5678')
    expect(xml).not.toContain(anIdNo('1970-05-04', 1))
    expect(file.name).toBe('2026-测试街道党工委-台账-流出党员台账.docx')
  })

  it('in the clear need a purpose and the right to see the numbers', async () => {
    const { test, street, member } = await aStreetWithPeople()
    await test.call('mobility.create', anOutflow(member.id))
    const refusal = await test.refusal('documents.exportMobility', { ...book, unmasked: true, purpose: null })
    expect(refusal.fields?.purpose).toContain('用途')
    const as = await signedInAs(test, street.communityId)
    const asked = { ...book, unmasked: true, purpose: '核对' }
    expect(await as('leader').refusal('documents.exportMobility', asked)).toMatchObject({ code: 'FORBIDDEN' })
    const { file } = await test.call('documents.exportMobility', asked)
    const xml = strFromU8(
      unzipSync(test.shelf.read(file.handle).bytes)['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain(anIdNo('1970-05-04', 1))
  })
})
