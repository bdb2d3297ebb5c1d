import { expect, it } from 'vitest'
import { transferStatuses } from '#shared/domain/transferStates.ts'
import { signedInCore } from './testCore.ts'

it('the demo office has transfers in every state, and each letter its own number', async () => {
  const test = await signedInCore()
  await test.call('system.fillDemo', { members: 300, seed: 1 })
  const { rows, counts } = await test.call('transfers.list', {
    column: null,
    direction: null,
    organizationId: null,
    text: null,
    offset: 0,
    limit: 100,
  })
  expect(rows).toHaveLength(20)
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(transferStatuses))
  expect(Object.values(counts).every((count) => count > 0)).toBe(true)
  const own = rows.flatMap(({ direction, fields }) =>
    direction === 'out' && fields.letterNo !== null ? [fields.letterNo] : [],
  )
  expect(new Set(own).size).toBe(own.length)
})
