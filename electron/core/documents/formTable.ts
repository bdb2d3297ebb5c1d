import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { portraitTextWidth } from './layout.ts'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { shareWidth } from './tables.ts'

/** `label` names what stands beside it, `value` is centred, `box` holds a text with places to sign below. */
export interface FormCell {
  readonly kind: 'label' | 'value' | 'box'
  /** Each a paragraph. */
  readonly lines: readonly string[]
  /** Below the text at the right: who signs, and when. */
  readonly sign: readonly string[]
  /** Columns of the grid it takes. */
  readonly span: number
}

export interface FormRow {
  readonly cells: readonly FormCell[]
  /** At least so high, in twips. */
  readonly height: number
}

/** 10 mm: a line to write in by hand. */
const oneLine = 567

export const label = (text: string, span = 1): FormCell => ({ kind: 'label', lines: [text], sign: [], span })
export const value = (text: string, span = 1): FormCell => ({ kind: 'value', lines: [text], sign: [], span })
export const box = (lines: readonly string[], span: number, sign: readonly string[] = []): FormCell => ({
  kind: 'box',
  lines,
  sign,
  span,
})

export function formRow(cells: readonly FormCell[], height = oneLine): FormRow {
  return { cells, height }
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

/** Space left to write in above the places to sign. */
const beforeSign = 400

function paragraphsOf({ kind, lines, sign }: FormCell, keepNext: boolean): readonly Paragraph[] {
  const style = kind === 'label' ? styleIds.tableHead : styleIds.tableText
  const alignment = kind === 'box' ? AlignmentType.LEFT : AlignmentType.CENTER
  const text = lines.length === 0 ? [''] : lines
  return [
    ...text.map((each) => new Paragraph({ style, alignment, keepNext, text: cleanText(each) })),
    ...sign.map(
      (each, index) =>
        new Paragraph({
          style: styleIds.tableText,
          alignment: AlignmentType.RIGHT,
          indent: { right: 210 },
          keepNext,
          text: cleanText(each),
          ...(index === 0 ? { spacing: { before: beforeSign } } : {}),
        }),
    ),
  ]
}

function widthOf(widths: readonly number[], from: number, span: number): number {
  return widths.slice(from, from + span).reduce((sum, width) => sum + width, 0)
}

function tableRow({ cells, height }: FormRow, widths: readonly number[], keepNext: boolean): TableRow {
  let column = 0
  return new TableRow({
    cantSplit: true,
    height: { value: height, rule: HeightRule.ATLEAST },
    children: cells.map((cell) => {
      const width = widthOf(widths, column, cell.span)
      column += cell.span
      return new TableCell({
        width: { size: width, type: WidthType.DXA },
        ...(cell.span === 1 ? {} : { columnSpan: cell.span }),
        verticalAlign: cell.kind === 'box' ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
        children: paragraphsOf(cell, keepNext),
      })
    }),
  })
}

/** A form to fill in: labels beside their values on a grid of `weights`, rows never broken across pages. */
export function formTable(weights: readonly number[], rows: readonly FormRow[]): Table {
  const widths = shareWidth(portraitTextWidth, weights)
  return new Table({
    width: { size: portraitTextWidth, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 57, right: 57, top: 28, bottom: 28 },
    borders,
    // The head goes to the page of what stands below it.
    rows: rows.map((row, index) => tableRow(row, widths, index === 0 && rows.length > 1)),
  })
}
