import { expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'
import { aPost, aTerm } from './termsHarness.ts'

const lastDay = dateOnly('2026-11-15')

/** A branch in its third term with a secretary, and somebody who was secretary before. */
async function aLedBranch() {
  const office = await anOffice()
  const { call, branchId } = office
  const member = await call('members.create', {
    fields: aMember({ organizationId: branchId, idNo: anIdNo('1970-05-04', 1) }),
  })
  const { terms } = await call('terms.record', {
    organizationId: branchId,
    fields: aTerm({ dueOn: dateOnly('2027-03-20') }),
  })
  const termId = terms[0]?.id ?? null
  await call('posts.enter', {
    organizationId: branchId,
    posts: [aPost({ memberId: member.id, termId }), aPost({ personName: '前任某', position: 'FSJ' })],
    replaces: null,
  })
  const { all } = await call('posts.of', { organizationId: branchId, asOf: lastDay })
  const former = all.find(({ personName }) => personName === '前任某')
  await call('posts.end', {
    id: former?.id ?? '',
    version: former?.version ?? 0,
    on: partialDate('2024-05'),
    reason: '调离',
  })
  const change = async () => ({
    id: branchId,
    version: (await call('organizations.get', { id: branchId })).version,
    happenedOn: lastDay,
    docNo: null,
    reason: '调整',
  })
  const standing = async () => {
    const posts = await call('posts.of', { organizationId: branchId, asOf: dateOnly('2026-11-20') })
    const now = await call('terms.of', { organizationId: branchId })
    return {
      held: posts.held.map(({ personName }) => personName),
      left: posts.all.map(({ personName, toOn, leftReason }) => [personName, toOn, leftReason]),
      running: now.terms.filter(({ isRunning }) => isRunning).length,
      endedOn: now.terms[0]?.endedOn,
    }
  }
  return { office, member, change, standing }
}

it('who was secretary on a day: nobody once the branch is merged, and its term ends with it, undone as one', async () => {
  const { office, member, change, standing } = await aLedBranch()
  const before = await standing()
  expect(before).toMatchObject({ held: [member.record.name], running: 1, endedOn: null })
  await office.call('organizations.merge', { ...(await change()), intoId: office.otherBranchId })
  expect(await standing()).toEqual({
    held: [],
    left: expect.arrayContaining([
      [member.record.name, lastDay, '党组织合并'],
      ['前任某', '2024-05', '调离'],
    ]),
    running: 0,
    endedOn: lastDay,
  })
  const dayBefore = await office.call('posts.of', {
    organizationId: office.branchId,
    asOf: dateOnly('2026-11-14'),
  })
  expect(dayBefore.held).toMatchObject([{ personName: member.record.name }])
  const { posts } = await office.call('posts.ofMember', { memberId: member.id })
  expect(posts).toMatchObject([{ toOn: lastDay, isHeld: false }])
  await undoNewest(office)
  expect(await standing()).toEqual(before)
})

it('a branch that was dissolved by mistake and is restored has its secretary and its term again', async () => {
  const { office, change, standing } = await aLedBranch()
  const before = await standing()
  await office.call('organizations.dissolve', { ...(await change()), membersTo: office.otherBranchId })
  expect(await standing()).toMatchObject({ held: [], running: 0 })
  await office.call('organizations.restore', {
    ...(await change()),
    happenedOn: dateOnly('2026-11-18'),
  })
  expect(await standing()).toEqual(before)
  expect((await office.call('organizations.get', { id: office.branchId })).fields).toMatchObject({
    currentTermTo: '2027-03-20',
  })
})
