import { describe, expect, it } from 'vitest'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import {
  anEvent,
  aPerson,
  aStep,
  aVote,
  codesOf,
  memberOf,
  walkTo,
  withApproval,
} from './developmentHarness.ts'
import { rawLedger } from './rawLedger.ts'
import { aMember, anOffice } from './samples.ts'

const history = { overrideReason: '旧档案补录' }

/** 张新 was admitted in 2019 and struck off the probation; the new application of 2023 is walked up to and with a step. */
async function anApplicantAgain(last: Milestone, struckOffOn = '2020-12-30') {
  const office = await withApproval(await anOffice())
  const { call, rootId, branchId } = office
  const fields = aPerson(branchId)
  const created = await call('development.create', { fields, appliedOn: partialDate('2017-01-05') })
  const met = await call('development.recordStep', aStep(created, 'meetingOn', '2019-12-10', history))
  const admitted = await call('development.recordStep', aStep(met, 'approvedOn', '2020-01-15', history))
  const former = await call('development.recordEvent', {
    ...anEvent(admitted, '2020-12-12'),
    kind: 'disqualify',
    vote: aVote(),
    approvedOn: partialDate(struckOffOn),
    docNo: '东委〔2020〕12号',
    bodyId: rootId,
  })
  const again = await call('development.create', { fields, appliedOn: partialDate('2023-03-01') })
  return { ...office, former, file: await walkTo(office, again, last) }
}

describe('重新入党 after 取消预备党员资格', () => {
  it('is a new file of the same person; the roster admits them anew from the day of the meeting, and the former time stays', async () => {
    const office = await anApplicantAgain('approvedOn')
    const { call, file, former } = office
    expect(file.memberId).toBe(former.memberId)
    expect((await memberOf(office, file.memberId)).record).toMatchObject({
      partyStatus: 'ZC',
      partyStatusKind: null,
      personType: '2',
      joinKind: '2',
      joinedOn: '2024-12-10',
      regularOn: null,
    })
    const { entries } = await call('memberships.ofMember', { id: file.memberId ?? '' })
    const stays = entries.filter(({ kind }) => kind === 'stay').map(({ fromOn, toOn }) => [fromOn, toOn])
    expect(stays).toEqual(
      expect.arrayContaining([
        ['2019-12-10', '2020-12-30'],
        ['2024-12-10', null],
      ]),
    )
    expect(entries.filter(({ kind }) => kind === 'development')).toHaveLength(2)
  })

  it('leaves the former file as it ended: readable, judged by nothing of the new one, and putting it right moves no date of the roster', async () => {
    const office = await anApplicantAgain('approvedOn')
    const { call, file, former } = office
    const kept = await call('development.get', { id: former.id })
    expect(kept).toMatchObject({ state: 'disqualified', memberId: file.memberId })
    expect(kept.events.map(({ kind }) => kind)).toEqual(['disqualify'])
    expect(codesOf(kept)).not.toContain('DEV-13')
    expect(codesOf(file)).not.toContain('DEV-13')
    await call('development.correctStep', {
      id: kept.id,
      version: kept.version,
      milestone: 'meetingOn',
      on: partialDate('2019-12-11'),
      place: null,
      people: null,
      bodyId: null,
      docNo: null,
      opinion: null,
    })
    expect((await memberOf(office, file.memberId)).record.joinedOn).toBe('2024-12-10')
  })

  it('goes on to 转正 with the new probation', async () => {
    const office = await anApplicantAgain('approvedOn')
    const full = await walkTo(office, office.file, 'regularApprovedOn')
    expect(full.state).toBe('full')
    expect((await memberOf(office, full.memberId)).record).toMatchObject({
      personType: '1',
      regularOn: '2025-12-10',
    })
  })

  it('undone it is as it was: out of the Party, with the former file', async () => {
    const office = await anApplicantAgain('approvedOn')
    const { call, file, former } = office
    await call('activity.undo', { seq: (await newest(office)).seq })
    expect((await memberOf(office, former.memberId)).record).toMatchObject({
      partyStatus: 'CD',
      partyStatusKind: 'CD-QX',
      joinKind: '1',
      joinedOn: '2019-12-10',
    })
    expect((await call('development.get', { id: file.id })).memberId).toBeNull()
  })

  it('of a full member who was expelled takes nothing from the time as a full member', async () => {
    const office = await withApproval(await anOffice())
    const { call, branchId } = office
    const fields = aPerson(branchId)
    const member = await call('members.create', {
      fields: aMember({
        organizationId: branchId,
        name: fields.name,
        idNo: fields.idNo ?? '',
        birthDate: fields.birthDate,
        personType: '1',
        joinedOn: partialDate('2013-06-10'),
        regularOn: partialDate('2014-06-10'),
      }),
    })
    const left = { to: 'CD', kind: 'CD-CM', on: partialDate('2018-03-01'), doc: null, toId: null } as const
    await call('memberships.changeStatus', { ...left, id: member.id, version: member.version, reason: null })
    const again = await call('development.create', { fields, appliedOn: partialDate('2023-03-01') })
    const file = await walkTo(office, again, 'approvedOn')
    expect(file.memberId).toBe(member.id)
    expect((await memberOf(office, file.memberId)).record).toMatchObject({ personType: '2', joinKind: '2' })
    const raw = await rawLedger(office)
    const stays = raw.prepare(
      'select from_on, to_on, full_from, entered_by from memberships order by from_on',
    )
    expect(stays.all()).toEqual([
      { from_on: '2013-06-10', to_on: '2018-03-01', full_from: '2014-06-10', entered_by: '1' },
      { from_on: '2024-12-10', to_on: null, full_from: null, entered_by: '1' },
    ])
  })

  it('is not of a meeting held before the person was struck off', async () => {
    const { refusal, file, rootId } = await anApplicantAgain('interviewOn', '2025-01-02')
    const approval = aStep(file, 'approvedOn', '2025-01-15', { bodyId: rootId })
    expect((await refusal('development.recordStep', approval)).messageZh).toContain(
      '2025年1月2日出党，重新入党的支部大会（2024年12月10日）应在那一天以后',
    )
  })
})
