import { describe, expect, it } from 'vitest'
import { newest, undoNewest } from './activityHarness.ts'
import { aStandardOffice } from './office.ts'
import { aRectification } from './rectificationHarness.ts'
import { readTables } from './ledgerCopy.ts'
import { aCampaign, aSmallCampaign, aSubject, cellOf, passSteps, peopleOn, usual } from './reviewHarness.ts'
import { rate } from './reviewScoresHarness.ts'
import { anOffice } from './samples.ts'
import { testAdministrator } from './testCore.ts'

describe('undo and the trash', () => {
  it('a person is not undone off the list once something hangs on it, and comes back with its steps', async () => {
    const office = await anOffice()
    const { campaignId, schemeId, first, second } = await aSmallCampaign(office)
    const added = await newest(office)
    await passSteps(office, campaignId, [second], ['scheme'])
    const refused = JSON.stringify(await office.refusal('activity.undo', { seq: added.seq }))
    expect(refused).toContain('“乙书记”之下已有')
    const version = (await peopleOn(office, campaignId)).find(({ id }) => id === second)?.version ?? 0
    await office.call('reviews.removeSubject', { id: second, version, reason: '选错了人' })
    const subject = aSubject({ schemeId, organizationId: office.otherBranchId, name: '乙书记' })
    const { seq } = await newest(office)
    await office.call('reviews.addSubjects', { campaignId, subjects: [subject] })
    expect(JSON.stringify(await office.refusal('activity.undo', { seq }))).toContain('后来又列入了述职人名单')
    await undoNewest(office)
    await office.call('activity.undo', { seq })
    expect(await cellOf(office, campaignId, second, 'scheme')).toMatchObject({ isDone: true })
    const rating = { campaignId, schemeId, organizationId: office.communityId }
    await rate(office, rating, 'party', [[first, [20, 5, 0, 0]]])
    const late = JSON.stringify(await office.refusal('activity.undo', { seq: added.seq }))
    expect(late).toContain('“甲书记”之下已有')
  })

  it('a step taken back by undo raises the person’s version', async () => {
    const office = await anOffice()
    const { campaignId, first } = await aSmallCampaign(office)
    await passSteps(office, campaignId, [first], ['scheme'])
    const [before] = await peopleOn(office, campaignId)
    await undoNewest(office)
    const [after] = await peopleOn(office, campaignId)
    expect(after?.version).toBe((before?.version ?? 0) + 1)
    expect(await cellOf(office, campaignId, first, 'scheme')).toMatchObject({ isDone: false })
  })

  it('a campaign in the trash hides its people, and comes back as the only one of its year', async () => {
    const office = await anOffice()
    const { campaignId: id, first } = await aSmallCampaign(office)
    await office.call('reviews.trash', { id, version: 1, reason: '登错了' })
    expect(await office.call('reviews.campaigns', {})).toEqual([])
    expect((await office.refusal('reviews.board', { campaignId: id })).code).toBe('NOT_FOUND')
    expect((await office.refusal('reviews.subject', { id: first })).code).toBe('NOT_FOUND')
    const items = [{ kind: 'reviewCampaign', id } as const]
    const fields = aCampaign({ organizationId: office.communityId })
    const other = await office.call('reviews.create', { fields, from: usual })
    expect((await office.refusal('trash.restore', { items })).messageZh).toContain('述职测评后来又登记过')
    await office.call('reviews.trash', { id: other.id, version: 1, reason: '重复' })
    await office.call('trash.restore', { items })
    expect(await peopleOn(office, id)).toHaveLength(2)
  })

  it('in the trash a campaign hides its ballots and 整改, and takes them along when it is purged', async () => {
    const office = await aStandardOffice()
    const { as, east } = office
    const { campaignId: id, schemeId, subjectId } = east
    const rating = { campaignId: id, schemeId, organizationId: east.communityId }
    const batchId = await rate(as.street, rating, 'party', [[subjectId, [20, 5, 0, 0]]])
    const item = await as.east.call('rectifications.create', { subjectId, fields: aRectification() })
    const { version } = await as.street.call('reviews.campaign', { id })
    await as.street.call('reviews.trash', { id, version, reason: '登错了' })
    const hidden = await Promise.all([
      as.east.refusal('rectifications.get', { id: item.id }),
      as.east.refusal('reviewBallots.get', { id: batchId }),
      as.east.refusal('reviewBallots.list', { campaignId: id }),
    ])
    expect(hidden.map(({ code }) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND'])
    await as.administrator.call('trash.empty', {
      kind: 'reviewCampaign',
      olderThanDays: 0,
      reason: '清理',
      ownPassword: testAdministrator.password,
    })
    const tables = Object.entries(await readTables(office.dataDir))
    const isLeft = (row: object) => Object.values(row).some((value) => value === subjectId || value === id)
    const left = tables.flatMap(([table, rows]) =>
      table.startsWith('review_') && rows.some(isLeft) ? [table] : [],
    )
    expect(left).toEqual([])
  })
})
