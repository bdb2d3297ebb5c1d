import { expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { newest, undoNewest } from './activityHarness.ts'
import { aScheme } from './reviewHarness.ts'
import { aScoredCampaign, decideOne, giveDaily, seen, theMeeting, words } from './reviewScoresHarness.ts'

it('REV-09: all of them or none, refused with every sentence at once', async () => {
  const { office, campaignId, first, second } = await aScoredCampaign()
  const [a, b] = [await seen(office, first), await seen(office, second)]
  const decisions = [
    { id: a.id, version: a.version, ...words, grade: 'best' as const },
    { id: b.id, version: b.version, ...words, grade: 'good' as const },
  ]
  const future = { decidedOn: dateOnly('2026-11-22'), decidedAt: '党工委会议' }
  expect(await office.refusal('reviews.decide', { campaignId, ...future, decisions })).toMatchObject({
    code: 'VALIDATION_FAILED',
    messageZh:
      '没有保存：定等日期晚于今天，请核对；甲书记：定为“好”，高于建议的“较好”，请写明理由；乙书记：综合分还没有算出，不能定等次',
    fields: {
      decidedOn: '定等日期晚于今天，请核对',
      'decisions.0.reason': '定为“好”，高于建议的“较好”，请写明理由',
      'decisions.1.grade': '综合分还没有算出，不能定等次',
    },
  })
  const [only] = decisions
  if (!only) throw new Error('nobody')
  const early = { decidedOn: dateOnly('2026-10-31'), decidedAt: '党工委会议' }
  const refusal = await office.refusal('reviews.decide', { campaignId, ...early, decisions: [only] })
  expect(refusal.fields?.['decidedOn']).toBe('定等日期早于述职测评开始的 2026年11月1日，请核对')
  const nothing = { decidedOn: null, decidedAt: null }
  expect(
    (await office.refusal('reviews.decide', { campaignId, ...nothing, decisions: [only] })).fields,
  ).toHaveProperty('decidedOn')
  const twice = { campaignId, ...theMeeting, decisions: [only, only] }
  expect((await office.refusal('reviews.decide', twice)).fields).toHaveProperty('decisions')
  expect((await seen(office, first)).score).toMatchObject({ grade: null, vetoIds: [] })
  // Nobody below the street decides in the street's campaign, nor scores daily work in it.
  const clerk = office.as('communityClerk')
  expect(
    await clerk.refusal('reviews.decide', { campaignId, ...theMeeting, decisions: [only] }),
  ).toMatchObject({
    code: 'FORBIDDEN',
  })
  const daily = { partId: 'dailyScore', hundredths: 100_00, basis: null, scoredOn: null, scoredBy: null }
  const { id, version } = a
  expect(await clerk.refusal('reviews.saveDaily', { id, version, scores: [daily] })).toMatchObject({
    code: 'FORBIDDEN',
  })
  const feedback = { feedbackOn: null, feedbackBy: '王五', feedbackWords: null, signedOn: null }
  expect(await clerk.refusal('reviews.saveFeedback', { id, version, feedback })).toMatchObject({
    code: 'FORBIDDEN',
  })
})

it('REV-09: the score the committee had stays; a later one is said beside it, and taking back clears it', async () => {
  const { office, campaignId, first } = await aScoredCampaign()
  await decideOne(office, campaignId, first, 'good')
  const decided = await seen(office, first)
  expect(decided.score).toMatchObject({ grade: 'good', ...theMeeting, scoreDecided: null, findings: [] })
  await giveDaily(office, first, 100_00)
  const later = await seen(office, first)
  expect(later.score).toMatchObject({ hundredths: 91_98, scoreDecided: 87_98, grade: 'good' })
  expect(later.score.findings.map(({ code, message }) => [code, message])).toEqual([
    ['REV-09', '定为“较好”时综合分 87.98，现为 91.98 分，请核对是否重新研究'],
  ])
  // One entry, and one undo.
  await undoNewest(office)
  expect((await seen(office, first)).score).toMatchObject({ hundredths: 87_98, scoreDecided: null })
  await giveDaily(office, first, 100_00)
  const decision = { id: first, ...words, grade: null }
  const none = { campaignId, decidedOn: null, decidedAt: null }
  const again = await seen(office, first)
  const old = { ...decision, version: decided.version }
  expect(await office.refusal('reviews.decide', { ...none, decisions: [old] })).toMatchObject({
    code: 'STALE_WRITE',
  })
  await office.call('reviews.decide', { ...none, decisions: [{ ...decision, version: again.version }] })
  expect((await seen(office, first)).score).toMatchObject({
    grade: null,
    decidedOn: null,
    decidedAt: null,
    scoreDecided: null,
    findings: [],
  })
})

it('REV-10: a veto the committee establishes lowers the suggestion; going above it needs a reason', async () => {
  const { office, campaignId, first } = await aScoredCampaign()
  const { version } = await seen(office, first)
  const vetoed = { id: first, version, vetoIds: ['termOverdue'], handling: '约谈' }
  const decide = (more: { grade: 'good' | 'fair'; reason: string | null }) => ({
    campaignId,
    ...theMeeting,
    decisions: [{ ...vetoed, ...more }],
  })
  expect((await office.refusal('reviews.decide', decide({ grade: 'good', reason: null }))).messageZh).toBe(
    '没有保存：甲书记：定为“较好”，高于建议的“一般”，请写明理由',
  )
  await office.call('reviews.decide', decide({ grade: 'good', reason: '年内已补报' }))
  const { score } = await seen(office, first)
  expect(score).toMatchObject({
    suggested: 'fair',
    grade: 'good',
    vetoIds: ['termOverdue'],
    handling: '约谈',
  })
  expect(score.reasons.at(-1)).toMatchObject({
    code: 'REV-10',
    severity: 'red',
    message: '一票否决：换届超期未报，建议不高于“一般”',
  })
  const unknown = { ...decide({ grade: 'fair', reason: null }) }
  const decisions = unknown.decisions.map((each) => ({ ...each, version: version + 1, vetoIds: ['none'] }))
  expect(
    (await office.refusal('reviews.decide', { ...unknown, decisions })).fields?.['decisions.0.vetoIds'],
  ).toMatch('方案里没有')
})

it('feedback follows the decision, the signature the talk; while it stands the decision is not taken back', async () => {
  const { office, campaignId, first } = await aScoredCampaign()
  const talk = {
    feedbackOn: dateOnly('2026-11-21'),
    feedbackBy: '李书记',
    feedbackWords: '肯定成绩',
    signedOn: dateOnly('2026-11-20'),
  }
  const save = async (feedback: typeof talk) => {
    const { id, version } = await seen(office, first)
    return { id, version, feedback }
  }
  expect((await office.refusal('reviews.saveFeedback', await save(talk))).fields?.['feedbackOn']).toBe(
    '等次还没有研究确定，不能登记通报反馈',
  )
  await decideOne(office, campaignId, first, 'good')
  expect((await office.refusal('reviews.saveFeedback', await save(talk))).fields?.['signedOn']).toBe(
    '签字日期早于反馈日期，请核对',
  )
  const tomorrow = { ...talk, signedOn: dateOnly('2026-11-22') }
  expect((await office.refusal('reviews.saveFeedback', await save(tomorrow))).fields?.['signedOn']).toBe(
    '签字日期晚于今天，请核对',
  )
  const signed = { ...talk, signedOn: talk.feedbackOn }
  const { steps, findings, version } = await office.call('reviews.saveFeedback', await save(signed))
  expect(steps.find(({ key }) => key === 'feedback')).toMatchObject({ isDone: true, doneOn: '2026-11-21' })
  expect(findings.map(({ code }) => code)).toContain('REV-12')
  const back = { id: first, version, ...words, grade: null }
  const none = { campaignId, decidedOn: null, decidedAt: null, decisions: [back] }
  expect((await office.refusal('reviews.decide', none)).messageZh).toBe(
    '没有保存：甲书记：已登记通报反馈，请先取消反馈再撤销等次',
  )
})

it('feedback rests on the decision: no later day of it, and no undo from under it', async () => {
  const { office, campaignId, first } = await aScoredCampaign()
  await decideOne(office, campaignId, first, 'good')
  const { seq } = await newest(office)
  const feedback = { feedbackOn: theMeeting.decidedOn, feedbackBy: null, feedbackWords: null, signedOn: null }
  const { version } = await seen(office, first)
  const talked = await office.call('reviews.saveFeedback', { id: first, version, feedback })
  const decisions = [
    { id: first, version: talked.version, ...words, grade: 'fair' as const, reason: '重新研究' },
  ]
  const later = { campaignId, decidedOn: dateOnly('2026-11-21'), decidedAt: '党工委会议', decisions }
  expect((await office.refusal('reviews.decide', later)).messageZh).toBe(
    '没有保存：甲书记：定等日期晚于已登记的通报反馈日期 2026年11月20日；重新研究的，请先取消反馈',
  )
  await office.call('reviews.decide', { ...later, ...theMeeting })
  await undoNewest(office)
  expect((await office.refusal('activity.undo', { seq })).messageZh).toContain('通报反馈以定等为据')
})

it('a veto the scheme has no more is not offered to be decided again', async () => {
  const { office, campaignId, rating, first } = await aScoredCampaign()
  const { version } = await seen(office, first)
  const decisions = [{ id: first, version, ...words, vetoIds: ['termOverdue'], grade: 'fair' as const }]
  await office.call('reviews.decide', { campaignId, ...theMeeting, decisions })
  const { schemes } = await office.call('reviews.campaign', { id: campaignId })
  await office.call('reviews.saveScheme', {
    id: rating.schemeId,
    version: schemes[0]?.version ?? 0,
    name: '书记',
    scheme: aScheme({ vetoes: [] }),
    reason: '上级取消否决情形',
  })
  expect((await seen(office, first)).score).toMatchObject({ vetoIds: [], suggested: 'good' })
})
