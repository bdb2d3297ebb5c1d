import { AlignmentType, BorderStyle, type IXmlableObject, Table, TableLayoutType, WidthType } from 'docx'
import { cleanText } from './paragraphs.ts'
import { styleIds } from './styles.ts'
import { attribute, isLong } from './tableRows.ts'
import { shareWidth } from './tables.ts'

/** A cell of a table whose cells may stand over several columns or rows. */
export interface GridCell {
  readonly text: string
  /** Columns it takes. */
  readonly span: number
  /** Of one that stands over several rows: `following` ones say nothing. */
  readonly merge: 'none' | 'first' | 'following'
  readonly isHead: boolean
  readonly align: 'center' | 'left'
}

interface GridSpec {
  /** Twips. */
  readonly width: number
  readonly weights: readonly number[]
  readonly head: readonly GridCell[]
  readonly rows: readonly (readonly GridCell[])[]
  /** Least height of a row below the head, in twips. */
  readonly rowHeight: number
  readonly type: 'plain' | 'dense'
  /** Rows of long texts may go on to the next page. */
  readonly mayBreakRows?: boolean
  /** Height of the last row, which is written in by hand and goes to the page of what follows. */
  readonly signRow?: number
}

const plain = { span: 1, merge: 'none', isHead: false, align: 'center' } as const

export const gridText = (text: string, more: Partial<GridCell> = {}): GridCell => ({
  ...plain,
  text,
  ...more,
})
export const gridHead = (text: string, more: Partial<GridCell> = {}): GridCell => ({
  ...plain,
  text,
  isHead: true,
  ...more,
})

const styles = {
  plain: { head: styleIds.tableHead, text: styleIds.tableText },
  dense: { head: styleIds.denseHead, text: styleIds.denseText },
} as const

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
}

const merges = {
  none: [],
  first: [attribute('w:vMerge', 'restart')],
  following: [{ 'w:vMerge': {} }],
} as const

interface RowForm {
  readonly type: GridSpec['type']
  readonly height: number
  readonly isHead: boolean
  readonly mayBreak: boolean
  readonly keepNext: boolean
}

function cellXml(cell: GridCell, width: number, { type, keepNext }: RowForm): IXmlableObject {
  const { text, span, merge, isHead, align } = cell
  const shown = merge === 'following' ? '' : cleanText(text)
  return {
    'w:tc': [
      {
        'w:tcPr': [
          { 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': width } } },
          ...(span === 1 ? [] : [attribute('w:gridSpan', span)]),
          ...merges[merge],
          attribute('w:vAlign', 'center'),
        ],
      },
      {
        'w:p': [
          {
            'w:pPr': [
              attribute('w:pStyle', isHead ? styles[type].head : styles[type].text),
              ...(keepNext ? [{ 'w:keepNext': {} }] : []),
              ...(align === 'left' ? [attribute('w:jc', 'left')] : []),
            ],
          },
          ...(shown === '' ? [] : [{ 'w:r': [{ 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, shown] }] }]),
        ],
      },
    ],
  }
}

function rowXml(cells: readonly GridCell[], widths: readonly number[], form: RowForm): IXmlableObject {
  let column = 0
  return {
    'w:tr': [
      {
        'w:trPr': [
          ...(form.mayBreak ? [] : [{ 'w:cantSplit': {} }]),
          { 'w:trHeight': { _attr: { 'w:val': form.height, 'w:hRule': 'atLeast' } } },
          ...(form.isHead ? [{ 'w:tblHeader': {} }] : []),
        ],
      },
      ...cells.map((cell) => {
        const from = column
        column += cell.span
        const width = widths.slice(from, column).reduce((sum, each) => sum + each, 0)
        return cellXml(cell, width, form)
      }),
    ],
  }
}

function rowsXml({ head, rows, rowHeight, type, signRow, ...spec }: GridSpec, widths: readonly number[]) {
  const form = { type, height: rowHeight, isHead: false, mayBreak: false, keepNext: false }
  const mayBreak = (cells: readonly GridCell[]) => spec.mayBreakRows === true && cells.some(isLong)
  return [
    ...(head.length === 0
      ? []
      : [rowXml(head, widths, { ...form, isHead: true, mayBreak: false, keepNext: true })]),
    ...rows.map((cells, index) =>
      signRow !== undefined && index === rows.length - 1
        ? rowXml(cells, widths, { ...form, height: signRow, mayBreak: false, keepNext: true })
        : rowXml(cells, widths, { ...form, mayBreak: mayBreak(cells) }),
    ),
  ]
}

/**
 * A ruled table of fixed widths with cells over several columns or rows; its head repeats, and rows are split only where that is
 * said.
 */
export function gridTable(spec: GridSpec): Table {
  const widths = shareWidth(spec.width, spec.weights)
  const table = new Table({
    width: { size: spec.width, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 57, right: 57, top: 14, bottom: 14 },
    borders,
    rows: [],
  })
  // The rows join as plain XML objects, as in dataTable: three hundred ballots would take seconds otherwise.
  const writeFrame = table.prepForXml.bind(table)
  return Object.assign(table, {
    prepForXml: (...context: Parameters<typeof writeFrame>): IXmlableObject | undefined => {
      const frame = writeFrame(...context)
      return frame === undefined ? undefined : { 'w:tbl': [...frame['w:tbl'], ...rowsXml(spec, widths)] }
    },
  })
}
