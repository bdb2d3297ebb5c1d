import { AlignmentType, type FileChild, Paragraph } from 'docx'
import type { CommentFields, FeedbackFields } from '#shared/contract/reviewInputs.ts'
import type { RectificationRow, ScoreRow } from '#shared/contract/reviewRows.ts'
import { pointsText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { componentStateLabels } from '#shared/labels/reviews.ts'
import { formatPartialDate } from '#shared/lib/dates.ts'
import { type GridCell, gridHead, gridTable, gridText } from './gridTable.ts'
import { portraitTextWidth, section } from './layout.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { blank } from './missing.ts'
import { plainTitle } from './officialPaper.ts'
import { cleanText } from './paragraphs.ts'
import { clause, gradeText, handed, linesOf, oneLine, scoreOrPending, weightFormula } from './reviewWords.ts'
import { styleIds } from './styles.ts'

/** What a person is told. */
interface FeedbackPerson {
  readonly year: number
  readonly organizationName: string
  readonly name: string
  readonly duty: string | null
  readonly scheme: Scheme
  readonly components: readonly (ScoreRow['components'][number] & {
    /** Nothing of a direction whose votes may not be shown. */
    readonly opinions: readonly string[]
  })[]
  readonly score: Pick<
    ScoreRow,
    'hundredths' | 'suggested' | 'grade' | 'decidedOn' | 'decidedAt' | 'handling'
  >
  readonly comments: readonly Pick<CommentFields, 'commenter' | 'content'>[]
  readonly feedback: FeedbackFields
  readonly rectifications: readonly RectificationRow[]
}

export const feedbackTitle = (year: number) => `${year}年度述职测评结果反馈表`

/** One head beside as many lines as there are; a line of its own where there are none. */
function lined(head: string, lines: readonly string[], none: string): readonly (readonly GridCell[])[] {
  const shown = lines.length === 0 ? [none] : lines
  return shown.map((line, n) => [
    gridHead(head, { merge: shown.length === 1 ? 'none' : n === 0 ? 'first' : 'following' }),
    gridText(line, { span: 3, align: 'left' }),
  ])
}

function scoreLines({ scheme, components, score }: FeedbackPerson): readonly string[] {
  return [
    ...components.map(({ name, weight, state, hundredths }) => {
      const why = hundredths === null ? `（${componentStateLabels[state]}）` : ''
      return `${handed(name)}（权重${pointsText(weight)}%）：${scoreOrPending(hundredths)}${why}`
    }),
    `综合分：${scoreOrPending(score.hundredths)}（${handed(weightFormula('综合分', scheme.components))}）`,
  ]
}

function opinionLines({ components }: FeedbackPerson): readonly string[] {
  return components.flatMap(({ name, opinions }) =>
    opinions.map((words) => `${handed(name)}：${oneLine(words)}`),
  )
}

function rectifyLines({ rectifications }: FeedbackPerson, pen: MeetingPen): readonly string[] {
  return rectifications.map(({ fields: { problem, measure, dutyName, dueOn } }, n) => {
    const of = (what: string) => `整改事项${n + 1}的${what}`
    return [
      `${n + 1}.${clause(oneLine(problem))}`,
      `措施：${pen.fill(clause(oneLine(measure)), of('措施'))}`,
      `责任人：${handed(pen.fill(dutyName, of('责任人')))}`,
      `时限：${pen.day(dueOn, of('时限'))}`,
    ].join('；')
  })
}

function signLine(text: string, before: number): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    alignment: AlignmentType.LEFT,
    text: cleanText(text),
    keepNext: true,
    spacing: { before },
  })
}

function rowsOf(person: FeedbackPerson, pen: MeetingPen): readonly (readonly GridCell[])[] {
  const { name, duty, organizationName, scheme, score, comments, feedback } = person
  const { grade, decidedOn, decidedAt, handling } = score
  const decided =
    decidedOn === null && decidedAt === null && grade === null
      ? pen.fill(null, '研究定等的会议和日期')
      : `${pen.day(decidedOn, '定等日期')}，${handed(pen.fill(decidedAt, '研究定等的会议'))}`
  const talk = [
    `反馈日期：${pen.day(feedback.feedbackOn, '反馈日期')}　　反馈人：${handed(pen.fill(feedback.feedbackBy, '反馈人'))}`,
    ...linesOf(feedback.feedbackWords),
  ]
  return [
    [gridHead('姓名'), gridText(handed(name)), gridHead('职务'), gridText(handed(pen.fill(duty, '职务')))],
    [gridHead('所在党组织'), gridText(organizationName, { span: 3 })],
    ...lined('得分', scoreLines(person), ''),
    [
      gridHead('建议等次'),
      gridText(gradeText(scheme, score.suggested) || '待测评'),
      gridHead('定等结果'),
      gridText(pen.fill(gradeText(scheme, grade), '定等结果')),
    ],
    [gridHead('研究定等'), gridText(decided, { span: 3, align: 'left' })],
    ...lined(
      '领导点评',
      comments.map(({ commenter, content }) => `${handed(commenter)}：${oneLine(content)}`),
      '没有登记点评。',
    ),
    ...lined('意见建议', opinionLines(person), '没有可列出的意见建议。'),
    ...lined('整改事项', rectifyLines(person, pen), '还没有登记整改事项。'),
    ...(oneLine(handling) === '' ? [] : lined('结果运用', [oneLine(handling)], '')),
    ...lined('反馈谈话', talk, ''),
    [gridHead('本人意见'), gridText('', { span: 3, align: 'left' })],
  ]
}

/** 反馈表 of one person, with lines to sign. */
export function feedbackPaper(person: FeedbackPerson, agency: string): BuiltMinutes {
  const { year, name, feedback } = person
  const title = feedbackTitle(year)
  const pen = meetingPen(agency, `${name}${title}`)
  const rows = rowsOf(person, pen)
  const signedOn = feedback.signedOn === null ? '　　　年　　月　　日' : formatPartialDate(feedback.signedOn)
  const children: readonly FileChild[] = [
    plainTitle(agency, title),
    gridTable({
      width: portraitTextWidth,
      weights: [11, 19, 10, 22],
      head: [],
      rows,
      rowHeight: 480,
      type: 'plain',
      mayBreakRows: true,
      signRow: 1200,
    }),
    // Signed by hand: these blanks are no gaps of the record.
    signLine(`反馈人（签字）：${blank}　　本人（签字）：${blank}`, 400),
    signLine(`签字日期：${signedOn}`, 0),
  ]
  return { title, children, missing: pen.missing }
}

/** Handed out one by one: each begins at page 1. */
export function feedbackSections(papers: readonly BuiltMinutes[]) {
  return papers.map(({ children }, index) =>
    section({
      orientation: 'portrait',
      pageNumbers: index === 0 ? 'first' : 'again',
      foot: null,
      children,
    }),
  )
}
