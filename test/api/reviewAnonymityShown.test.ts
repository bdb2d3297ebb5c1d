import { describe, expect, it } from 'vitest'
import { readTables } from './ledgerCopy.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import {
  aBallotPlace,
  aBatch,
  aClosedBatch,
  type BallotPlace,
  type Cells,
  keySheets,
  shortScheme,
} from './reviewBallotsHarness.ts'

const sheets: readonly Cells[] = [
  ['90', '80', '好'],
  ['85', '75.5', '较好'],
  ['', '60', '好'],
  ['100', '0', '一般'],
  ['70', '70', '差'],
  ['33', '44', '差'],
]

const later = '2026-11-21T02:01:00Z'

const rejection = (part: string) => ({ messageZh: expect.stringContaining(part) })

async function start() {
  const office = await aStandardOffice({ withoutWest: true })
  return { office, place: await aBallotPlace(office, office.east, shortScheme()), ...office.as }
}

/** What is shown of one direction on the first, by whoever may look. */
async function shown({ as }: StandardOffice, { first }: BallotPlace, componentId: string) {
  const { components } = await as.leader.call('reviews.subject', { id: first })
  const found = components.find((each) => each.componentId === componentId)
  if (!found) throw new Error('no such direction')
  return found
}

describe('REV-06: what is shown of ballots', () => {
  it('the sums are the same whatever order the ballots lay in', async () => {
    const { office, place, street, east } = await start()
    const papers = { issued: sheets.length, returned: sheets.length }
    const { id, version } = await street.call('reviewBallots.open', {
      fields: aBatch(place, {
        subjects: [
          { subjectId: place.first, ...papers },
          { subjectId: place.second, ...papers },
        ],
      }),
    })
    for (const [caller, pass] of [
      [street, 1],
      [east, 2],
    ] as const)
      for (const [index, cells] of sheets.entries())
        await caller.call('reviewBallots.key', {
          id,
          pass,
          place: index + 1,
          lines: [
            { subjectId: place.first, cells: [...cells], opinion: null },
            { subjectId: place.second, cells: [...(sheets.at(-1 - index) ?? [])], opinion: null },
          ],
        })
    await street.call('reviewBallots.close', { id, version })
    const { review_counts: counts = [] } = await readTables(office.dataDir)
    const [one, other] = [place.first, place.second].map((subject) =>
      counts.flatMap(({ subject_id, ...sums }) => (subject_id === subject ? [sums] : [])),
    )
    expect(one).toHaveLength(1)
    expect(one).toEqual(other)
  })

  it('three ballots of a group are counted with another group, and no route shows them alone', async () => {
    const { office, place, street } = await start()
    const { id } = await street.call('reviewBallots.open', {
      fields: aBatch(place, {
        groupId: 'public',
        subjects: [{ subjectId: place.first, issued: 3, returned: 3 }],
      }),
    })
    // The other batch is closed while this one is open: nobody sees its result alone.
    office.clock.set(later)
    await aClosedBatch(office, place, sheets)
    expect(await shown(office, place, 'down')).toMatchObject({
      state: 'open',
      hundredths: null,
      explanation: null,
      groups: [],
      opinions: [],
    })
    const few = sheets.slice(3)
    await keySheets(street, id, 1, place.first, few)
    await keySheets(office.as.east, id, 2, place.first, few)
    await street.call('reviewBallots.close', { id, version: 1 })
    const down = await shown(office, place, 'down')
    expect(down.groups.map(({ valid }) => valid)).toEqual([9])
    const told = await Promise.all([
      street.call('reviews.subject', { id: place.first }),
      street.call('reviews.scores', { campaignId: place.campaignId }),
      street.call('reviews.board', { campaignId: place.campaignId }),
      street.call('reviewBallots.get', { id }),
      street.call('reviewBallots.list', { campaignId: place.campaignId }),
    ])
    const text = JSON.stringify(told)
    // 一般 1, 差 2 of the three alone; their sums of the two things.
    expect(text).not.toMatch(/"fair":1,"poor":2|"sum":20300|"sum":11400/)
    expect(text).toContain('"fair":2,"poor":4')
  })

  it('three ballots of a whole direction give a score and nothing else', async () => {
    const { office, place } = await start()
    await aClosedBatch(office, place, sheets.slice(0, 3), { componentId: 'up', groupId: 'superiors' })
    const up = await shown(office, place, 'up')
    expect([up.state, up.hundredths, up.indicators]).toEqual(['scored', 90_00, []])
    expect(up.groups.map(({ tally }) => tally)).toEqual([{}])
    expect(JSON.stringify(up)).not.toMatch(/×\s*2|2 票|"best"/)
  })

  it('what was shown and what is shown next never differ by fewer than five ballots', async () => {
    const { office, place, street, east } = await start()
    await aClosedBatch(office, place, sheets)
    const before = await shown(office, place, 'down')
    // Ten go out, so it may be opened; three come back.
    const papers = (returned: number) => [{ subjectId: place.first, issued: 10, returned }]
    const fields = aBatch(place, { subjects: papers(3) })
    const { id } = await street.call('reviewBallots.open', { fields })
    expect((await shown(office, place, 'down')).groups).toEqual([])
    await keySheets(street, id, 1, place.first, sheets.slice(0, 3))
    await keySheets(east, id, 2, place.first, sheets.slice(0, 3))
    await expect(street.call('reviewBallots.close', { id, version: 1 })).rejects.toMatchObject({
      messageZh: expect.stringContaining('计入会暴露票数'),
    })
    const { version } = await street.call('reviewBallots.update', {
      id,
      version: 1,
      fields: { ...fields, subjects: papers(6) },
    })
    await keySheets(street, id, 1, place.first, sheets)
    await keySheets(east, id, 2, place.first, sheets)
    await street.call('reviewBallots.close', { id, version })
    const after = await shown(office, place, 'down')
    const [was = 0, is = 0] = [before, after].map(({ groups }) => groups[0]?.valid ?? 0)
    expect([was, is]).toEqual([6, 12])
  })

  it('with ballots counted, no reason lets small groups be merged or left out otherwise', async () => {
    const { office, place, street } = await start()
    await aClosedBatch(office, place, sheets)
    const { schemes } = await street.call('reviews.campaign', { id: place.campaignId })
    const [stored] = schemes
    if (!stored) throw new Error('no scheme')
    const { id, version, name, scheme } = stored
    const save = (changed: typeof scheme) =>
      street.call('reviews.saveScheme', { id, version, name, scheme: changed, reason: '上级要求' })
    const regrouped = scheme.components.map((component) =>
      component.kind === 'rated'
        ? { ...component, groups: component.groups.map((group) => ({ ...group, mergesInto: null })) }
        : component,
    )
    const kept = rejection('相减，会看出少数人的票')
    await expect(save({ ...scheme, components: regrouped })).rejects.toMatchObject(kept)
    await expect(save({ ...scheme, hideBelow: 10 })).rejects.toMatchObject(kept)
    const returns = { ...scheme.returns, voidBelow: 10 }
    await expect(save({ ...scheme, returns })).rejects.toMatchObject(kept)
    await save({ ...scheme, bestLimit: 30 })
  })
})
