import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { aLastYearItem, aRectification } from './rectificationHarness.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { aMember, anOffice, type Office } from './samples.ts'

const anything = {
  campaignId: null,
  year: null,
  organizationId: null,
  state: null,
  offset: 0,
  limit: 50,
} as const

async function aReview(office: Office) {
  const people = [{ organizationId: office.branchId, name: '王书记' }]
  const { campaign, subjectIds } = await aCampaignWith(office, office.communityId, people)
  return { campaignId: campaign.id, subjectId: subjectIds[0] ?? '' }
}

async function withItems(office: Office, items: Parameters<typeof aRectification>[0][]) {
  const review = await aReview(office)
  const rows = []
  for (const fields of items) {
    const input = { subjectId: review.subjectId, fields: aRectification(fields) }
    rows.push(await office.call('rectifications.create', input))
  }
  return { ...review, rows }
}

it('REV-12: the list counts and filters by the state of today, what is due first on top', async () => {
  const office = await anOffice()
  const on = (day: string) => dateOnly(day)
  const { rows, campaignId } = await withItems(office, [
    { problem: '未开始', dueOn: null },
    { problem: '到今天', dueOn: on('2026-11-21') },
    { problem: '过了', dueOn: on('2026-11-13'), progress: 'underway' },
    { problem: '待验收', dueOn: on('2026-11-01'), progress: 'done', doneOn: on('2026-11-20') },
    {
      problem: '已验收',
      dueOn: on('2026-11-01'),
      progress: 'done',
      doneOn: on('2026-11-02'),
      acceptedBy: '李书记',
      acceptedOn: on('2026-11-02'),
    },
  ])
  expect(rows[2]).toMatchObject({
    state: 'overdue',
    overdueDays: 8,
    findings: [{ code: 'REV-12', severity: 'red' }],
  })
  const list = await office.call('rectifications.list', { ...anything, campaignId })
  expect(list.rows.map(({ fields }) => fields.problem)).toEqual([
    '过了',
    '到今天',
    '未开始',
    '待验收',
    '已验收',
  ])
  expect(list.byState).toEqual({ notStarted: 2, underway: 0, overdue: 1, toAccept: 1, accepted: 1 })
  const late = await office.call('rectifications.list', { ...anything, state: 'overdue' })
  expect(late).toMatchObject({ total: 1, byState: list.byState, rows: [{ fields: { problem: '过了' } }] })
  expect(await office.call('rectifications.list', { ...anything, year: 2025 })).toMatchObject({ total: 0 })
})

it('REV-12: days that contradict each other are refused beside their fields', async () => {
  const office = await anOffice()
  const { subjectId } = await aReview(office)
  const days = { progress: 'done', reportedOn: dateOnly('2026-11-20') } as const
  const refusal = await office.refusal('rectifications.create', { subjectId, fields: aRectification(days) })
  expect(refusal).toMatchObject({
    code: 'VALIDATION_FAILED',
    fields: {
      doneOn: expect.stringContaining('请填写完成日期'),
      reportedOn: expect.stringContaining('2026 年度的整改事项'),
    },
  })
})

it('REV-12: what was not accepted last year goes on in this year’s list, once, and last year’s stays', async () => {
  const office = await anOffice()
  const { subjectId, campaignId } = await aReview(office)
  const where = { organizationId: office.communityId, of: office.branchId, name: '前任书记' }
  const last = await aLastYearItem(office, where, { problem: '两新覆盖不够' })
  const done = {
    progress: 'done',
    doneOn: dateOnly('2026-05-01'),
    acceptedOn: dateOnly('2026-05-02'),
  } as const
  const fields = aRectification({ ...done, problem: '已经改好' })
  await office.call('rectifications.create', { subjectId: last.subjectId, fields })
  expect(await office.call('rectifications.carryOver', { subjectId })).toEqual({ carried: 1 })
  expect(await office.call('rectifications.carryOver', { subjectId })).toEqual({ carried: 0 })
  const { rows } = await office.call('rectifications.list', { ...anything, campaignId })
  expect(rows).toMatchObject([
    { isCarried: true, fields: { problem: '两新覆盖不够', source: 'lastYear', measure: null, dueOn: null } },
  ])
  expect(await office.call('rectifications.get', { id: last.id })).toMatchObject({ state: 'overdue' })
})

it('REV-12: who moved to another branch takes the own items along; a branch’s go to its new secretary too', async () => {
  const office = await anOffice()
  const { id: memberId } = await office.call('members.create', {
    fields: aMember({ organizationId: office.branchId, name: '张三' }),
  })
  const before = [{ organizationId: office.branchId, name: '张三', memberId }]
  const last = await aCampaignWith(office, office.communityId, before, { year: 2025, name: '2025' })
  const item = { subjectId: last.subjectIds[0] ?? '', fields: aRectification() }
  await office.call('rectifications.create', item)
  const { subjectIds } = await aCampaignWith(office, office.communityId, [
    { organizationId: office.otherBranchId, name: '张三', memberId },
    { organizationId: office.branchId, name: '李四' },
  ])
  const lastYear = []
  for (const id of subjectIds) lastYear.push((await office.call('reviews.subject', { id })).lastYear.length)
  expect(lastYear).toEqual([1, 1])
})

it('REV-12: several of last year’s are reported at once, all or none; none of this year’s, none twice', async () => {
  const office = await anOffice()
  const { rows } = await withItems(office, [{ problem: '今年的' }])
  const where = { organizationId: office.communityId, of: office.branchId, name: '王书记' }
  const last = await aLastYearItem(office, where, { reportedWords: '另有说明' })
  const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
  const report = { reportedOn: dateOnly('2026-11-15'), reportedWords: null }
  const refusal = await office.refusal('rectifications.report', {
    ...report,
    items: [seen(last), ...rows.map(seen)],
  })
  expect(refusal.messageZh).toContain('“今年的”：这是 2026 年度的整改事项')
  expect(await office.call('rectifications.get', { id: last.id })).toMatchObject({ version: last.version })
  expect(await office.call('rectifications.report', { ...report, items: [seen(last)] })).toEqual({
    reported: 1,
  })
  const reported = await office.call('rectifications.get', { id: last.id })
  expect(reported.fields).toMatchObject({ reportedOn: '2026-11-15', reportedWords: '另有说明' })
  const again = await office.refusal('rectifications.report', { ...report, items: [seen(reported)] })
  expect(again.messageZh).toContain('已登记在 2026年11月15日通报')
})

it('an item is out of sight with its campaign in the trash, and comes back with it', async () => {
  const office = await anOffice()
  const { rows, campaignId } = await withItems(office, [{}])
  const id = rows[0]?.id ?? ''
  const { version } = await office.call('reviews.campaign', { id: campaignId })
  await office.call('reviews.trash', { id: campaignId, version, reason: '登错了' })
  expect(await office.refusal('rectifications.get', { id })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await office.call('rectifications.list', anything)).toMatchObject({ total: 0, rows: [] })
  await office.call('trash.restore', { items: [{ kind: 'reviewCampaign', id: campaignId }] })
  expect(await office.call('rectifications.get', { id })).toMatchObject({ id })
})

it('a save that changes nothing writes nothing', async () => {
  const office = await anOffice()
  const { rows } = await withItems(office, [{}])
  const [row] = rows
  if (!row) throw new Error('no item')
  const { id, version, fields } = row
  expect(await office.call('rectifications.update', { id, version, fields })).toMatchObject({ version })
})
