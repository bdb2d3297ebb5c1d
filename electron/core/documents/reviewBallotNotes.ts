import { Paragraph } from 'docx'
import { gradeNames, grades } from '#shared/domain/reviews/grades.ts'
import type { BallotForm, Scheme } from '#shared/domain/reviews/scheme.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'

export const gradeNamesOf = ({ gradeSet }: Scheme) => grades.map((grade) => gradeNames[gradeSet][grade])

/** How to mark, and what makes a ballot void (REV-05). */
export function ballotNotes(scheme: Scheme, form: BallotForm, about: 'person' | 'line'): readonly string[] {
  const list = gradeNamesOf(scheme).join('、')
  const way = {
    grades: '每项在相应栏内打“√”，只选一个等次。',
    points: '在“得分”栏内逐项打分，不低于 0 分，不超过该项满分，最多两位小数。',
    none: '在相应栏内打“√”，只选一个等次。',
  }[form.items]
  const inLine = {
    grades: `在每人每项的格内填写一个等次：${list}。`,
    points: '在每人每项的格内填写分数，不低于 0 分，不超过该项满分，最多两位小数。',
    none: way,
  }[form.items]
  const overall =
    form.items !== 'points' || !form.hasOverall
      ? ''
      : about === 'person'
        ? '总体评价在所选等次后的“□”内打“√”，只选一个等次。'
        : `总体评价填写一个等次：${list}。`
  const two = form.items === 'points' ? '填写两个以上分数或选择两个以上等次' : '选择两个以上等次'
  const what = about === 'person' ? '全票空白的，为无效票' : '对一人全部空白的，对该人的测评无效'
  return [
    `1.${about === 'person' ? way : inLine}${overall}`,
    '2.不了解的项目可以不填，该项按弃权计，不影响其他项目。',
    `3.同一项${two}的、明显涂改无法辨认的、${what}。`,
    '4.本票不编号、不署名，请不要作任何记号。',
  ]
}

/** Who holds it above the title, in one line of text: a ballot has little room. */
export function compactHead(agency: string, title: string, about: string): readonly Paragraph[] {
  return [
    new Paragraph({
      style: styleIds.signature,
      alignment: 'center',
      text: cleanText(agency),
      keepNext: true,
    }),
    new Paragraph({ style: styleIds.title, text: cleanText(title) }),
    new Paragraph({
      style: styleIds.signature,
      alignment: 'center',
      text: cleanText(`（${about}）`),
      spacing: { after: 120 },
      keepNext: true,
    }),
  ]
}

export function noteParagraphs(
  notes: readonly string[],
  type: 'plain' | 'dense' = 'plain',
): readonly Paragraph[] {
  return ['填写说明：', ...notes].map(
    (text, index) =>
      new Paragraph({
        style: type === 'dense' ? styleIds.denseText : styleIds.tableText,
        alignment: 'left',
        text: cleanText(text),
        keepNext: index < notes.length,
        ...(index === 0 ? { spacing: { before: 120 } } : {}),
      }),
  )
}
