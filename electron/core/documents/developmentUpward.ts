import { type FileChild, Paragraph } from 'docx'
import type { Milestone } from '#shared/domain/development/milestones.ts'
import { type PartialDate } from '#shared/lib/dates.ts'
import {
  type BuiltDevelopmentPaper,
  committeeName,
  type PaperPen,
  paperOf,
  stepAt,
  titleParts,
} from './developmentPaper.ts'
import { box, formRow, formTable, label } from './formTable.ts'
import {
  addressee,
  attachments,
  paperNote,
  paperTitle,
  redHead,
  sealedSignature,
  underTitle,
} from './officialPaper.ts'
import { bodyBeforeSeal } from './paragraphs.ts'
import { styleIds } from './styles.ts'

interface Upward {
  readonly title: string
  readonly kind: '请示' | '报告'
  /** The step of the branch whose paper this is: its number stands there. */
  readonly numberOf: Milestone
  /** Null where nobody wrote the day of the paper down. */
  readonly date: PartialDate | null
  readonly body: readonly string[]
  readonly attached?: readonly string[]
  /** Pages after the signature. */
  readonly annex?: readonly FileChild[]
  /** Whether those between the branch and the committee write their opinion below. */
  readonly isPassedOn?: boolean
}

/** What goes up from the branch: number and 签发人 in the head, one matter, signature, whom to call. */
export function upward(pen: PaperPen, paper: Upward): BuiltDevelopmentPaper {
  const { branch, secretary, contactName, contactPhone } = pen.values
  const contact = `联系人：${pen.fill(contactName, '联系人')}，电话：${pen.fill(contactPhone, '联系电话')}`
  return paperOf(pen, {
    title: paper.title,
    kind: paper.kind,
    children: [
      ...redHead({
        agency: branch.fullName,
        docNo: pen.fill(stepAt(pen, paper.numberOf)?.docNo, '发文字号'),
        signer: pen.fill(secretary, '签发人（现任书记）'),
      }),
      paperTitle(branch.fullName, titleParts(pen, paper.title)),
      addressee(committeeName(pen)),
      ...bodyBeforeSeal(paper.body),
      ...attachments(paper.attached ?? []),
      ...sealedSignature(branch.fullName, pen.day(paper.date, '成文日期'), { isLast: false }),
      paperNote(contact),
      ...(paper.isPassedOn === true ? passedOn(pen) : []),
      ...(paper.annex ?? []),
    ],
  })
}

/** 社区党委、党总支 deliberate and pass on; they never approve (DEV-50). */
function passedOn({ values }: PaperPen): readonly FileChild[] {
  if (values.between.length === 0) return []
  return [
    new Paragraph({ style: styleIds.heading1, text: '审议转报意见', spacing: { before: 290, after: 120 } }),
    formTable(
      [3, 7],
      values.between.map(({ fullName }) =>
        formRow(
          [
            label(fullName),
            box(['（写“同意上报”或者不同意的理由，不写“批准”）'], 1, [
              '负责人签名（盖章）：　　　　　　',
              '年　　月　　日',
            ]),
          ],
          1500,
        ),
      ),
    ),
  ]
}

interface Downward {
  readonly title: string
  readonly kind: '批复' | '意见'
  /** Of the superior's paper. */
  readonly docNo: string | null
  readonly date: PartialDate | null
  /** The step of the committee that says who did it. */
  readonly doneBy: Milestone | null
  /** Who is recorded to have done it where no step says so. */
  readonly by?: string | null
  readonly body: readonly string[]
}

/** What the committee that approves answers the branch: number in the middle, nobody signs it. */
export function downward(
  pen: PaperPen,
  { title, kind, docNo, date, doneBy, by = null, body }: Downward,
): BuiltDevelopmentPaper {
  const isOther = by !== null && by !== pen.values.committee?.shortName
  const agency = isOther ? by : committeeName(pen, doneBy)
  return paperOf(pen, {
    title,
    kind,
    children: [
      ...redHead({ agency, docNo: pen.fill(docNo, '发文字号'), signer: null }),
      paperTitle(agency, titleParts(pen, title)),
      // Before it is decided the paper is a draft for whoever decides.
      ...(date === null ? [underTitle('（代拟稿）')] : []),
      addressee(pen.values.branch.fullName),
      ...bodyBeforeSeal(body),
      ...sealedSignature(agency, pen.day(date, '成文日期')),
    ],
  })
}

/** 10.4: how an answer begins. */
export function received({ values }: PaperPen, title: string, docNo: string | null | undefined): string {
  const number = docNo === null || docNo === undefined ? '' : `（${docNo}）`
  return `${values.branch.words.you}《${title}》${number}收悉。经研究，批复如下：`
}

export const requestEnd = '以上请示妥否，请批示。'
export const reportEnd = '特此报告。'
