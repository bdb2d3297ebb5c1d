import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { aDecision, aLostMember, anAttempt } from './lostHarness.ts'
import { aMember, anOffice, type Office } from './samples.ts'
import { anOutflow } from './mobilityHarness.ts'
import { testUser } from './testCore.ts'

const list = { organizationId: null, stage: null, text: null, offset: 0, limit: 50 } as const
const member = async ({ call }: Office, id: string) => (await call('members.get', { id })).record

describe('a case of 失联', () => {
  it('marks the member in the roster, and the mark goes when the person is found', async () => {
    const office = await aLostMember()
    expect(await member(office, office.memberId)).toMatchObject({ isLost: true, lostSince: '2025-11-01' })
    const { id, version } = office.opened
    const found = await office.call('lost.found', { id, version, on: '2026-11-20', remark: '在外务工' })
    expect(found).toMatchObject({ status: 'found', stage: 'over', findings: [] })
    expect(await member(office, office.memberId)).toMatchObject({
      isLost: false,
      lostSince: null,
      partyStatus: 'ZC',
    })
  })

  it('is opened once: a second one is refused by name', async () => {
    const { refusal, memberId } = await aLostMember()
    const error = await refusal('lost.open', { memberId, since: null, remark: null })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('王小明') })
  })

  it('never changes a status by itself: years later the record is what it was, with red advice', async () => {
    const office = await aLostMember()
    office.clock.set('2031-01-05T02:00:00Z')
    await office.call('accounts.unlock', { password: testUser.password })
    expect(await member(office, office.memberId)).toMatchObject({ partyStatus: 'ZC', isLost: true })
    const { rows } = await office.call('lost.list', { ...list, stage: 'sixMonths' })
    expect(rows.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['FLO-20', 'LOST_ATTEMPTS'],
    ])
  })

  it('goes into the ledger of 流动党员 as lost when the person is away, and back when found', async () => {
    const office = await anOffice()
    const fields = aMember({ organizationId: office.branchId })
    const { id: memberId } = await office.call('members.create', { fields })
    await office.call('mobility.create', anOutflow(memberId))
    const { id, version } = await office.call('lost.open', { memberId, since: '2026-01', remark: null })
    const status = async () =>
      (await office.call('mobility.ofMember', { memberId })).records.map((row) => row.status)
    expect(await status()).toEqual(['lost'])
    const [away] = (await office.call('mobility.ofMember', { memberId })).records
    const back = { status: 'returned', on: partialDate('2026-11-20'), reason: null } as const
    const key = { id: away?.id ?? '', version: away?.version ?? 0 }
    const refusal = await office.refusal('mobility.close', { ...key, ending: back })
    expect(refusal).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('登记取得联系') })
    await office.call('lost.found', { id, version, on: '2026-11-20', remark: null })
    expect(await status()).toEqual(['away'])
  })

  it('counts the attempts by way and round', async () => {
    const { call, opened } = await aLostMember()
    const add = (fields: Parameters<typeof anAttempt>[0]) =>
      call('lost.addAttempt', { caseId: opened.id, fields: anAttempt(fields) })
    await add({ way: 'phone' })
    await add({ way: 'family', triedOn: dateOnly('2026-10-09') })
    const detail = await add({ way: 'visit', round: 2, triedOn: dateOnly('2026-11-01') })
    expect(detail).toMatchObject({ ways: 3, rounds: 2, lastTriedOn: '2026-11-01' })
    expect(detail.attempts.map(({ way }) => way)).toEqual(['visit', 'family', 'phone'])
    expect(detail.findings.map(({ code }) => code)).toEqual(['FLO-20'])
    const [latest] = detail.attempts
    const key = { id: latest?.id ?? '', version: 1 }
    await call('lost.updateAttempt', { ...key, fields: anAttempt({ way: 'household' }) })
    const after = await call('lost.removeAttempt', { ...key, version: 2 })
    expect(after.attempts.map(({ way }) => way)).toEqual(['family', 'phone'])
  })

  it('an attempt of tomorrow is refused, one of a year ago is not', async () => {
    const { refusal, call, opened } = await aLostMember()
    const attempt = (on: string) => ({ caseId: opened.id, fields: anAttempt({ triedOn: dateOnly(on) }) })
    expect((await refusal('lost.addAttempt', attempt('2026-11-22'))).fields).toHaveProperty('triedOn')
    expect((await call('lost.addAttempt', attempt('2025-11-22'))).attempts).toHaveLength(1)
  })
})

describe('停止党籍', () => {
  it('goes into the roster in the same write, with day and paper, and is undone as one', async () => {
    const office = await aLostMember()
    const { id, version } = office.opened
    const stopped = await office.call('lost.stop', { id, version, ...aDecision('2026-06-10') })
    expect(stopped).toMatchObject({ status: 'stopped', stage: 'stopped', twoYearsOn: '2028-06-10' })
    expect(await member(office, office.memberId)).toMatchObject({
      partyStatus: 'TZ',
      partyStatusKind: 'TZ-SL',
      partyStatusOn: '2026-06-10',
      partyStatusDoc: '区组〔2026〕5号',
    })
    // FLO-22: not counted from then on.
    const counted = async () => (await office.call('organizations.get', { id: office.branchId })).own.full
    expect(await counted()).toBe(0)
    const last = await office.call('activity.lastOwn', { kinds: ['lostCase'], recordId: id })
    expect(last?.title).toBe('停止党籍')
    await office.call('activity.undo', { seq: last?.seq ?? 0 })
    expect(await office.call('lost.get', { id })).toMatchObject({
      status: 'searching',
      fields: { stopOn: null, stopDoc: null },
    })
    expect(await member(office, office.memberId)).toMatchObject({ partyStatus: 'ZC', partyStatusKind: null })
    expect(await counted()).toBe(1)
  })

  it('is not for 预备党员, whose standing is taken back instead', async () => {
    const office = await aLostMember({
      personType: '2',
      regularOn: null,
      joinedOn: partialDate('2026-01-20'),
    })
    const decision = { ...office.opened, ...aDecision('2026-06-10') }
    const { id, version, on, meeting, approvedBy, doc } = decision
    const key = { id, version, on, meeting, approvedBy, doc }
    expect(await office.refusal('lost.stop', key)).toMatchObject({ code: 'CONFLICT' })
    expect(await office.call('lost.revoke', key)).toMatchObject({ status: 'revoked', stage: 'over' })
    expect(await member(office, office.memberId)).toMatchObject({
      partyStatus: 'CD',
      partyStatusKind: 'CD-QX',
    })
  })

  it('a 正式党员 cannot lose a standing as 预备党员', async () => {
    const { refusal, opened } = await aLostMember()
    const { id, version } = opened
    const error = await refusal('lost.revoke', { id, version, ...aDecision('2026-06-10') })
    expect(error.messageZh).toContain('停止党籍')
  })

  it('dates that contradict are refused: before the person was lost, after today', async () => {
    const { refusal, opened } = await aLostMember()
    const { id, version } = opened
    for (const on of ['2025-10-31', '2026-11-22'])
      expect((await refusal('lost.stop', { id, version, ...aDecision(on) })).fields).toHaveProperty('on')
  })

  it('a decision taken too early is entered all the same, with a red finding', async () => {
    const { call, opened } = await aLostMember()
    const { id, version } = opened
    const { findings } = await call('lost.stop', { id, version, ...aDecision('2026-01-10') })
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toContain('red MEM-02')
  })

  it('is refused to whoever saw an older version', async () => {
    const { call, refusal, opened } = await aLostMember()
    const { id, version } = opened
    await call('lost.update', { id, version, since: '2025-12', remark: null })
    const error = await refusal('lost.stop', { id, version, ...aDecision('2026-06-10') })
    expect(error.code).toBe('STALE_WRITE')
  })
})

describe('after 停止党籍', () => {
  async function aStopped() {
    const office = await aLostMember()
    const { id, version } = office.opened
    const stopped = await office.call('lost.stop', { id, version, ...aDecision('2026-06-10') })
    return { ...office, id, version: stopped.version }
  }

  it('恢复党籍 counts the person again from the approval on', async () => {
    const office = await aStopped()
    const { id, version } = office
    const days = { appliedOn: '2026-09-01', discussedOn: '2026-09-10', approvedOn: '2026-10-01' }
    const key = { id, version, ...days, approvedBy: '区委组织部', doc: '区组〔2026〕9号' }
    const restored = await office.call('lost.restore', key)
    expect(restored).toMatchObject({ status: 'restored', stage: 'over', findings: [] })
    expect(await member(office, office.memberId)).toMatchObject({
      partyStatus: 'ZC',
      partyStatusKind: null,
      isLost: false,
    })
    const error = await office.refusal('lost.expel', {
      id,
      version: restored.version,
      ...aDecision('2026-11-01'),
    })
    expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining('已恢复党籍') })
  })

  it('steps out of order are refused beside the field', async () => {
    const { refusal, id, version } = await aStopped()
    const restore = (days: object) =>
      refusal('lost.restore', {
        id,
        version,
        appliedOn: '2026-09-01',
        discussedOn: '2026-09-10',
        approvedOn: '2026-10-01',
        ...days,
        approvedBy: null,
        doc: null,
      })
    expect((await restore({ appliedOn: '2026-06-09' })).fields).toHaveProperty('appliedOn')
    expect((await restore({ discussedOn: '2026-08-31' })).fields).toHaveProperty('discussedOn')
    expect((await restore({ approvedOn: '2026-09-09' })).fields).toHaveProperty('approvedOn')
  })

  it('being reached is written down and restores nothing', async () => {
    const office = await aStopped()
    const { id, version } = office
    const found = await office.call('lost.found', { id, version, on: '2026-10-05', remark: null })
    expect(found).toMatchObject({ status: 'stopped', fields: { foundOn: '2026-10-05' } })
    expect(await member(office, office.memberId)).toMatchObject({ partyStatus: 'TZ', isLost: false })
  })

  it('除名 after two years is 自行脱党除名', async () => {
    const office = await aLostMember()
    const { id, version } = office.opened
    const stopped = await office.call('lost.stop', { id, version, ...aDecision('2025-11-01') })
    const expelled = await office.call('lost.expel', {
      id,
      version: stopped.version,
      ...aDecision('2026-11-20'),
    })
    expect(expelled.findings.map(({ code }) => code)).toContain('MEM-02')
    expect(await member(office, office.memberId)).toMatchObject({
      partyStatus: 'CD',
      partyStatusKind: 'CD-TL',
    })
  })
})

it('the history of a case says what was decided in words', async () => {
  const office = await aLostMember()
  const { id, version } = office.opened
  await office.call('lost.stop', { id, version, ...aDecision('2026-06-10') })
  const { entries } = await office.call('activity.history', { kind: 'lostCase', id })
  const [newest] = entries
  expect(newest?.title).toBe('停止党籍')
  expect(newest?.fields.map(({ label, old, new: now }) => [label, old, now])).toEqual(
    expect.arrayContaining([
      ['状态', '查找中', '已停止党籍'],
      ['停止党籍决定日期', '', '2026年6月10日'],
    ]),
  )
})
