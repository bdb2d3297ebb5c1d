import type { FileChild } from 'docx'
import {
  type BuiltPaper,
  electionName,
  isByMeeting,
  onePaper,
  type Pen,
  seatsText,
  stepOf,
} from './electionPaper.ts'
import { candidateNames } from './electionNominees.ts'
import { addressee, paperTitle, redHead, sealedSignature, underTitle } from './officialPaper.ts'
import { bodyParagraph, lastParagraph, ordinal } from './paragraphs.ts'

interface Downward {
  /** In the parts a long line is broken into. */
  readonly title: readonly string[]
  readonly step: number
  readonly body: readonly FileChild[]
}

/** 批复 drafted for the organisation above: number in the middle, nobody signs it here. */
function downwardPaper(pen: Pen, { title, step, body }: Downward): BuiltPaper {
  const { detail, superior } = pen.values
  const { doneOn, docNo } = stepOf(detail, step)
  const agency = pen.fill(superior, '上级党组织全称')
  const date = pen.day(doneOn, '批复日期')
  return onePaper(pen, {
    title: title.join(''),
    kind: '批复',
    children: [
      ...redHead({ agency, docNo: pen.fill(docNo, '批复文号'), signer: null }),
      paperTitle(agency, title),
      underTitle('（代拟稿）'),
      addressee(detail.organization.fullName),
      ...body,
      lastParagraph('此复。'),
      ...sealedSignature(agency, date),
    ],
  })
}

function received(pen: Pen, title: string, step: number): string {
  const { detail, words } = pen.values
  const { docNo } = stepOf(detail, step)
  const number = docNo === null ? '' : `（${docNo}）`
  return `${words.you}《${title}》${number}收悉。经研究，批复如下：`
}

/** 同意换届的批复 (step 3). */
export function electionReply(pen: Pen): BuiltPaper {
  const { detail, words, superiorWe } = pen.values
  const { fields } = detail
  const name = electionName(detail)
  const day = pen.day(fields.meetingOn ?? fields.plannedOn, '换届大会日期')
  const who = fields.isDirect ? '' : `${detail.kind === 'term' ? '新一届' : ''}${words.committee}`
  const items = [
    `同意${words.you}于${day}召开党员大会进行${name}。`,
    `同意${who}设${seatsText(detail)}。`,
    `请按照有关规定做好候选人预备人选的推荐工作，候选人预备人选报${superiorWe}审查同意后再行选举。`,
    isByMeeting(detail)
      ? `选举结果请及时报告，书记、副书记报${superiorWe}批准。`
      : `选举结果请及时报告，委员报${superiorWe}备案，书记、副书记报${superiorWe}批准。`,
  ]
  return downwardPaper(pen, {
    title: [`关于同意${detail.organization.shortName}`, `${name}的批复`],
    step: 3,
    body: [
      bodyParagraph(received(pen, `关于${name}的请示`, 2)),
      ...items.map((text, index) => bodyParagraph(`${ordinal(1, index + 1)}${text}`)),
    ],
  })
}

/** 预备人选批复 (step 6). */
export function candidateReply(pen: Pen): BuiltPaper {
  const { detail, words } = pen.values
  const meeting = `请${words.you}按照有关规定召开党员大会，充分发扬民主，依规进行选举，并及时报告选举结果。`
  return downwardPaper(pen, {
    title: [`关于同意${detail.organization.shortName}`, '候选人预备人选的批复'],
    step: 6,
    body: [
      bodyParagraph(received(pen, '关于候选人预备人选的请示', 5)),
      bodyParagraph(`${ordinal(1, 1)}同意下列同志为候选人预备人选。${candidateNames(pen)}。`),
      bodyParagraph(`${ordinal(1, 2)}${meeting}`),
    ],
  })
}
