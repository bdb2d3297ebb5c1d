import { describe, expect, it } from 'vitest'
import { newest } from './activityHarness.ts'
import { aRectification } from './rectificationHarness.ts'
import { aCampaignWith, aScheme, aSecretary, aSmallCampaign, aSubject, peopleOn } from './reviewHarness.ts'
import { aBatchOf } from './reviewScoresHarness.ts'
import { anOffice } from './samples.ts'
import { aPost } from './termsHarness.ts'

const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

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
