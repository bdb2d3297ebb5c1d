import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import {
  aCampaign,
  aCampaignWith,
  aScheme,
  aSecretary,
  aSmallCampaign,
  aSubject,
  peopleOn,
  usual,
} from './reviewHarness.ts'
import { rate } from './reviewScoresHarness.ts'
import { anOffice } from './samples.ts'
import { aPost } from './termsHarness.ts'

describe('a campaign', () => {
  it('is one of an organisation and a year, of one with organisations below', async () => {
    const office = await anOffice()
    const fields = aCampaign({ organizationId: office.rootId, leftOutSteps: ['reportCheck'] })
    const made = await office.call('reviews.create', {
      fields,
      from: { kind: 'usual', weights: 'democratic' },
    })
    expect(made).toMatchObject({ state: 'preparing', subjects: 0, isOwn: true })
    expect(made.steps).not.toContain('reportCheck')
    expect(made.schemes[0]?.scheme.components.map(({ weight }) => weight)).toEqual([4000, 6000])
    expect(await office.refusal('reviews.create', { fields, from: usual })).toMatchObject({
      code: 'CONFLICT',
      messageZh: expect.stringContaining('2026 年度的述职测评已经有了'),
    })
    const { id, version } = made
    const named = { ...fields, name: '年度述职测评' }
    const { version: later } = await office.call('reviews.update', { id, version, fields: named })
    const moved = { id, version: later, fields: { ...fields, organizationId: office.communityId } }
    expect((await office.refusal('reviews.update', moved)).fields).toHaveProperty('organizationId')
    const only = { id: made.schemes[0]?.id ?? '', version: 1 }
    expect((await office.refusal('reviews.removeScheme', only)).messageZh).toContain('仅有的方案')
    const refused = async (changed: Parameters<typeof aCampaign>[0]) =>
      (await office.refusal('reviews.create', { fields: aCampaign(changed), from: usual })).fields
    expect(await refused({ organizationId: office.branchId })).toHaveProperty('organizationId')
    const organizationId = office.communityId
    expect(await refused({ organizationId, leftOutSteps: ['upRating'] })).toHaveProperty('leftOutSteps')
    expect(await refused({ organizationId, endOn: dateOnly('2026-10-01') })).toHaveProperty('endOn')
    expect(await refused({ organizationId, startOn: dateOnly('2024-12-31') })).toHaveProperty('startOn')
    expect(await refused({ organizationId, year: 2028 })).toHaveProperty('year')
  })

  it('copied from last year it has the same schemes, and the people who are still in post', async () => {
    const office = await anOffice()
    const { communityId, branchId, otherBranchId } = office
    const staying = await aSecretary(office, branchId, '留任', 11)
    const leaving = await aSecretary(office, otherBranchId, '离任', 13)
    const { campaign, schemeId } = await aCampaignWith(
      office,
      communityId,
      [
        { organizationId: branchId, memberId: staying.memberId, name: '留任', duty: '支部书记' },
        { organizationId: otherBranchId, memberId: leaving.memberId, name: '离任' },
      ],
      { year: 2025, startOn: null, endOn: null },
    )
    await office.call('reviews.saveScheme', {
      id: schemeId,
      version: 1,
      name: '社区支部书记',
      scheme: aScheme({ bestLimit: 25, subjects: ['secretary', 'office'] }),
      reason: null,
    })
    const bureau = {
      schemeId,
      organizationId: communityId,
      kind: 'office' as const,
      name: '党建办',
      duty: null,
    }
    await office.call('reviews.addSubjects', { campaignId: campaign.id, subjects: [aSubject(bureau)] })
    // No secretary any more, though still on the committee.
    const seat = aPost({ memberId: leaving.memberId, position: 'ZZ', fromOn: partialDate('2026-07-01') })
    await office.call('posts.enter', { organizationId: otherBranchId, posts: [seat], replaces: null })
    await office.call('posts.end', {
      id: leaving.postId,
      version: 1,
      on: partialDate('2026-06-30'),
      reason: '届满',
    })
    const copied = await office.call('reviews.create', {
      fields: aCampaign({ organizationId: communityId }),
      from: { kind: 'campaign', id: campaign.id, withSubjects: true },
    })
    expect(copied.lastYearId).toBe(campaign.id)
    expect(copied.schemes).toMatchObject([{ name: '社区支部书记', scheme: { bestLimit: 25 }, ballotsIn: 0 }])
    const board = await office.call('reviews.board', { campaignId: copied.id })
    expect(board).toMatchObject([
      { name: '留任', duty: '支部书记', kind: 'secretary', next: 'scheme' },
      { name: '党建办', kind: 'office' },
    ])
    expect(board).toHaveLength(2)
  })

  it('copied where no post is registered it has everybody: nobody is known to have left', async () => {
    const office = await anOffice()
    const { communityId, branchId } = office
    const people = [{ organizationId: branchId, name: '手工填写' }]
    const { campaign } = await aCampaignWith(office, communityId, people, {
      year: 2025,
      startOn: null,
      endOn: null,
    })
    const copied = await office.call('reviews.create', {
      fields: aCampaign({ organizationId: communityId }),
      from: { kind: 'campaign', id: campaign.id, withSubjects: true },
    })
    expect(await office.call('reviews.board', { campaignId: copied.id })).toMatchObject([
      { name: '手工填写' },
    ])
  })
})

describe('a scheme', () => {
  it('REV-01: one whose weights are not 100 is kept as a draft that says so', async () => {
    const office = await anOffice()
    const { campaignId } = await aSmallCampaign(office)
    const { components } = aScheme()
    const scheme = aScheme({
      subjects: ['partTimeMember'],
      components: components.map((component) => ({ ...component, weight: 3333 })),
    })
    const detail = await office.call('reviews.addScheme', { campaignId, name: '兼职委员', scheme })
    expect(detail.schemes[1]?.findings).toMatchObject([
      { code: 'REV-01', severity: 'block', message: expect.stringContaining('99.99') },
    ])
    const again = await office.refusal('reviews.addScheme', { campaignId, name: '兼职委员', scheme })
    expect(again.fields).toHaveProperty('name')
  })

  it('is frozen with the first ballots: then it changes only with a reason, and no undo goes around it', async () => {
    const office = await anOffice()
    const { campaignId, schemeId, first, second } = await aSmallCampaign(office)
    const save = { id: schemeId, version: 1, name: '书记', scheme: aScheme({ bestLimit: 30 }), reason: null }
    await office.call('reviews.saveScheme', save)
    const change = await newest(office)
    const rating = { campaignId, schemeId, organizationId: office.communityId }
    await rate(office, rating, 'party', [[first, [20, 5, 0, 0]]])
    const { schemes } = await office.call('reviews.campaign', { id: campaignId })
    expect(schemes).toMatchObject([{ ballotsIn: 25, subjects: 2 }])
    const later = { ...save, version: 2, scheme: aScheme({ bestLimit: null }) }
    const refused = await office.refusal('reviews.saveScheme', later)
    expect(refused.fields?.['reason']).toContain('已收回 25 张测评票')
    expect(JSON.stringify(await office.refusal('activity.undo', { seq: change.seq }))).toContain('已冻结')
    const changed = await office.call('reviews.saveScheme', { ...later, reason: '党工委会议调整' })
    expect(changed.schemes[0]).toMatchObject({ changeReason: '党工委会议调整', scheme: { bestLimit: null } })
    const { components } = aScheme()
    const marked = components.map((one) =>
      one.kind === 'daily' ? one : { ...one, form: { ...one.form, items: 'points' as const } },
    )
    const otherwise = { ...later, version: 3, reason: '改', scheme: aScheme({ components: marked }) }
    expect((await office.refusal('reviews.saveScheme', otherwise)).messageZh).toContain('已收回测评票')
    const subject = (await peopleOn(office, campaignId)).find(({ id }) => id === first) ?? {
      id: '',
      version: 0,
    }
    const remove = await office.refusal('reviews.removeSubject', { ...subject, reason: '选错了人' })
    expect(remove.messageZh).toContain('已收回对“甲书记”的 25 张测评票')
    const removed = await office.call('reviews.removeSubject', { id: second, version: 1, reason: '选错了人' })
    expect(removed.subjects).toBe(1)
    const seen = { id: schemeId, version: 3 }
    expect((await office.refusal('reviews.removeScheme', seen)).messageZh).toContain('1 位述职人')
  })
})
