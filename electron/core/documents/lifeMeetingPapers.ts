import type { FileChild } from 'docx'
import type { LifeMeetingDetail } from '#shared/contract/organizationLife.ts'
import { problemOwnerLabels } from '#shared/labels/meetings.ts'
import { formatDots, formatPartialDate } from '#shared/lib/dates.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import {
  bodyBeforeSeal,
  bodyParagraph,
  chineseNumber,
  headingParagraph,
  lastParagraph,
} from './paragraphs.ts'
import { portraitTextWidth } from './layout.ts'
import { dataTable, shareWidth } from './tables.ts'

/** 方案, 征求意见汇总, 班子对照检查, 整改清单, 情况报告. */
export type LifePaper = 'plan' | 'opinions' | 'review' | 'problems' | 'report'

export const lifePaperNames: Readonly<Record<LifePaper, string>> = {
  plan: '组织生活会方案',
  opinions: '组织生活会征求意见汇总',
  review: '组织生活会班子对照检查材料',
  problems: '组织生活会整改清单',
  report: '组织生活会情况报告',
}

interface Part {
  readonly name: string
  readonly lines: readonly string[]
  readonly table?: readonly FileChild[]
}

const linesOf = (text: string | null): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '')

/** Lines of a text, or a blank to be filled. */
function said(pen: MeetingPen, text: string | null, name: string): readonly string[] {
  const lines = linesOf(text)
  return lines.length === 0 ? [pen.fill(null, name)] : lines
}

function numbered(pen: MeetingPen, text: string | null, name: string): readonly string[] {
  const lines = linesOf(text)
  if (lines.length < 2) return said(pen, text, name)
  return lines.map((line, n) => `${n + 1}.${line.replace(/^\d+[.、．]\s*/, '')}`)
}

function before({ fields }: LifeMeetingDetail, pen: MeetingPen): string {
  const { studyTimes, askedPeople, opinionCount, talkPairs } = fields
  return `集中学习${pen.fill(studyTimes, '会前集中学习次数')}次，征求${pen.fill(askedPeople, '征求意见人数')}人意见${pen.fill(opinionCount, '征求意见条数')}条，谈心谈话${pen.fill(talkPairs, '谈心谈话对数')}对。`
}

/** `isLast`: the seal follows, and does not stand on a page without a line of it. */
function problemTable({ fields: { problems } }: LifeMeetingDetail, isLast: boolean): readonly FileChild[] {
  if (problems.length === 0) return [lastParagraph('没有登记查摆问题。')]
  const widths = shareWidth(portraitTextWidth, [6, 9, 21, 20, 9, 11, 14])
  const columns = ['序号', '对象', '问题', '整改措施', '责任人', '期限', '整改情况'].map((header, n) => ({
    header,
    width: widths[n] ?? 0,
    align: n === 2 || n === 3 || n === 6 ? ('left' as const) : ('center' as const),
  }))
  const rows = problems.map((problem, n) => [
    `${n + 1}`,
    problem.personName ?? problemOwnerLabels[problem.owner],
    problem.problem.replaceAll('\n', ' '),
    (problem.measure ?? '').replaceAll('\n', ' '),
    problem.dutyName ?? '',
    problem.dueOn === null ? '' : formatDots(problem.dueOn),
    [problem.doneOn === null ? '' : `${formatDots(problem.doneOn)}完成`, problem.result ?? '']
      .filter((text) => text !== '')
      .join('，'),
  ])
  return [
    dataTable({ columns, rows, totalRow: null, keepTogether: false, keepWithNext: isLast, type: 'plain' }),
  ]
}

function planParts(detail: LifeMeetingDetail, pen: MeetingPen): readonly Part[] {
  const { theme, plannedOn, place, hostName, program, demands } = detail.fields
  return [
    { name: '会议主题', lines: [theme] },
    {
      name: '时间、地点和主持人',
      lines: [
        `时间：${pen.day(plannedOn, '计划召开日期')}`,
        `地点：${pen.fill(place, '地点')}`,
        `主持人：${pen.fill(hostName, '主持人')}`,
      ],
    },
    { name: '会前准备', lines: [before(detail, pen)] },
    { name: '会议议程', lines: numbered(pen, program, '会议议程') },
    { name: '工作要求', lines: numbered(pen, demands, '工作要求') },
  ]
}

function reportParts(detail: LifeMeetingDetail, pen: MeetingPen): readonly Part[] {
  const { fields, meeting, year } = detail
  const of = (owner: 'committee' | 'person') => fields.problems.filter((each) => each.owner === owner)
  const done = fields.problems.filter(({ doneOn }) => doneOn !== null).length
  const held = pen.day(meeting?.heldOn, '召开日期')
  const published = fields.publishedOn === null ? '' : `，于${formatPartialDate(fields.publishedOn)}公布`
  return [
    {
      name: '基本情况',
      lines: [
        `${held}召开${year}年度组织生活会，主题为“${fields.theme}”，由${pen.fill(fields.hostName, '主持人')}主持。`,
        `会前${before(detail, pen)}`,
      ],
    },
    { name: '开展情况', lines: said(pen, fields.course, '开展情况') },
    {
      name: '查摆问题',
      lines: [`班子查摆问题${of('committee').length}条，个人查摆问题${of('person').length}条。`],
    },
    { name: '批评意见', lines: said(pen, fields.criticisms, '批评意见') },
    {
      name: '整改落实',
      lines: [`整改清单共${fields.problems.length}条，已完成${done}条${published}。`],
      table: fields.problems.length === 0 ? [] : problemTable(detail, false),
    },
    { name: '成效', lines: said(pen, fields.effect, '成效') },
  ]
}

function inParts(parts: readonly Part[]): readonly FileChild[] {
  return parts.flatMap(({ name, lines, table = [] }, n) => [
    headingParagraph(1, `${chineseNumber(n + 1)}、${name}`),
    ...(n === parts.length - 1 ? bodyBeforeSeal(lines) : lines.map(bodyParagraph)),
    ...table,
  ])
}

function bodyOf(paper: LifePaper, detail: LifeMeetingDetail, pen: MeetingPen): readonly FileChild[] {
  const { askedPeople, opinionCount, opinions, committeeReview } = detail.fields
  switch (paper) {
    case 'plan':
      return inParts(planParts(detail, pen))
    case 'report':
      return inParts(reportParts(detail, pen))
    case 'opinions':
      return [
        bodyParagraph(
          `征求${pen.fill(askedPeople, '征求意见人数')}人意见，收到意见建议${pen.fill(opinionCount, '征求意见条数')}条：`,
        ),
        ...bodyBeforeSeal(numbered(pen, opinions, '征求意见汇总')),
      ]
    case 'review':
      return bodyBeforeSeal(said(pen, committeeReview, '班子对照检查材料'))
    case 'problems':
      return problemTable(detail, true)
  }
}

/** D04: only what is recorded; what is not prints as a blank and is listed. */
export function lifeMeetingPaper(paper: LifePaper, detail: LifeMeetingDetail, branch: string): BuiltMinutes {
  const name = lifePaperNames[paper]
  const title = `${detail.year}年度${name}`
  const pen = meetingPen(detail.organizationName, title)
  const { publishedOn } = detail.fields
  const signedOn = paper === 'problems' ? publishedOn : null
  return {
    title,
    children: [
      plainTitle(branch, title),
      ...bodyOf(paper, detail, pen),
      ...sealedSignature(branch, pen.day(signedOn, paper === 'problems' ? '整改清单公布日期' : '成文日期')),
    ],
    missing: pen.missing,
  }
}
