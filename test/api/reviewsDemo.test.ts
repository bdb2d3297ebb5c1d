import { expect, it } from 'vitest'
import { signedInCore } from './testCore.ts'

it('the demo street has three years of 述职测评: archived, being mended with one item late, and being counted', async () => {
  const { call } = await signedInCore()
  await call('system.fillDemo', { members: 300, seed: 7 })
  const campaigns = await call('reviews.campaigns', {})
  expect(campaigns.map(({ year, state }) => [year, state])).toEqual([
    [2026, 'rating'],
    [2025, 'rectifying'],
    [2024, 'archived'],
  ])
  const [now, last] = campaigns
  expect(now).toMatchObject({ subjects: 8, scored: 6, decided: 0 })
  expect(last).toMatchObject({ subjects: 8, scored: 8, decided: 8, overdueRectifications: 1 })
  const detail = await call('reviews.campaign', { id: now?.id ?? '' })
  expect(detail.findings.map(({ code }) => code)).toEqual(['REV-12'])
  const board = await call('reviews.board', { campaignId: now?.id ?? '' })
  const [low, open] = [board[4], board[6]].map(
    (row) => row?.steps.find(({ key }) => key === 'downRating')?.words,
  )
  expect([low, open]).toEqual(['尚无有效分数', '未开票完毕'])
  expect(board[0]?.findings).toEqual([])
  const [scheme] = await call('reviews.scores', { campaignId: last?.id ?? '' })
  const grades = scheme?.rows.map(({ grade }) => grade) ?? []
  expect(new Set(grades).size).toBeGreaterThan(1)
  const { trend } = await call('reviews.subject', { id: board[0]?.id ?? '' })
  expect(trend.map(({ year }) => year)).toEqual([2024, 2025, 2026])
})
