import { Paragraph } from 'docx'
import { styleIds } from './styles.ts'

/** Characters XML 1.0 cannot hold, and halves of surrogate pairs, would make the file unreadable. */
export function cleanText(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to remove
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}

const headingStyles = {
  1: styleIds.heading1,
  2: styleIds.heading2,
  3: styleIds.heading3,
  4: styleIds.heading4,
} as const

export type HeadingLevel = keyof typeof headingStyles

export function titleParagraph(text: string): Paragraph {
  return new Paragraph({ style: styleIds.title, text: cleanText(text), spacing: { after: 290 } })
}

export function headingParagraph(level: HeadingLevel, text: string): Paragraph {
  return new Paragraph({ style: headingStyles[level], text: cleanText(text) })
}

export function bodyParagraph(text: string): Paragraph {
  return new Paragraph({ style: styleIds.body, text: cleanText(text) })
}

/** Paragraphs of which the last two go to the page of what follows: a seal never stands on a page without text. */
export function bodyBeforeSeal(lines: readonly string[]): readonly Paragraph[] {
  return lines.map(
    (line, index) =>
      new Paragraph({
        style: styleIds.body,
        text: cleanText(line),
        ...(index >= lines.length - 2 ? { keepNext: true } : {}),
      }),
  )
}

/** The last of a text: its end goes to the page of what follows, so that no signature stands on a page without text. */
export function lastParagraph(text: string): Paragraph {
  return new Paragraph({ style: styleIds.body, text: cleanText(text), keepNext: true })
}

const digits = '零一二三四五六七八九'

/** 1 -> 一, 10 -> 十, 21 -> 二十一, 105 -> 一百零五; up to 999. */
export function chineseNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10]
  const hundredText = hundreds === 0 ? '' : `${digits[hundreds]}百`
  const tenDigit = hundreds === 0 && tens === 1 ? '' : digits[tens]
  const tenText = tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tenDigit}十`
  return `${hundredText}${tenText}${ones === 0 ? '' : digits[ones]}`
}

/** 一、 （一） 1. （1）: the four levels of the standard. */
export function ordinal(level: HeadingLevel, index: number): string {
  if (level === 1) return `${chineseNumber(index)}、`
  if (level === 2) return `（${chineseNumber(index)}）`
  return level === 3 ? `${index}.` : `（${index}）`
}
