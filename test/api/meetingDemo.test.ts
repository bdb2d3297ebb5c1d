import { expect, it } from 'vitest'
import type { RouteInput } from '#shared/contract/routes.ts'
import { signedInCore } from './testCore.ts'

const list: RouteInput<'meetings.list'> = {
  organizationId: null,
  from: null,
  to: null,
  kinds: [],
  status: null,
  check: null,
  onlyLate: false,
  text: null,
  offset: 0,
  limit: 1,
}

it('the demo office has kept its record book: most of it done, some missing, with everything there is to look at', async () => {
  const { call } = await signedInCore()
  await call('system.fillDemo', { members: 300, seed: 7 })
  const ask = { organizationId: null, year: 2026, kind: null, only: null, offset: 0, limit: 1 } as const
  const { nodes } = await call('organizations.tree', { includeEnded: false })
  const community = nodes.find(({ type }) => type === 'SQW')
  const kept = await call('meetings.grid', { ...ask, organizationId: community?.id ?? '' })
  expect(kept.done / kept.owed).toBeGreaterThan(0.8)
  expect(kept.toCall).toBeGreaterThan(0)
  const count = async (more: Partial<typeof list>) =>
    (await call('meetings.list', { ...list, ...more })).total
  expect(await count({ status: 'draft' })).toBeGreaterThan(0)
  expect(await count({ check: 'returned' })).toBe(1)
  expect(await count({ onlyLate: true })).toBeGreaterThan(0)
  const board = { organizationId: null, subject: null, state: 'overdue', offset: 0, limit: 1 } as const
  const { counts } = await call('meetings.followUps', board)
  expect(Math.min(counts.open, counts.overdue, counts.closed)).toBeGreaterThan(0)
  expect((await call('topicGuides.list', { year: 2026 })).rows).toHaveLength(2)
  const life = { organizationId: null, year: 2025, offset: 0, limit: 1 } as const
  expect((await call('appraisals.list', life)).total).toBe(5)
  expect((await call('lifeMeetings.list', life)).total).toBe(5)
  expect(
    (await call('talks.list', { ...life, year: 2026, relation: null, text: null })).total,
  ).toBeGreaterThan(10)
})
