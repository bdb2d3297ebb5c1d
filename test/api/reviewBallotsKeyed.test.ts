import { describe, expect, it } from 'vitest'
import { readTables } from './ledgerCopy.ts'
import { aBatch, five, keySheets, rejects, start } from './reviewBallotsHarness.ts'

describe('a batch of ballots', () => {
  it('REV-05: 120 of 100 is kept as keyed, refused with its place, and nothing is closed until it is settled', async () => {
    const { place, street, east } = await start()
    const { id, version } = await street.call('reviewBallots.open', { fields: aBatch(place) })
    const sheets = five.map((cells, index) => (index === 2 ? ['120', ...cells.slice(1)] : [...cells]))
    await keySheets(street, id, 1, place.first, sheets)
    await keySheets(east, id, 2, place.first, sheets)
    const [, , third] = await street.call('reviewBallots.keyed', { id, pass: 1 })
    expect(third?.lines[0]).toMatchObject({
      cells: ['120', '60', '好'],
      note: '第 3 张“思想政治”：“120”超出 0–100 分，请核对原票',
    })
    const [refused, ...others] = await east.call('reviewBallots.differences', { id })
    expect(others).toEqual([])
    expect(refused).toMatchObject({ place: 3, itemId: 'i1', kind: 'refused' })
    await expect(street.call('reviewBallots.close', { id, version })).rejects.toMatchObject(
      rejects(/还有 1 张票/),
    )
    const settling = { id, place: 3, subjectId: place.first, itemId: 'i1', isThere: true }
    await expect(east.call('reviewBallots.settle', { ...settling, cell: '130' })).rejects.toMatchObject(
      rejects(/超出 0–100 分/),
    )
    expect(await east.call('reviewBallots.settle', { ...settling, cell: '20' })).toEqual([])
    // What two people keyed alike is not for one to change, nor to take away.
    for (const change of [{ place: 1 }, { place: 1, itemId: null, isThere: false }, {}])
      await expect(
        east.call('reviewBallots.settle', { ...settling, ...change, cell: '20' }),
      ).rejects.toMatchObject(rejects(/没有不一致，或已核定/))
    const closed = await street.call('reviewBallots.close', { id, version })
    expect(closed).toMatchObject({ state: 'closed', passes: [], whyNotClosed: null })
  })

  it('is keyed twice by two people, who never see each other’s ballots', async () => {
    const { place, street, east } = await start()
    const { id, version } = await street.call('reviewBallots.open', { fields: aBatch(place) })
    await keySheets(street, id, 1, place.first, five)
    const sheet = { id, place: 1, lines: [{ subjectId: place.first, cells: [...five[0]], opinion: null }] }
    await expect(street.call('reviewBallots.key', { ...sheet, pass: 2 })).rejects.toMatchObject(
      rejects('第二遍须由另一个人录入，请换人登录后录入'),
    )
    await expect(east.call('reviewBallots.key', { ...sheet, pass: 1 })).rejects.toMatchObject(
      rejects(/另一位同志录入/),
    )
    await expect(east.call('reviewBallots.keyed', { id, pass: 1 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const before = await east.call('reviewBallots.differences', { id })
    expect(before.map(({ first, second, itemId }) => [first, second, itemId])).toEqual(
      five.map(() => [null, null, null]),
    )
    await keySheets(east, id, 2, place.first, [['90', '80', '较好'], ...five.slice(1, 4)])
    await expect(street.call('reviewBallots.close', { id, version })).rejects.toMatchObject(
      rejects(/第二遍：“甲书记”收回 5 张，录入 4 张/),
    )
    expect((await street.call('reviewBallots.differences', { id })).map(({ message }) => message)).toEqual([
      '第 1 张“总体评价”：第一遍 好，第二遍 较好，请核对原票',
      '第 5 张只录了第一遍；原票有的请在另一遍补录，没有的请删去',
    ])
  })

  it('takes no more sheets than came back, and keeps keyed people in the batch', async () => {
    const { place, street } = await start()
    const fields = aBatch(place)
    const { id, version } = await street.call('reviewBallots.open', { fields })
    await keySheets(street, id, 1, place.first, [five[0]])
    await street.call('reviewBallots.removeSheet', { id, pass: 1, place: 1 })
    // Taken back is not lost.
    expect((await street.call('reviewBallots.get', { id })).findings).toEqual([])
    await keySheets(street, id, 1, place.first, five)
    await expect(keySheets(street, id, 1, place.first, [...five, five[0]])).rejects.toMatchObject(
      rejects(/收回 5 张，已经录入 5 张/),
    )
    const update = (subjects: typeof fields.subjects) =>
      street.call('reviewBallots.update', { id, version, fields: { ...fields, subjects } })
    await expect(update([{ subjectId: place.second, issued: 5, returned: 5 }])).rejects.toMatchObject(
      rejects(/“甲书记”已经录入了票/),
    )
    await expect(update([{ subjectId: place.first, issued: 5, returned: 4 }])).rejects.toMatchObject(
      rejects(/不能少于录入的/),
    )
    for (const change of [{ groupId: 'public' }, { componentId: 'up', groupId: 'superiors' }])
      await expect(
        street.call('reviewBallots.update', { id, version, fields: { ...fields, ...change } }),
      ).rejects.toMatchObject(rejects(/不能再改方案、方向、群体/))
    const twice = { subjectId: place.first, cells: ['80'], opinion: null }
    await expect(
      street.call('reviewBallots.key', { id, pass: 1, place: 5, lines: [twice, twice] }),
    ).rejects.toMatchObject(rejects(/在一张票上出现了两次/))
    const more = await update([{ subjectId: place.first, issued: 6, returned: 5 }])
    expect(more).toMatchObject({ version: version + 1, issued: 6 })
  })

  it('leaves sums, words in the order of words, and nothing else', async () => {
    const { place, street, east, office } = await start()
    const { id, version } = await street.call('reviewBallots.open', { fields: aBatch(place) })
    for (const [caller, pass] of [
      [street, 1],
      [east, 2],
    ] as const)
      for (const [index, cells] of five.entries())
        await caller.call('reviewBallots.key', {
          id,
          pass,
          place: index + 1,
          lines: [
            {
              subjectId: place.first,
              cells: [...cells],
              // What only one of the two wrote down is kept.
              opinion: index < pass ? (['多下支部', '办实事'][index] ?? '') : null,
            },
          ],
        })
    await street.call('reviewBallots.close', { id, version })
    const tables = await readTables(office.dataDir)
    expect(tables['review_keyings']).toEqual([])
    const counts = (tables['review_counts'] ?? []).filter(({ subject_id }) => subject_id === place.first)
    expect(counts.map(({ tally, ...row }) => ({ ...row, tally: JSON.parse(String(tally)) }))).toEqual([
      {
        subject_id: place.first,
        component_id: 'down',
        group_id: 'party',
        issued: 5,
        returned: 5,
        several: 0,
        illegible: 0,
        blank: 0,
        tally: {
          i1: { by: 'points', votes: 4, sum: 345_00, abstained: 1 },
          i2: { by: 'points', votes: 5, sum: 285_50, abstained: 0 },
          overall: { by: 'grades', counts: { best: 2, good: 1, fair: 1, poor: 1 }, abstained: 0 },
        },
      },
    ])
    expect((tables['review_opinions'] ?? []).map(({ words }) => words)).toEqual(['办实事', '多下支部'])
    const batch = (tables['review_batches'] ?? []).find((row) => row['id'] === id)
    expect(batch).toMatchObject({ state: 'closed', first_keyer_id: null, second_keyer_id: null })
  })

  it('called out: every number that cannot be is said at once; right ones are added', async () => {
    const { place, street } = await start()
    const { id, version } = await street.call('reviewBallots.open', {
      fields: aBatch(place, { method: 'tally' }),
    })
    const points = (itemId: string, sum: number) =>
      ({ by: 'points', itemId, votes: 4, sum, abstained: 0 }) as const
    const overall = (best: number) =>
      ({
        by: 'grades',
        itemId: 'overall',
        counts: { best, good: 1, fair: 0, poor: 0 },
        abstained: 0,
      }) as const
    const person = (sum: number, best: number, valid = 4) => ({
      subjectId: place.first,
      several: 1,
      illegible: 0,
      blank: 0,
      valid,
      items: [points('i1', sum), points('i2', 300_00), overall(best)],
    })
    await expect(
      street.call('reviewBallots.closeTally', { id, version, people: [person(401_00, 9)] }),
    ).rejects.toMatchObject({
      fields: {
        'people.0.items.i1': expect.stringContaining('总分超出'),
        'people.0.items.overall': expect.stringContaining('合计 10 票'),
      },
    })
    const right = person(350_00, 3)
    for (const [wrong, said] of [
      [{ ...right, several: 0 }, '收回 5 张，登记的有效票 4 张、无效票 0 张'],
      [{ ...right, items: [...right.items, points('i1', 1)] }, '同一项登记了两次'],
    ] as const)
      await expect(
        street.call('reviewBallots.closeTally', {
          id,
          version,
          people: [{ ...wrong, items: [...wrong.items] }],
        }),
      ).rejects.toMatchObject(rejects(new RegExp(said)))
    const closed = await street.call('reviewBallots.closeTally', { id, version, people: [right] })
    expect(closed.state).toBe('closed')
  })
})
