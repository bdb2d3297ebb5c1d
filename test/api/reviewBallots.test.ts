import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { readTables } from './ledgerCopy.ts'
import { aBatch, aClosedBatch, five, keySheets, rejects, shortScheme, start } from './reviewBallotsHarness.ts'

describe('a batch of ballots', () => {
  it('REV-02, REV-04: papers are judged as soon as they are registered', async () => {
    const { place, street } = await start()
    const opened = await street.call('reviewBallots.open', {
      fields: aBatch(place, {
        should: 20,
        present: 9,
        subjects: [{ subjectId: place.first, issued: 5, returned: 6 }],
      }),
    })
    expect(opened.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['REV-02', 'red'],
      ['REV-04', 'yellow'],
    ])
    expect(opened.whyNotClosed).toBeNull()
    const closed = await street.call('reviewBallots.close', { id: opened.id, version: 1 })
    expect(closed).toMatchObject({ state: 'void', voidReason: expect.stringContaining('多出 1 张') })
  })

  it('is refused where it contradicts itself, the scheme or the list of people', async () => {
    const { place, street, office } = await start()
    const open = (fields: Parameters<typeof aBatch>[1]) =>
      street.call('reviewBallots.open', { fields: aBatch(place, fields) })
    await expect(open({ groupId: 'superiors' })).rejects.toMatchObject(rejects(/没有这个测评群体/))
    await expect(open({ componentId: 'daily' })).rejects.toMatchObject(rejects(/没有这个测评方向/))
    await expect(open({ should: 3, present: 4 })).rejects.toMatchObject(rejects(/多于应到/))
    await expect(open({ heldOn: dateOnly('2026-11-22') })).rejects.toMatchObject(rejects(/晚于今天/))
    await expect(open({ organizationId: office.rootId })).rejects.toMatchObject(rejects(/不在这次.*范围内/))
    await expect(open({ schemeId: office.east.schemeId })).rejects.toMatchObject(rejects(/不是这次/))
    await expect(open({ method: 'file' })).rejects.toMatchObject(rejects(/导入测评票/))
    await expect(
      open({ subjects: [{ subjectId: office.east.subjectId, issued: 1, returned: 1 }] }),
    ).rejects.toMatchObject(rejects(/适用另一套方案/))
    const { schemes } = await street.call('reviews.campaign', { id: place.campaignId })
    const [stored] = schemes
    await street.call('reviews.saveScheme', {
      id: place.schemeId,
      version: stored?.version ?? 1,
      name: '方案',
      scheme: shortScheme({ gradePoints: { best: 80_00, good: 90_00, fair: 60_00, poor: 0 } }),
      reason: null,
    })
    await expect(open({})).rejects.toMatchObject(rejects(/还不能使用/))
  })

  it('REV-06: after a result was shown, fewer than five more ballots are not added', async () => {
    const { place, office, street } = await start()
    await aClosedBatch(office, place, five)
    const few = [{ subjectId: place.first, issued: 4, returned: 4 }]
    await expect(
      street.call('reviewBallots.open', { fields: aBatch(place, { subjects: few }) }),
    ).rejects.toMatchObject(rejects(/不足 5 张，计入会暴露票数/))
    // Nobody has seen anything of the other person yet.
    await street.call('reviewBallots.open', {
      fields: aBatch(place, { subjects: [{ subjectId: place.second, issued: 4, returned: 4 }] }),
    })
  })

  it('can be cancelled while it is open, with all that was keyed', async () => {
    const { place, office, street } = await start()
    const { id, version } = await street.call('reviewBallots.open', { fields: aBatch(place) })
    await keySheets(street, id, 1, place.first, five)
    await street.call('reviewBallots.cancel', { id, version, reason: '登错了' })
    expect((await readTables(office.dataDir))['review_keyings']).toEqual([])
    await expect(street.call('reviewBallots.get', { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const closed = await aClosedBatch(office, place, five)
    await expect(
      street.call('reviewBallots.cancel', { id: closed.id, version: closed.version, reason: '登错了' }),
    ).rejects.toMatchObject(rejects(/已经计票/))
  })

  it('a community rates its own secretary in the campaign held by the street, never from above, and sees its own batches', async () => {
    const { office, street, east } = await start()
    const { streetCampaignId: campaignId } = office
    const { schemes } = await street.call('reviews.campaign', { id: campaignId })
    const [person] = await street.call('reviews.board', { campaignId })
    const schemeId = schemes[0]?.id ?? ''
    const first = person?.id ?? ''
    const organizationId = office.east.communityId
    const place = { campaignId, schemeId, organizationId, first, second: first }
    await expect(
      east.call('reviewBallots.open', {
        fields: aBatch(place, { componentId: 'up', groupId: 'superiors' }),
      }),
    ).rejects.toMatchObject(rejects(/由组织这次述职测评的党组织登记/))
    const own = await east.call('reviewBallots.open', { fields: aBatch(place) })
    const above = await street.call('reviewBallots.open', {
      fields: aBatch(place, { componentId: 'up', groupId: 'superiors', organizationId: office.rootId }),
    })
    const idsFor = async (caller: typeof east) =>
      (await caller.call('reviewBallots.list', { campaignId })).map(({ id }) => id).toSorted()
    expect(await idsFor(east)).toEqual([own.id])
    expect(await idsFor(street)).toEqual([own.id, above.id].toSorted())
    await expect(east.call('reviewBallots.get', { id: above.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })
})
