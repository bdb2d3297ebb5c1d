import { type FileChild, Paragraph } from 'docx'
import type { ElectionContest, ElectionRound } from '#shared/contract/electionRows.ts'
import type { Outcome } from '#shared/domain/electionCount.ts'
import { contests } from '#shared/domain/electionWords.ts'
import { contestLabels, roundKindLabels } from '#shared/labels/elections.ts'
import { type BuiltPaper, contestOf, electionName, type Pen, seatsText, stepOf } from './electionPaper.ts'
import { upwardPaper } from './electionRequests.ts'
import { portraitTextWidth } from './layout.ts'
import { bodyParagraph, lastParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

const outcomes: Readonly<Record<Outcome, string>> = {
  elected: '当选',
  tied: '票数相等',
  outvoted: '未当选',
  notEnough: '未当选',
  void: '无效',
}

const columns = ['姓名', '赞成', '不赞成', '弃权', '结果']
const widths = shareWidth(portraitTextWidth, [4, 2, 2, 2, 3])

function votesTable({ result }: ElectionRound): FileChild {
  return dataTable({
    columns: columns.map((header, index) => ({ header, width: widths[index] ?? 0, align: 'center' })),
    rows: result.votes.map(({ name, isWriteIn, agreed, against, abstained, outcome }) => [
      isWriteIn ? `${name}（另选）` : name,
      String(agreed),
      isWriteIn ? '—' : String(against),
      isWriteIn ? '—' : String(abstained),
      outcomes[outcome],
    ]),
    totalRow: null,
    keepTogether: true,
    keepWithNext: false,
    type: 'plain',
  })
}

function roundParts(contest: ElectionContest, round: ElectionRound): readonly FileChild[] {
  const name = contestLabels[contest.contest]
  const again = round.kind === 'first' ? '' : `（${roundKindLabels[round.kind]}）`
  const { should, present, issued, returned, invalid, result } = round
  const text = `选举${name}${again}：应到会有选举权人数${should}名，实到${present}名；发出选票${issued}张，收回${returned}张，其中有效票${result.validBallots}张、无效票${invalid}张。${result.isValid ? '选举有效。' : '选举无效。'}得票情况如下：`
  return [bodyParagraph(text), votesTable(round), new Paragraph({ style: styleIds.tableText, text: '' })]
}

function electedSentence(pen: Pen): string {
  const { detail } = pen.values
  const parts = contests.flatMap((name) => {
    const { elected } = contestOf(detail, name)
    return elected.length === 0
      ? []
      : [`${elected.map((each) => each.name).join('、')}当选为${contestLabels[name]}`]
  })
  return parts.length === 0 ? `当选人：${pen.fill(null, '当选人')}` : parts.join('；')
}

/** Before anything was counted: the numbers are written in by hand. */
function uncounted(pen: Pen): readonly FileChild[] {
  const { should } = pen.values.detail
  return [
    bodyParagraph(
      `应到会有选举权人数${should}名，实到${pen.fill(null, '实到会有选举权人数')}名；发出选票${pen.fill(null, '发出选票数')}张，收回${pen.fill(null, '收回选票数')}张，其中有效票${pen.fill(null, '有效票数')}张。`,
    ),
  ]
}

/** 选举结果报告单 (step 10): reported to the organisation above with the numbers of every ballot. */
export function electionReport(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const { fields } = detail
  const voted = contests
    .map((name) => contestOf(detail, name))
    .flatMap((contest) => contest.rounds.map((round) => ({ contest, round })))
  const step3 = stepOf(detail, 3)
  const approved = step3.docNo === null ? '' : `根据上级党组织${step3.docNo}批复，`
  const intro = `${approved}${words.we}于${pen.day(fields.meetingOn, '大会日期')}召开党员大会进行${electionName(detail)}，应选${seatsText(detail)}。现将选举结果报告如下：`
  const reduced =
    fields.reducedReason === null ? [] : [bodyParagraph(`减少名额不再选举的说明：${fields.reducedReason}。`)]
  return upwardPaper(pen, {
    title: `关于${electionName(detail)}结果的报告`,
    kind: '报告',
    step: 10,
    attached: [],
    body: [
      bodyParagraph(intro),
      ...(voted.length === 0
        ? uncounted(pen)
        : voted.flatMap(({ contest, round }) => roundParts(contest, round))),
      bodyParagraph(`选举结果：${electedSentence(pen)}。`),
      ...reduced,
      lastParagraph('特此报告。'),
    ],
  })
}
