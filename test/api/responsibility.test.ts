import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aCheck, aGoal, aResponsibilityList } from './rectificationHarness.ts'
import { anOffice, anOrganization, type Office } from './samples.ts'

const on = (day: string) => dateOnly(day)

const create = (
  { call, communityId }: Office,
  fields: Partial<Parameters<typeof aResponsibilityList>[0]> = {},
) =>
  call('responsibility.create', { fields: aResponsibilityList({ organizationId: communityId, ...fields }) })

it('a list tells goals done and late, quarters held of those begun, inspections', async () => {
  const office = await anOffice()
  const list = await create(office, {
    goals: [
      aGoal({ doneOn: on('2026-03-01') }),
      aGoal({ content: '昨天到期', dueOn: on('2026-11-20') }),
      aGoal({ content: '今天到期', dueOn: on('2026-11-21') }),
    ],
    checks: [
      aCheck({ heldOn: on('2026-01-01') }),
      aCheck({ heldOn: on('2026-03-31') }),
      aCheck({ heldOn: on('2026-09-30') }),
      aCheck({ heldOn: on('2025-12-31') }),
      aCheck({ kind: 'inspection', heldOn: on('2026-05-06'), found: '会议记录不全' }),
    ],
  })
  const figures = { goals: 3, doneGoals: 1, overdueGoals: 1, quartersMet: 2, quartersDue: 4, inspections: 1 }
  expect(list).toMatchObject(figures)
  const { rows } = await office.call('responsibility.list', { organizationId: null, year: 2026 })
  expect(rows).toMatchObject([{ organizationName: '东环社区党委', firstName: '李书记', ...figures }])
  const found = list.findings.map(({ code, severity, field }) => [code, severity, field])
  expect(found).toEqual([
    ['RESPONSIBILITY_GOALS', 'yellow', 'goals'],
    ['RESPONSIBILITY_OVERDUE', 'orange', 'goals.1.doneOn'],
    ['RESPONSIBILITY_QUARTER', 'orange', 'checks'],
    ['RESPONSIBILITY_QUARTER', 'yellow', 'checks'],
    ['RESPONSIBILITY_INSPECTION', 'yellow', 'checks.4.closedOn'],
  ])
  expect(list.findings[2]?.message).toContain('第 2 季度')
  expect(list.findings[3]?.message).toContain('2025年12月31日')
})

it('committees and 总支 without a list of the year are named; branches owe none', async () => {
  const office = await anOffice()
  const without = async () => {
    const found = await office.call('responsibility.list', { organizationId: null, year: 2026 })
    return found.without.map(({ organizationName }) => organizationName)
  }
  expect(await without()).toEqual(['测试街道党工委', '东环社区党委'])
  const { id, version } = await create(office)
  expect(await without()).toEqual(['测试街道党工委'])
  await office.call('responsibility.trash', { id, version, reason: '登错了' })
  expect(await without()).toEqual(['测试街道党工委', '东环社区党委'])
})

it('one list for an organisation and year; none of a 党小组', async () => {
  const office = await anOffice()
  await create(office)
  const fields = aResponsibilityList({ organizationId: office.communityId })
  expect(await office.refusal('responsibility.create', { fields })).toMatchObject({
    code: 'CONFLICT',
    messageZh: expect.stringContaining('“东环社区党委”2026 年度的党建责任清单已经登记过'),
  })
  const group = anOrganization({ shortName: '第一党小组', type: 'XZ' })
  const { id } = await office.call('organizations.create', { parentId: office.branchId, fields: group })
  const ofGroup = aResponsibilityList({ organizationId: id })
  expect(await office.refusal('responsibility.create', { fields: ofGroup })).toMatchObject({
    fields: { organizationId: expect.stringContaining('党小组不单独建责任清单') },
  })
})

it('days that cannot be are refused beside their fields', async () => {
  const office = await anOffice()
  const fields = aResponsibilityList({
    organizationId: office.communityId,
    goals: [aGoal({ doneOn: on('2026-11-22') })],
    checks: [
      aCheck({ heldOn: on('2026-11-22') }),
      aCheck({ kind: 'inspection', heldOn: on('2026-05-06'), closedOn: on('2026-05-05') }),
    ],
  })
  const refusal = await office.refusal('responsibility.create', { fields })
  expect(Object.keys(refusal.fields ?? {})).toEqual([
    'goals.0.doneOn',
    'checks.0.heldOn',
    'checks.1.closedOn',
  ])
})

it('last year’s people and goals begin the new list; days, results and meetings stay behind', async () => {
  const office = await anOffice()
  const { communityId: organizationId } = office
  const copy = { organizationId, year: 2026 }
  expect((await office.refusal('responsibility.copy', copy)).messageZh).toContain('没有 2025 年度')
  const goal = aGoal({ level: 'individual', ownerName: '赵副书记', dueOn: on('2025-06-30') })
  await create(office, {
    year: 2025,
    goals: [{ ...goal, doneOn: on('2025-06-01'), result: '已完成' }],
    checks: [aCheck({ heldOn: on('2025-02-10') })],
  })
  const { fields } = await office.call('responsibility.copy', copy)
  expect(fields).toEqual({
    ...aResponsibilityList({ organizationId }),
    goals: [{ ...goal, dueOn: null }],
  })
})

it('the log tells which goal was changed, and undo brings the one taken out back', async () => {
  const office = await anOffice()
  const [first, second, third] = ['一', '二', '三'].map((content) => aGoal({ content }))
  if (!first || !second || !third) throw new Error('no goals')
  const { id, version, fields } = await create(office, { goals: [first, second, third] })
  const goals = [{ ...third, doneOn: on('2026-11-01') }, first]
  await office.call('responsibility.update', { id, version, fields: { ...fields, goals } })
  const { rows } = await office.call('activity.list', {
    accountId: null,
    kind: null,
    from: null,
    to: null,
    text: null,
    offset: 0,
    limit: 1,
  })
  const [entry] = rows
  const seq = entry?.seq ?? 0
  const changes = await office.call('activity.changes', { seq, offset: 0, limit: 50 })
  const touched = changes.rows.map(({ kind, action }) => `${kind} ${action}`)
  expect(touched.toSorted()).toEqual([
    'responsibilityGoal changed',
    'responsibilityGoal changed',
    'responsibilityGoal removed',
  ])
  const before = await office.call('responsibility.get', { id })
  await office.call('activity.undo', { seq })
  const back = await office.call('responsibility.get', { id })
  expect(back.fields.goals.map(({ content }) => content)).toEqual(['一', '二', '三'])
  expect(back.version).toBeGreaterThan(before.version)
})
