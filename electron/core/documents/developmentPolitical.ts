import { Paragraph } from 'docx'
import {
  type BuiltDevelopmentPaper,
  dateOf,
  dayOf,
  type PaperPen,
  paperOf,
  titleParts,
} from './developmentPaper.ts'
import { personSentence } from './developmentPerson.ts'
import { plainTitle, sealedSignature } from './officialPaper.ts'
import { bodyBeforeSeal, bodyParagraph, cleanText, headingParagraph, ordinal } from './paragraphs.ts'
import { styleIds } from './styles.ts'

/** 综合政审报告 (步骤 10): what is not recorded stays blank, the program writes no judgement of its own. */
export function politicalReview(pen: PaperPen): BuiltDevelopmentPaper {
  const { fields } = pen.values.detail
  const isQualified = fields.isPoliticallyQualified
  const verdict = pen.fill(isQualified === null ? null : isQualified ? '合格' : '不合格', '政治审查结论')
  const parts: readonly { readonly heading: string; readonly lines: readonly string[] }[] = [
    {
      heading: '基本情况',
      lines: [
        personSentence(pen),
        `${dayOf(pen, 'appliedOn', '申请入党时间')}递交入党申请书，${dayOf(pen, 'activistOn', '确定为入党积极分子时间')}被确定为入党积极分子，${dayOf(pen, 'targetOn', '列为发展对象时间')}列为发展对象。`,
      ],
    },
    {
      heading: '本人政治情况',
      lines: [
        `对党的理论和路线、方针、政策的态度：${pen.fill(null, '对党的理论和路线、方针、政策的态度')}`,
        `政治历史和在重大政治斗争中的表现：${pen.fill(null, '政治历史和在重大政治斗争中的表现')}`,
        `遵纪守法和遵守社会公德情况：${pen.fill(null, '遵纪守法和遵守社会公德情况')}`,
      ],
    },
    { heading: '直系亲属情况', lines: [pen.fill(fields.family, '直系亲属情况')] },
    { heading: '主要社会关系情况', lines: [pen.fill(fields.relations, '主要社会关系情况')] },
    { heading: '函调、外调情况', lines: [`函调、外调份数和结论：${pen.fill(null, '函调、外调份数和结论')}`] },
    {
      heading: '审查结论',
      lines: [
        ...(fields.politicalWords === null ? [] : [fields.politicalWords]),
        `经审查，${pen.name}同志政治审查${verdict}。`,
      ],
    },
  ]
  const title = `关于${pen.name}同志的综合政审报告`
  return paperOf(pen, {
    title,
    kind: '报告',
    children: [
      plainTitle(pen.values.branch.fullName, titleParts(pen, title)),
      ...parts.flatMap(({ heading, lines }, index) => [
        headingParagraph(1, `${ordinal(1, index + 1)}${heading}`),
        ...(index === parts.length - 1 ? bodyBeforeSeal(lines) : lines.map(bodyParagraph)),
      ]),
      new Paragraph({
        style: styleIds.signature,
        text: cleanText('党支部书记（签名）：'),
        indent: { left: 640 },
        spacing: { before: 579 },
        keepNext: true,
      }),
      ...sealedSignature(
        pen.values.branch.fullName,
        pen.day(dateOf(pen, 'politicalReviewOn'), '政治审查时间'),
      ),
    ],
  })
}
