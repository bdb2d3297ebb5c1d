import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import {
  aCount,
  finalOf,
  meetingCodes,
  aFollowUp,
  aMeeting,
  anEntry,
  anItem,
  formOf,
  heldYears,
} from './meetingHarness.ts'
import { aMember, anIdNo, anOffice, aStaffedOffice } from './samples.ts'

describe('who should come (应到)', () => {
  it('is who belonged and had rights on the day of the meeting, not today; nobody is marked present', async () => {
    const { call, branchId, otherBranchId } = await anOffice()
    const add = (name: string, n: number, fields: object = {}) =>
      call('members.create', {
        fields: aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', n), ...fields }),
      })
    const leaving = await add('钱转出', 1)
    await add('孙在册', 3)
    const fresh = { personType: '2', joinedOn: partialDate('2026-06-01'), regularOn: null }
    await add('李预备', 5, fresh)
    await call('memberships.move', {
      members: [{ id: leaving.id, version: leaving.version }],
      toId: otherBranchId,
      groupId: null,
      how: 'moved',
      on: dateOnly('2026-10-01'),
      reason: '居住地变动',
      docNo: null,
    })
    const ask = (on: string) =>
      call('meetings.roll', {
        organizationId: branchId,
        groupId: null,
        kinds: ['branchMeeting'],
        on: dateOnly(on),
      })
    const before = await ask('2026-09-10')
    expect(before.roll.map(({ name, isVoter, state }) => [name, isVoter, state])).toEqual([
      ['钱转出', true, 'absent'],
      ['孙在册', true, 'absent'],
      ['李预备', false, 'absent'],
    ])
    expect(before.should).toBe(2)
    expect((await ask('2026-11-10')).roll.map(({ name }) => name)).toEqual(['孙在册', '李预备'])
  })

  it('the roll decides 应到 and 实到: without a vote, or exempted, nobody is counted', async () => {
    const office = await anOffice()
    const roll = [
      anEntry(null, '甲'),
      anEntry(null, '乙', { state: 'absent', reason: 'ill' }),
      anEntry(null, '丙', { exempt: 'bedridden', state: 'excused' }),
      anEntry(null, '丁', { isVoter: false }),
    ]
    const { fields } = await finalOf(office, { should: 99, present: 99, roll })
    expect([fields.should, fields.present]).toEqual([2, 1])
  })
})

describe('定稿', () => {
  it('names in one sentence all that is missing, and waits for the day', async () => {
    const { call, refusal, branchId } = await anOffice()
    const draft = await call('meetings.create', {
      fields: aMeeting(branchId, {
        recorderName: null,
        should: null,
        present: null,
        summary: null,
        items: [aCount(11, { agreed: null })],
      }),
    })
    const refused = await refusal('meetings.finalize', { id: draft.id, version: draft.version })
    expect(refused.messageZh).toMatch(/还缺：记录人、到会情况.*、议题“接收张新为预备党员”的表决票数。/)
    const later = await call('meetings.create', {
      fields: aMeeting(branchId, { heldOn: dateOnly('2026-12-01') }),
    })
    const early = await refusal('meetings.finalize', { id: later.id, version: later.version })
    expect(early.messageZh).toContain('还没有到')
  })

  it('numbers the meetings of a kind through the year where no term is known; a number somebody wrote stands', async () => {
    const office = await anOffice()
    const numbers = [
      await finalOf(office, { heldOn: dateOnly('2026-03-10') }),
      await finalOf(office, { heldOn: dateOnly('2026-06-10'), kinds: ['branchMeeting', 'lecture'] }),
      await finalOf(office, { heldOn: dateOnly('2026-06-11'), kinds: ['lecture'], lectureTopic: '党章' }),
      await finalOf(office, { heldOn: dateOnly('2026-09-10'), seqNo: 9 }),
      await finalOf(office, { heldOn: dateOnly('2026-10-10') }),
      await finalOf(office, { heldOn: dateOnly('2025-12-10') }),
    ].map(({ fields }) => fields.seqNo)
    expect(numbers).toEqual([1, 2, 1, 9, 10, 1])
  })

  it('a record of long ago may be thin; it is 补录, and says what nobody wrote down', async () => {
    const office = await anOffice()
    const old = await finalOf(office, {
      heldOn: dateOnly('2019-05-05'),
      hostName: null,
      recorderName: null,
      should: null,
      present: null,
    })
    expect(old).toMatchObject({ status: 'final', isLate: true, enteredOn: '2026-11-21' })
    expect(meetingCodes(old)).toEqual(expect.arrayContaining(['MEETING_PEOPLE', 'MEETING_LATE']))
  })
})

describe('after 定稿', () => {
  it('changes only with a reason; the former content stays as a version, and a check is off', async () => {
    const office = await anOffice()
    const { call, refusal } = office
    const final = await finalOf(office, { items: [anItem({ title: '甲议题' })] })
    const { id, version } = final
    await call('meetings.check', { meetings: [{ id, version }], state: 'returned', words: '补写讨论要点' })
    const seen = await call('meetings.get', { id })
    expect(seen.check).toMatchObject({ state: 'returned', words: '补写讨论要点', by: '测试员' })
    const change = { id, version: seen.version, fields: formOf(seen, { summary: '补写', items: [] }) }
    expect(await refusal('meetings.update', { ...change, reason: null })).toMatchObject({
      code: 'VALIDATION_FAILED',
    })
    const after = await call('meetings.update', { ...change, reason: '补写要点' })
    expect(after).toMatchObject({ check: null, items: [], status: 'final' })
    expect(after.versions).toMatchObject([{ no: 1, reason: '补写要点', changedBy: '测试员' }])
    const former = await call('meetings.version', { id, no: 1 })
    expect(former).toMatchObject({ fields: { summary: '传达学习有关文件' }, items: [{ title: '甲议题' }] })
  })

  it('of an imported or old record asks for nothing that it lacked before; its number stays', async () => {
    const office = await anOffice()
    const old = await finalOf(office, { heldOn: dateOnly('2019-05-05'), hostName: null, present: null })
    const { id, version } = old
    const now = formOf(old, { heldOn: dateOnly('2026-05-05'), seqNo: null })
    const moved = await office.call('meetings.update', { id, version, fields: now, reason: '年份登错' })
    expect(moved.fields).toMatchObject({ hostName: null, seqNo: 1 })
    const emptied = { ...formOf(moved), summary: null }
    const change = { id, version: moved.version, fields: emptied, reason: '清空' }
    expect((await office.refusal('meetings.update', change)).messageZh).toContain('会议内容')
  })

  it('a check is for final records, all of them or none', async () => {
    const office = await anOffice()
    const final = await finalOf(office)
    const draft = await office.call('meetings.create', { fields: aMeeting(office.branchId) })
    const meetings = [final, draft].map(({ id, version }) => ({ id, version }))
    const refused = await office.refusal('meetings.check', { meetings, state: 'passed', words: null })
    expect(refused.messageZh).toContain('还是草稿')
    expect((await office.call('meetings.get', { id: final.id })).check).toBeNull()
    await office.call('meetings.check', { meetings: meetings.slice(0, 1), state: 'passed', words: null })
    const list = { organizationId: null, from: null, to: null, kinds: [], status: null, onlyLate: false }
    const page = { ...list, text: null, offset: 0, limit: 10 }
    const passed = await office.call('meetings.list', { ...page, check: 'passed' })
    expect(passed.rows.map(({ id }) => id)).toEqual([final.id])
    expect((await office.call('meetings.list', { ...page, check: 'unchecked' })).total).toBe(0)
  })
})

it('a copy carries the bones of a meeting and nothing of what was said, decided or attended', async () => {
  const office = await anOffice()
  const from = await finalOf(office, {
    kinds: ['branchMeeting', 'lecture'],
    lectureTopic: '旧主题',
    observers: '某列席',
    effect: '旧成效',
    items: [anItem({ title: '学习文件', discussion: '旧讨论', decision: '旧决定' }), aCount(14)],
    followUps: [aFollowUp()],
  })
  const copy = await office.call('meetings.copy', { id: from.id, heldOn: dateOnly('2026-12-08') })
  expect(copy).toMatchObject({ status: 'draft', followUps: [] })
  expect(copy.fields).toMatchObject({
    kinds: ['branchMeeting', 'lecture'],
    title: '2026年12月党员大会、党课',
    place: '党群服务中心',
    hostName: '周书记',
    recorderName: '吴委员',
  })
  expect(copy.items.map(({ title }) => title)).toEqual(['学习文件'])
  expect(JSON.stringify(copy)).not.toMatch(/旧|传达|列席“|某列席|张新/)
})

describe('validity by the right one of the four measures', () => {
  const cases = [
    [
      'T1 admission: 9 of 20 in favour is not more than half of 应到',
      aCount(9, { isPassed: true }),
      /不通过/,
    ],
    ['T2 admission: 10 of 20 is not more than half', aCount(10, { isPassed: true }), /不通过/],
    ['T3 admission: 11 of 20 passes', aCount(11), /通过/],
    [
      'T4 ordinary: present is half of 应到, which will do',
      aCount(11, { matter: 'important', present: 11, should: 20 }),
      /通过/,
    ],
    [
      'T5 election: 15 of 20 present is less than four fifths',
      aCount(15, { matter: 'election', isPassed: null }),
      /不到五分之四/,
    ],
  ] as const
  it.each(cases)('%s', async (_, item, expected) => {
    const { call, branchId } = await anOffice()
    const { judgements } = await call('meetings.create', { fields: aMeeting(branchId, { items: [item] }) })
    const [judged] = judgements
    const said = judged?.explanations.map(({ result }) => result).join('；')
    expect(said).toMatch(expected)
    expect(judged?.findings.some(({ code }) => code === 'MATTER_RESULT')).toBe(
      item.isPassed === true && item.agreed !== null && item.agreed <= 10,
    )
  })

  it('a 党小组会 decides on no admission (trap 13)', async () => {
    const { call, branchId } = await anOffice()
    const fields = aMeeting(branchId, {
      kinds: ['groupMeeting'],
      items: [aCount(14, { section: 'groupMeeting' })],
    })
    const detail = await call('meetings.create', { fields })
    expect(meetingCodes(detail)).toEqual(expect.arrayContaining(['MATTER_PLACE', 'MEETING_GROUP']))
  })
})

describe('what was held when', () => {
  it('follows every write, trash, restore and undo; 组织生活会 counts for its year', async () => {
    const office = await anOffice()
    const { call } = office
    const life = await finalOf(office, {
      kinds: ['organizationLife'],
      heldOn: dateOnly('2026-01-20'),
      lifeYear: 2025,
    })
    expect(await heldYears(office)).toEqual(['2025 organizationLife 1/0'])
    const moved = formOf(life, { kinds: ['organizationLife', 'themeDay'], lifeYear: null })
    const { version } = await call('meetings.update', {
      id: life.id,
      version: life.version,
      fields: moved,
      reason: '类型更正',
    })
    expect(await heldYears(office)).toEqual(['2026 themeDay 1/0', '2026 organizationLife 1/0'])
    await call('meetings.trash', { id: life.id, version, reason: '录重了' })
    expect(await heldYears(office)).toEqual([])
    await call('trash.restore', { items: [{ kind: 'meeting', id: life.id }] })
    expect(await heldYears(office)).toHaveLength(2)
  })

  it('a community’s clerk sees its own records alone, and checks none', async () => {
    const office = await aStaffedOffice()
    const elsewhere = await office.call('meetings.create', {
      fields: aMeeting(office.rootId, { kinds: ['other'] }),
    })
    const clerk = office.as('communityClerk')
    expect(await clerk.refusal('meetings.get', { id: elsewhere.id })).toMatchObject({ code: 'NOT_FOUND' })
    const meetings = [{ id: elsewhere.id, version: 1 }]
    const check = clerk.refusal('meetings.check', { meetings, state: 'passed', words: null })
    expect(await check).toMatchObject({ code: 'FORBIDDEN' })
  })
})
