import { expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { anAttempt } from './lostHarness.ts'
import { aMember, anOffice, type Office } from './samples.ts'

/** 王小明 of the first branch, lost since 2025-11-01: six months are over since 2026-05-01; today is 2026-11-21. */
async function aLostMember(fields: object = {}) {
  const office = await anOffice()
  const { id: memberId } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, ...fields }),
  })
  const opened = await office.call('lost.open', {
    memberId,
    since: partialDate('2025-11-01'),
    remark: null,
  })
  return { ...office, memberId, opened }
}

const list = { organizationId: null, stage: null, text: null, offset: 0, limit: 50 } as const
const member = async ({ call }: Office, id: string) => (await call('members.get', { id })).record

it('goes to the trash and comes back with its attempts; the roster is left alone', async () => {
  const office = await aLostMember()
  const { id, version } = office.opened
  await office.call('lost.addAttempt', { caseId: id, fields: anAttempt() })
  await office.call('lost.trash', { id, version, reason: '录错了' })
  expect((await office.refusal('lost.get', { id })).code).toBe('NOT_FOUND')
  expect(await member(office, office.memberId)).toMatchObject({ isLost: true })
  const { rows } = await office.call('trash.list', { kind: 'lostCase', offset: 0, limit: 10 })
  expect(rows).toMatchObject([
    { name: '王小明的失联处置', organizationName: expect.stringContaining('东环') },
  ])
  await office.call('trash.restore', { items: [{ kind: 'lostCase', id }] })
  expect((await office.call('lost.get', { id })).attempts).toHaveLength(1)
})

it('one case at a time: neither the trash nor an undo brings back a second open one', async () => {
  const office = await aLostMember()
  const { memberId, opened } = office
  const opening = { memberId, since: partialDate('2026-01-01'), remark: null }
  await office.call('lost.trash', { id: opened.id, version: opened.version, reason: '录错了' })
  const trashing = await newest(office)
  const second = await office.call('lost.open', opening)
  const items = [{ kind: 'lostCase' as const, id: opened.id }]
  expect(await office.refusal('trash.restore', { items })).toMatchObject({
    code: 'CONFLICT',
    messageZh: expect.stringContaining('“王小明”'),
  })
  expect(await office.refusal('activity.undo', { seq: trashing.seq })).toMatchObject({
    code: 'CONFLICT',
    messageZh: expect.stringContaining('另有一件没有办结的失联处置'),
  })
  const { id, version } = second
  await office.call('lost.found', { id, version, on: '2026-11-20', remark: null })
  const finding = await newest(office)
  await office.call('trash.restore', { items })
  expect((await office.refusal('activity.undo', { seq: finding.seq })).code).toBe('CONFLICT')
  const { rows } = await office.call('lost.list', list)
  expect(new Map(rows.map((row) => [row.id, row.status]))).toEqual(
    new Map([
      [opened.id, 'searching'],
      [id, 'found'],
    ]),
  )
})
