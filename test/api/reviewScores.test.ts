import { expect, it } from 'vitest'
import { usualScheme, usualWeights } from '#shared/domain/reviews/usualSchemes.ts'
import { aCampaign, aSubject } from './reviewHarness.ts'
import {
  fiveSecretaries,
  type Four,
  giveDaily,
  oneSecretary,
  rate,
  rateByVector,
  rowsOf,
  theMeeting,
} from './reviewScoresHarness.ts'
import { anOffice, aStaffedOffice } from './samples.ts'
import { type Caller, openCaller, staffPassword } from './testCore.ts'

it('the vector of 5.5 through real batches: U 84.5, D 88.75, R 90 are 87.98 较好, explained down to the counts', async () => {
  const office = await anOffice()
  const { campaignId, rating, subjectId } = await oneSecretary(office)
  await rateByVector(office, rating, subjectId)
  const { score, explanation, components, steps } = await office.call('reviews.subject', { id: subjectId })
  expect(score).toMatchObject({ hundredths: 87_98, suggested: 'good', rank: 1, isTied: false })
  expect(score.components.map(({ hundredths }) => hundredths)).toEqual([84_50, 88_75, 90_00])
  expect(explanation?.exact).toBe('87.975')
  expect(explanation?.result).toBe('84.5×30%＋88.75×30%＋90×40%＝87.975，四舍五入为 87.98')
  expect(explanation?.parts.map(({ result }) => result)).toEqual([
    '（5×95＋3×80＋2×65）÷10＝84.50',
    '（40×95＋15×80＋5×65）÷60＝88.75',
    '90.00',
  ])
  expect(components[1]?.groups[0]?.tally['overall']).toMatchObject({
    counts: { best: 40, good: 15, fair: 5, poor: 0 },
  })
  expect(score.reasons.map(({ message }) => message)).toEqual(['综合分 87.98，80.00–89.99 分为“较好”'])
  expect(steps.filter(({ key }) => ['fieldCheck', 'upRating', 'downRating', 'count'].includes(key))).toEqual(
    [0, 1, 2, 3].map(() => expect.objectContaining({ isDone: true })),
  )
  expect(await rowsOf(office, campaignId)).toEqual([score])
})

it.each([
  ['checked', 85_65],
  ['democratic', 87_05],
] as const)('the same ballots under the weights of %s, exactly', async (weights, total) => {
  const office = await anOffice()
  const { call, rootId, branchId } = office
  const fields = aCampaign({ organizationId: rootId })
  const { id: campaignId, schemes } = await call('reviews.create', {
    fields,
    from: { kind: 'usual', weights },
  })
  const schemeId = schemes[0]?.id ?? ''
  const subjects = [aSubject({ schemeId, organizationId: branchId })]
  await call('reviews.addSubjects', { campaignId, subjects })
  const [{ subjectId: id, version } = { subjectId: '', version: 0 }] = await rowsOf(office, campaignId)
  const rating = { campaignId, schemeId, organizationId: rootId }
  const scores = usualWeights[weights].daily.map(([partId], n) => ({
    partId: `${partId}Score`,
    hundredths: [90_00, 80_00][n] ?? 0,
    basis: null,
    scoredOn: null,
    scoredBy: null,
  }))
  await call('reviews.saveDaily', { id, version, scores })
  await rate(office, rating, 'superiors', [[id, [5, 3, 2, 0]]])
  expect((await rowsOf(office, campaignId))[0]).toMatchObject({ hundredths: null, suggested: null })
  await rate(office, rating, 'party', [[id, [40, 15, 5, 0]]])
  expect((await rowsOf(office, campaignId))[0]).toMatchObject({ hundredths: total, suggested: 'good' })
})

it('REV-07: more than 30% 差 among the members and it is no higher than 一般; exactly 30% is not more', async () => {
  const office = await anOffice()
  const { campaignId, rating, subjectIds } = await fiveSecretaries(office)
  const [a = '', b = ''] = subjectIds
  const best: Four = [10, 0, 0, 0]
  await rate(office, rating, 'superiors', [
    [a, best],
    [b, best],
  ])
  await rate(office, rating, 'party', [
    [a, [69, 0, 0, 31]],
    [b, [70, 0, 0, 30]],
  ])
  await giveDaily(office, a, 100_00)
  await giveDaily(office, b, 100_00)
  const rows = await rowsOf(office, campaignId)
  expect(rows.map(({ suggested }) => suggested)).toEqual(['fair', 'best', null, null, null])
  expect(rows[0]?.reasons.map(({ severity, message }) => [severity, message])).toEqual([
    ['blue', '综合分 91.89，90.00 分以上为“好”'],
    ['red', '党员测评100 票中“差” 31 票，占 31.0%，超过 30%，建议不高于“一般”'],
  ])
})

it('REV-08: 好 by score until the limit is full, tied across the line alike; who is below sees the same grade and no rank', async () => {
  const office = await aStaffedOffice()
  const { campaignId, rating, subjectIds } = await fiveSecretaries(office)
  const all: Four = [10, 0, 0, 0]
  await rate(
    office,
    rating,
    'superiors',
    subjectIds.map((id) => [id, all] as const),
  )
  await rate(
    office,
    rating,
    'party',
    subjectIds.map((id) => [id, all] as const),
  )
  const daily = [99_00, 100_00, 94_00, 99_00, 70_00]
  for (const [n, id] of subjectIds.entries()) await giveDaily(office, id, daily[n] ?? 0)
  const rows = await rowsOf(office, campaignId)
  expect(
    rows.map(({ hundredths, rank, isTied, suggested }) => [hundredths, rank, isTied, suggested]),
  ).toEqual([
    [96_60, 2, true, 'good'],
    [97_00, 1, false, 'best'],
    [94_60, 4, false, 'good'],
    [96_60, 2, true, 'good'],
    [85_00, 5, false, 'good'],
  ])
  expect(rows[0]?.reasons.at(-1)?.message).toBe(
    '“好”不超过 40%，5 人中最多 2 人，按综合分顺序建议“较好”；同分并列的由会议研究确定',
  )
  // Of the five only one is the branch clerk's: the account is tied to a branch of its own.
  const administrator = office.as('systemAdministrator')
  await administrator.call('accounts.create', {
    user: 'branch',
    displayName: '支部测试员',
    role: 'communityClerk',
    organizationId: office.branchId,
    password: 'Given-2026',
    ownPassword: 'Manage-2026',
  })
  const clerk = openCaller(office)
  await clerk.call('accounts.signIn', { user: 'branch', password: 'Given-2026' })
  await clerk.call('accounts.changePassword', { ownPassword: 'Given-2026', password: staffPassword })
  const own = await rowsOf(clerk, campaignId)
  expect(own).toEqual([{ ...rows[0], rank: null, isTied: false, reasons: own[0]?.reasons }])
  expect(own[0]?.reasons.at(-1)?.message).toBe('“好”不超过 40%，按综合分顺序建议“较好”')
  // Nor is told of how many were decided to be of the highest grade.
  const more = { vetoIds: [], reason: '并列', handling: null, grade: 'best' as const }
  const decisions = rows.map(({ subjectId, version }) => ({ id: subjectId, version, ...more }))
  await office.call('reviews.decide', { campaignId, ...theMeeting, decisions })
  const saidTo = async ({ call }: Caller) =>
    (await call('reviews.scores', { campaignId }))[0]?.findings.map(({ code }) => code)
  expect([await saidTo(office), await saidTo(clerk)]).toEqual([['REV-08'], []])
})

it('a scheme that contradicts itself scores nobody, and says so', async () => {
  const office = await anOffice()
  const { campaignId, rating, subjectId } = await oneSecretary(office)
  await giveDaily(office, subjectId, 90_00)
  const { schemes } = await office.call('reviews.campaign', { id: campaignId })
  const [first] = schemes
  const scheme = usualScheme(usualWeights.usual)
  await office.call('reviews.saveScheme', {
    id: rating.schemeId,
    version: first?.version ?? 0,
    name: '方案',
    scheme: { ...scheme, components: scheme.components.slice(0, 2) },
    reason: null,
  })
  const [scored] = await office.call('reviews.scores', { campaignId })
  expect(scored?.rows[0]).toMatchObject({ hundredths: null, suggested: null, rank: null })
  expect(scored?.rows[0]?.findings[0]?.message).toMatch(/^方案有误，不计分：综合分的权重合计 60/)
  expect(scored?.findings.map(({ severity }) => severity)).toEqual(['block'])
})
