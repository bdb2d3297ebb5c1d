import { Paragraph } from 'docx'
import { transferRule } from '#shared/domain/development/transfers.ts'
import type { ArrivalKind } from '#shared/domain/development/records.ts'
import {
  type BuiltDevelopmentPaper,
  dateOf,
  dayOf,
  eventOf,
  type PaperPen,
  paperOf,
  titleParts,
} from './developmentPaper.ts'
import { annexTitle } from './developmentPreReview.ts'
import { dateToSign } from './developmentRegister.ts'
import { materialTableOf } from './materialRows.ts'
import { blank } from './missing.ts'
import { addressee, attachments, plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph, headingParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'

function signed(lines: readonly string[]): readonly Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: styleIds.signature,
        text: line,
        indent: { left: 640 },
        keepNext: index < lines.length - 1,
        ...(index === 0 ? { spacing: { before: 290 } } : {}),
      }),
  )
}

/** 归档目录 M1 to M30 (步骤 25) with copies and pages; who hands over and takes over signs by hand. */
export function archiveIndex(pen: PaperPen): BuiltDevelopmentPaper {
  const title = `${pen.name}同志入党材料归档目录`
  return paperOf(pen, {
    title,
    kind: '目录',
    children: [
      plainTitle(pen.values.branch.fullName, titleParts(pen, title)),
      materialTableOf(pen, pen.values.detail.materials),
      ...signed([
        `移交人：${blank}　　　接收人：${blank}`,
        `归档日期：${pen.day(dateOf(pen, 'archivedOn'), '归档日期')}`,
      ]),
    ],
  })
}

const stageNames: Readonly<Record<Exclude<ArrivalKind, 'probationer'>, string>> = {
  applicant: '入党申请人',
  activist: '入党积极分子',
  target: '发展对象',
}

/** As whom somebody leaves without a 介绍信; null for members, and for states that are not taken along. */
export function leavingKind({
  values,
}: Pick<PaperPen, 'values'>): Exclude<ArrivalKind, 'probationer'> | null {
  const { fields, state, events } = values.detail
  const isMoved = events.some(({ kind, supersededBy }) => kind === 'transfer' && supersededBy === null)
  const kind = (isMoved ? fields.arrivalKind : null) ?? transferRule(state)?.kind ?? null
  return kind === 'probationer' ? null : kind
}

/** 材料移交函 (domain 3.7): who is no member yet does not travel with a 介绍信. */
export function materialsLetter(pen: PaperPen): BuiltDevelopmentPaper {
  const { branch, detail } = pen.values
  const moved = eventOf(pen, 'transfer')
  const kind = leavingKind(pen)
  const stage = pen.fill(kind === null ? null : stageNames[kind], '转移时的身份')
  const from = moved === undefined ? branch.fullName : pen.fill(detail.fields.arrivalFrom, '原所在党组织')
  const to = moved === undefined ? pen.fill(null, '接收的党组织') : branch.fullName
  const activist =
    kind === 'applicant' || kind === null
      ? ''
      : `，${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}被确定为入党积极分子`
  const goesOn = kind === 'activist' ? '经审查接收后，培养教育时间可连续计算。' : ''
  const held = detail.materials.filter(({ isPresent }) => isPresent)
  const annexName = '移交材料目录'
  const title = `关于移交${pen.name}同志入党材料的函`
  return paperOf(pen, {
    title,
    kind: '函',
    children: [
      plainTitle(from, titleParts(pen, title)),
      addressee(to),
      ...bodyBeforeSeal([
        `${pen.name}同志系我支部${stage}，${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书${activist}。现将其入党材料移交你支部，请审查接收，继续培养教育。${goesOn}`,
        `${stage}不是中共党员，不开具党员组织关系介绍信。`,
      ]),
      ...attachments([annexName]),
      ...sealedSignature(from, pen.day(moved?.happenedOn, '移交日期')),
      ...annexTitle(annexName),
      materialTableOf(pen, held),
      headingParagraph(1, '回执'),
      bodyParagraph(`${pen.name}同志的入党材料已收到，经核对与目录${blank}。`),
      ...signed([`接收的党组织（盖章）：${blank}`, `接收人：${blank}　　　${dateToSign}`]),
    ],
  })
}
