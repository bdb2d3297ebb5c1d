import { AlignmentType, BorderStyle, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import { fonts } from './fonts.ts'
import { portraitTextWidth } from './layout.ts'
import { cleanText } from './paragraphs.ts'
import { red, styleIds } from './styles.ts'

/** One of the 28 characters of a line, in twips. */
export const oneCharacter = 316
const line = 579
const charactersOfLine = 28

/** A line of 36 pt, and one of 26 pt, surely hold so many characters; longer names are set in 22 pt. */
const charactersOfMark = { large: 12, middle: 16 } as const

/** 发文机关标志: red, its upper edge 35 mm below that of the type area (GB/T 9704-2012 7.2.4). */
export function agencyMark(agency: string, before: number): Paragraph {
  const { large, middle } = charactersOfMark
  const long = agency.length > middle ? styleIds.longestAgency : styleIds.longAgency
  const style = agency.length > large ? long : styleIds.agency
  return new Paragraph({ style, children: linedRuns(nameLines(agency)), spacing: { before } })
}

const markFromTop = 1984

interface Head {
  /** 发文机关标志. */
  readonly agency: string
  readonly docNo: string
  /** 签发人 of papers that go up; null for those that go down, whose number stands in the middle. */
  readonly signer: string | null
}

/** 版头 with its red line. */
export function redHead({ agency, docNo, signer }: Head): readonly Paragraph[] {
  const border = { bottom: { style: BorderStyle.SINGLE, size: 12, space: 11, color: red } }
  const spacing = { before: 2 * line }
  const number =
    signer === null
      ? new Paragraph({
          style: styleIds.signature,
          alignment: AlignmentType.CENTER,
          text: cleanText(docNo),
          border,
          spacing,
        })
      : new Paragraph({
          style: styleIds.signature,
          // The red line runs over the whole width, so the space of one character is written.
          tabStops: [{ type: TabStopType.RIGHT, position: portraitTextWidth - oneCharacter }],
          children: [
            new TextRun(cleanText(`　${docNo}`)),
            new TextRun({ children: [new Tab(), '签发人：'] }),
            new TextRun({ text: cleanText(signer), font: fonts.subheading }),
          ],
          border,
          spacing,
        })
  return [agencyMark(agency, markFromTop), number]
}

/** Characters of a line of a title, which is set in 22 pt. */
const titleLine = 20

/** What a title is about; in parts where a line too long may be broken between them. */
type Matter = string | readonly string[]

/** A place in a name where a line may end: after 省, 市, 街道 and the like. */
const placeEnd = /(?:省|市|区|县|旗|镇|乡|街道|社区|村|园区|公司)/g

/** A name too long for a line in two, broken after a place, as near the middle as one is. */
function nameLines(name: string): readonly string[] {
  if (name.length <= titleLine) return [name]
  const middle = name.length / 2
  const [end = Math.ceil(middle)] = [...name.matchAll(placeEnd)]
    .map((found) => found.index + found[0].length)
    .filter((at) => at <= titleLine && name.length - at <= titleLine)
    .toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  return [name.slice(0, end), name.slice(end)]
}

function matterLines(matter: Matter): readonly string[] {
  if (typeof matter === 'string') return nameLines(matter)
  const whole = matter.join('')
  return whole.length <= titleLine ? [whole] : matter.flatMap(nameLines)
}

/** 标题 in lines that are whole in meaning: who writes, then 关于…的请示 where one line does not hold both. */
function titleLines(agency: string, matter: Matter): readonly TextRun[] {
  const about = matterLines(matter)
  const isShort = about.length === 1 && agency.length + (about[0] ?? '').length <= titleLine
  const lines = isShort ? [`${agency}${about.join('')}`] : [...nameLines(agency), ...about]
  return linedRuns(lines.filter((text) => text !== ''))
}

function linedRuns(lines: readonly string[]): readonly TextRun[] {
  return lines.map(
    (text, index) => new TextRun({ text: cleanText(text), ...(index === 0 ? {} : { break: 1 }) }),
  )
}

/** Two lines below the red line; `agency` is empty where the title does not name it. */
export function paperTitle(agency: string, matter: Matter): Paragraph {
  return new Paragraph({
    style: styleIds.title,
    children: titleLines(agency, matter),
    spacing: { before: 2 * line },
  })
}

/** Title of a paper without 版头. */
export function plainTitle(agency: string, matter: Matter): Paragraph {
  return new Paragraph({
    style: styleIds.title,
    children: titleLines(agency, matter),
    spacing: { after: 290 },
  })
}

/** 代拟稿: in brackets below the title, in 楷体. */
export function underTitle(text: string): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: cleanText(text), font: fonts.subheading })],
  })
}

/** 主送机关: a line below the title, at the very left. */
export function addressee(name: string): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    text: cleanText(`${name}：`),
    spacing: { before: line },
  })
}

/** 附件说明: a line below the text, names without a sign at their end, further lines under the first of the name. */
export function attachments(names: readonly string[]): readonly Paragraph[] {
  return names.map((name, index) => {
    const head = index === 0 ? '附件：' : '　　　'
    const number = names.length === 1 ? '' : `${index + 1}.`
    const hanging = (3 + (number === '' ? 0 : 1)) * oneCharacter
    return new Paragraph({
      style: styleIds.signature,
      text: cleanText(`${head}${number}${name}`),
      indent: { left: 2 * oneCharacter + hanging, hanging },
      // The signature that follows is not left alone on its page.
      keepNext: true,
      ...(index === 0 ? { spacing: { before: line } } : {}),
    })
  })
}

/** Characters of a line a text takes: digits and Latin letters are half as wide. */
function widthOf(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u0020-\u007E]/.test(sign) ? 0.5 : 1), 0)
}

/** 署名 and 成文日期 of a sealed paper: the date four characters from the right, the name centred over it (7.3.5.1). */
export function sealedSignature(
  agency: string,
  date: string,
  { isLast }: { readonly isLast: boolean } = { isLast: true },
): readonly Paragraph[] {
  const difference = widthOf(date) - widthOf(agency)
  const ofName = Math.max(4 + difference / 2, 0)
  // A name of more than a line ends at the right, and nothing can be centred over the date.
  const ofDate = widthOf(agency) > charactersOfLine ? 4 : Math.max(ofName - difference / 2, 4)
  const put = (text: string, right: number, isFirst: boolean) =>
    new Paragraph({
      style: styleIds.signature,
      alignment: AlignmentType.RIGHT,
      text: cleanText(text),
      indent: { right: Math.round(right * oneCharacter) },
      // 附注 below it stays on its page.
      keepNext: isFirst || !isLast,
      keepLines: true,
      ...(isFirst ? { spacing: { before: 2 * line } } : {}),
    })
  return [put(agency, ofName, true), put(date, ofDate, false)]
}

/** 附注, such as whom to call: the line right below the date, two characters in, in brackets (7.3.6). */
export function paperNote(text: string): Paragraph {
  return new Paragraph({
    style: styleIds.signature,
    text: cleanText(`（${text}）`),
    indent: { left: 2 * oneCharacter },
  })
}
