import { read as readXlsx, utils } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { buildLedger, ledgerXlsx } from '#core/documents/ledger.ts'
import { officialDocument, section } from '#core/documents/layout.ts'
import type { BuiltMinutes } from '#core/documents/meetingMinutes.ts'
import { feedbackPaper, feedbackSections } from '#core/documents/reviewFeedback.ts'
import { noticePaper, type NoticePerson } from '#core/documents/reviewNotice.ts'
import { rectifyLedger } from '#core/documents/reviewRectify.ts'
import { rectifyReport } from '#core/documents/reviewRectifyReport.ts'
import { responsibilityPaper } from '#core/documents/reviewResponsibility.ts'
import { summaryLedger } from '#core/documents/reviewSummary.ts'
import { summaryXlsx } from '#core/documents/reviewSummaryXlsx.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'
import { docxParts, textOf } from './docxParts.ts'
import {
  aBatch,
  agency,
  aRectification,
  aRow,
  campaignFields,
  scheme,
  scoreOf,
  tallyOf,
  today,
  vectorBatches,
  vectorScore,
} from './reviewSample.ts'
import { selfCheck } from './selfCheck.ts'

const frame = { organizationName: agency, asOf: today, compiledBy: agency, trace: null }
const decided = { decidedOn: today, decidedAt: '党工委第12次会议', suggested: 'good' } as const
const pendingScore = scoreOf([], null)

async function read(document: ReturnType<typeof officialDocument>) {
  const parts = await docxParts(document)
  expect(selfCheck(parts.bytes)).toEqual([])
  const text = textOf(parts.documentXml)
  expect(text).not.toMatch(/undefined|null|NaN|\[object|[，。；：][，。；]/)
  return { parts, text }
}

/** Cells as a program of tables sees them. */
function sheetOf(bytes: Uint8Array, name: string): readonly (readonly unknown[])[] {
  const sheet = readXlsx(bytes).Sheets[name]
  return sheet === undefined ? [] : utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
}

const paper = ({ title, children, missing }: BuiltMinutes) => ({
  labels: missing.map(({ label }) => label),
  document: officialDocument({ title, subject: '' }, [
    section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children }),
  ]),
})

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

/** Written as sentences, or not to the end. */
const stopped = aRectification({ problem: '记录不规范。', measure: '补记；', result: '已补记，' })

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

const late = { dueOn: dateOnly('2026-10-01'), progressWords: null }
const items = [
  aRectification(late),
  aRectification({
    progress: 'done',
    doneOn: today,
    acceptedBy: '李四',
    acceptedOn: today,
    reportedOn: today,
  }),
  aRectification({ measure: null, dueOn: null, dutyName: null }, { subjectName: '钱小明' }),
]

it('D14: states are words on grounds that differ in grey too, and gaps are listed', async () => {
  const values = rectifyLedger(items, 2026, frame)
  const { document, missing } = buildLedger(values)
  const { parts, text } = await read(document)
  expect(text).toContain('逾期52天')
  expect(text).toContain('已验收')
  expect(text).toContain('李四 2026.11.222026.11.22')
  expect(parts.documentXml).toMatch(/w:fill="A61C1C".*?w:color w:val="FFFFFF".*?逾期52天/)
  expect(missing.map(({ label }) => label)).toEqual(['未完成原因', '整改措施', '责任人', '时限'])
  const sheet = sheetOf((await ledgerXlsx(values)).bytes, values.title)
  expect(sheet[3]).toContain('逾期52天')
})

it('D14: the report tells last year first, with measures, who, by when, what was done and why not', async () => {
  const built = paper(
    rectifyReport({
      agency,
      year: 2026,
      personName: null,
      lastYear: [aRectification({ ...late, problem: '上年的问题' }, { year: 2025 })],
      thisYear: items,
    }),
  )
  const { text } = await read(built.document)
  expect(text.indexOf('上年的问题')).toBeLessThan(text.indexOf('三会一课不够规范'))
  expect(text).toContain('整改事项共3条，其中已验收1条，进行中1条，逾期1条。')
  expect(text).toContain('完成情况：进行中，已逾期52天。进展和未完成原因：＿＿＿＿。')
  expect(text).toContain('2026年11月22日完成，已完成三个支部。2026年11月22日由李四验收。')
  expect(built.labels).toContain('赵小明2025年度第1项整改的未完成原因')
})

it('D14: a reason is asked for only of what is late, and a text ends in one stop', async () => {
  const thisYear = [aRectification({ progressWords: null }), stopped]
  const built = paper(rectifyReport({ agency, year: 2026, personName: '赵小明', lastYear: [], thisYear }))
  const { text } = await read(built.document)
  expect(text).toContain('完成情况：进行中。2.问题（领导点评）：记录不规范。整改措施：补记。责任人：赵小明')
  expect(built.labels).toEqual(['成文日期'])
})

it('党建责任清单: three responsible persons, goals by level, a quarter without its meeting is said', async () => {
  const at = instant(new Date(0))
  const stamp = { version: 1, createdAt: at, updatedAt: at, deletedAt: null, deletedReason: null }
  const goal = {
    id: 'g',
    listId: 'l',
    position: 0,
    ownerName: null,
    dueOn: today,
    doneOn: null,
    result: null,
  }
  const check = {
    id: 'c',
    listId: 'l',
    position: 0,
    byName: '赵小明',
    found: '研究发展党员',
    closedOn: null,
    result: null,
  }
  const list = {
    id: 'l',
    organizationId: 'o',
    year: 2026,
    firstName: '赵小明',
    directName: null,
    specificName: null,
    remark: null,
  }
  const record = {
    list: { ...list, ...stamp },
    goals: [
      { ...goal, level: 'general', content: '全面落实' },
      { ...goal, level: 'individual', content: '联系三个支部' },
    ],
    checks: [{ ...check, kind: 'quarterlyMeeting', heldOn: dateOnly('2026-02-10') }],
  } as const
  const built = paper(responsibilityPaper(record, agency, today))
  const { text } = await read(built.document)
  expect(text).toContain('第一责任人赵小明直接责任人＿＿＿＿')
  expect(text).toContain('没有登记具体目标')
  expect(text).toContain('第1季度2026.02.10赵小明研究发展党员')
  expect(text).toContain('第2季度没有登记第3季度没有登记第4季度三、督查')
  expect(built.labels).toEqual(['直接责任人', '具体责任人', '个人目标1的责任人', '成文日期'])
})
