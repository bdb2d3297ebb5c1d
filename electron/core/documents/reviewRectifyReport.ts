import type { FileChild } from 'docx'
import type { RectificationRow } from '#shared/contract/reviewRows.ts'
import type { RectifyState } from '#shared/domain/reviews/rectification.ts'
import { rectifySourceLabels, rectifyStateLabels } from '#shared/labels/reviews.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyParagraph, headingParagraph, lastParagraph, ordinal } from './paragraphs.ts'
import { clause, handed, oneLine, sentence } from './reviewWords.ts'

interface ReportValues {
  /** Full name of who reports. */
  readonly agency: string
  readonly year: number
  /** The one person it is about; null for all of the campaign. */
  readonly personName: string | null
  /** Of the review before, which comes first; its year, where there was one. */
  readonly lastYear: readonly RectificationRow[]
  readonly thisYear: readonly RectificationRow[]
}

const order: readonly RectifyState[] = ['accepted', 'toAccept', 'underway', 'notStarted', 'overdue']

/** 共5条，其中已验收3条，逾期2条. */
function totals(rows: readonly RectificationRow[]): string {
  const parts = order.flatMap((state) => {
    const count = rows.filter((row) => row.state === state).length
    return count === 0 ? [] : [`${rectifyStateLabels[state]}${count}条`]
  })
  return `整改事项共${rows.length}条${parts.length === 0 ? '' : `，其中${parts.join('，')}`}。`
}

/** What was done, by whom accepted; or how far it is, and why not further. */
function outcome({ state, overdueDays, fields }: RectificationRow, pen: MeetingPen, of: string): string {
  const { doneOn, result, progressWords, acceptedBy, acceptedOn, progress } = fields
  const far = oneLine(progressWords)
  if (progress !== 'done') {
    const isLate = state === 'overdue'
    const stands = `完成情况：${rectifyStateLabels[isLate ? progress : state]}${isLate ? `，已逾期${overdueDays}天` : ''}。`
    // Nobody owes a reason before the day is over.
    if (far === '' && !isLate) return stands
    return `${stands}进展和未完成原因：${sentence(pen.fill(far, `${of}的未完成原因`))}`
  }
  const how = [oneLine(result), far]
    .map(clause)
    .filter((text) => text !== '')
    .join('；')
  const accepted =
    acceptedOn === null
      ? '待验收。'
      : `${formatPartialDate(acceptedOn)}由${handed(pen.fill(acceptedBy, `${of}的验收人`))}验收。`
  return `完成情况：${pen.day(doneOn, `${of}的完成日期`)}完成${how === '' ? '' : `，${how}`}。${accepted}`
}

function item(row: RectificationRow, index: number, pen: MeetingPen, year: number): readonly string[] {
  const { fields, subjectName } = row
  const of = `${handed(subjectName)}${year}年度第${index}项整改`
  const { problem, source, measure, dutyName, dueOn, reportedOn, reportedWords } = fields
  const told =
    reportedOn === null
      ? []
      : [
          `通报情况：${formatPartialDate(reportedOn)}${oneLine(reportedWords) === '' ? '已在述职会上通报' : `，${oneLine(reportedWords)}`}`,
        ]
  return [
    `${ordinal(3, index)}问题（${rectifySourceLabels[source]}）：${sentence(oneLine(problem))}`,
    `整改措施：${sentence(pen.fill(oneLine(measure), `${of}的措施`))}责任人：${handed(pen.fill(dutyName, `${of}的责任人`))}；时限：${pen.day(dueOn, `${of}的时限`)}。`,
    outcome(row, pen, of),
    ...told.map(sentence),
  ]
}

/** Items person by person; of one person without a heading. */
function items(rows: readonly RectificationRow[], isOne: boolean, pen: MeetingPen): readonly FileChild[] {
  const people = [...Map.groupBy(rows, ({ subjectId }) => subjectId).values()]
  return people.flatMap((own, n) => {
    const [first] = own
    const head =
      isOne || first === undefined
        ? []
        : [
            headingParagraph(
              2,
              `${ordinal(2, n + 1)}${handed(first.subjectName)}（${first.organizationName}）`,
            ),
          ]
    return [...head, ...own.flatMap((row, at) => item(row, at + 1, pen, row.year).map(bodyParagraph))]
  })
}

/** D14: last year's list first, then this year's; problems, measures, who, by when, what was done and why not. */
export function rectifyReport(values: ReportValues): BuiltMinutes {
  const { agency, year, personName, lastYear, thisYear } = values
  const about = personName === null ? '' : handed(personName)
  const title = `${year}年度${about}述职测评整改情况的报告`
  const pen = meetingPen(agency, title)
  const isOne = personName !== null
  const part = (name: string, rows: readonly RectificationRow[], none: string): readonly FileChild[] => [
    headingParagraph(1, name),
    bodyParagraph(rows.length === 0 ? none : totals(rows)),
    ...items(rows, isOne, pen),
  ]
  return {
    title,
    children: [
      plainTitle(agency, [`关于${year}年度${about}`, '述职测评整改情况的报告']),
      ...part('一、上年问题整改情况', lastYear, '没有上年转来的整改事项。'),
      ...part('二、本年问题整改情况', thisYear, '本年还没有登记整改事项。'),
      lastParagraph('特此报告。'),
      ...sealedSignature(agency, pen.day(null, '成文日期')),
    ],
    missing: pen.missing,
  }
}
