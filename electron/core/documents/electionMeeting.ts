import { type FileChild, Paragraph } from 'docx'
import { candidatesNeeded } from '#shared/domain/electionCandidates.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import { electionMeeting } from '#shared/domain/thresholds.ts'
import { exemptionReasonLabels, tellerDutyLabels } from '#shared/labels/elections.ts'
import {
  type BuiltPaper,
  contestOf,
  electedName,
  electionName,
  isByMeeting,
  mainContest,
  onePaper,
  type Pen,
  seatsText,
  standingOf,
} from './electionPaper.ts'
import { portraitTextWidth } from './layout.ts'
import { plainTitle } from './officialPaper.ts'
import { bodyParagraph, headingParagraph, ordinal } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { dataTable, shareWidth } from './tables.ts'

function numbered(lines: readonly string[]): readonly Paragraph[] {
  return lines.map((text, index) => bodyParagraph(`${ordinal(1, index + 1)}${text}`))
}

const agencyOf = ({ values }: Pen) => values.detail.organization.fullName

const quorum = defaultRuleSettings['election.quorumFourFifthsInclusive'] ? '不少于' : '超过'

/** 选举办法（草案） (step 7). */
export function electionMethod(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const { fields } = detail
  const title = `${electionName(detail)}办法（草案）`
  const body = fields.isDirect ? '' : `${detail.kind === 'term' ? '新一届' : ''}${words.committee}`
  const contest = contestOf(detail, mainContest(detail))
  const standing = standingOf(contest).length
  const isOfCommittee = contest.contest === 'committee'
  const number = standing === 0 ? pen.fill(null, '候选人人数') : String(standing)
  const names = `${isOfCommittee ? '' : '书记'}候选人${number}名`
  const surplus = !isOfCommittee
    ? `${names}${fields.isDirect ? '，由党员大会直接选举' : ''}。`
    : `实行差额选举，候选人不少于${candidatesNeeded(fields.committeeSeats, defaultRuleSettings)}名，现提名${names}。`
  const lines = [
    '根据《中国共产党章程》《中国共产党基层组织选举工作条例》等有关规定，制定本办法。',
    `本次大会应选${body}${seatsText(detail)}。${surplus}`,
    '有选举权的正式党员参加投票，预备党员列席会议，没有表决权、选举权和被选举权。',
    `进行选举时，有选举权的到会人数${quorum}应到会有选举权人数的五分之四，会议有效。因故不能到会的，不得委托他人代为投票。`,
    '选举采用无记名投票的方式。对候选人可以投赞成票、不赞成票，也可以弃权；投不赞成票的可以另选他人，弃权的不得另选他人。',
    '收回的选票等于或者少于投票人数，选举有效；多于投票人数，选举无效，应当重新选举。',
    '每张选票所选人数等于或者少于应选人数的为有效票，多于应选人数的为无效票。',
    '赞成票超过实到会有选举权人数一半的，始得当选。得赞成票超过半数的人多于应选名额时，得票多的当选；票数相等不能确定当选人时，就票数相等的人再次投票；当选人少于应选名额时，另行选举，接近应选名额的，经大会同意也可以减少名额，不再选举。',
    '监票人由大会从不是候选人的党员中推选，经大会通过，监督选举全过程；计票人在监票人监督下工作。',
    isByMeeting(detail)
      ? '书记、副书记的选举结果报上级党组织批准。'
      : `书记、副书记由${words.organ}第一次会议等额选举产生，报上级党组织批准；委员报上级党组织备案。`,
    '本办法经党员大会通过后施行。',
  ]
  return onePaper(pen, {
    title,
    kind: '办法',
    children: [plainTitle(agencyOf(pen), title), ...numbered(lines)],
  })
}

/** 监票人、计票人名单 (step 7): proposed to the meeting. */
export function tellerList(pen: Pen): BuiltPaper {
  const { detail } = pen.values
  const title = '监票人、计票人名单'
  const isAgreed = detail.fields.tellersAgreed
  const rows = detail.tellers.map(({ name, duty }, index) => [
    String(index + 1),
    name,
    tellerDutyLabels[duty],
    '',
  ])
  const empty = rows.length === 0 ? [['1', pen.fill(null, '监票人、计票人'), '', '']] : rows
  const widths = shareWidth(portraitTextWidth, [1, 3, 3, 3])
  const note = isAgreed
    ? '以上名单已经党员大会通过。监票人、计票人均不是候选人。'
    : '以上名单提请党员大会通过。监票人、计票人不得是候选人。'
  const table = dataTable({
    columns: ['序号', '姓名', '职责', '备注'].map((header, index) => ({
      header,
      width: widths[index] ?? 0,
      align: 'center',
    })),
    rows: empty,
    totalRow: null,
    keepTogether: true,
    keepWithNext: true,
    type: 'plain',
  })
  const children: readonly FileChild[] = [
    plainTitle(agencyOf(pen), `${electionName(detail)}${title}${isAgreed ? '' : '（草案）'}`),
    table,
    new Paragraph({ style: styleIds.body, text: note, spacing: { before: 290 } }),
  ]
  return onePaper(pen, { title, kind: '名单', children })
}

function exemptionSentence(pen: Pen): string {
  const { exemptions } = pen.values.detail
  if (exemptions.length === 0) return ''
  const byReason = Map.groupBy(exemptions, ({ reason }) => reason)
  const parts = [...byReason].map(([reason, same]) => `${exemptionReasonLabels[reason]}的${same.length}名`)
  return `经支部同意，${parts.join('，')}，不计入应到会人数，请大会审议。（待大会通过）`
}

/** Whether the meeting may begin: as the rule has it while nobody has counted, and never against the numbers. */
function opening(should: number, present: number | null): string {
  if (present === null) return `实到人数${quorum}应到人数五分之四的，符合规定人数，可以开会。`
  return electionMeeting({ should, present }, defaultRuleSettings).isMet
    ? '符合规定人数，可以开会。'
    : '没有达到应到人数的五分之四，不能进行选举。'
}

/** 会议主持词 (steps 7 and 8): the order of the meeting with its numbers; what happens at the meeting stays blank. */
export function hostScript(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const { fields, tellers } = detail
  const title = '会议主持词'
  const name = electionName(detail)
  const elected = electedName(detail, words)
  const of = (duty: 'watches' | 'counts', label: string) => {
    const found = tellers.filter((teller) => teller.duty === duty).map((teller) => teller.name)
    return pen.fill(found.length === 0 ? null : found.join('、'), label)
  }
  const contest = contestOf(detail, mainContest(detail))
  const names = standingOf(contest).map((each) => each.name)
  const standing = pen.fill(names.length === 0 ? null : names.join('、'), '候选人')
  const round = contest.rounds[0]
  const should = round?.should ?? detail.should
  const votes =
    round === undefined
      ? `发出选票${pen.fill(null, '发出选票数')}张，收回选票${pen.fill(null, '收回选票数')}张。收回的选票等于或者少于投票人数的，选举有效。`
      : `发出选票${round.issued}张，收回选票${round.returned}张，其中有效票${round.result.validBallots}张、无效票${round.invalid}张。${round.result.explanations[1]?.result ?? ''}。`
  const won = contest.elected.map((each) => each.name)
  const parts: readonly { readonly heading: string; readonly lines: readonly string[] }[] = [
    {
      heading: '宣布开会',
      lines: [
        `同志们，${detail.organization.shortName}党员大会现在开会。本次大会应到会有选举权的党员${should}名，实到${pen.fill(round === undefined ? null : String(round.present), '实到会有选举权人数')}名，${opening(should, round?.present ?? null)}`,
        ...(detail.exemptions.length === 0 ? [] : [exemptionSentence(pen)]),
      ],
    },
    ...(detail.kind === 'term'
      ? [
          {
            heading: '审议工作报告',
            lines: [`请上一届${fields.isDirect ? '班子' : words.committee}作工作报告，请大会审议。`],
          },
        ]
      : []),
    {
      heading: '通过选举办法',
      lines: [`宣读${name}办法（草案）。同意的请举手；不同意的请举手；弃权的请举手。`],
    },
    {
      heading: '通过监票人、计票人名单',
      lines: [
        `提名监票人：${of('watches', '监票人')}；计票人：${of('counts', '计票人')}。同意的请举手；不同意的请举手；弃权的请举手。`,
      ],
    },
    {
      heading: '介绍候选人',
      lines: [`本次大会选举${elected}，应选${seatsText(detail)}，候选人：${standing}。`],
    },
    {
      heading: '投票和计票',
      lines: [
        '请监票人检查票箱，计票人清点到会有选举权人数、分发选票。请各位党员填写选票，依次投票。',
        votes,
      ],
    },
    {
      heading: '宣布选举结果',
      lines: [
        `请监票人报告计票结果。当选的同志：${pen.fill(won.length === 0 ? null : won.join('、'), '当选人')}。`,
      ],
    },
    { heading: '宣布散会', lines: ['大会各项议程已经进行完毕，现在散会。'] },
  ]
  const head = [
    `时间：${pen.day(fields.meetingOn ?? fields.plannedOn, '大会日期')}`,
    `地点：${pen.fill(fields.meetingPlace, '大会地点')}`,
    `主持人：${pen.fill(fields.hostName, '主持人')}`,
  ]
  return onePaper(pen, {
    title,
    kind: '主持词',
    children: [
      plainTitle(agencyOf(pen), `${name}大会主持词`),
      ...head.map((text) => new Paragraph({ style: styleIds.signature, text, indent: { left: 640 } })),
      ...parts.flatMap(({ heading, lines }, index) => [
        headingParagraph(1, `${ordinal(1, index + 1)}${heading}`),
        ...lines.map(bodyParagraph),
      ]),
    ],
  })
}
