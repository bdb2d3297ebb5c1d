import type { FileChild } from 'docx'
import type { CampaignFields } from '#shared/contract/reviewInputs.ts'
import type { ScoreRow } from '#shared/contract/reviewRows.ts'
import { formatPercent } from '#shared/domain/counting.ts'
import type { ComponentResult } from '#shared/domain/reviews/components.ts'
import { scoreText } from '#shared/domain/reviews/hundredths.ts'
import type { Scheme } from '#shared/domain/reviews/scheme.ts'
import { grades, gradeNames } from '#shared/domain/reviews/grades.ts'
import { portraitTextWidth } from './layout.ts'
import type { BuiltMinutes } from './meetingMinutes.ts'
import { meetingPen, type MeetingPen } from './meetingPen.ts'
import { paperTitle, redHead, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph, headingParagraph, lastParagraph, ordinal } from './paragraphs.ts'
import { votesTables } from './reviewNoticeVotes.ts'
import { gradeText, handed, oneLine, scoreOrPending, sentence } from './reviewWords.ts'
import { dataTable, shareWidth } from './tables.ts'

export interface NoticePerson {
  readonly row: ScoreRow
  readonly components: readonly ComponentResult[]
}

export interface NoticeScheme {
  readonly name: string
  readonly scheme: Scheme
  readonly people: readonly NoticePerson[]
  /** Ballots on these people by direction; a sheet counts once for each person on it. */
  readonly papers: ReadonlyMap<string, { readonly issued: number; readonly returned: number }>
}

interface NoticeValues {
  readonly agency: string
  readonly year: number
  readonly fields: CampaignFields
  readonly schemes: readonly NoticeScheme[]
  readonly rectifications: number
}

const noticeTitle = (year: number) => `${year}年度双向述职双向测评结果的通报`

const isDecided = ({ row }: NoticePerson) => row.grade !== null

function howHeld({ schemes, year }: NoticeValues): readonly FileChild[] {
  const count = schemes.reduce((sum, { people }) => sum + people.length, 0)
  const papers = schemes.flatMap(({ scheme, papers: of }) =>
    scheme.components.flatMap(({ id, name }) => {
      const found = of.get(id)
      if (found === undefined || found.issued === 0) return []
      const { issued, returned } = found
      const rate = formatPercent({ numerator: returned, denominator: issued })
      return [`${handed(name)}发出${issued}张，收回${returned}张，收回率${rate}`]
    }),
  )
  return [
    bodyParagraph(`${year}年度双向述职双向测评，已研究确定等次的述职人${count}名。`),
    ...(papers.length === 0 ? [] : [bodyParagraph(`测评票按被测评人计：${papers.join('；')}。`)]),
  ]
}

function resultTable({ scheme, people }: NoticeScheme): FileChild {
  const { components } = scheme
  const widths = shareWidth(portraitTextWidth, [9, 18, ...components.map(() => 8.5), 7.5, 9, 9])
  const headers = [
    '姓名',
    '所在党组织',
    ...components.map(({ name }) => handed(name)),
    '综合分',
    '建议等次',
    '定等结果',
  ]
  return dataTable({
    columns: headers.map((header, n) => ({
      header,
      width: widths[n] ?? 0,
      align: n === 1 ? 'left' : 'center',
    })),
    rows: people.map(({ row }) => [
      handed(row.name),
      row.organizationName,
      ...components.map(({ id }) =>
        scoreOrPending(row.components.find(({ componentId }) => componentId === id)?.hundredths ?? null),
      ),
      scoreOrPending(row.scoreDecided ?? row.hundredths),
      gradeText(scheme, row.suggested),
      gradeText(scheme, row.grade),
    ]),
    totalRow: null,
    keepTogether: false,
    keepWithNext: false,
    type: components.length > 4 ? 'dense' : 'plain',
  })
}

/** 好3名，较好5名; and who decided when. */
function decisions({ scheme, people }: NoticeScheme, pen: MeetingPen): readonly FileChild[] {
  const rows = people.map(({ row }) => row)
  const sums = grades.map(
    (grade) => `“${gradeNames[scheme.gradeSet][grade]}”${rows.filter((row) => row.grade === grade).length}名`,
  )
  const meetings = [
    ...new Set(
      rows.map(
        ({ decidedOn, decidedAt }) =>
          `${pen.day(decidedOn, '定等日期')}${handed(pen.fill(decidedAt, '研究定等的会议'))}`,
      ),
    ),
  ]
  const other = rows.flatMap(({ name, grade, suggested, decisionReason }) => {
    if (grade === null || suggested === null || grade === suggested) return []
    const reason = pen.fill(oneLine(decisionReason), `${name}的定等理由`)
    return [bodyParagraph(sentence(`${handed(name)}定为“${gradeText(scheme, grade)}”，理由：${reason}`))]
  })
  const changed = rows.flatMap(({ name, scoreDecided, hundredths }) =>
    scoreDecided === null
      ? []
      : [
          bodyParagraph(
            `${handed(name)}的综合分按会议研究时的${scoreText(scoreDecided)}列出，现为${scoreOrPending(hundredths)}。`,
          ),
        ],
  )
  return [
    lastParagraph(`经${meetings.join('、')}研究，${sums.join('，')}。`),
    resultTable({ scheme, people, name: '', papers: new Map() }),
    ...other,
    ...changed,
  ]
}

function uses({ schemes }: NoticeValues): readonly FileChild[] {
  return schemes.flatMap(({ people }) =>
    people.flatMap(({ row: { name, handling } }) => {
      const words = oneLine(handling)
      return words === '' ? [] : [bodyParagraph(sentence(`${handed(name)}：${words}`))]
    }),
  )
}

/** REV-12: what everybody owes now; how many problems are on the list already. */
function demands({ rectifications }: NoticeValues): readonly FileChild[] {
  const listed = rectifications === 0 ? [] : [`已登记整改事项${rectifications}条，按整改清单逐条落实。`]
  return bodyBeforeSeal([
    '各述职人要针对点评和测评反映的问题列出整改清单，每人不少于一条，逐条明确整改措施、责任人和时限。',
    ...listed,
    '整改情况在下一次述职会上先行通报。',
  ])
}

/** D12: only who is decided; a direction that may not be shown is left out with the reason. */
export function noticePaper(all: NoticeValues): BuiltMinutes {
  const { agency, year, fields } = all
  const title = noticeTitle(year)
  const pen = meetingPen(agency, title)
  const values: NoticeValues = {
    ...all,
    schemes: all.schemes
      .map((scheme) => ({ ...scheme, people: scheme.people.filter(isDecided) }))
      .filter(({ people }) => people.length > 0),
  }
  const isOne = values.schemes.length === 1
  const named = (children: (scheme: NoticeScheme) => readonly FileChild[]) =>
    values.schemes.flatMap((scheme, n) => [
      ...(isOne ? [] : [headingParagraph(2, `${ordinal(2, n + 1)}${handed(scheme.name)}`)]),
      ...children(scheme),
    ])
  const used = uses(values)
  const parts = [
    { name: '测评组织情况', children: howHeld(values) },
    { name: '测评票数和得票率', children: named(votesTables) },
    { name: '综合得分和等次', children: named((scheme) => decisions(scheme, pen)) },
    ...(used.length === 0 ? [] : [{ name: '结果运用', children: used }]),
    { name: '整改要求', children: demands(values) },
  ]
  const undecided = all.schemes.flatMap(({ people }) => people.filter((person) => !isDecided(person)))
  const waiting = undecided.map(({ row: { name } }) => ({
    field: 'grade',
    label: '等次（尚未定等，没有列入通报）',
    place: agency,
    subject: `（${name}）`,
    where: handed(name),
  }))
  return {
    title,
    children: [
      ...redHead({ agency, docNo: handed(pen.fill(fields.noticeNo, '发文字号')), signer: null }),
      paperTitle(agency, [`关于${year}年度`, '双向述职双向测评结果的通报']),
      ...parts.flatMap(({ name, children }, n) => [
        headingParagraph(1, `${ordinal(1, n + 1)}${name}`),
        ...children,
      ]),
      ...sealedSignature(agency, pen.day(fields.noticeOn, '通报日期')),
    ],
    missing: [...pen.missing, ...waiting],
  }
}
