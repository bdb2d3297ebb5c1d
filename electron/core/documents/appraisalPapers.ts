import type { FileChild } from 'docx'
import type { AppraisalDetail } from '#shared/contract/organizationLife.ts'
import { type Grade, grades } from '#shared/domain/meetings/appraisal.ts'
import { disposalLabels, gradeLabels } from '#shared/labels/meetings.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { portraitTextWidth } from './layout.ts'
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
import { dataTable, shareWidth } from './tables.ts'

export type AppraisalPaper = 'result' | 'ballot'

type Person = AppraisalDetail['fields']['people'][number]

const linesOf = (text: string | null): readonly string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '')

function table(
  headers: readonly string[],
  weights: readonly number[],
  rows: readonly (readonly string[])[],
  keepWithNext = false,
) {
  const widths = shareWidth(portraitTextWidth, weights)
  return dataTable({
    columns: headers.map((header, n) => ({ header, width: widths[n] ?? 0, align: 'center' as const })),
    rows,
    totalRow: null,
    keepTogether: false,
    keepWithNext,
    type: 'plain',
  })
}

function tookPart({ fields, members }: AppraisalDetail, pen: MeetingPen): readonly FileChild[] {
  const { people, heldOn, ballotsIssued, ballotsReturned, ballotsValid } = fields
  const present = people.filter(({ absentReason }) => absentReason === null)
  const probationary = present.filter(({ isProbationary }) => isProbationary).length
  const away = people.flatMap(({ name, absentReason }) =>
    absentReason === null ? [] : [`${name}（${absentReason}）`],
  )
  return [
    bodyParagraph(
      `${pen.day(heldOn, '评议日期')}开展民主评议党员。支部党员${members}名，参加评议${present.length}名${probationary === 0 ? '' : `，其中预备党员${probationary}名，不评定等次`}。`,
    ),
    ...(away.length === 0 ? [] : [bodyParagraph(`未参加评议${away.length}名：${away.join('、')}。`)]),
    bodyParagraph(
      `发出测评票${pen.fill(ballotsIssued, '发出测评票')}张，收回${pen.fill(ballotsReturned, '收回测评票')}张，有效${pen.fill(ballotsValid, '有效测评票')}张。`,
    ),
  ]
}

const count = (votes: number | null) => (votes === null ? '' : `${votes}`)

function resultTable({ fields: { people } }: AppraisalDetail, pen: MeetingPen): readonly FileChild[] {
  const gradeOf = ({ grade, isProbationary, absentReason, name }: Person) => {
    if (isProbationary) return '不评定等次'
    if (grade !== null) return gradeLabels[grade]
    return absentReason === null ? pen.fill(null, `${name}的等次`) : '未参评'
  }
  const graded = people.filter(({ isProbationary, absentReason }) => !isProbationary && absentReason === null)
  const sums = grades.map(
    (grade: Grade) => `${gradeLabels[grade]}${graded.filter((person) => person.grade === grade).length}名`,
  )
  return [
    bodyParagraph(`评定等次${graded.length}名：${sums.join('，')}。`),
    table(
      ['序号', '姓名', '优秀票', '合格票', '基本合格票', '不合格票', '等次'],
      [5, 12, 8, 8, 10, 9, 13],
      people.map((person, n) => [
        `${n + 1}`,
        person.name,
        count(person.excellent),
        count(person.qualified),
        count(person.basic),
        count(person.unqualified),
        gradeOf(person),
      ]),
    ),
  ]
}

function unqualified({ fields: { people } }: AppraisalDetail, pen: MeetingPen): readonly FileChild[] {
  const found = people.filter(({ grade }) => grade === 'unqualified')
  if (found.length === 0) return [bodyParagraph('没有评定为不合格的党员。')]
  return found.map(({ name, disposal, disposalWords, mendBy }) => {
    const what = pen.fill(disposal === null ? null : disposalLabels[disposal], `${name}的处置`)
    const until = disposal === 'mend' ? `，改正期限${pen.day(mendBy, `${name}的改正期限`)}` : ''
    return bodyParagraph(`${name}：${what}${until}${disposalWords === null ? '' : `。${disposalWords}`}`)
  })
}

/** D05: 情况通报 with the counts of every person. */
function resultPaper(detail: AppraisalDetail, branch: string): BuiltMinutes {
  const title = `${detail.year}年度民主评议党员情况的通报`
  const pen = meetingPen(detail.organizationName, title)
  const { people, demands, decidedOn } = detail.fields
  const best = people.flatMap(({ name, grade }) => (grade === 'excellent' ? [name] : []))
  const asked = linesOf(demands)
  const parts = [
    { name: '参评情况', children: tookPart(detail, pen) },
    { name: '评议结果', children: resultTable(detail, pen) },
    {
      name: '优秀党员名单',
      children: [bodyParagraph(best.length === 0 ? '没有评定为优秀的党员。' : `${best.join('、')}。`)],
    },
    { name: '不合格党员处置', children: unqualified(detail, pen) },
    {
      name: '整改要求',
      children: bodyBeforeSeal(
        asked.length === 0
          ? [pen.fill(null, '整改要求')]
          : asked.map((line, n) => (asked.length === 1 ? line : `${n + 1}.${line}`)),
      ),
    },
  ]
  return {
    title,
    children: [
      plainTitle(branch, `关于${title}`),
      ...parts.flatMap(({ name, children }, n) => [
        headingParagraph(1, `${chineseNumber(n + 1)}、${name}`),
        ...children,
      ]),
      ...sealedSignature(branch, pen.day(decidedOn, '定等次日期')),
    ],
    missing: pen.missing,
  }
}

/** 测评票: one for each who votes, without name or number; 预备党员 get no grade and stand on none. */
function ballotPaper({ year, organizationName, fields }: AppraisalDetail, branch: string): BuiltMinutes {
  const title = `${year}年度民主评议党员测评票`
  const pen = meetingPen(organizationName, title)
  const people = fields.people.filter(
    ({ isProbationary, absentReason }) => !isProbationary && absentReason === null,
  )
  const day = fields.heldOn === null ? pen.day(null, '评议日期') : formatPartialDate(fields.heldOn)
  return {
    title,
    children: [
      plainTitle(branch, title),
      table(
        ['序号', '姓名', ...grades.map((grade) => gradeLabels[grade])],
        [6, 16, 11, 11, 11, 11],
        people.map(({ name }, n) => [`${n + 1}`, name, '', '', '', '']),
        true,
      ),
      lastParagraph('填写说明：在相应栏内打“√”，每人只选一项；对本人不评；本票不记名。'),
      bodyParagraph(day),
    ],
    missing: pen.missing,
  }
}

export function appraisalPaper(paper: AppraisalPaper, detail: AppraisalDetail, branch: string): BuiltMinutes {
  return paper === 'result' ? resultPaper(detail, branch) : ballotPaper(detail, branch)
}
