import { describe, expect, it } from 'vitest'
import { partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aLifeMeeting, anAppraisal, anAppraised, aProblem, aTalk } from './organizationLifeHarness.ts'
import { aMember, anIdNo, anOffice, type Office } from './samples.ts'
import { aPost } from './termsHarness.ts'

async function aPerson(office: Office, name: string, n: number, fields: object = {}) {
  const record = aMember({
    organizationId: office.branchId,
    name,
    idNo: anIdNo('1970-05-04', n),
    ...fields,
  })
  return (await office.call('members.create', { fields: record })).id
}

const ofYear = { organizationId: null, year: 2025, offset: 0, limit: 50 } as const

describe('组织生活会', () => {
  it('from the plan to the list of what is mended; a second one of the branch and year is refused', async () => {
    const office = await anOffice()
    const { branchId: organizationId } = office
    const fields = aLifeMeeting({ organizationId, talkPairs: 2 })
    const { id, version } = await office.call('lifeMeetings.create', { fields })
    const problems = [aProblem(), aProblem({ owner: 'person', personName: '王小明', dueOn: '2026-12-31' })]
    await office.call('lifeMeetings.update', { id, version, fields: { ...fields, problems } })
    const detail = await office.call('lifeMeetings.get', { id })
    expect(detail).toMatchObject({ problems: 2, openProblems: 2, overdueProblems: 1, talksRecorded: 0 })
    expect(detail.findings.map(({ code }) => code)).toEqual(['LIFE_MEETING_TALKS', 'LIFE_MEETING_OVERDUE'])
    const refused = await office.refusal('lifeMeetings.create', { fields })
    expect(refused).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('2025 年度的组织生活会'),
    })
    const list = await office.call('lifeMeetings.list', ofYear)
    expect(list).toMatchObject({ total: 1, without: 1 })
    const { rows } = await office.call('lifeMeetings.without', ofYear)
    expect(rows.map(({ organizationName }) => organizationName)).toEqual(['东环第二党支部'])
  })

  it('trap 15: a committee is told of the 民主生活会, a group of its branch', async () => {
    const office = await anOffice()
    const create = (organizationId: string) =>
      office.refusal('lifeMeetings.create', { fields: aLifeMeeting({ organizationId }) })
    expect((await create(office.communityId)).fields).toMatchObject({
      organizationId: expect.stringContaining('民主生活会'),
    })
    const appraisal = await office.refusal('appraisals.create', {
      fields: anAppraisal({ organizationId: office.rootId }),
    })
    expect(appraisal.fields).toMatchObject({ organizationId: expect.stringContaining('由党支部召开') })
  })

  it('undo takes a problem back; out of the trash only as the one of its year', async () => {
    const office = await anOffice()
    const { branchId: organizationId } = office
    const fields = aLifeMeeting({ organizationId, problems: [aProblem()] })
    const first = await office.call('lifeMeetings.create', { fields })
    const [kept] = first.fields.problems
    const done = [{ ...(kept ?? aProblem()), doneOn: partialDate('2026-05-01') }]
    const seen = { id: first.id, version: first.version }
    const saved = await office.call('lifeMeetings.update', {
      ...seen,
      fields: { ...first.fields, problems: done },
    })
    expect(saved.openProblems).toBe(0)
    await office.call('activity.undo', { seq: (await newest(office)).seq })
    const back = await office.call('lifeMeetings.get', { id: first.id })
    expect(back.openProblems).toBe(1)
    const unseen = { id: first.id, version: saved.version, fields: saved.fields }
    const problems = saved.fields.problems.map((problem) => ({ ...problem }))
    const late = { ...unseen, fields: { ...unseen.fields, problems } }
    expect((await office.refusal('lifeMeetings.update', late)).code).toBe('STALE_WRITE')
    await office.call('lifeMeetings.trash', { id: first.id, version: back.version, reason: '登错了' })
    const deleted = await newest(office)
    const second = await office.call('lifeMeetings.create', { fields })
    const item = { kind: 'lifeMeeting', id: first.id } as const
    expect((await office.refusal('trash.restore', { items: [item] })).messageZh).toContain('后来又登记过')
    const undone = await office.refusal('activity.undo', { seq: deleted.seq })
    expect(JSON.stringify(undone)).toContain('后来又登记过')
    await office.call('lifeMeetings.trash', { id: second.id, version: 1, reason: '重复' })
    await office.call('trash.restore', { items: [item] })
    expect((await office.call('lifeMeetings.get', { id: first.id })).problems).toBe(1)
    expect((await office.refusal('trash.restore', { items: [{ ...item, id: second.id }] })).code).toBe(
      'CONFLICT',
    )
  })
})

describe('民主评议党员', () => {
  it('LIFE-13, LIFE-14: proposed are those of the day, the third is of them, results stand with the member', async () => {
    const office = await anOffice()
    const { branchId: organizationId } = office
    const full = []
    for (const [n, name] of ['甲一', '乙二', '丙三', '丁四'].entries())
      full.push(await aPerson(office, name, 11 + 2 * n))
    const joinedOn = partialDate('2026-01-15')
    const fresh = await aPerson(office, '戊五', 31, { personType: '2', joinedOn, regularOn: null })
    const { people } = await office.call('appraisals.people', { organizationId, on: '2026-02-10' })
    expect(new Set(people.map(({ memberId }) => memberId))).toEqual(new Set([...full, fresh]))
    expect(people.filter(({ isProbationary }) => isProbationary).map(({ name }) => name)).toEqual(['戊五'])
    const graded = people.map((person, n) => ({
      ...person,
      ...(person.isProbationary ? {} : { grade: n < 2 ? ('excellent' as const) : ('qualified' as const) }),
    }))
    const sheet = { ballotsIssued: 5, ballotsReturned: 5, ballotsValid: 5 }
    const detail = await office.call('appraisals.create', {
      fields: anAppraisal({ organizationId, ...sheet, people: graded }),
    })
    expect(detail).toMatchObject({
      people: 5,
      excellent: 2,
      qualified: 2,
      ungraded: 1,
      members: 5,
      excellentMax: 1,
    })
    expect(detail.findings.map(({ code }) => code)).toEqual(['LIFE-13'])
    const [best = ''] = graded.flatMap(({ memberId, grade }) =>
      grade === 'excellent' ? [memberId ?? ''] : [],
    )
    const results = async () => (await office.call('appraisals.ofMember', { memberId: best })).results
    expect(await results()).toMatchObject([{ year: 2025, grade: 'excellent', appraisalId: detail.id }])
    await office.call('appraisals.trash', { id: detail.id, version: detail.version, reason: '登错了' })
    expect(await results()).toEqual([])
  })

  it('a row that somebody else removed is told, and a stranger is not taken for a member', async () => {
    const office = await anOffice()
    const { branchId: organizationId } = office
    const made = await office.call('appraisals.create', {
      fields: anAppraisal({ organizationId, people: [anAppraised()] }),
    })
    const seen = { id: made.id, version: made.version }
    const gone = await office.refusal('appraisals.update', {
      ...seen,
      fields: anAppraisal({ organizationId, people: [anAppraised({ id: 'no-such-row' })] }),
    })
    expect(gone.code).toBe('STALE_WRITE')
    const stranger = await office.refusal('appraisals.update', {
      ...seen,
      fields: anAppraisal({ organizationId, people: [anAppraised({ memberId: 'nobody' })] }),
    })
    expect(stranger.messageZh).toContain('“王小明”不在您的管理范围')
  })
})

describe('谈心谈话', () => {
  it('LIFE-07: lists say the title only; who has none is named, 委员 first', async () => {
    const office = await anOffice()
    const { branchId: organizationId } = office
    const first = await aPerson(office, '甲一', 11)
    await aPerson(office, '乙二', 13)
    await aPerson(office, '丙三', 15)
    const seat = await aPerson(office, '丁四', 17)
    const post = aPost({ memberId: seat, position: 'ZZ', fromOn: partialDate('2026-01-01') })
    await office.call('posts.enter', { organizationId, posts: [post], replaces: null })
    const without = async () => {
      const { of, people } = await office.call('talks.without', { organizationId, year: 2026 })
      return [of, ...people.map(({ name }) => name)]
    }
    expect(await without()).toEqual([4, '丁四', '丙三', '甲一', '乙二'])
    const fields = aTalk({ organizationId, talkedId: first, talkedName: '甲一', talkerName: '乙二' })
    const { id } = await office.call('talks.save', { id: null, version: null, fields })
    expect(await without()).toEqual([4, '丁四', '丙三'])
    const page = { organizationId: null, year: 2026, relation: null, text: '乙二', offset: 0, limit: 10 }
    const list = await office.call('talks.list', page)
    expect(list.total).toBe(1)
    expect(JSON.stringify(list)).not.toContain('志愿服务')
    expect((await office.call('talks.list', { ...page, text: '志愿服务' })).total).toBe(0)
    expect((await office.call('talks.get', { id })).fields.content).toContain('志愿服务')
    const future = { ...fields, talkedOn: partialDate('2026-11-22') }
    const refused = await office.refusal('talks.save', { id: null, version: null, fields: future })
    expect(refused.fields).toMatchObject({ talkedOn: '日期晚于今天，请核对' })
  })
})
