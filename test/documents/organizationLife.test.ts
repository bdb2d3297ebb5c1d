import { describe, expect, it } from 'vitest'
import { appraisalPaper } from '#core/documents/appraisalPapers.ts'
import { officialDocument, section } from '#core/documents/layout.ts'
import { lifeMeetingPaper, lifePaperNames } from '#core/documents/lifeMeetingPapers.ts'
import type { BuiltMinutes } from '#core/documents/meetingMinutes.ts'
import type { AppraisalDetail, LifeMeetingDetail } from '#shared/contract/organizationLife.ts'
import { dateOnly } from '#shared/lib/dates.ts'
import { docxParts, textOf } from './docxParts.ts'
import { selfCheck } from './selfCheck.ts'

const branch = '中共测试区测试街道东环社区第一支部委员会'

async function read({ title, children, missing }: BuiltMinutes) {
  const page = section({ orientation: 'portrait', pageNumbers: 'first', foot: null, children })
  const parts = await docxParts(officialDocument({ title, subject: '' }, [page]))
  return { parts, text: textOf(parts.documentXml), missing: missing.map(({ label }) => label) }
}

const problem = {
  id: 'p',
  owner: 'committee',
  memberId: null,
  personName: null,
  problem: '理论学习不够经常',
  measure: '每月集中学习一次',
  dutyName: '陈英',
  dueOn: dateOnly('2026-06-30'),
  doneOn: null,
  result: null,
} as const

const emptyLife: LifeMeetingDetail = {
  id: 'life',
  version: 1,
  organizationId: 'branch',
  organizationName: '东环第一党支部',
  year: 2025,
  theme: '学习贯彻党章',
  plannedOn: null,
  heldOn: null,
  problems: 0,
  openProblems: 0,
  overdueProblems: 0,
  meeting: null,
  talksRecorded: 0,
  findings: [],
  fields: {
    organizationId: 'branch',
    year: 2025,
    theme: '学习贯彻党章',
    plannedOn: null,
    place: null,
    hostName: null,
    program: null,
    demands: null,
    studyTimes: null,
    askedPeople: null,
    opinionCount: null,
    talkPairs: null,
    opinions: null,
    committeeReview: null,
    meetingId: null,
    course: null,
    criticisms: null,
    effect: null,
    publishedOn: null,
    remark: null,
    problems: [],
  },
}

const fullLife: LifeMeetingDetail = {
  ...emptyLife,
  meeting: { id: 'm', heldOn: dateOnly('2026-01-20'), title: '组织生活会' },
  fields: {
    ...emptyLife.fields,
    plannedOn: dateOnly('2026-01-20'),
    place: '会议室',
    hostName: '陈英',
    program: '通报上年整改\n班子对照检查\n个人查摆、相互批评',
    demands: '严肃认真',
    studyTimes: 2,
    askedPeople: 12,
    opinionCount: 5,
    talkPairs: 20,
    opinions: '1. 学习要更经常\n服务要更到位',
    committeeReview: '班子对照检查如下。\n一是学习不够。',
    course: '会议按议程进行。',
    criticisms: '相互批评意见 15 条。',
    effect: '制定措施 3 条。',
    publishedOn: dateOnly('2026-02-01'),
    problems: [
      problem,
      { ...problem, id: 'q', owner: 'person', personName: '赵小明', doneOn: dateOnly('2026-03-01') },
    ],
  },
}

const papers = ['plan', 'opinions', 'review', 'problems', 'report'] as const

describe.each(papers)('D04 %s', (paper) => {
  it.each([
    ['with everything in it', fullLife],
    ['with nothing but the theme', emptyLife],
  ])('%s keeps the form, and invents nothing', async (_, detail) => {
    const { parts, text, missing } = await read(lifeMeetingPaper(paper, detail, branch))
    expect(selfCheck(parts.bytes)).toEqual([])
    expect(text).toContain(`2025年度${lifePaperNames[paper]}`)
    expect(text).not.toMatch(/undefined|null|NaN|\[object|。。|，，/)
    expect(new Set(missing).size).toBe(missing.length)
  })
})

it('D04: the report has the counts of the record, the plan its agenda in order, and blanks are listed', async () => {
  const report = await read(lifeMeetingPaper('report', fullLife, branch))
  expect(report.text).toContain('班子查摆问题1条，个人查摆问题1条。')
  expect(report.text).toContain('整改清单共2条，已完成1条，于2026年2月1日公布。')
  expect(report.missing).toEqual(['成文日期'])
  const plan = await read(lifeMeetingPaper('plan', fullLife, branch))
  expect(plan.text).toContain('1.通报上年整改2.班子对照检查3.个人查摆、相互批评')
  expect((await read(lifeMeetingPaper('opinions', fullLife, branch))).text).toContain(
    '1.学习要更经常2.服务要更到位',
  )
  expect((await read(lifeMeetingPaper('plan', emptyLife, branch))).missing).toEqual(
    expect.arrayContaining(['计划召开日期', '会议议程', '会前集中学习次数']),
  )
})

const person = {
  id: 'a',
  memberId: null,
  name: '赵小明',
  isProbationary: false,
  absentReason: null,
  excellent: 8,
  qualified: 2,
  basic: 0,
  unqualified: 0,
  grade: 'excellent',
  opinion: null,
  feedbackOn: null,
  disposal: null,
  disposalWords: null,
  mendBy: null,
} as const

const appraisal: AppraisalDetail = {
  id: 'appraisal',
  version: 1,
  organizationId: 'branch',
  organizationName: '东环第一党支部',
  year: 2025,
  heldOn: dateOnly('2026-01-20'),
  people: 4,
  excellent: 1,
  qualified: 1,
  basic: 0,
  unqualified: 1,
  ungraded: 1,
  meeting: null,
  members: 5,
  excellentMax: 1,
  explanation: { code: 'LIFE-13', title: '', inputs: [], rule: '', basis: '', result: '' },
  findings: [],
  fields: {
    organizationId: 'branch',
    year: 2025,
    heldOn: dateOnly('2026-01-20'),
    meetingId: null,
    ballotsIssued: 10,
    ballotsReturned: 10,
    ballotsValid: 10,
    tellers: null,
    decidedOn: dateOnly('2026-01-21'),
    demands: '对照问题整改',
    remark: null,
    people: [
      person,
      { ...person, id: 'b', name: '钱小明', grade: 'qualified' },
      { ...person, id: 'c', name: '孙小明', grade: 'unqualified' },
      { ...person, id: 'd', name: '李预备', grade: null, isProbationary: true },
      { ...person, id: 'e', name: '周外出', grade: null, absentReason: '外出' },
    ],
  },
}

it('D05, LIFE-14: the notice counts who took part, grades no 预备党员, and asks for what is to become of 不合格', async () => {
  const { parts, text, missing } = await read(appraisalPaper('result', appraisal, branch))
  expect(selfCheck(parts.bytes)).toEqual([])
  expect(text).toContain('支部党员5名，参加评议4名，其中预备党员1名，不评定等次。')
  expect(text).toContain('未参加评议1名：周外出（外出）。')
  expect(text).toContain('评定等次3名：优秀1名，合格1名，基本合格0名，不合格1名。')
  expect(text).toContain('李预备82不评定等次'.replace('82', '8200'))
  expect(missing).toEqual(['孙小明的处置'])
})

it('D05: the ballot has the names to be graded, no number, no name of the voter', async () => {
  const { parts, text } = await read(appraisalPaper('ballot', appraisal, branch))
  expect(selfCheck(parts.bytes)).toEqual([])
  expect(text).toContain('1赵小明2钱小明3孙小明')
  expect(text).not.toMatch(/李预备|周外出|编号|签名/)
  // The day below them never stands on a page of its own.
  expect(parts.documentXml).toMatch(/<w:keepNext\/>(?:(?!<\/w:p>).)*填写说明/s)
})
