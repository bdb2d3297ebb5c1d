import { expect, it } from 'vitest'
import { aCampaign, aSubject, usual } from './reviewHarness.ts'
import { aMember, anIdNo, anOffice } from './samples.ts'

it('a member and an organisation show their 述职测评 by year, none of a campaign in the trash', async () => {
  const office = await anOffice()
  const { branchId, communityId, rootId } = office
  const fields = aMember({ organizationId: branchId, name: '王书记', idNo: anIdNo('1970-05-04', 7) })
  const { id: memberId } = await office.call('members.create', { fields })
  const made = await office.call('reviews.create', {
    fields: aCampaign({ organizationId: rootId }),
    from: usual,
  })
  const schemeId = made.schemes[0]?.id ?? ''
  const { id, version } = await office.call('reviews.addSubjects', {
    campaignId: made.id,
    subjects: [aSubject({ schemeId, organizationId: communityId, memberId, name: '王书记' })],
  })
  for (const asked of [
    { of: 'member', id: memberId },
    { of: 'organization', id: communityId },
  ] as const)
    expect((await office.call('reviews.of', asked)).results).toMatchObject([
      { year: made.year, name: '王书记', campaignName: made.name, gradeName: null },
    ])
  expect((await office.call('reviews.of', { of: 'organization', id: branchId })).results).toEqual([])
  await office.call('reviews.trash', { id, version, reason: '登错了' })
  expect((await office.call('reviews.of', { of: 'member', id: memberId })).results).toEqual([])
})
