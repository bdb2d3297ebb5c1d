import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it, onTestFinished } from 'vitest'
import type { ExportedDocument } from '#shared/contract/documents.ts'
import { exportFile } from '../../electron/cli/commands/export.ts'
import type { Args } from '../../electron/cli/args.ts'
import { deskOn } from '../../electron/cli/deskSession.ts'
import { aStandardOffice, type StandardOffice } from './office.ts'
import { decideOne, rate, rateByVector } from './reviewScoresHarness.ts'
import { testUser } from './testCore.ts'

function textOf({ shelf }: StandardOffice, { file }: ExportedDocument): string {
  const parts = unzipSync(shelf.read(file.handle).bytes)
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '')
}

it('papers of a review: named by the rule, nothing of votes before they may be shown, and each is in the log', async () => {
  const office = await aStandardOffice({ withoutWest: true })
  const { campaignId, schemeId, branchId: organizationId, subjectId, freshSubjectId } = office.east
  const { street } = office.as
  const sums = { campaignId, schemeId, componentId: 'up', subjectId, isBlank: false }
  expect((await street.refusal('documents.exportReviewTally', sums)).messageZh).toContain(
    '可以先导出空白的计票记录',
  )
  expect((await street.refusal('documents.exportReviewNotice', { campaignId })).code).toBe('CONFLICT')
  const rating = { campaignId, schemeId, organizationId }
  await rateByVector(street, rating, subjectId)
  // REV-06: a person on whom only four voted from above.
  await rate(street, rating, 'superiors', [[freshSubjectId, [4, 0, 0, 0]]])
  await decideOne(street, campaignId, subjectId, 'good')
  const notice = await street.call('documents.exportReviewNotice', { campaignId })
  expect(notice.file.name).toMatch(/^2026-东环.*-通报-2026年度双向述职双向测评结果的通报\.docx$/)
  expect(textOf(office, notice)).toContain('党员6040（66.7%）15（25.0%）5（8.3%）0（0.0%）0')
  expect(notice.missing.map(({ label }) => label)).toContain('发文字号')
  expect(textOf(office, await street.call('documents.exportReviewTally', sums))).toContain('总体评价53200')
  const few = await street.call('documents.exportReviewTally', { ...sums, subjectId: freshSubjectId })
  expect(textOf(office, few)).toContain('有效票不足5张，只计分，不列票数')
  const feedback = await street.call('documents.exportReviewFeedback', {
    campaignId,
    subjectId,
    jobId: null,
  })
  expect(feedback.file.name).toMatch(/-反馈表-.*-东环甲\.docx$/)
  const { rows } = await street.call('activity.list', {
    offset: 0,
    limit: 50,
    accountId: null,
    kind: null,
    from: null,
    to: null,
    text: null,
  })
  expect(rows.map(({ title }) => title).join()).toMatch(/测评结果通报|述职测评结果通报/)
})

it('a community has papers of its own people out of the street’s review, unranked; the notice is the street’s', async () => {
  const office = await aStandardOffice()
  const { streetCampaignId: campaignId, as } = office
  const summary = await as.east.call('documents.exportReviewSummary', { campaignId, format: 'docx' })
  expect(summary.rows).toBe(1)
  expect(textOf(office, summary)).toMatch(/东环书记(?!.*西湖书记).*不排名次/s)
  expect((await as.east.refusal('documents.exportReviewNotice', { campaignId })).code).toBe('FORBIDDEN')
  expect((await as.street.call('documents.exportReviewSummary', { campaignId, format: 'xlsx' })).rows).toBe(2)
})

it('who cancels hundreds of ballots gets no file, and none is in the log', async () => {
  const office = await aStandardOffice({ withoutWest: true })
  const { campaignId, schemeId, subjectId, freshSubjectId } = office.east
  const jobId = 'job-ballots'
  const subjectIds = [subjectId, freshSubjectId]
  const ballots = { campaignId, schemeId, componentId: 'down', subjectIds, layout: 'each', jobId } as const
  const refused = office.as.street.refusal('documents.exportReviewBallot', ballots)
  await office.as.street.call('jobs.cancel', { jobId })
  expect((await refused).code).toBe('CANCELLED')
  const page = { offset: 0, limit: 50, accountId: null, kind: null, from: null, to: null, text: null }
  const { rows } = await office.as.street.call('activity.list', page)
  expect(rows.map(({ title }) => title).join()).not.toContain('测评票')
})

it('desk export reviews writes the papers of a year, and asks for what is missing', async () => {
  const office = await aStandardOffice({ withoutWest: true })
  process.env['DESK_PASSWORD'] = testUser.password
  onTestFinished(() => {
    delete process.env['DESK_PASSWORD']
  })
  const out = join(office.dataDir, 'out')
  const given = { members: '2000', seed: '1', mode: 'addAndUpdate', branches: 'create', format: 'docx' }
  const values: Args['values'] = {
    ...given,
    commit: false,
    full: false,
    preview: false,
    input: '{}',
    out,
    year: '2026',
  }
  const run = (more: Partial<Args['values']>) => {
    const args = { positionals: ['export', 'reviews'], values: { ...values, ...more } }
    return exportFile.run(deskOn(office.core, office.shelf), args, testUser.user)
  }
  expect(await run({ paper: 'ballot', layout: 'sheet' })).toMatchObject({ out, rows: 1 })
  expect(await run({ paper: 'summary', format: 'xlsx' })).toMatchObject({ out, rows: 1 })
  expect(await run({ paper: 'tally', name: '东环书记', direction: 'up' })).toMatchObject({ out, rows: 1 })
  await expect(run({ paper: 'tally' })).rejects.toThrow('missing --name')
  await expect(run({ paper: 'scheme', year: '1999' })).rejects.toThrow('no such review')
})
