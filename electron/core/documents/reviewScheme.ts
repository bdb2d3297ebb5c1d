import type { FileChild } from 'docx'
import { flowTable, type FlowStepKey } from '#shared/domain/reviews/flow.ts'
import { subjectKindLabels } from '#shared/labels/reviews.ts'
import type { DateOnly } from '#shared/lib/dates.ts'
import type { CampaignFields } from '#shared/contract/reviewInputs.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { portraitTextWidth } from './layout.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { plainTitle, sealedSignature, underTitle } from './officialPaper.ts'
import { bodyParagraph, headingParagraph, lastParagraph, ordinal } from './paragraphs.ts'
import type { BallotPerson } from './reviewBallot.ts'
import { type SchemePart, schemeParts } from './reviewSchemeParts.ts'
import { handed, oneLine, sentence } from './reviewWords.ts'
import { dataTable, shareWidth } from './tables.ts'

interface PlannedScheme {
  readonly name: string
  readonly scheme: Scheme
  /** What keeps it from being used; nothing is printed of a scheme that has some as if it were settled. */
  readonly problems: readonly string[]
  /** Those in the caller's reach. */
  readonly people: readonly BallotPerson[]
}

interface SchemeValues {
  /** Full name of who holds it. */
  readonly agency: string
  readonly year: number
  readonly fields: CampaignFields
  readonly steps: readonly FlowStepKey[]
  /** 方案印发, where it is registered and of one day. */
  readonly issuedOn: DateOnly | null
  readonly schemes: readonly PlannedScheme[]
  /** Whether all people are listed: a community's clerk sees its own. */
  readonly isOwn: boolean
}

function peopleTable(people: readonly BallotPerson[], pen: MeetingPen): FileChild {
  const widths = shareWidth(portraitTextWidth, [5, 11, 15, 25])
  return dataTable({
    columns: ['序号', '姓名', '职务', '所在党组织'].map((header, n) => ({
      header,
      width: widths[n] ?? 0,
      align: n === 3 ? 'left' : 'center',
    })),
    rows: people.map(({ name, duty, organizationName }, n) => [
      `${n + 1}`,
      handed(name),
      duty === null ? pen.fill(null, `${name}的职务`) : handed(duty),
      organizationName,
    ]),
    totalRow: null,
    keepTogether: false,
    keepWithNext: false,
    type: 'plain',
  })
}

function whoAccounts({ schemes, isOwn }: SchemeValues, pen: MeetingPen): readonly FileChild[] {
  return schemes.flatMap(({ name, scheme, people }) => {
    const kinds = scheme.subjects.map((kind) => subjectKindLabels[kind]).join('、')
    const head = schemes.length === 1 ? '' : `${handed(name)}：`
    const some = isOwn ? `共${people.length}名` : `其中本单位管理范围内${people.length}名`
    if (people.length === 0) return [bodyParagraph(`${head}${kinds}，名单${pen.fill(null, '述职人名单')}。`)]
    return [lastParagraph(`${head}${kinds}，${some}，名单如下。`), peopleTable(people, pen)]
  })
}

/** Who decides is named by the street's own word only where it is the street. */
function stepName(key: FlowStepKey, agency: string): string {
  return key === 'decision' && !agency.endsWith('工作委员会') ? '会议研究定等' : flowTable[key].name
}

function whenAndHow({ agency, fields, steps }: SchemeValues, pen: MeetingPen): readonly FileChild[] {
  const { startOn, endOn } = fields
  return [
    bodyParagraph(`时间：${pen.day(startOn, '开始日期')}至${pen.day(endOn, '结束日期')}。`),
    bodyParagraph('步骤：'),
    ...steps.map((key, n) => bodyParagraph(`${ordinal(3, n + 1)}${stepName(key, agency)}。`)),
  ]
}

function inHeadings(level: 1 | 2, from: number, parts: readonly SchemePart[]): readonly FileChild[] {
  return parts.flatMap(({ name, children }, n) => [
    headingParagraph(level, `${ordinal(level, from + n)}${name}`),
    ...children,
  ])
}

/** 述职方案: who, when, by which steps, and how it is counted; nothing but what the scheme says. */
export function schemePaper(values: SchemeValues): BuiltMinutes {
  const { agency, year, fields, schemes } = values
  const title = `${year}年度双向述职双向测评方案`
  const pen = meetingPen(agency, title)
  const problems = schemes.flatMap((scheme) => scheme.problems)
  const [only, ...others] = schemes
  const isOne = only !== undefined && others.length === 0
  const remark = oneLine(fields.remark)
  const scored = isOne
    ? inHeadings(1, 3, schemeParts(only.scheme))
    : schemes.flatMap(({ name, scheme }, n) => [
        headingParagraph(1, `${ordinal(1, 3 + n)}${handed(name)}`),
        ...inHeadings(2, 1, schemeParts(scheme)),
      ])
  const signed = sealedSignature(agency, pen.day(values.issuedOn, '印发日期'))
  const missing = problems.map((message) => ({
    field: 'scheme',
    label: `方案须先改正：${message}`,
    place: agency,
    subject: `（${title}）`,
    where: `${agency}（${title}）`,
  }))
  return {
    title,
    children: [
      plainTitle(agency, title),
      ...(problems.length === 0 ? [] : [underTitle('（草案）')]),
      headingParagraph(1, `${ordinal(1, 1)}述职对象`),
      ...whoAccounts(values, pen),
      headingParagraph(1, `${ordinal(1, 2)}时间和步骤`),
      ...whenAndHow(values, pen),
      ...scored,
      ...(remark === '' ? [] : [bodyParagraph(`说明：${sentence(remark)}`)]),
      lastParagraph('等次由会议研究确定，综合分和建议等次供会议参考。'),
      ...signed,
    ],
    missing: [...pen.missing, ...missing],
  }
}
