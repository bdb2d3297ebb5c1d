import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import type { FileChild, ISectionOptions, PageNumberEstimator } from 'docx'
import { layoutDocument } from 'docx/layout'
import { themeFonts } from './fonts.ts'
import { styleIds, stylesPart } from './styles.ts'

interface Page {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly header: number
  readonly footer: number
}

/**
 * GB/T 9704-2012 in twips: A4, 天头 37 mm, 订口 28 mm, 版心 156 x 225 mm. The footer distance puts the dashes of the
 * page number 7 mm below the type area.
 */
export const portraitPage: Page = {
  width: 11906,
  height: 16838,
  top: 2098,
  bottom: 1984,
  left: 1587,
  right: 1474,
  header: 850,
  footer: 1440,
}

/** The same sheet turned for a wide table: the binding side becomes the top, the foot becomes the left. */
export const landscapePage: Page = {
  width: portraitPage.height,
  height: portraitPage.width,
  top: portraitPage.left,
  bottom: portraitPage.right,
  left: portraitPage.bottom,
  right: portraitPage.top,
  header: 680,
  footer: portraitPage.footer - portraitPage.bottom + portraitPage.right,
}

/** 156 mm; the rounded margins leave a twip more. */
export const portraitTextWidth = 8844

/** 225 mm. */
export const landscapeTextWidth = landscapePage.width - landscapePage.left - landscapePage.right

/** 22 lines of 28 characters: 28.95 pt a line, 15.79 pt a character where Normal is 16 pt (-0.207 pt x 4096). */
const characterGrid = { type: DocumentGridType.LINES_AND_CHARS, linePitch: 579, charSpace: -848 } as const

/** Landscape pages hold tables; a line grid keeps the same pitch for the headings between them. */
const lineGrid = { type: DocumentGridType.LINES, linePitch: 579 } as const

const oneCharacter = 280
/** Height of a line in the style of `foot`. */
const footLine = 240

function pageNumberFooter(side: 'left' | 'right', foot: string | null): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: styleIds.pageNumber,
        alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'right' ? { right: oneCharacter } : { left: oneCharacter },
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
      ...(foot === null ? [] : [new Paragraph({ style: styleIds.runningFoot, text: foot })]),
    ],
  })
}

// An empty footer is written out: a section without one inherits the footer of the section before.
function emptyFooter(): Footer {
  return new Footer({ children: [new Paragraph({ style: styleIds.pageNumber })] })
}

export interface SectionSpec {
  readonly orientation: 'portrait' | 'landscape'
  /**
   * `none` for covers; `first` starts at 1; `following` goes on; `inherited` goes on with the very foot of the section before:
   * two parts less in the file for each of hundreds of papers; `again` does so from 1, for papers that are handed out one by one.
   */
  readonly pageNumbers: 'none' | 'first' | 'following' | 'inherited' | 'again'
  /** Small line below the page number, such as who took the file out; null for none. */
  readonly foot: string | null
  readonly children: readonly FileChild[]
}

function footersOf(pageNumbers: 'none' | 'first' | 'following', foot: string | null) {
  if (pageNumbers === 'none') return { default: emptyFooter(), even: emptyFooter() }
  return { default: pageNumberFooter('right', foot), even: pageNumberFooter('left', foot) }
}

export function section({ orientation, pageNumbers, foot, children }: SectionSpec): ISectionOptions {
  const isLandscape = orientation === 'landscape'
  const page = isLandscape ? landscapePage : portraitPage
  // docx swaps the sides of a landscape page itself, so it is given the portrait ones.
  const size = {
    width: portraitPage.width,
    height: portraitPage.height,
    orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  }
  const { top, right, bottom, left, header } = page
  // The line below takes its height from the edge, so that the page number stays where it belongs.
  const footer = page.footer - (foot === null || pageNumbers === 'none' ? 0 : footLine)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size,
        margin: { top, right, bottom, left, header, footer, gutter: 0 },
        ...(pageNumbers === 'first' || pageNumbers === 'again' ? { pageNumbers: { start: 1 } } : {}),
      },
      grid: isLandscape ? lineGrid : characterGrid,
    },
    // Single pages right, double pages left, one character in (GB/T 9704-2012 7.5).
    ...(pageNumbers === 'inherited' || pageNumbers === 'again'
      ? {}
      : { footers: footersOf(pageNumbers, foot) }),
    children,
  }
}

/** What programs show under file properties: holds no personal data. */
interface DocumentProperties {
  readonly title: string
  readonly subject: string
  /** Of documents whose contents name pages. */
  readonly pageNumbers?: PageNumberEstimator
  /** Of a document that is only set, not packed: packing puts in the styles of its own. */
  readonly externalStyles?: string
}

/** Page numbers of contents that are worked out already, by bookmark. */
export function knownPages(pages: ReadonlyMap<string, number>): PageNumberEstimator {
  const bookmarks = new Map([...pages].map(([name, page]) => [name, `${page}`]))
  return () => ({ bookmarks })
}

export function officialDocument(
  { title, subject, ...more }: DocumentProperties,
  sections: readonly ISectionOptions[],
): Document {
  return new Document({
    title,
    subject,
    creator: '党务台账',
    lastModifiedBy: '党务台账',
    theme: { name: '党务台账', fonts: themeFonts },
    evenAndOddHeaderAndFooters: true,
    compatibility: {
      version: 15,
      spaceForUnderline: true,
      balanceSingleByteDoubleByteWidth: true,
      useFELayout: true,
    },
    defaultTabStop: 420,
    ...more,
    sections: [...sections],
  })
}

/** How many pages a section takes; fonts of official papers are set solid, so that measuring comes out right. */
export function pagesOf(one: ISectionOptions): number {
  const document = officialDocument({ title: '', subject: '', externalStyles: stylesPart.data }, [one])
  return layoutDocument(document, { guess: true }).pages.length
}
