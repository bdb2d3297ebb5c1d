import { describe, expect, it } from 'vitest'
import { dateOnly } from '#shared/lib/dates.ts'
import { newest, undoNewest } from './activityHarness.ts'
import { aMeeting } from './meetingHarness.ts'
import { aRectification } from './rectificationHarness.ts'
import {
  aCampaignWith,
  aSmallCampaign,
  aStep,
  cellOf,
  passSteps,
  peopleOn,
  type Step,
} from './reviewHarness.ts'
import { giveDaily, rate } from './reviewScoresHarness.ts'
import { anOffice } from './samples.ts'

describe('the flow', () => {
  it('a step is registered for many at once, or refused with a sentence for each who is not there yet', async () => {
    const office = await anOffice()
    const { campaignId, first } = await aSmallCampaign(office)
    await passSteps(office, campaignId, [first], ['scheme'])
    const register = async (step: Partial<Step>) =>
      office.refusal('reviews.registerStep', {
        subjects: await peopleOn(office, campaignId),
        step: aStep(step),
      })
    const tooEarly = await register({ key: 'reportCheck' })
    expect(tooEarly.messageZh).toBe(
      '“甲书记”不能登记“述职报告送审”，请先完成：自查自评、写述职报告；“乙书记”不能登记“述职报告送审”，请先完成：自查自评、写述职报告',
    )
    expect((await register({ key: 'upMeeting' })).messageZh).toMatch(/^“乙书记”不能登记“向上级述职会”/)
    const derived = await register({ key: 'upRating' })
    expect(derived.fields?.['step.key']).toBe('“上级测评”上级测评计票后自动完成，不能手工登记')
    const dayOf = async (day: string) => (await register({ doneOn: dateOnly(day) })).fields
    expect(await dayOf('2026-11-23')).toMatchObject({ 'step.doneOn': expect.stringContaining('晚于今天') })
    expect(await dayOf('2024-12-31')).toMatchObject({
      'step.doneOn': expect.stringContaining('早于 2025 年'),
    })
    const people = await peopleOn(office, campaignId)
    const twice = { subjects: [...people, ...people], step: aStep() }
    expect((await office.refusal('reviews.registerStep', twice)).fields).toHaveProperty('subjects')
    const lastYear = { year: 2025, startOn: null, endOn: null, leftOutSteps: ['selfReview' as const] }
    const { campaign } = await aCampaignWith(
      office,
      office.communityId,
      [{ organizationId: office.branchId }],
      lastYear,
    )
    const both = { subjects: [...people, ...(await peopleOn(office, campaign.id))], step: aStep() }
    expect((await office.refusal('reviews.registerStep', both)).fields?.['subjects']).toContain('不在同一次')
    const absent = { subjects: await peopleOn(office, campaign.id), step: aStep({ key: 'selfReview' }) }
    expect((await office.refusal('reviews.registerStep', absent)).fields?.['step.key']).toContain('没有')
    const step = aStep({ doneOn: dateOnly('2026-11-16'), note: '党工委印发' })
    expect(await office.call('reviews.registerStep', { subjects: people, step })).toEqual({ registered: 2 })
    const back = { subjects: await peopleOn(office, campaignId), step: aStep({ doneOn: null }) }
    expect(await office.call('reviews.registerStep', back)).toEqual({ registered: 2 })
    expect(await cellOf(office, campaignId, first, 'scheme')).toMatchObject({ isDone: false, doneOn: null })
  })

  it('a step is not taken back, nor undone, from under a later one', async () => {
    const office = await anOffice()
    const { campaignId, first } = await aSmallCampaign(office)
    await passSteps(office, campaignId, [first], ['scheme'])
    const { seq } = await newest(office)
    await passSteps(office, campaignId, [first], ['upMeeting'])
    const subjects = (await peopleOn(office, campaignId)).slice(0, 1)
    const step = aStep({ doneOn: null })
    expect((await office.refusal('reviews.registerStep', { subjects, step })).messageZh).toBe(
      '“甲书记”不能取消“方案印发”，请先取消：向上级述职会',
    )
    expect((await office.refusal('activity.undo', { seq })).messageZh).toContain('请先取消：向上级述职会')
    await office.call('reviews.registerStep', { subjects, step: { ...step, key: 'upMeeting' } })
    await office.call('activity.undo', { seq })
    expect(await cellOf(office, campaignId, first, 'scheme')).toMatchObject({ isDone: false })
  })

  it('a meeting it names is of the person’s own organisation, or of one above', async () => {
    const office = await anOffice()
    const { campaignId, first } = await aSmallCampaign(office)
    await passSteps(office, campaignId, [first], ['scheme'])
    const meetingOf = async (organizationId: string) =>
      (await office.call('meetings.create', { fields: aMeeting(organizationId) })).id
    const own = await meetingOf(office.branchId)
    const others = await meetingOf(office.otherBranchId)
    const [person] = await peopleOn(office, campaignId)
    const subjects = person ? [person] : []
    const step = (meetingId: string) => aStep({ key: 'downMeeting', meetingId })
    const refused = await office.refusal('reviews.registerStep', { subjects, step: step(others) })
    expect(refused.fields?.['step.meetingId']).toContain('不是“甲书记”所在党组织')
    await office.call('reviews.registerStep', { subjects, step: step(own) })
    expect(await cellOf(office, campaignId, first, 'downMeeting')).toMatchObject({ meetingId: own })
    const elsewhere = { ...aStep({ meetingId: own }), key: 'selfReview' as const }
    const again = await office.refusal('reviews.registerStep', {
      subjects: (await peopleOn(office, campaignId)).slice(0, 1),
      step: elsewhere,
    })
    expect(again.fields?.['step.meetingId']).toContain('只有述职会')
  })

  it('steps that follow from records are done when the records are there, and the campaign is where the last one is', async () => {
    const office = await anOffice()
    const { campaignId, schemeId, first, second } = await aSmallCampaign(office)
    const rating = { campaignId, schemeId, organizationId: office.communityId }
    const steps: Step['key'][] = ['scheme', 'selfReview', 'reportCheck', 'upMeeting', 'downMeeting']
    await passSteps(office, campaignId, [first, second], steps)
    await rate(office, rating, 'superiors', [[first, [5, 3, 2, 0]]])
    await rate(office, rating, 'party', [[first, [40, 15, 5, 0]]])
    await giveDaily(office, first, 90_00)
    const words = async (key: Step['key']) => (await cellOf(office, campaignId, first, key))?.words
    expect(await words('fieldCheck')).toBe('日常分 1/1')
    expect(await words('upRating')).toBe('84.50 分')
    expect(await words('count')).toBe('综合分 87.98')
    const board = await office.call('reviews.board', { campaignId })
    expect(board.map(({ next }) => next)).toEqual(['comments', 'fieldCheck'])
    const campaign = await office.call('reviews.campaign', { id: campaignId })
    expect(campaign).toMatchObject({ state: 'preparing', subjects: 2, scored: 1, decided: 0 })
  })
})

it('点评 are kept as the list that was saved, and one undo brings back the list before', async () => {
  const office = await anOffice()
  const { campaignId, first: id } = await aSmallCampaign(office)
  const said = (content: string, saidOn: string | null = '2026-11-15') => ({
    commenter: '李主任',
    content,
    saidOn: saidOn === null ? null : dateOnly(saidOn),
  })
  const input = async (comments: readonly ReturnType<typeof said>[]) => {
    const { version } = await office.call('reviews.subject', { id })
    return { id, version, comments: [...comments] }
  }
  const save = async (...comments: readonly ReturnType<typeof said>[]) =>
    office.call('reviews.saveComments', await input(comments))
  const wordsOf = (comments: readonly { readonly content: string }[]) =>
    comments.map(({ content }) => content)
  await save(said('抓得实'), said('走访少'), said('台账乱', null))
  const shorter = await save(said('走访太少'), said('台账乱', null))
  expect(wordsOf(shorter.comments)).toEqual(['走访太少', '台账乱'])
  expect(await cellOf(office, campaignId, id, 'comments')).toMatchObject({
    isDone: true,
    doneOn: '2026-11-15',
  })
  expect((await save(said('走访太少'), said('台账乱', null))).version).toBe(shorter.version)
  await undoNewest(office)
  const { comments } = await office.call('reviews.subject', { id })
  expect(wordsOf(comments)).toEqual(['抓得实', '走访少', '台账乱'])
  const late = await office.refusal('reviews.saveComments', await input([said('明天说', '2026-11-22')]))
  expect(late.fields).toHaveProperty('comments.0.saidOn')
  expect((await save()).comments).toEqual([])
  expect(await cellOf(office, campaignId, id, 'comments')).toMatchObject({ isDone: false })
})

it('REV-12: last year’s list opens this year’s meeting', async () => {
  const office = await anOffice()
  const { communityId, branchId } = office
  const people = [{ organizationId: branchId, name: '甲书记' }]
  const lastYear = { year: 2025, startOn: null, endOn: null }
  const last = await aCampaignWith(office, communityId, people, lastYear)
  const [subjectId = ''] = last.subjectIds
  await office.call('rectifications.create', { subjectId, fields: aRectification() })
  const { campaign, subjectIds } = await aCampaignWith(office, communityId, people)
  expect(campaign).toMatchObject({
    lastYearId: last.campaign.id,
    findings: [{ code: 'REV-12', severity: 'yellow', message: expect.stringContaining('1 条待通报') }],
  })
  await passSteps(office, campaign.id, subjectIds, ['scheme', 'selfReview'])
  expect((await office.call('reviews.campaign', { id: campaign.id })).findings).toEqual(campaign.findings)
  await passSteps(office, campaign.id, subjectIds, ['upMeeting'])
  const { findings } = await office.call('reviews.campaign', { id: campaign.id })
  expect(findings).toMatchObject([{ severity: 'red', message: expect.stringContaining('没有登记通报') }])
})
