import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import {
  aFileAt,
  anEvent,
  aStep,
  aVote,
  codesOf,
  memberOf,
  standingDates,
  walkTo,
} from './developmentHarness.ts'
import { anIdNo } from './samples.ts'

describe('步骤 24 into the roster', () => {
  it('DEV-19: regular from the day probation ended, whatever the day of the meeting or of the approval', async () => {
    const office = await aFileAt('regularApprovedOn')
    const { file } = office
    expect(file).toMatchObject({ state: 'full', probation: { end: '2025-12-10' } })
    expect(standingDates(file)).toMatchObject({
      regularMeetingOn: '2025-12-15',
      regularApprovedOn: '2026-01-20',
    })
    const { record } = await memberOf(office, file.memberId)
    expect(record).toMatchObject({
      personType: '1',
      joinedOn: '2024-12-10',
      regularOn: '2025-12-10',
      regularKind: '1',
    })
    const voters = async (on: string) =>
      (
        await office.call('memberships.voters', {
          organizationId: office.branchId,
          on: dateOnly(on),
        })
      ).voters.map(({ name }) => name)
    expect(await voters('2025-12-09')).not.toContain('张新')
    expect(await voters('2025-12-10')).toContain('张新')
  })

  it('DEV-17, DEV-19: after an extension from the day the longer probation ended', async () => {
    const office = await aFileAt('probationReviewedOn')
    const { call, rootId } = office
    const extended = await call('development.recordEvent', {
      ...anEvent(office.file, '2025-12-12'),
      kind: 'extend',
      months: 6,
      vote: aVote(),
      bodyId: rootId,
      approvedOn: partialDate('2025-12-30'),
    })
    expect(extended).toMatchObject({ state: 'extended', probation: { end: '2026-06-10' } })
    expect((await memberOf(office, extended.memberId)).record).toMatchObject({ probationExtendedMonths: 6 })
    const full = await walkTo(office, extended, 'regularApprovedOn', {
      regularApplyOn: '2026-06-01',
      regularMeetingOn: '2026-06-20',
      regularSubmittedOn: '2026-06-22',
      regularApprovedOn: '2026-07-15',
    })
    expect((await memberOf(office, full.memberId)).record).toMatchObject({
      personType: '1',
      regularOn: '2026-06-10',
      regularKind: '2',
    })
  })

  it('DEV-19: an extension written down after 转正, as it was, moves the day; undone it is as before', async () => {
    const office = await aFileAt('regularApprovedOn')
    const { file, rootId } = office
    const late = await office.call('development.recordEvent', {
      ...anEvent(file, '2025-12-12'),
      kind: 'extend',
      months: 6,
      vote: aVote(),
      bodyId: rootId,
      approvedOn: partialDate('2025-12-30'),
      overrideReason: '补录漏登的延长决定',
    })
    expect(late.state).toBe('full')
    const regular = async () => (await memberOf(office, file.memberId)).record
    expect(await regular()).toMatchObject({
      regularOn: '2026-06-10',
      regularKind: '2',
      probationExtendedMonths: 6,
    })
    await undoNewest(office)
    expect(await regular()).toMatchObject({
      regularOn: '2025-12-10',
      regularKind: '1',
      probationExtendedMonths: null,
    })
  })

  it('whoever is counted no more by the roster does not become full', async () => {
    const office = await aFileAt('regularSubmittedOn')
    const { call, refusal, file, rootId } = office
    const { id, version } = await memberOf(office, file.memberId)
    await call('members.update', {
      id,
      version,
      fields: { partyStatus: 'TZ', partyStatusKind: 'TZ-DJ', partyStatusOn: partialDate('2025-12-30') },
    })
    const last = aStep(file, 'regularApprovedOn', '2026-01-20', { bodyId: rootId })
    expect((await refusal('development.recordStep', last)).messageZh).toContain(
      '党籍状态是“停止党籍”，不能转为正式党员',
    )
  })
})

describe('one person, one identity', () => {
  it('a corrected 步骤 15 moves the roster’s dates along, DEV-13 stays quiet', async () => {
    const office = await aFileAt('regularApprovedOn')
    const { id, version } = office.file
    const corrected = await office.call('development.correctStep', {
      id,
      version,
      milestone: 'meetingOn' as const,
      on: partialDate('2024-12-09'),
      place: null,
      people: null,
      bodyId: null,
      docNo: null,
      opinion: null,
    })
    expect(codesOf(corrected)).not.toContain('DEV-13')
    expect((await memberOf(office, corrected.memberId)).record).toMatchObject({
      joinedOn: '2024-12-09',
      regularOn: '2025-12-09',
    })
    const { entries } = await office.call('memberships.ofMember', { id: corrected.memberId ?? '' })
    expect(JSON.stringify(entries)).not.toContain('2024-12-10')
  })

  it('steps the roster came from are not removed', async () => {
    const { refusal, file } = await aFileAt('approvedOn')
    for (const milestone of ['approvedOn', 'meetingOn'] as const) {
      const wanted = { id: file.id, version: file.version, milestone, reason: '登错了' }
      expect((await refusal('development.removeStep', wanted)).messageZh).toContain(
        '请到操作记录里撤销那次登记',
      )
    }
  })

  it('取消预备党员资格 is 出党 by CD-QX, from the day the committee approved it', async () => {
    const office = await aFileAt('oathOn')
    const ended = await office.call('development.recordEvent', {
      ...anEvent(office.file, '2025-12-12'),
      kind: 'disqualify',
      vote: aVote(),
      bodyId: office.rootId,
      approvedOn: partialDate('2025-12-30'),
      docNo: '测街党〔2025〕9号',
    })
    expect(ended.state).toBe('disqualified')
    expect((await memberOf(office, ended.memberId)).record).toMatchObject({
      partyStatus: 'CD',
      partyStatusKind: 'CD-QX',
      partyStatusOn: '2025-12-30',
      partyStatusDoc: '测街党〔2025〕9号',
    })
  })

  it('name and number of somebody in the roster are changed there, and the file follows', async () => {
    const office = await aFileAt('approvedOn')
    const { call, refusal, file } = office
    const wanted = {
      id: file.id,
      version: file.version,
      fields: { name: '张心', idNo: anIdNo('1995-05-05', 3) },
    }
    expect(Object.keys((await refusal('development.update', wanted)).fields ?? {})).toEqual(['name', 'idNo'])
    const { id, version } = await memberOf(office, file.memberId)
    await call('members.update', { id, version, fields: { name: '张心', idNo: anIdNo('1995-05-05', 3) } })
    const followed = await call('development.get', { id: file.id })
    expect(followed.fields.name).toBe('张心')
    expect(await call('development.reveal', { id: file.id })).toMatchObject({ idNo: anIdNo('1995-05-05', 3) })
  })
})
