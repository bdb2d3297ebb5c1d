import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  type ISectionOptions,
  PageReference,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { meetingKindShort } from '#shared/labels/meetings.ts'
import { formatDots, formatPartialDate, type DateOnly } from '#shared/lib/dates.ts'
import type { Job } from '../system/jobs.ts'
import { knownPages, pagesOf, portraitTextWidth, section } from './layout.ts'
import { bookmarkOf, type BuiltMinutes, minutes } from './meetingMinutes.ts'
import type { MinutesValues } from './meetingValues.ts'
import { plainTitle } from './officialPaper.ts'
import { cleanText } from './paragraphs.ts'
import { type StyleId, styleIds } from './styles.ts'
import { shareWidth } from './tables.ts'

export const recordBookTitle = '三会一课记录本'

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}
const weights = [6, 13, 14, 33, 7]

function coverLine(style: StyleId, text: string, before: number): Paragraph {
  return new Paragraph({ style, text: cleanText(text), alignment: AlignmentType.CENTER, spacing: { before } })
}

interface Book {
  readonly organizationName: string
  readonly year: number
  readonly meetings: readonly MinutesValues[]
  readonly compiledOn: DateOnly
}

function cover({ organizationName, year, compiledOn }: Book): readonly FileChild[] {
  return [
    coverLine(styleIds.coverText, organizationName, 1700),
    coverLine(styleIds.coverTitle, recordBookTitle, 500),
    coverLine(styleIds.coverText, `（${year}年度）`, 400),
    coverLine(styleIds.signature, `编制日期：${formatPartialDate(compiledOn)}`, 5200),
  ]
}

/** One line a meeting, with the page its minutes begin on. */
function contents({ meetings }: Book): readonly FileChild[] {
  const widths = shareWidth(portraitTextWidth, weights)
  const cell = (children: readonly (TextRun | PageReference)[], n: number, style: StyleId) =>
    new TableCell({
      width: { size: widths[n] ?? 0, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          style,
          alignment: n === 3 && style === styleIds.tableText ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: [...children],
        }),
      ],
    })
  const text = (value: string) => [new TextRun(cleanText(value))]
  const head = ['序号', '日期', '会议', '主题', '页码'].map((each, n) =>
    cell(text(each), n, styleIds.tableHead),
  )
  const rows = meetings.map(({ fields }, index) => {
    const { heldOn, kinds, title } = fields
    const cells = [
      text(`${index + 1}`),
      text(formatDots(heldOn)),
      text(kinds.map((kind) => meetingKindShort[kind]).join('、')),
      text(title),
      [new PageReference(bookmarkOf(index))],
    ]
    return new TableRow({
      cantSplit: true,
      children: cells.map((children, n) => cell(children, n, styleIds.tableText)),
    })
  })
  return [
    plainTitle('', '目录'),
    new Table({
      width: { size: portraitTextWidth, type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      margins: { left: 57, right: 57, top: 28, bottom: 28 },
      borders,
      rows: [new TableRow({ tableHeader: true, cantSplit: true, children: head }), ...rows],
    }),
    new Paragraph({ style: styleIds.tableText, text: '' }),
  ]
}

const paperSection = (pageNumbers: 'none' | 'first' | 'inherited', children: readonly FileChild[]) =>
  section({ orientation: 'portrait', pageNumbers, foot: null, children })

/** Where each meeting begins: each takes pages of its own. Set one by one, so that others are answered and the caller may stop. */
async function firstPages(
  meetings: readonly MinutesValues[],
  job: Pick<Job, 'report' | 'breathe'>,
): Promise<ReadonlyMap<string, number>> {
  const first = new Map<string, number>()
  let page = 1
  for (const [index, values] of meetings.entries()) {
    job.report({ label: '编排页码', done: index, total: meetings.length })
    await job.breathe()
    first.set(bookmarkOf(index), page)
    page += pagesOf(paperSection('first', minutes(values, bookmarkOf(index)).children))
  }
  return first
}

interface BuiltBook {
  readonly sections: readonly ISectionOptions[]
  readonly missing: BuiltMinutes['missing']
  /** Fills the contents. */
  readonly pageNumbers: ReturnType<typeof knownPages>
}

/** The year's book of a branch: cover, contents, and every meeting on a page of its own, numbered through. */
export async function recordBook(book: Book, job: Pick<Job, 'report' | 'breathe'>): Promise<BuiltBook> {
  const first = await firstPages(book.meetings, job)
  const papers = book.meetings.map((values, index) => minutes(values, bookmarkOf(index)))
  return {
    sections: [
      paperSection('none', cover(book)),
      paperSection('none', contents(book)),
      ...papers.map(({ children }, index) => paperSection(index === 0 ? 'first' : 'inherited', children)),
    ],
    missing: papers.flatMap(({ missing }) => missing),
    pageNumbers: knownPages(first),
  }
}
