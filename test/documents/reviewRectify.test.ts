import { expect, it } from 'vitest'
import { buildLedger, ledgerXlsx } from '#core/documents/ledger.ts'
import { rectifyLedger } from '#core/documents/reviewRectify.ts'
import { rectifyReport } from '#core/documents/reviewRectifyReport.ts'
import { responsibilityPaper } from '#core/documents/reviewResponsibility.ts'
import { dateOnly, instant } from '#shared/lib/dates.ts'
import { frame, paper, read, sheetOf, stopped } from './reviewHarness.ts'
import { agency, aRectification, today } from './reviewSample.ts'

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
