import { expect, it } from 'vitest'
import { anOffice } from './samples.ts'

it('takes back the first plan of a branch and year with its lines, and gives them back', async () => {
  const { call, branchId } = await anOffice()
  const key = { organizationId: branchId, year: 2027 }
  const begun = await call('meetingPlans.get', key)
  expect(begun.fields.items.length).toBeGreaterThan(12)
  const saved = await call('meetingPlans.save', { ...key, version: null, fields: begun.fields })
  const last = await call('activity.lastOwn', { kinds: ['meetingPlan'], recordId: null })
  const undone = await call('activity.undo', { seq: last?.seq ?? 0 })
  expect((await call('meetingPlans.get', key)).id).toBeNull()
  await call('activity.undo', { seq: undone.seq })
  expect(await call('meetingPlans.get', key)).toMatchObject({ id: saved.id, fields: saved.fields })
})
