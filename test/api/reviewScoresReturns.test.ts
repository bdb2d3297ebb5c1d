import { expect, it } from 'vitest'
import { aSmallCampaign } from './reviewHarness.ts'
import { aBatchOf, giveDaily, oneSecretary, rate, rateByVector } from './reviewScoresHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'

it('REV-03: under half of the ballots back nothing of them is shown; with a second batch that brings them up, all is', async () => {
  const office = await anOffice()
  const { rating, subjectId: id } = await oneSecretary(office)
  await rateByVector(office, rating, id)
  const other = await oneSecretary(office, 2025)
  await rate(office, other.rating, 'superiors', [[other.subjectId, [5, 3, 2, 0]]])
  await giveDaily(office, other.subjectId, 90_00)
  await rate(office, other.rating, 'party', [[other.subjectId, [37, 0, 0, 0], { issued: 75 }]])
  const low = await office.call('reviews.subject', { id: other.subjectId })
  const [, down] = low.components
  expect(down).toMatchObject({
    state: 'missing',
    hundredths: null,
    explanation: null,
    indicators: [],
    groups: [],
    poor: null,
    opinions: [],
  })
  expect(low.score).toMatchObject({ hundredths: null, suggested: null, rank: null, reasons: [] })
  expect(low.explanation).toBeNull()
  expect(low.findings.find(({ code }) => code === 'REV-03')).toMatchObject({
    severity: 'red',
    message: '发出 75 张，收回 37 张，收回率 49.3%，不到 50%：本批不计分',
  })
  await rate(office, other.rating, 'party', [[other.subjectId, [3, 15, 5, 0], { issued: 25 }]])
  const whole = await office.call('reviews.subject', { id: other.subjectId })
  expect(whole.score.hundredths).toBe(87_98)
  // Of the year's two people of one post, the trend has both years.
  expect(whole.trend.map(({ year, hundredths }) => [year, hundredths])).toEqual([
    [2025, 87_98],
    [2026, 87_98],
  ])
})

it('REV-02: a void batch is to be held again, and an open one to be counted, before there is a score', async () => {
  const office = await anOffice()
  const { rating, subjectId: id } = await oneSecretary(office)
  await rateByVector(office, rating, id)
  await rate(office, rating, 'public', [[id, [9, 0, 0, 0], { issued: 8 }]])
  const after = await office.call('reviews.subject', { id })
  expect(after.components[1]).toMatchObject({ state: 'repeat', hundredths: null, groups: [] })
  expect(after.findings.map(({ message }) => message)).toEqual([
    '待测评：党员、群众测评须重新测评，不出综合分',
    '发出 8 张，收回 9 张，多出 1 张：本批测评无效，须重新测评',
  ])
  const papers = [{ subjectId: id, issued: 10, returned: 10 }]
  const opened = await office.call('reviewBallots.open', { fields: aBatchOf(rating, 'public', papers) })
  expect((await office.call('reviews.subject', { id })).components[1]?.state).toBe('open')
  await office.call('reviewBallots.cancel', { id: opened.id, version: opened.version, reason: '改期' })
  await rate(office, rating, 'public', [[id, [10, 0, 0, 0], { blank: 2 }]])
  const { groups } = (await office.call('reviews.subject', { id })).components[1] ?? { groups: [] }
  expect(groups.map(({ valid }) => valid)).toEqual([60, 10])
  // D' = 88.75×70% ＋ 95×30% = 90.625
  expect((await office.call('reviews.subject', { id })).score).toMatchObject({ hundredths: 88_54 })
})

it('REV-02: a batch that lay open beside the void one does not stand for it', async () => {
  const office = await anOffice()
  const { campaignId, schemeId, first: id, second } = await aSmallCampaign(office)
  const rating = { campaignId, schemeId, organizationId: office.communityId }
  const papers = [id, second].map((subjectId) => ({ subjectId, issued: 8, returned: 9 }))
  const { id: batchId, version } = await office.call('reviewBallots.open', {
    fields: aBatchOf(rating, 'party', papers),
  })
  await rate(office, rating, 'party', [[id, [20, 0, 0, 0]]])
  const none = { several: 0, illegible: 0, blank: 9, valid: 0, items: [] }
  const people = papers.map(({ subjectId }) => ({ subjectId, ...none }))
  office.clock.set('2026-11-21T02:01:00.000Z')
  await office.call('reviewBallots.closeTally', { id: batchId, version, people })
  const state = async (of = id) => (await office.call('reviews.subject', { id: of })).components[1]?.state
  expect(await state()).toBe('repeat')
  const { schemes } = await office.call('reviews.campaign', { id: campaignId })
  expect(schemes[0]?.ballotsIn).toBe(20)
  office.clock.set('2026-11-21T02:02:00.000Z')
  await rate(office, rating, 'party', [[id, [9, 0, 0, 0]]])
  expect([await state(), await state(second)]).toEqual(['scored', 'repeat'])
})

it('REV-03, REV-06: words on ballots are shown with the score and gone when a group of the direction does not count', async () => {
  const office = await aStaffedOffice()
  const { rating, subjectId: id } = await oneSecretary(office)
  const opened = await office.call('reviewBallots.open', {
    fields: {
      // Of the community: both who key must see it.
      ...aBatchOf({ ...rating, organizationId: office.communityId }, 'party', [
        { subjectId: id, issued: 6, returned: 6 },
      ]),
      method: 'keying',
    },
  })
  const cells = opened.items.map(({ id: item }) => (item === 'overall' ? '好' : ''))
  for (const [pass, { call }] of [[1, office] as const, [2, office.as('communityClerk')] as const])
    for (const place of [1, 2, 3, 4, 5, 6])
      await call('reviewBallots.key', {
        id: opened.id,
        pass,
        place,
        lines: [{ subjectId: id, cells, opinion: place === 3 ? '多到楼门走走' : null }],
      })
  const words = async () =>
    (await office.call('reviews.subject', { id })).components.flatMap(({ opinions }) => opinions)
  expect(await words()).toEqual([])
  const { version } = await office.call('reviewBallots.get', { id: opened.id })
  await office.call('reviewBallots.close', { id: opened.id, version })
  expect(await words()).toEqual(['多到楼门走走'])
  const papers = [{ subjectId: id, issued: 20, returned: 0 }]
  const beside = await office.call('reviewBallots.open', { fields: aBatchOf(rating, 'public', papers) })
  expect(await words()).toEqual([])
  await office.call('reviewBallots.cancel', { id: beside.id, version: beside.version, reason: '改期' })
  await rate(office, rating, 'public', [[id, [6, 0, 0, 0], { issued: 20 }]])
  expect(await words()).toEqual([])
})
