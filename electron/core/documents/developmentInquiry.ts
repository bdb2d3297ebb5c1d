import { Paragraph } from 'docx'
import { committeeName, type BuiltDevelopmentPaper, type PaperPen, paperOf } from './developmentPaper.ts'
import { dateToSign } from './developmentRegister.ts'
import { blank } from './missing.ts'
import { addressee, plainTitle } from './officialPaper.ts'
import { bodyParagraph } from './paragraphs.ts'
import { styleIds } from './styles.ts'

const lines = (texts: readonly string[]): readonly Paragraph[] =>
  texts.map(
    (text) => new Paragraph({ style: styleIds.signature, text, alignment: 'right', indent: { right: 640 } }),
  )

/** 函调证明信 (步骤 10): the question, and below it the answer, which the other side writes. */
export function inquiryLetter(pen: PaperPen): BuiltDevelopmentPaper {
  const title = '函调证明信'
  const person = pen.fill(null, '被调查人')
  return paperOf(pen, {
    title,
    kind: '函',
    children: [
      plainTitle(committeeName(pen), title),
      ...lines([`编号：${pen.fill(null, '函调编号')}`]),
      addressee(pen.fill(null, '去函单位')),
      bodyParagraph(
        `${pen.name}同志是${pen.values.branch.shortName}的发展对象，现进行政治审查。${person}是该同志的${pen.fill(null, '与发展对象的关系')}，请协助了解以下情况：${pen.fill(null, '需了解的事项')}。`,
      ),
      ...lines(['（盖章）　　　　', dateToSign]),
      new Paragraph({
        style: styleIds.title,
        text: '函调证明信回函',
        spacing: { before: 579, after: 290 },
        border: { top: { style: 'dashed', size: 8, space: 20, color: '000000' } },
      }),
      bodyParagraph(`${committeeName(pen)}：${person}的情况如下：`),
      bodyParagraph(blank),
      bodyParagraph(`结论：${blank}`),
      ...lines([`回函单位（盖章）：${blank}`, dateToSign]),
    ],
  })
}
