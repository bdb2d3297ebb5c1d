import { describe, expect, it } from 'vitest'
import { aStandardOffice } from './office.ts'
import { aStep, peopleOn } from './reviewHarness.ts'

describe('a community', () => {
  it('reads the street’s campaign cut to its own people, registers their steps and changes nothing else', async () => {
    const { as, streetCampaignId: id } = await aStandardOffice()
    const detail = await as.east.call('reviews.campaign', { id })
    expect(detail).toMatchObject({ isOwn: false, subjects: 1, organizationName: '测试街道党工委' })
    expect((await as.street.call('reviews.campaign', { id })).subjects).toBe(2)
    const [mine, ...others] = await peopleOn(as.east, id)
    expect(others).toEqual([])
    const step = aStep()
    await as.east.call('reviews.registerStep', { subjects: mine ? [mine] : [], step })
    const all = await peopleOn(as.street, id)
    expect(await as.east.refusal('reviews.registerStep', { subjects: all, step })).toMatchObject({
      code: 'NOT_FOUND',
    })
    const [scheme] = detail.schemes
    const save = { id: scheme?.id ?? '', version: 1, name: '改名', scheme: detail.schemes[0]?.scheme }
    const refusals = await Promise.all([
      as.east.refusal('reviews.update', { id, version: 1, fields: detail.fields }),
      as.east.refusal('reviews.removeScheme', { id: save.id, version: 1 }),
      as.east.refusal('reviews.removeSubject', { id: mine?.id ?? '', version: 2, reason: '试' }),
      as.east.refusal('reviews.trash', { id, version: 1, reason: '试' }),
    ])
    for (const { code, messageZh } of refusals) {
      expect(code).toBe('FORBIDDEN')
      expect(messageZh).toContain('由测试街道党工委组织')
    }
  })

  it('is not told which member of elsewhere somebody is, and does not lose it by saving', async () => {
    const { as, east, west } = await aStandardOffice()
    const id = east.subjectId
    const { fields, version } = await as.street.call('reviews.subject', { id })
    const known = { ...fields, memberId: west.memberId }
    await as.street.call('reviews.updateSubject', { id, version, fields: known })
    const seen = await as.east.call('reviews.subject', { id })
    expect(seen.fields).toEqual({ ...fields, memberId: null })
    const duty = { ...seen.fields, duty: '党委书记' }
    await as.east.call('reviews.updateSubject', { id, version: seen.version, fields: duty })
    const after = await as.street.call('reviews.subject', { id })
    expect(after.fields).toEqual({ ...known, duty: '党委书记' })
  })
})
