import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { undoNewest } from './activityHarness.ts'
import { first, move, second } from './membershipsHarness.ts'
import {
  aFileAt,
  anEvent,
  aPerson,
  aStep,
  aVote,
  standingDates,
  walkTo,
  withApproval,
} from './developmentHarness.ts'
import { aStaffedOffice } from './samples.ts'

describe('退回 (domain 3.6)', () => {
  it('keeps what came before and puts the rest under the event, readable; the person goes on from there', async () => {
    const { call, file, ...office } = await aFileAt('trainingTo')
    const back = await call('development.recordEvent', {
      ...anEvent(file, '2024-11-20'),
      kind: 'return',
      cause: 'politicalReview',
      to: 'activist',
      words: '政审不合格',
    })
    expect(back.state).toBe('activist')
    expect(Object.keys(standingDates(back)).at(-1)).toBe('nurturedOn')
    const fallen = back.steps.filter(({ supersededBy }) => supersededBy !== null)
    expect(fallen).toHaveLength(9)
    expect(new Set(fallen.map(({ supersededBy }) => supersededBy))).toEqual(new Set([back.events[0]?.id]))
    const again = await walkTo({ ...office, call }, back, 'targetOn', {
      targetMeetingOn: '2025-03-01',
      publicityFrom: '2025-03-03',
      publicityTo: '2025-03-10',
      targetAgreedOn: '2025-03-12',
      targetOn: '2025-03-12',
    })
    expect(again.state).toBe('target')
    expect(again.steps.filter(({ milestone }) => milestone === 'targetOn')).toHaveLength(2)
  })

  it('STEP_ORDER: what the diagram does not have is refused, and with a reason recorded', async () => {
    const { call, refusal, file } = await aFileAt('talkedOn')
    const event = { ...anEvent(file, '2023-06-01'), kind: 'return', cause: 'vote', to: 'activist' } as const
    expect(await refusal('development.recordEvent', event)).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('现在的阶段（入党申请人）不能退回'),
    })
    const kept = await call('development.recordEvent', { ...event, overrideReason: '旧档案如此' })
    expect(kept.events).toMatchObject([{ overrideReason: '旧档案如此', toState: 'activist' }])
  })

  it('a probationer is never returned, whatever the reason', async () => {
    const { refusal, file } = await aFileAt('oathOn')
    const event = {
      ...anEvent(file, '2025-06-01'),
      kind: 'return',
      cause: 'decision',
      to: 'activist',
    } as const
    for (const overrideReason of [null, '上级要求'])
      expect((await refusal('development.recordEvent', { ...event, overrideReason })).messageZh).toContain(
        '已经批准为预备党员，不能退回',
      )
  })

  it('取消积极分子资格 and 重新申请: back to the application, the talk still counts', async () => {
    const { call, file } = await aFileAt('contactsOn')
    const revoked = await call('development.recordEvent', { ...anEvent(file, '2024-03-01'), kind: 'revoke' })
    expect(revoked.state).toBe('revoked')
    const again = await call('development.recordEvent', {
      ...anEvent(revoked, '2025-03-01'),
      kind: 'reapply',
    })
    expect(again.state).toBe('applicant')
    expect(standingDates(again)).toEqual({ appliedOn: '2023-03-01', talkedOn: '2023-03-20' })
  })
})

describe('延长预备期 (DEV-17)', () => {
  it('once, six to twelve months, voted on and approved by who may; the day of 转正 moves along', async () => {
    const { call, refusal, file, rootId, communityId } = await aFileAt('probationReviewedOn')
    const extend = (fields: object) => ({
      ...anEvent(file, '2025-12-12'),
      kind: 'extend' as const,
      months: 6,
      vote: aVote(),
      bodyId: rootId,
      approvedOn: partialDate('2025-12-30'),
      ...fields,
    })
    const words = async (fields: object) =>
      (await refusal('development.recordEvent', extend(fields))).messageZh
    expect(await words({ months: 5 })).toContain('延长预备期不少于 6 个月、不超过 12 个月')
    expect(await words({ vote: aVote(20, 15, 10) })).toContain('半数')
    expect(await words({ bodyId: communityId })).toContain('没有审批预备党员的权限')
    expect(await words({ approvedOn: null })).toContain('请登记上级党委批准“延长预备期”的日期')
    expect(await words({ bodyId: null })).toContain('请登记批准“延长预备期”的党委')
    const extended = await call('development.recordEvent', extend({}))
    expect(extended).toMatchObject({ state: 'extended', probation: { end: '2026-06-10' } })
    expect(extended.votes).toContainEqual(expect.objectContaining({ subject: 'extension', agreed: 14 }))
    const twice = { ...extend({}), version: extended.version, on: dateOnly('2026-06-12') }
    expect((await refusal('development.recordEvent', twice)).messageZh).toContain('已延长过一次')
  })
})

describe('转移 (domain 3.7)', () => {
  const to = (file: Parameters<typeof anEvent>[0], organizationId: string, isContinuous = true) =>
    ({ ...anEvent(file, '2024-11-01'), kind: 'transfer', organizationId, isContinuous }) as const

  it('an activist takes the year of education along: continuous, nothing falls away', async () => {
    const { call, file, otherBranchId } = await aFileAt('contactsOn')
    const moved = await call('development.recordEvent', to(file, otherBranchId))
    expect(moved).toMatchObject({ state: 'activist', organizationName: second })
    expect(moved.fields).toMatchObject({
      arrivalKind: 'activist',
      arrivalFrom: first,
      arrivalOn: '2024-11-01',
      arrivalVerified: null,
      arrivalContinuous: true,
    })
    expect(standingDates(moved)).toEqual(standingDates(file))
  })

  it('a 发展对象 is 积极分子 again with the new branch', async () => {
    const { call, file, otherBranchId } = await aFileAt('sponsorsOn')
    const moved = await call('development.recordEvent', to(file, otherBranchId))
    expect(moved.state).toBe('activist')
    expect(standingDates(moved)).not.toHaveProperty('targetOn')
    expect(moved.events).toMatchObject([{ kind: 'transfer', toState: 'activist' }])
  })

  it('whoever waits for approval is finished or returned first; nobody moves to where they are', async () => {
    const { refusal, file, branchId, otherBranchId } = await aFileAt('meetingOn')
    const late = { ...to(file, otherBranchId), on: dateOnly('2024-12-20') }
    expect((await refusal('development.recordEvent', late)).messageZh).toContain('请先办完审批或退回，再转移')
    expect((await refusal('development.recordEvent', to(file, branchId))).fields).toHaveProperty(
      'organizationId',
    )
  })

  it('a probationer moves with the file: the 组织关系 in one write, the papers to be checked', async () => {
    const { call, file, otherBranchId } = await aFileAt('oathOn')
    const moved = await call('development.recordEvent', {
      ...to(file, otherBranchId),
      on: dateOnly('2025-06-01'),
    })
    expect(moved).toMatchObject({ state: 'probationer', organizationName: second })
    expect(moved.findings.map(({ code }) => code)).toContain('ARRIVAL_PAPERS')
    const { record } = await call('members.get', { id: file.memberId ?? '' })
    expect(record).toMatchObject({ organizationId: otherBranchId, enteredOn: '2025-06-01' })
  })

  it('memberships.move: the file of a probationer follows, as a transfer; a slip leaves no trace', async () => {
    const office = await aFileAt('oathOn')
    const { call, file, branchId } = office
    const member = async () => {
      const { id, version } = await call('members.get', { id: file.memberId ?? '' })
      return { id, version }
    }
    await call('memberships.move', move(office, { members: [await member()] }))
    const followed = await call('development.get', { id: file.id })
    expect(followed).toMatchObject({ organizationName: second })
    expect(followed.fields).toMatchObject({ arrivalKind: 'probationer', arrivalFrom: first })
    expect(followed.events).toMatchObject([{ kind: 'transfer', happenedOn: '2026-03-01', words: '住址变动' }])
    await call(
      'memberships.move',
      move(office, { members: [await member()], toId: branchId, how: 'neverThere', on: null }),
    )
    const back = await call('development.get', { id: file.id })
    expect(back.organizationName).toBe(first)
    expect(back.events).toHaveLength(1)
  })

  it('a branch that ends hands its files over; one with files is not thrown away', async () => {
    const { call, refusal, branchId, otherBranchId } = await aFileAt('talkedOn')
    const branch = await call('organizations.get', { id: branchId })
    const versioned = { id: branchId, version: branch.version }
    expect((await refusal('organizations.trash', { ...versioned, reason: '录错' })).messageZh).toContain(
      '还有 1 份发展党员档案（“张新”）',
    )
    const why = { happenedOn: dateOnly('2026-10-01'), docNo: null, reason: '调整' }
    await call('organizations.merge', { ...versioned, ...why, intoId: otherBranchId })
    const { rows } = await call('development.list', {
      organizationId: otherBranchId,
      text: null,
      states: [],
      finding: null,
      dueBy: null,
      sort: 'name',
      offset: 0,
      limit: 10,
    })
    expect(rows.map(({ name, organizationName }) => [name, organizationName])).toEqual([['张新', second]])
  })
})

describe('whoever the roster counts no more', () => {
  const status = (to: 'ZC' | 'CD' | 'SW' | 'ZCU', kind: string | null, on: string) => ({
    to,
    kind,
    on: partialDate(on),
    doc: null,
    reason: '登记',
    toId: null,
  })

  it.each([
    ['SW', null, 'ended', 'died'],
    ['ZCU', null, 'ended', 'left'],
    ['CD', 'CD-QX', 'disqualified', null],
  ] as const)(
    '%s %s: the probationer’s file is %s, its deadlines stop; undone it goes on',
    async (to, kind, state, cause) => {
      const { call, file, ...office } = await aFileAt('oathOn')
      const { id, version } = await call('members.get', { id: file.memberId ?? '' })
      await call('memberships.changeStatus', { id, version, ...status(to, kind, '2025-08-01') })
      const ended = await call('development.get', { id: file.id })
      expect(ended).toMatchObject({ state, deadlines: [] })
      expect(ended.events).toMatchObject([{ cause, happenedOn: '2025-08-01' }])
      await undoNewest({ ...office, call })
      const again = await call('development.get', { id: file.id })
      expect(again).toMatchObject({ state: 'probationer', events: [] })
    },
  )

  it('who moved away and comes back goes on where the file stood', async () => {
    const { call, file } = await aFileAt('oathOn')
    const change = async (next: ReturnType<typeof status>) => {
      const { id, version } = await call('members.get', { id: file.memberId ?? '' })
      await call('memberships.changeStatus', { id, version, ...next })
      return call('development.get', { id: file.id })
    }
    await change(status('ZCU', null, '2025-08-01'))
    const back = await change(status('ZC', null, '2025-11-01'))
    expect(back.state).toBe('probationer')
    expect(back.events.map(({ kind, supersededBy }) => [kind, supersededBy])).toEqual([
      ['end', back.events[1]?.id],
      ['transfer', null],
    ])
  })
})

describe('rights', () => {
  it('a community clerk records every step of its own branches, with the street’s committee named above it', async () => {
    const office = await withApproval(await aStaffedOffice())
    const clerk = office.as('communityClerk')
    const created = await clerk.call('development.create', {
      fields: aPerson(office.branchId),
      appliedOn: partialDate('2023-03-01'),
    })
    const walked = await walkTo({ ...office, ...clerk }, created, 'archivedOn')
    expect(walked.state).toBe('full')
    const leader = office.as('leader')
    expect(
      await leader.refusal('development.recordStep', aStep(walked, 'oathOn', '2025-02-10')),
    ).toMatchObject({
      code: 'FORBIDDEN',
    })
  })
})
