import { AlignmentType, type IXmlableObject } from 'docx'
import { cleanText } from './paragraphs.ts'

/** A state on a ground of its own; the words say the same, so that it reads in grey. Colours hexadecimal. */
export interface ShadedText {
  readonly text: string
  readonly fill: string
  /** White on a dark ground. */
  readonly isLight: boolean
}

export type TableText = string | ShadedText

/** From here on a row may be taller than what is left of most pages. */
const longText = 240

export const isLong = (cell: string | { readonly text: string }): boolean =>
  (typeof cell === 'string' ? cell : cell.text).length > longText

interface WrittenColumn {
  readonly width: number
  readonly align: 'center' | 'left'
}

export function attribute(name: string, value: string | number): IXmlableObject {
  return { [name]: { _attr: { 'w:val': value } } }
}

interface RowForm {
  readonly style: string
  readonly keepNext: boolean
  readonly height: number
  readonly mayBreak: boolean
}

const shadingOf = (fill: string): IXmlableObject => ({
  'w:shd': { _attr: { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': fill } },
})

/** Properties are made once for each column and shared by all its cells. */
export function rowWriter(columns: readonly WrittenColumn[], { style, keepNext, height, mayBreak }: RowForm) {
  const rowProperties = {
    'w:trPr': [
      ...(mayBreak ? [] : [{ 'w:cantSplit': {} }]),
      { 'w:trHeight': { _attr: { 'w:val': height, 'w:hRule': 'atLeast' } } },
    ],
  }
  const propertiesOf = (width: number, fill: string | null) => ({
    'w:tcPr': [
      { 'w:tcW': { _attr: { 'w:type': 'dxa', 'w:w': width } } },
      ...(fill === null ? [] : [shadingOf(fill)]),
      attribute('w:vAlign', 'center'),
    ],
  })
  const cellProperties = columns.map(({ width }) => propertiesOf(width, null))
  const paragraphProperties = columns.map(({ align }) => ({
    'w:pPr': [
      attribute('w:pStyle', style),
      ...(keepNext ? [{ 'w:keepNext': {} }] : []),
      ...(align === 'left' ? [attribute('w:jc', AlignmentType.LEFT)] : []),
    ],
  }))
  return (cells: readonly TableText[]): IXmlableObject => ({
    'w:tr': [
      rowProperties,
      ...columns.map(({ width }, index) => {
        const cell = cells[index] ?? ''
        return {
          'w:tc': [
            typeof cell === 'string' ? cellProperties[index] : propertiesOf(width, cell.fill),
            { 'w:p': [paragraphProperties[index], ...textRun(cell)] },
          ],
        }
      }),
    ],
  })
}

function textRun(cell: TableText): readonly IXmlableObject[] {
  const { text, isLight } = typeof cell === 'string' ? { text: cell, isLight: false } : cell
  if (text === '') return []
  const written = { 'w:t': [{ _attr: { 'xml:space': 'preserve' } }, cleanText(text)] }
  return [{ 'w:r': isLight ? [{ 'w:rPr': [attribute('w:color', 'FFFFFF')] }, written] : [written] }]
}
