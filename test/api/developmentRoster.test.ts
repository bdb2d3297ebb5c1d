import { describe, expect, it } from 'vitest'
import type { MemberRecord } from '#shared/contract/members.ts'
import { partialDate } from '#shared/lib/dates.ts'
import { aFileAt, aStep, codesOf, memberOf, type DevelopmentOffice } from './developmentHarness.ts'
import { aMember, anIdNo, anOrganization } from './samples.ts'

const idNo = anIdNo('1995-05-05', 1)

const approval = (office: DevelopmentOffice, fields: object = {}) =>
  aStep(office.file, 'approvedOn', '2025-01-15', {
    bodyId: office.rootId,
    docNo: '测街党〔2025〕1号',
    ...fields,
  })

/** The same person in the roster, as somebody wrote it down before the file came to it. */
function beforehand({ call, branchId }: DevelopmentOffice, fields: Partial<MemberRecord> = {}) {
  return call('members.create', {
    fields: aMember({
      organizationId: branchId,
      name: '张新',
      idNo,
      birthDate: partialDate('1995-05-05'),
      personType: '2',
      joinedOn: partialDate('2024-12'),
      regularOn: null,
      ...fields,
    }),
  })
}

describe('步骤 17 into the roster', () => {
  it('approval creates the probationary member, joined on the day of the meeting (DEV-13 is quiet)', async () => {
    const office = await aFileAt('interviewOn')
    const group = await office.call('organizations.create', {
      parentId: office.branchId,
      fields: anOrganization({ type: 'XZ', shortName: '第一党小组', fullName: '第一党小组' }),
    })
    const vouched = await office.call('development.setGuarantors', {
      id: office.file.id,
      version: office.file.version,
      duty: 'sponsor',
      on: partialDate('2024-10-20'),
      people: ['甲某', '乙某'].map((name) => ({ memberId: null, name, isKin: false })),
    })
    const approved = await office.call('development.recordStep', {
      ...approval(office, { groupId: group.id }),
      version: vouched.version,
    })
    expect(approved.state).toBe('probationer')
    expect(codesOf(approved)).not.toContain('DEV-13')
    const { record, findings } = await memberOf(office, approved.memberId)
    expect(record).toMatchObject({
      name: '张新',
      personType: '2',
      joinedOn: '2024-12-10',
      regularOn: null,
      joinKind: '1',
      introducers: '甲某、乙某',
      organizationId: office.branchId,
      groupId: group.id,
      partyStatus: 'ZC',
      gender: '1',
      education: '21',
    })
    // Two years later the roster's own rule asks for 转正; nothing else is wrong.
    expect(findings.filter(({ severity }) => severity === 'red').map(({ code }) => code)).toEqual([
      'PROBATION_OVERDUE',
    ])
    const revealed = await office.call('members.reveal', { id: approved.memberId ?? '' })
    expect(revealed).toMatchObject({ idNo, mobile: '13900001234' })
    const { entries } = await office.call('memberships.ofMember', { id: approved.memberId ?? '' })
    expect(JSON.stringify(entries)).toContain('2024-12-10')
  })

  it('before the approval there is nobody in the roster', async () => {
    const { call, file } = await aFileAt('interviewOn')
    expect(file.memberId).toBeNull()
    const { total } = await call('members.list', {
      organizationId: null,
      text: '张新',
      filters: [],
      sort: { field: 'name', descending: false },
      offset: 0,
      limit: 10,
    })
    expect(total).toBe(0)
  })

  it('somebody with the same ID number is the same person: linked, what was not filled in is filled in', async () => {
    const office = await aFileAt('interviewOn')
    const known = await beforehand(office)
    const approved = await office.call('development.recordStep', approval(office))
    expect(approved.memberId).toBe(known.id)
    const { record } = await memberOf(office, known.id)
    expect(record).toMatchObject({ joinedOn: '2024-12-10', joinKind: '1', personType: '2' })
  })

  it.each([
    ['another name', { name: '张辛' }, '与档案上的姓名“张新”不一致'],
    [
      'another birthday',
      { birthDate: partialDate('1995-05-06') },
      '出生日期是1995年5月6日，与档案上的出生日期1995年5月5日不一致',
    ],
    ['a full member', { personType: '1', regularOn: partialDate('2025-12-10') }, '已是正式党员'],
    ['somebody struck off', { partyStatus: 'CD', partyStatusKind: 'CD-CM' }, '党籍状态是“出党”'],
    [
      'another day of joining',
      { joinedOn: partialDate('2023-05-01') },
      '入党日期是2023年5月1日，与支部大会通过日期2024年12月10日不一致',
    ],
  ] as const)(
    'the roster has the number as %s: refused in a clear sentence, nothing is written',
    async (_, fields, words) => {
      const office = await aFileAt('interviewOn')
      const { id, version } = await beforehand(office, fields)
      const error = await office.refusal('development.recordStep', approval(office))
      expect(error).toMatchObject({ code: 'CONFLICT', messageZh: expect.stringContaining(words) })
      expect(error.messageZh).toContain('请先核对')
      expect(await office.call('development.get', { id: office.file.id })).toMatchObject({
        version: office.file.version,
        memberId: null,
      })
      expect(await memberOf(office, id)).toMatchObject({ version })
    },
  )

  it('the number is another branch’s person: refused, told where', async () => {
    const office = await aFileAt('interviewOn')
    await beforehand(office, { organizationId: office.otherBranchId })
    expect((await office.refusal('development.recordStep', approval(office))).messageZh).toContain(
      '在“东环第二党支部”，不在这份档案所在的党支部',
    )
  })

  it('an old file of somebody who is a full member long since is linked, and the roster keeps what it says', async () => {
    const office = await aFileAt('interviewOn')
    const fields = {
      personType: '1',
      joinedOn: partialDate('2024-12-09'),
      regularOn: partialDate('2025-12-09'),
    }
    const known = await beforehand(office, fields)
    const approved = await office.call(
      'development.recordStep',
      approval(office, { overrideReason: '按旧档案补录' }),
    )
    expect(approved.memberId).toBe(known.id)
    expect((await memberOf(office, known.id)).record).toMatchObject(fields)
    expect(codesOf(approved)).toContain('DEV-13')
  })

  it('a step that changes nothing for the roster enters nobody and asks for no number', async () => {
    const office = await aFileAt('interviewOn', { idNo: null })
    const kept = await office.call(
      'development.recordStep',
      approval(office, { overrideReason: '按旧档案补录' }),
    )
    const filed = await office.call('development.recordStep', aStep(kept, 'filedOn', '2025-01-20'))
    expect(filed.memberId).toBeNull()
  })

  it('without an ID number nobody is entered: refused, or kept as history until the number is filled in', async () => {
    const office = await aFileAt('interviewOn', { idNo: null })
    expect((await office.refusal('development.recordStep', approval(office))).messageZh).toContain(
      '还没有身份证号，花名册按身份证号认人',
    )
    const kept = await office.call(
      'development.recordStep',
      approval(office, { overrideReason: '按旧档案补录' }),
    )
    expect(kept).toMatchObject({ state: 'probationer', memberId: null })
    const numbered = await office.call('development.update', {
      id: kept.id,
      version: kept.version,
      fields: { idNo },
    })
    expect((await memberOf(office, numbered.memberId)).record).toMatchObject({ joinedOn: '2024-12-10' })
  })
})
