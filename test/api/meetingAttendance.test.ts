import { expect, it } from 'vitest'
import type { RollEntry } from '#shared/domain/meetings/roll.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aMeeting, anEntry } from './meetingHarness.ts'
import { aMember, anOffice, type Office } from './samples.ts'

async function themeDay({ call, branchId }: Office, month: number, roll: RollEntry[] | null, isFinal = true) {
  const heldOn = dateOnly(`2026-0${month}-05`)
  const fields = aMeeting(branchId, { heldOn, kinds: ['themeDay'], title: `${month}月主题党日`, roll })
  const { id, version } = await call('meetings.create', { fields })
  if (isFinal) await call('meetings.finalize', { id, version })
}

it('LIFE-10, LIFE-11, LIFE-12: in a row without a reason; the frail and the excused are not in the rate', async () => {
  const office = await anOffice()
  for (let month = 1; month <= 7; month += 1)
    await themeDay(office, month, [
      anEntry(null, '常到'),
      anEntry(null, '不来', { state: month === 3 ? 'excused' : 'absent' }),
      anEntry(
        null,
        '请假',
        month < 3 ? { state: 'excused', madeUpOn: month === 1 ? dateOnly('2026-01-08') : null } : {},
      ),
      anEntry(null, '老人', { state: month === 7 ? 'present' : 'absent', isFrail: true }),
      anEntry(null, '不计', { state: 'absent', exempt: 'bedridden' }),
    ])
  await themeDay(office, 8, [anEntry(null, '常到', { state: 'absent' })], false)
  await themeDay(office, 9, null)
  const { rows, withRoll, countsOnly } = await office.call('meetings.attendance', {
    organizationId: office.branchId,
    year: 2026,
  })
  const of = (name: string) => rows.find((row) => row.name === name)
  expect([withRoll, countsOnly]).toEqual([7, 1])
  expect(of('常到')).toMatchObject({ asked: 7, present: 7, rate: { present: 7, owed: 7 }, findings: [] })
  expect(of('不来')).toMatchObject({ absent: 6, excused: 1, streak: 6, rate: { present: 0, owed: 6 } })
  expect(of('不来')?.findings).toMatchObject([{ code: 'LIFE-10', severity: 'red' }])
  expect(of('请假')).toMatchObject({ madeUp: 1, rate: { present: 5, owed: 5 } })
  expect(of('请假')?.toMakeUp.map(({ heldOn }) => heldOn)).toEqual(['2026-02-05'])
  expect(of('老人')).toMatchObject({ isFrail: true, rate: { present: 1, owed: 1 }, streak: 0 })
  expect(of('老人')?.toMakeUp).toHaveLength(6)
  expect(of('不计')).toBeUndefined()
})

it('LIFE-10: in a row over the turn of the year, and from one branch to the next', async () => {
  const { call, branchId, otherBranchId } = await anOffice()
  const member = await call('members.create', {
    fields: aMember({ organizationId: branchId, joinedOn: partialDate('1995-07-01') }),
  })
  const missed = async (organizationId: string, heldOn: string) => {
    const roll = [anEntry(null, '常到'), anEntry(member.id, '王小明', { state: 'absent' })]
    const fields = aMeeting(organizationId, { heldOn: dateOnly(heldOn), kinds: ['themeDay'], roll })
    await call(
      'meetings.finalize',
      await call('meetings.create', { fields }).then(({ id, version }) => ({ id, version })),
    )
  }
  await missed(branchId, '2025-11-05')
  await missed(branchId, '2025-12-05')
  for (const month of [1, 2]) await missed(branchId, `2026-0${month}-05`)
  await call('memberships.move', {
    members: [{ id: member.id, version: member.version }],
    toId: otherBranchId,
    groupId: null,
    how: 'moved',
    on: dateOnly('2026-03-01'),
    reason: '居住地变动',
    docNo: null,
  })
  for (const month of [3, 4]) await missed(otherBranchId, `2026-0${month}-05`)
  const { rows } = await call('meetings.attendance', { organizationId: otherBranchId, year: 2026 })
  expect(rows.find(({ name }) => name === '王小明')).toMatchObject({
    absent: 2,
    streak: 6,
    findings: [{ code: 'LIFE-10' }],
  })
})
