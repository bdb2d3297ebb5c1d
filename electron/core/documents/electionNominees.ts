import { type FileChild, Paragraph } from 'docx'
import { contests } from '#shared/domain/electionWords.ts'
import { contestLabels } from '#shared/labels/elections.ts'
import {
  type BuiltPaper,
  contestOf,
  electionName,
  isByMeeting,
  type Pen,
  seatsText,
  standingOf,
  stepOf,
} from './electionPaper.ts'
import { closing, upwardPaper } from './electionRequests.ts'
import { portraitTextWidth } from './layout.ts'
import { bodyParagraph, lastParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

const columns = ['序号', '姓名', '性别', '出生年月', '学历', '入党时间', '工作单位及职务', '人选']
const widths = shareWidth(portraitTextWidth, [4, 8, 4, 9, 9, 11, 16, 7])

function candidateTable(pen: Pen): FileChild {
  const { detail, candidates } = pen.values
  const rows = contests.flatMap((name) =>
    standingOf(contestOf(detail, name)).map((candidate) => ({ candidate, name })),
  )
  const fill = (value: string | null | undefined, label: string, subject: string) =>
    pen.missing.fill(value ?? null, { field: label, label, place: '', subject })
  return dataTable({
    columns: columns.map((header, index) => ({ header, width: widths[index] ?? 0, align: 'center' })),
    rows: rows.map(({ candidate, name }, index) => {
      const facts = candidates.get(candidate.memberId)
      return [
        String(index + 1),
        candidate.name,
        fill(facts?.gender, '性别', candidate.name),
        fill(facts?.birth, '出生年月', candidate.name),
        fill(facts?.education, '学历', candidate.name),
        fill(facts?.joined, '入党时间', candidate.name),
        fill(facts?.unitDuty, '工作单位及职务', candidate.name),
        contestLabels[name],
      ]
    }),
    totalRow: null,
    keepTogether: false,
    keepWithNext: false,
    type: 'plain',
  })
}

/** 委员王某、李某……；书记张某. */
export function candidateNames(pen: Pen): string {
  const { detail } = pen.values
  const parts = contests.flatMap((name) => {
    const standing = standingOf(contestOf(detail, name))
    if (standing.length === 0) return []
    return [
      `${contestLabels[name]}候选人预备人选${standing.length}名：${standing.map((each) => each.name).join('、')}`,
    ]
  })
  return parts.length === 0 ? pen.fill(null, '候选人预备人选') : parts.join('；')
}

const annexName = '候选人预备人选基本情况表'

/** 候选人预备人选请示 (step 5). */
export function candidateRequest(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const { fields } = detail
  const step3 = stepOf(detail, 3)
  const approved = `根据上级党组织${step3.docNo === null ? '' : `（${step3.docNo}）`}同意${electionName(detail)}的批复，`
  const way = fields.isDirect
    ? '经党员推荐，按照多数党员的意见，'
    : `经党员推荐，${words.organ}按照多数党员的意见，`
  const need = isByMeeting(detail)
    ? `应选${seatsText(detail)}。`
    : `应选${seatsText(detail)}，委员实行差额选举。`
  const body = [
    bodyParagraph(`${approved}${way}提出候选人预备人选。${need}${candidateNames(pen)}。`),
    lastParagraph(closing),
  ]
  return upwardPaper(pen, {
    title: '关于候选人预备人选的请示',
    kind: '请示',
    step: 5,
    body,
    attached: [annexName],
    annex: [
      new Paragraph({
        style: styleIds.heading1,
        text: '附件',
        indent: { firstLine: 0 },
        pageBreakBefore: true,
      }),
      new Paragraph({ style: styleIds.title, text: annexName, spacing: { before: 579, after: 290 } }),
      candidateTable(pen),
    ],
  })
}
