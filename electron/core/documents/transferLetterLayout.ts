import {
  AlignmentType,
  BorderStyle,
  type Document,
  type ISectionOptions,
  LineRuleType,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { officialDocument, portraitPage } from './layout.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'

/** A letter in three parts has a layout of its own (D11): all of them on one sheet, 18 mm around. */
const margin = 1020

/** 四号 on 22.6 pt lines: the three parts fill the sheet and leave room for the seals. */
const size = 28
const line = { line: 452, lineRule: LineRuleType.EXACT } as const

const small = 21

export function letterTitle(text: string): Paragraph {
  return new Paragraph({
    style: styleIds.title,
    alignment: AlignmentType.CENTER,
    spacing: { before: 60, line: 500, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: cleanText(text), size: 32 })],
  })
}

/** Which part it is on the left, the number at the upper right of each. */
export function numberLine(part: string, letterNo: string): Paragraph {
  return new Paragraph({
    style: styleIds.body,
    alignment: AlignmentType.RIGHT,
    indent: { firstLine: 0 },
    spacing: line,
    keepNext: true,
    children: [new TextRun({ text: cleanText(`${part}　　编号：${letterNo}`), size: 24 })],
  })
}

/** Twice the width of a character in. */
const twoCharacters = size * 20

/** `seal` and `right` stand four characters from the right, where the seal is set over the date by hand. */
export function letterLine(text: string, kind: 'text' | 'plain' | 'seal' | 'right' = 'text'): Paragraph {
  const isRight = kind === 'seal' || kind === 'right'
  return new Paragraph({
    style: styleIds.body,
    alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: isRight
      ? { firstLine: 0, right: twoCharacters * (kind === 'seal' ? 3 : 2) }
      : { firstLine: kind === 'text' ? twoCharacters : 0 },
    spacing: kind === 'seal' ? { ...line, before: 240 } : line,
    children: [new TextRun({ text: cleanText(text), size })],
  })
}

/** Where the sheet is cut; over the cut to the stub goes half of the seal. */
export function cutLine(text: string): Paragraph {
  return new Paragraph({
    style: styleIds.tableText,
    alignment: AlignmentType.CENTER,
    spacing: { before: 120, after: 160, line: 300, lineRule: LineRuleType.EXACT },
    border: { bottom: { style: BorderStyle.DASHED, size: 8, space: 1, color: '000000' } },
    children: [new TextRun({ text: cleanText(text), size: small })],
  })
}

export function letterDocument(title: string, children: readonly Paragraph[]): Document {
  const sheet: ISectionOptions = {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: portraitPage.width, height: portraitPage.height },
        margin: {
          top: margin,
          right: margin,
          bottom: 850,
          left: margin,
          header: 567,
          footer: 567,
          gutter: 0,
        },
      },
    },
    children: [...children],
  }
  return officialDocument({ title, subject: '' }, [sheet])
}
