import { expect, it } from 'vitest'
import { buildLedger } from '#core/documents/ledger.ts'
import { officialDocument } from '#core/documents/layout.ts'
import { feedbackPaper, feedbackSections } from '#core/documents/reviewFeedback.ts'
import { noticePaper, type NoticePerson } from '#core/documents/reviewNotice.ts'
import { summaryLedger } from '#core/documents/reviewSummary.ts'
import { summaryXlsx } from '#core/documents/reviewSummaryXlsx.ts'
import { frame, paper, read, sheetOf, stopped } from './reviewHarness.ts'
import {
  aBatch,
  agency,
  aRow,
  campaignFields,
  scheme,
  scoreOf,
  tallyOf,
  today,
  vectorBatches,
  vectorScore,
} from './reviewSample.ts'

const decided = { decidedOn: today, decidedAt: '党工委第12次会议', suggested: 'good' } as const
const pendingScore = scoreOf([], null)

const summary = {
  year: 2026,
  isOwn: true,
  schemes: [
    {
      schemeId: 's',
      schemeName: '书记',
      scheme,
      findings: [],
      rows: [
        aRow(vectorScore, { ...decided, rank: 1, isTied: true, grade: 'good' }),
        aRow(vectorScore, { ...decided, name: '钱小明', rank: 1, isTied: true, grade: 'best' }),
        aRow(pendingScore, { name: '孙小明' }),
      ],
    },
  ],
} as const

it('REV-01, REV-08, REV-09: the summary shows the formula, ties, 待测评, and asks for the reason of another grade', async () => {
  const { document, missing } = buildLedger(summaryLedger(summary, frame))
  const { text } = await read(document)
  expect(text).toContain('综合分＝上级评议×30%＋党员、群众测评×30%＋日常考核×40%')
  expect(text).toContain('1（并列）赵小明书记东环社区党委84.5088.7590.0087.98较好较好')
  expect(text).toContain('孙小明书记东环社区党委待测评待测评待测评待测评')
  expect(missing.map(({ label, subject }) => [label, subject])).toEqual([['定等理由', '钱小明']])
})

it('the workbook of the summary has scores to count with', async () => {
  const { bytes } = await summaryXlsx(summary, frame)
  const [rows, notes] = [sheetOf(bytes, '书记'), sheetOf(bytes, '计分说明')]
  expect(rows[3]?.slice(0, 9)).toEqual([1, '并列', '赵小明', '书记', '东环社区党委', 84.5, 88.75, 90, 87.98])
  expect(rows[5]?.[8]).toBe('待测评')
  expect(notes.flat().join('')).toContain('综合分＝上级评议×30%')
})

const person = (more: Parameters<typeof aRow>[1], score = vectorScore): NoticePerson => ({
  row: aRow(score, more),
  components: score.components,
})

const notice = (people: readonly NoticePerson[]) =>
  noticePaper({
    agency,
    year: 2026,
    fields: campaignFields,
    rectifications: 3,
    schemes: [{ name: '书记', scheme, people, papers: new Map([['up', { issued: 12, returned: 10 }]]) }],
  })

it('D12: the notice has votes and shares of who is decided, and names nobody else', async () => {
  const built = paper(notice([person({ ...decided, grade: 'good' }), person({ ...decided, name: '钱小明' })]))
  const { text } = await read(built.document)
  expect(text).toContain('党员6040（66.7%）15（25.0%）5（8.3%）0（0.0%）0')
  expect(text).toContain('84.5088.7590.0087.98较好较好')
  expect(text).toContain('上级评议发出12张，收回10张，收回率83.3%')
  expect(text).toContain('已登记整改事项3条')
  expect(text).not.toContain('钱小明')
  expect(built.labels).toEqual(['发文字号', '通报日期', '等次（尚未定等，没有列入通报）'])
})

it('REV-06: a direction that may not be shown is left out of the notice with the reason', async () => {
  const few = scoreOf([aBatch('superiors', tallyOf(3, 1, 0), 4), ...vectorBatches.slice(1)], 90_00)
  const open = scoreOf(
    [{ ...aBatch('superiors', tallyOf(6, 1, 0), 7), isClosed: false }, ...vectorBatches.slice(1)],
    90_00,
  )
  const built = paper(
    notice([
      person({ ...decided, grade: 'good' }, few),
      person({ ...decided, name: '钱小明', grade: 'good' }, open),
    ]),
  )
  const { text } = await read(built.document)
  expect(text).toContain('赵小明不足 5 票，只计分，不列票数')
  expect(text).toContain('钱小明未开票完毕，不列票数')
  expect(text).not.toMatch(/（75\.0%）|（85\.7%）/)
})

const feedback = { feedbackOn: null, feedbackBy: null, feedbackWords: null, signedOn: null }

it('反馈表: a page a person, what is not known a blank, lines to sign', async () => {
  const of = (name: string, score: typeof vectorScore) => {
    const row = aRow(score, { name })
    const components = row.components.map((head) => ({ ...head, opinions: [] }))
    const facts = { year: 2026, organizationName: '东环社区党委', name, duty: '书记', scheme, components }
    return feedbackPaper({ ...facts, score: row, comments: [], feedback, rectifications: [stopped] }, agency)
  }
  const papers = [of('赵小明', vectorScore), of('孙小明', pendingScore)]
  const { parts, text } = await read(officialDocument({ title: '', subject: '' }, feedbackSections(papers)))
  expect(parts.sections).toHaveLength(2)
  // Handed out one by one: nobody's begins at page 2.
  expect(parts.documentXml.match(/w:pgNumType w:start="1"/g)).toHaveLength(2)
  expect(text).toContain('党员、群众测评（权重30%）：88.75')
  expect(text).toContain('综合分：待测评')
  expect(text).toContain('1.记录不规范；措施：补记；责任人：赵小明')
  expect(text).toContain('本人（签字）：＿＿＿＿')
  expect(papers[0]?.missing.map(({ label }) => label)).toEqual(
    expect.arrayContaining(['定等结果', '研究定等的会议和日期', '反馈日期', '反馈人']),
  )
})
