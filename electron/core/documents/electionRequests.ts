import type { FileChild } from 'docx'
import { candidatesNeeded } from '#shared/domain/electionCandidates.ts'
import { defaultRuleSettings } from '#shared/domain/settings.ts'
import {
  type BuiltPaper,
  electedName,
  electionName,
  formerTermName,
  isByMeeting,
  onePaper,
  type Pen,
  seatsText,
  stepOf,
} from './electionPaper.ts'
import { addressee, attachments, paperNote, paperTitle, redHead, sealedSignature } from './officialPaper.ts'
import { bodyParagraph, headingParagraph, lastParagraph, ordinal } from './paragraphs.ts'

interface Upward {
  readonly title: string
  readonly kind: string
  /** Step of the flow card with the paper's number and day. */
  readonly step: number
  readonly body: readonly FileChild[]
  readonly attached: readonly string[]
  /** Pages after the signature. */
  readonly annex?: readonly FileChild[]
}

/** 上行文: number and 签发人 in the head, one matter, signature, whom to call. */
export function upwardPaper(pen: Pen, paper: Upward): BuiltPaper {
  const { detail, superior, secretary, contactName, contactPhone } = pen.values
  const { doneOn, docNo } = stepOf(detail, paper.step)
  const agency = detail.organization.fullName
  const date = pen.day(doneOn, '成文日期')
  const contact = `联系人：${pen.fill(contactName, '联系人')}，电话：${pen.fill(contactPhone, '联系电话')}`
  return onePaper(pen, {
    title: paper.title,
    kind: paper.kind,
    children: [
      ...redHead({
        agency,
        docNo: pen.fill(docNo, '发文字号'),
        signer: pen.fill(secretary, '签发人（现任书记）'),
      }),
      paperTitle(agency, paper.title),
      addressee(pen.fill(superior, '上级党组织全称')),
      ...paper.body,
      ...attachments(paper.attached),
      ...sealedSignature(agency, date, { isLast: false }),
      paperNote(contact),
      ...(paper.annex ?? []),
    ],
  })
}

export const closing = '以上请示妥否，请批示。'

function opening(pen: Pen): string {
  const { detail, words, full, probationary } = pen.values
  const { kind, formerTerm, fields } = detail
  const members = `现有党员${full + probationary}名，其中正式党员${full}名、预备党员${probationary}名。`
  const meeting = `拟于${pen.day(fields.meetingOn ?? fields.plannedOn, '换届大会日期')}召开党员大会`
  if (kind === 'byElection') {
    return `${words.we}${formerTermName(detail)}班子成员出缺。${members}经研究，${meeting}，补选${seatsText(detail)}。现将有关事项请示如下：`
  }
  const body = fields.isDirect ? '班子' : words.committee
  const term = `${words.we}${formerTermName(detail)}${body}于${pen.day(formerTerm?.fromOn ?? null, '本届开始日期')}选举产生，于${pen.day(formerTerm?.dueOn ?? null, '本届届满日期')}任期届满。`
  const law = '根据《中国共产党章程》《中国共产党基层组织选举工作条例》等有关规定，'
  return `${term}${members}${law}经研究，${meeting}进行换届选举。现将有关事项请示如下：`
}

function arrangements(pen: Pen): readonly { readonly heading: string; readonly text: string }[] {
  const { detail, words } = pen.values
  const { fields, kind } = detail
  const elected = electedName(detail, words)
  const isTerm = kind === 'term'
  const needed = candidatesNeeded(fields.committeeSeats, defaultRuleSettings)
  const nominated = `候选人预备人选由党员推荐，${fields.isDirect ? '' : words.organ}按照多数党员的意见确定，报上级党组织审查同意。`
  const way = isByMeeting(detail)
    ? '由党员大会采用无记名投票的方式直接选举产生。'
    : `委员实行差额选举，候选人不少于${needed}名，由党员大会采用无记名投票的方式选举产生；书记、副书记由新一届${words.organ}第一次会议等额选举产生。`
  return [
    {
      heading: '指导思想',
      text: '坚持和加强党的全面领导，严格执行党章和党内有关规定，充分发扬民主，严肃工作纪律，选好配强班子。',
    },
    {
      heading: '主要议程',
      text: isTerm
        ? `听取和审议上一届${fields.isDirect ? '班子' : words.committee}工作报告；通过选举办法；选举新一届${elected}。`
        : `通过选举办法；补选${elected}。`,
    },
    {
      heading: isTerm ? '下届名额' : '补选名额',
      text: `${isTerm ? '新一届' : ''}${fields.isDirect ? '' : words.committee}设${seatsText(detail)}。`,
    },
    { heading: '提名和选举办法', text: `${nominated}${way}` },
  ]
}

/** 换届请示 (step 2). */
export function electionRequest(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const body = [
    bodyParagraph(opening(pen)),
    ...arrangements(pen).flatMap(({ heading, text }, index) => [
      headingParagraph(1, `${ordinal(1, index + 1)}${heading}`),
      bodyParagraph(text),
    ]),
    lastParagraph(closing),
  ]
  const report = detail.fields.isDirect ? '上一届班子工作报告' : `上一届${words.committee}工作报告`
  return upwardPaper(pen, {
    title: `关于${electionName(detail)}的请示`,
    kind: '请示',
    step: 2,
    body,
    attached: detail.kind === 'term' ? [report] : [],
  })
}
