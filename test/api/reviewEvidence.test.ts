import { expect, it } from 'vitest'
import type { EvidenceLine } from '#shared/contract/reviewRows.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { aStandardOffice } from './office.ts'
import { aCampaignWith } from './reviewHarness.ts'
import { rateByVector } from './reviewScoresHarness.ts'
import { anOffice, anyList } from './samples.ts'

const number = (line: EvidenceLine | undefined) => Number(/^\d+/.exec(line?.value ?? '')?.[0])
const asked = (line: EvidenceLine | undefined) => new URL(line?.link ?? '', 'http://a').searchParams

it('every count of the evidence is the number of names its link lists', async () => {
  const { as, east, streetCampaignId: campaignId } = await aStandardOffice({ withoutWest: true })
  const { call } = as.street
  const board = await call('reviews.board', { campaignId })
  const secretary = board.find(({ organizationId }) => organizationId === east.communityId)
  const { evidence } = await call('reviews.subject', { id: secretary?.id ?? '' })
  const of = (key: string) => evidence.find((line) => line.key === key)
  for (const key of ['meetings', 'regular', 'admitted', 'developmentFindings', 'memberFindings'])
    if (of(key)?.link !== null) expect([key, asked(of(key)).get('org')]).toEqual([key, east.communityId])

  const grid = await call('meetings.grid', {
    organizationId: east.communityId,
    year: 2026,
    kind: null,
    only: null,
    offset: 0,
    limit: 50,
  })
  expect(of('meetings')?.value).toBe(`${grid.done}/${grid.owed}`)

  const members = { ...anyList, organizationId: east.communityId }
  const doubtful = await call('members.list', { ...members, filters: [{ op: 'finding', code: 'any' }] })
  expect(doubtful.total).toBeGreaterThan(0)
  expect(number(of('memberFindings'))).toBe(doubtful.total)
  const year = { op: 'between', field: 'regularOn', from: '2026-01-01', to: '2026-12-31' } as const
  const regular = await call('members.list', { ...members, filters: [year] })
  expect(number(of('regular'))).toBe(regular.total)
  const filter = regular.total === 0 ? null : 'between.regularOn.2026-01-01.2026-12-31'
  expect(asked(of('regular')).get('f')).toBe(filter)

  const page = { text: null, states: [], dueBy: null, sort: 'name', offset: 0, limit: 50 } as const
  const files = { ...page, states: [], organizationId: east.communityId }
  const open = await call('development.list', { ...files, finding: 'any' })
  expect(number(of('developmentFindings'))).toBe(open.total)
  const admitted = await call('development.list', { ...files, finding: null, approvedIn: 2026 })
  expect(number(of('admitted'))).toBe(admitted.total)
})

it('last year’s list counts by what was accepted, and opens the names of last year', async () => {
  const office = await anOffice()
  const { call, rootId, branchId } = office
  const people = [{ organizationId: branchId }]
  const last = await aCampaignWith(office, rootId, people, { year: 2025, startOn: null, endOn: null })
  const [subjectId = ''] = last.subjectIds
  const item = {
    source: 'comment',
    measure: '每月走访',
    dutyName: '王书记',
    dueOn: dateOnly('2026-06-30'),
    progressWords: null,
    result: null,
    reportedOn: null,
    reportedWords: null,
  } as const
  const open = { progress: 'underway', doneOn: null, acceptedBy: null, acceptedOn: null } as const
  const day = dateOnly('2026-05-20')
  const done = { progress: 'done', doneOn: day, acceptedBy: '党建办', acceptedOn: day } as const
  await call('rectifications.create', { subjectId, fields: { ...item, ...open, problem: '走访少' } })
  await call('rectifications.create', { subjectId, fields: { ...item, ...done, problem: '台账不全' } })
  const now = await aCampaignWith(office, rootId, people)
  const [id = ''] = now.subjectIds
  const { evidence, lastYear } = await call('reviews.subject', { id })
  expect(evidence.find(({ key }) => key === 'lastYear')).toMatchObject({
    value: '1/2',
    detail: '2025 年的还有 1 条未验收',
    link: `/reviews/people/${subjectId}`,
  })
  expect(lastYear.map(({ fields }) => fields.problem)).toEqual(['走访少', '台账不全'])
})

it('the trend is the person’s own over the years; a new secretary has the post’s, under the name of then', async () => {
  const office = await anOffice()
  const { rootId, branchId, otherBranchId } = office
  const years: string[] = []
  for (const [year, holder] of [
    [2024, '赵前任'],
    [2025, '钱书记'],
    [2026, '钱书记'],
  ] as const) {
    const { campaign, schemeId, subjectIds } = await aCampaignWith(
      office,
      rootId,
      [
        { organizationId: branchId, name: holder },
        { organizationId: otherBranchId, name: '孙书记' },
      ],
      { year, startOn: dateOnly(`${year}-11-01`), endOn: null },
    )
    const [id = ''] = subjectIds
    const rating = { campaignId: campaign.id, schemeId, organizationId: rootId }
    if (year < 2026) await rateByVector(office, rating, id)
    years.push(id)
  }
  const { trend } = await office.call('reviews.subject', { id: years[2] ?? '' })
  expect(trend.map(({ year, name, hundredths }) => [year, name, hundredths])).toEqual([
    [2024, '赵前任', 87_98],
    [2025, '钱书记', 87_98],
    [2026, '钱书记', null],
  ])
  expect(trend[0]?.components.map(({ hundredths }) => hundredths)).toEqual([84_50, 88_75, 90_00])
})

it('the trend is of the campaigns of one organisation, not of those in the trash, and cut to the reader’s people', async () => {
  const { as, east, west, streetCampaignId, rootId } = await aStandardOffice()
  const { call } = as.street
  const person = { memberId: east.memberId, name: '东环甲' }
  const lastYear = { year: 2025, startOn: null, endOn: null }
  const before = await aCampaignWith(
    as.street,
    rootId,
    [{ ...person, organizationId: west.communityId }],
    lastYear,
  )
  const older = { ...lastYear, year: 2024 }
  await aCampaignWith(as.street, east.communityId, [{ ...person, organizationId: east.branchId }], older)
  const board = await call('reviews.board', { campaignId: streetCampaignId })
  const id = board.find(({ organizationId }) => organizationId === east.communityId)?.id ?? ''
  const { fields, version } = await call('reviews.subject', { id })
  await call('reviews.updateSubject', { id, version, fields: { ...fields, ...person } })
  const yearsOf = async (who: typeof as.street) =>
    (await who.call('reviews.subject', { id })).trend.map(({ year }) => year)
  expect([await yearsOf(as.street), await yearsOf(as.east)]).toEqual([[2025, 2026], [2026]])
  const { campaign } = before
  await call('reviews.trash', { id: campaign.id, version: campaign.version, reason: '登错了' })
  expect(await yearsOf(as.street)).toEqual([2026])
})
