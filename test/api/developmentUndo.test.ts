import { describe, expect, it } from 'vitest'
import type { DevelopmentDetail } from '#shared/contract/developmentRows.ts'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { newest, undoNewest } from './activityHarness.ts'
import {
  aFileAt,
  anEvent,
  aStep,
  aVote,
  type DevelopmentOffice,
  standingDates,
  walkTo,
} from './developmentHarness.ts'
import type { Milestone } from '#shared/domain/development/milestones.ts'

type Write = (office: DevelopmentOffice) => Promise<DevelopmentDetail>

const decided = (office: DevelopmentOffice, on: string) => ({
  ...anEvent(office.file, on),
  vote: aVote(),
  bodyId: office.rootId,
  approvedOn: partialDate('2025-12-30'),
})

const plain = ({ file: { id, version } }: DevelopmentOffice) => ({ id, version })

const step =
  (milestone: Milestone, on: string): Write =>
  (office) =>
    office.call('development.recordStep', aStep(office.file, milestone, on, { bodyId: office.rootId }))

const writes: readonly (readonly [string, Milestone, Write])[] = [
  ['a plain step', 'talkedOn', step('activistOn', '2023-09-10')],
  ['步骤 15 with its vote', 'formOn', step('meetingOn', '2024-12-10')],
  ['步骤 17', 'interviewOn', step('approvedOn', '2025-01-15')],
  ['步骤 24', 'regularSubmittedOn', step('regularApprovedOn', '2026-01-20')],
  [
    'a correction of 步骤 15',
    'regularApprovedOn',
    (office) =>
      office.call('development.correctStep', {
        ...plain(office),
        milestone: 'meetingOn',
        on: partialDate('2024-12-09'),
        place: '会议室',
        people: null,
        bodyId: null,
        docNo: null,
        opinion: null,
      }),
  ],
  [
    'a removed step',
    'meetingOn',
    (office) =>
      office.call('development.removeStep', { ...plain(office), milestone: 'meetingOn', reason: '登错了' }),
  ],
  [
    '退回',
    'formOn',
    ({ call, file }) =>
      call('development.recordEvent', {
        ...anEvent(file, '2024-12-20'),
        kind: 'return',
        cause: 'decision',
        to: 'activist',
      }),
  ],
  [
    '延长',
    'regularSubmittedOn',
    (office) =>
      office.call('development.recordEvent', { ...decided(office, '2025-12-20'), kind: 'extend', months: 6 }),
  ],
  [
    '取消资格',
    'oathOn',
    (office) =>
      office.call('development.recordEvent', { ...decided(office, '2025-12-20'), kind: 'disqualify' }),
  ],
  [
    '转移 of a probationer',
    'oathOn',
    ({ call, file, otherBranchId: organizationId }) =>
      call('development.recordEvent', {
        ...anEvent(file, '2025-06-01'),
        kind: 'transfer',
        organizationId,
        isContinuous: true,
      }),
  ],
  [
    '终止',
    'contactsOn',
    ({ call, file }) =>
      call('development.recordEvent', { ...anEvent(file, '2024-01-01'), kind: 'end', cause: 'withdrawn' }),
  ],
  [
    'the form',
    'talkedOn',
    (office) => office.call('development.update', { ...plain(office), fields: { phone: '13900009999' } }),
  ],
]

/** All of a file but what says that it was written. */
function content({ version: _v, updatedAt: _u, ...rest }: DevelopmentDetail) {
  return rest
}

async function memberState({ call, file }: DevelopmentOffice, memberId: string | null) {
  const id = memberId ?? file.memberId
  if (id === null) return null
  const { record, deletedAt } = await call('members.get', { id })
  const { entries } = await call('memberships.ofMember', { id })
  return { record, isDeleted: deletedAt !== null, stays: entries.length }
}

describe('activity.undo brings back exactly what was, and undoing that what was done', () => {
  it.each(writes)('%s', async (_, at, write) => {
    const office = await aFileAt(at)
    const { call, file } = office
    const read = async () => content(await call('development.get', { id: file.id }))
    const [before, memberBefore] = [await read(), await memberState(office, null)]
    const done = await write(office)
    const [after, memberAfter] = [await read(), await memberState(office, done.memberId)]
    expect(after).not.toEqual(before)
    await undoNewest(office)
    expect(await read()).toEqual(before)
    const undone = await memberState(office, done.memberId)
    if (memberBefore === null && done.memberId !== null) expect(undone).toMatchObject({ isDeleted: true })
    else expect(undone).toEqual(memberBefore)
    await undoNewest(office)
    expect(await read()).toEqual(after)
    expect(await memberState(office, done.memberId)).toEqual(memberAfter)
  })

  it('whoever has the page open is told to read it again', async () => {
    const office = await aFileAt('talkedOn')
    await step('activistOn', '2023-09-10')(office)
    const { version } = await office.call('development.get', { id: office.file.id })
    await undoNewest(office)
    const late = aStep({ id: office.file.id, version }, 'activistOn', '2023-09-12')
    expect(await office.refusal('development.recordStep', late)).toMatchObject({ code: 'STALE_WRITE' })
  })
})

describe('what stands in the way of an undo', () => {
  it('a step that later steps rest on is not taken from under them', async () => {
    const office = await aFileAt('appliedOn')
    const talked = await step('talkedOn', '2023-03-20')(office)
    const { seq } = await newest(office)
    await office.call('development.recordStep', aStep(talked, 'activistOn', '2023-09-10'))
    const error = await office.refusal('activity.undo', { seq })
    expect(error).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('“派人谈话”之后的步骤已经登记，请先撤销后面的'),
    })
    await undoNewest(office)
    await office.call('activity.undo', { seq })
    expect(standingDates(await office.call('development.get', { id: office.file.id }))).toEqual({
      appliedOn: '2023-03-01',
    })
  })

  it('a step recorded anew since does not come back beside it', async () => {
    const office = await aFileAt('appliedOn')
    await step('talkedOn', '2023-03-20')(office)
    const undo = await undoNewest(office)
    const file = await office.call('development.get', { id: office.file.id })
    await office.call('development.recordStep', aStep(file, 'talkedOn', '2023-03-22'))
    expect((await office.refusal('activity.undo', { seq: undo })).messageZh).toContain(
      '“派人谈话”后来又登记过',
    )
  })

  it('a paper put down anew since does not come back beside it', async () => {
    const office = await aFileAt('appliedOn')
    const { call, refusal, file } = office
    const put = async () => {
      const { id, version } = await call('development.get', { id: file.id })
      const paper = { isOriginal: null, copies: null, pages: 3, formedOn: null, note: null }
      const materials = [{ materialNo: 'M1' as const, isPresent: true, ...paper }]
      await call('development.setMaterials', { id, version, materials })
    }
    await put()
    const undo = await undoNewest(office)
    await put()
    expect((await refusal('activity.undo', { seq: undo })).messageZh).toContain('档案材料后来又登记过')
  })

  it('a step does not come back where the file stands elsewhere by now: nobody who lost the place becomes full', async () => {
    const office = await aFileAt('regularSubmittedOn')
    await step('regularApprovedOn', '2026-01-20')(office)
    const undo = await undoNewest(office)
    const file = await office.call('development.get', { id: office.file.id })
    await office.call('development.recordEvent', {
      ...decided(
        {
          ...office,
          file,
        },
        '2026-02-20',
      ),
      kind: 'disqualify',
      approvedOn: partialDate('2026-03-01'),
    })
    expect((await office.refusal('activity.undo', { seq: undo })).messageZh).toContain(
      '现在的阶段（取消预备党员资格）不办理“上级党委审批转正”',
    )
  })

  it('a return is not taken back once the steps that fell are recorded anew', async () => {
    const office = await aFileAt('targetOn')
    const back = await office.call('development.recordEvent', {
      ...anEvent(office.file, '2024-11-20'),
      kind: 'return',
      cause: 'decision',
      to: 'activist',
    })
    const { seq } = await newest(office)
    await walkTo(office, back, 'targetMeetingOn', { targetMeetingOn: '2025-03-01' })
    expect((await office.refusal('activity.undo', { seq })).messageZh).toContain(
      '“讨论确定发展对象”后来又登记过',
    )
  })

  it('an extension is not taken back once the person is full by it', async () => {
    const office = await aFileAt('probationReviewedOn')
    const extended = await office.call('development.recordEvent', {
      ...decided(office, '2025-12-12'),
      kind: 'extend',
      months: 6,
    })
    const { seq } = await newest(office)
    await walkTo(office, extended, 'regularApprovedOn', {
      regularApplyOn: '2026-06-01',
      regularMeetingOn: '2026-06-20',
      regularSubmittedOn: '2026-06-22',
      regularApprovedOn: '2026-07-15',
    })
    expect((await office.refusal('activity.undo', { seq })).code).toBe('CONFLICT')
  })

  it('an approval is not taken back once somebody has worked on the member it made', async () => {
    const office = await aFileAt('interviewOn')
    const approved = await step('approvedOn', '2025-01-15')(office)
    const { seq } = await newest(office)
    const { id, version } = await office.call('members.get', { id: approved.memberId ?? '' })
    await office.call('members.update', { id, version, fields: { remark: '已编入党小组' } })
    expect((await office.refusal('activity.undo', { seq })).messageZh).toContain('“张新”后来又修改过')
  })

  it('a file does not go back to a branch that is no more', async () => {
    const office = await aFileAt('contactsOn')
    const { call, branchId, otherBranchId: organizationId } = office
    await call('development.recordEvent', {
      ...anEvent(office.file, '2024-11-01'),
      kind: 'transfer',
      organizationId,
      isContinuous: true,
    })
    const { seq } = await newest(office)
    const { version } = await call('organizations.get', { id: branchId })
    const why = { happenedOn: dateOnly('2026-10-01'), docNo: null, reason: '调整' }
    await call('organizations.dissolve', { id: branchId, version, membersTo: null, ...why })
    expect((await office.refusal('activity.undo', { seq })).messageZh).toContain(
      '已撤销、合并或删除，放不回去',
    )
  })
})
