import { expect, it } from 'vitest'
import { signedInCore } from './testCore.ts'

it('the demo has lived through two terms: some late, one put off, one without a secretary', async () => {
  const test = await signedInCore()
  await test.call('system.fillDemo', { members: 900, seed: 7 })
  const { counts, troubles, rows } = await test.call('terms.list', {
    state: null,
    trouble: null,
    organizationId: null,
    offset: 0,
    limit: 200,
  })
  expect(counts.overdue).toBeGreaterThan(0)
  expect(counts.unknown).toBe(0)
  expect(rows.some(({ extendedTo }) => extendedTo !== null)).toBe(true)
  expect(troubles['ORG-53']).toBeGreaterThan(0)
  expect(rows.filter(({ secretaryName }) => secretaryName === null).length).toBeLessThan(5)
  const row = rows.at(-1)
  const { terms } = await test.call('terms.of', { organizationId: row?.organizationId ?? '' })
  expect(terms).toHaveLength(2)
})
