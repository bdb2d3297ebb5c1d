import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aScoredCampaign, giveDaily, seen } from './reviewScoresHarness.ts'

it('daily work is scored by parts of the scheme, and keeps what the records said at that moment', async () => {
  const { office, second: id } = await aScoredCampaign()
  const part = { partId: 'dailyScore', basis: '台账齐全', scoredOn: null, scoredBy: '考核组' }
  const save = async (partId: string, hundredths: number) => ({
    id,
    version: (await seen(office, id)).version,
    scores: [{ ...part, partId, hundredths }],
  })
  expect((await office.refusal('reviews.saveDaily', await save('other', 90_00))).fields).toEqual({
    'scores.0.partId': '方案的日常考核里没有这一项，请刷新后再评分',
  })
  for (const hundredths of [100_01, -1, 90.5])
    expect(await office.refusal('reviews.saveDaily', await save('dailyScore', hundredths))).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
  const once = await save('dailyScore', 90_25)
  const [score] = once.scores
  const scores = score ? [score, score] : []
  expect((await office.refusal('reviews.saveDaily', { ...once, scores })).fields).toHaveProperty(
    'scores.1.partId',
  )
  const late = scores.slice(1).map((each) => ({ ...each, scoredOn: dateOnly('2026-11-22') }))
  expect((await office.refusal('reviews.saveDaily', { ...once, scores: late })).fields).toHaveProperty(
    'scores.0.scoredOn',
  )
  await office.call('reviews.saveDaily', once)
  expect((await giveDaily(office, id, null)).daily).toMatchObject([{ hundredths: null, evidence: null }])
  const scored = await office.call('reviews.saveDaily', await save('dailyScore', 90_25))
  expect(scored.daily).toEqual([
    expect.objectContaining({ hundredths: 90_25, basis: '台账齐全', evidence: scored.evidence }),
  ])
  const valueOf = (lines: typeof scored.evidence | null | undefined, key: string) =>
    lines?.find((line) => line.key === key)?.value
  expect(valueOf(scored.evidence, 'responsibility')).toBe('没有登记 2026 年的清单')
  expect(valueOf(scored.evidence, 'lastYear')).toBe('没有上年的整改事项')
  const meetings = scored.evidence.find(({ key }) => key === 'meetings')
  expect(meetings?.value).toMatch(/^0\/\d+$/)
  expect(meetings?.link).toBe(`/meetings/completion?year=2026&org=${office.otherBranchId}`)
  const goal = { level: 'specific', content: '建好阵地', ownerName: null, dueOn: null, result: null } as const
  const check = { heldOn: dateOnly('2026-02-10'), byName: null, found: null, closedOn: null, result: null }
  const list = await office.call('responsibility.create', {
    fields: {
      organizationId: office.otherBranchId,
      year: 2026,
      firstName: null,
      directName: null,
      specificName: null,
      remark: null,
      goals: [
        { ...goal, doneOn: dateOnly('2026-05-01') },
        { ...goal, content: '发展党员', doneOn: null },
      ],
      checks: [
        { kind: 'quarterlyMeeting', ...check },
        { kind: 'inspection', ...check, found: '记录不全', closedOn: dateOnly('2026-03-01') },
        { kind: 'inspection', ...check, found: '活动少' },
      ],
    },
  })
  const now = await office.call('reviews.subject', { id })
  expect(['goals', 'quarters', 'inspections'].map((key) => valueOf(now.evidence, key))).toEqual([
    '1/2',
    '1/4',
    '1/2',
  ])
  expect(now.evidence.find(({ key }) => key === 'goals')?.link).toBe(
    `/reviews/responsibility/${list.id}?part=goals`,
  )
  expect(valueOf(now.daily[0]?.evidence, 'responsibility')).toBe('没有登记 2026 年的清单')
})
