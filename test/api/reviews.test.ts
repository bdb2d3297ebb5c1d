import { describe, expect, it } from 'vitest'
import { dateOnly, partialDate } from '#shared/lib/dates.ts'
import { newest } from './activityHarness.ts'
import { aRectification } from './rectificationHarness.ts'
import { aBatchOf, rate } from './reviewScoresHarness.ts'
import {
  aCampaign,
  aCampaignWith,
  aScheme,
  aSmallCampaign,
  aSubject,
  peopleOn,
  usual,
} from './reviewHarness.ts'
import { aMember, anIdNo, anOffice, type Office } from './samples.ts'
import { aPost } from './termsHarness.ts'

async function aSecretary(office: Office, organizationId: string, name: string, n: number) {
  const { branchId } = office
  const fields = aMember({ organizationId: branchId, name, idNo: anIdNo('1970-05-04', n) })
  const { id: memberId } = await office.call('members.create', { fields })
  const post = aPost({ memberId })
  const { ids } = await office.call('posts.enter', { organizationId, posts: [post], replaces: null })
  return { memberId, postId: ids[0] ?? '' }
}

const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)
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

describe('people who account', () => {
  it('are offered as the scheme asks for them: in office, of organisations below, not in the campaign yet', async () => {
    const office = await anOffice()
    const { rootId, communityId, branchId } = office
    const { memberId } = await aSecretary(office, communityId, '社区书记', 11)
    // Two posts of one person: one candidate, by the higher of them.
    const alsoInIt = aPost({ memberId, position: 'WY' })
    await office.call('posts.enter', { organizationId: communityId, posts: [alsoInIt], replaces: null })
    await aSecretary(office, branchId, '支部书记', 13)
    await aSecretary(office, rootId, '街道书记', 15)
    const partTime = aPost({ personName: '校长', position: 'JZWY', unitDuty: '学校校长' })
    await office.call('posts.enter', { organizationId: communityId, posts: [partTime], replaces: null })
    const { campaign, schemeId } = await aCampaignWith(office, rootId, [])
    const offered = () => office.call('reviews.candidates', { campaignId: campaign.id, schemeId })
    const rows = await offered()
    expect(namesOf(rows)).toEqual(['社区书记', '支部书记'])
    expect(rows[0]).toMatchObject({ organizationId: communityId, kind: 'secretary', duty: '书记' })
    const wider = aScheme({ subjects: ['committeeMember', 'secretary', 'partTimeMember'] })
    await office.call('reviews.saveScheme', {
      id: schemeId,
      version: 1,
      name: '书记',
      scheme: wider,
      reason: null,
    })
    const subjects = (await offered())
      .filter(({ name }) => name !== '支部书记')
      .map(({ organizationName: _n, ...person }) => ({ ...person, schemeId }))
    expect(subjects.map(({ kind }) => kind)).toEqual(['secretary', 'partTimeMember'])
    await office.call('reviews.addSubjects', { campaignId: campaign.id, subjects })
    expect(namesOf(await offered())).toEqual(['支部书记'])
    const again = await office.refusal('reviews.addSubjects', { campaignId: campaign.id, subjects })
    expect(again.messageZh).toMatch(/^“社区书记”、“校长”已在“2026 年度双向述职双向测评”的述职人名单中/)
  })

  it('fit their scheme, and are of an organisation below the campaign’s', async () => {
    const office = await anOffice()
    const { campaignId, schemeId } = await aSmallCampaign(office)
    const refused = async (fields: object) => {
      const subject = aSubject({ schemeId, organizationId: office.branchId, name: '某某', ...fields })
      const input = { campaignId, subjects: [subject] }
      return (await office.refusal('reviews.addSubjects', input)).fields
    }
    expect(await refused({ kind: 'office' })).toMatchObject({
      'subjects.0.kind': expect.stringContaining('街道科室'),
    })
    expect(await refused({ organizationId: office.rootId })).toHaveProperty('subjects.0.organizationId')
    expect(await refused({ schemeId: 'no-such' })).toHaveProperty('subjects.0.schemeId')
    expect(await refused({ memberId: 'no-such' })).toHaveProperty('subjects.0.memberId')
  })

  it('stay in the list while a batch or 整改, also one in the trash, hangs on them, and under their scheme while in a batch', async () => {
    const office = await anOffice()
    const { campaignId, schemeId, first, second } = await aSmallCampaign(office)
    const third = aSubject({ schemeId, organizationId: office.branchId, name: '末书记' })
    await office.call('reviews.addSubjects', { campaignId, subjects: [third] })
    const people = await office.call('reviews.board', { campaignId })
    expect(namesOf(people)).toEqual(['甲书记', '乙书记', '末书记'])
    const other = { campaignId, name: '第二套', scheme: aScheme() }
    const { schemes } = await office.call('reviews.addScheme', other)
    const rating = { campaignId, schemeId, organizationId: office.communityId }
    const papers = [{ subjectId: first, issued: 10, returned: 0 }]
    await office.call('reviewBallots.open', { fields: aBatchOf(rating, 'party', papers) })
    const { fields, version } = await office.call('reviews.subject', { id: first })
    const spareId = schemes[1]?.id ?? ''
    const moved = { ...fields, schemeId: spareId }
    const refused = await office.refusal('reviews.updateSubject', { id: first, version, fields: moved })
    expect(refused.fields?.['fields.schemeId']).toContain('已有测评批次列有此人')
    const last = people[2]?.id ?? ''
    const { fields: of, version: now } = await office.call('reviews.subject', { id: last })
    await office.call('reviews.updateSubject', {
      id: last,
      version: now,
      fields: { ...of, schemeId: spareId },
    })
    const { seq } = await newest(office)
    const batch = aBatchOf({ ...rating, schemeId: spareId }, 'party', [
      { subjectId: last, issued: 10, returned: 0 },
    ])
    await office.call('reviewBallots.open', { fields: batch })
    expect((await office.refusal('activity.undo', { seq })).messageZh).toContain('不能改用别的方案')
    const removing = async (id: string) => {
      const seen = (await peopleOn(office, campaignId)).find((each) => each.id === id)
      const input = { id, version: seen?.version ?? 0, reason: '选错了人' }
      return (await office.refusal('reviews.removeSubject', input)).messageZh
    }
    expect(await removing(first)).toContain('列在测评批次中')
    const item = await office.call('rectifications.create', { subjectId: second, fields: aRectification() })
    expect(await removing(second)).toContain('有 1 条整改事项，')
    await office.call('rectifications.trash', { id: item.id, version: item.version, reason: '登错了' })
    expect(await removing(second)).toContain('有 1 条整改事项在回收站')
  })
})
