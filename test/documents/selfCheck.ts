import { strFromU8, unzipSync } from 'fflate'
import { landscapePage, portraitPage } from '#core/documents/layout.ts'
import { styleSpecs } from '#core/documents/styles.ts'

type LayoutProblemCode = 'MARGINS' | 'FONT_SIZE' | 'WIDOW' | 'TABLE_WIDTH' | 'PLACEHOLDER' | 'EMPTY_PAGE'

export interface LayoutProblem {
  readonly code: LayoutProblemCode
  readonly message: string
}

function attributes(tag: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...tag.matchAll(/w:(\w+)="([^"]*)"/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  )
}

function firstTag(xml: string, name: string): Readonly<Record<string, string>> {
  return attributes(new RegExp(`<w:${name}[ />][^>]*>?`).exec(xml)?.[0] ?? '')
}

interface Section {
  readonly xml: string
  readonly properties: string
}

/** A section's properties stand in its last paragraph, those of the last section at the end of the body. */
function splitSections(documentXml: string): readonly Section[] {
  const pieces = documentXml.split(/(<w:sectPr[ >].*?<\/w:sectPr>)/s)
  return pieces.flatMap((xml, index) => {
    const properties = pieces[index + 1]
    return index % 2 === 0 && properties !== undefined ? [{ xml, properties }] : []
  })
}

const sides = ['top', 'bottom', 'left', 'right'] as const

function checkMargins({ properties }: Section, number: number): readonly LayoutProblem[] {
  const size = firstTag(properties, 'pgSz')
  const margins = firstTag(properties, 'pgMar')
  const page = size['orient'] === 'landscape' ? landscapePage : portraitPage
  const isRight =
    Number(size['w']) === page.width &&
    Number(size['h']) === page.height &&
    sides.every((side) => Number(margins[side]) === page[side])
  return isRight ? [] : [{ code: 'MARGINS', message: `第${number}节的纸张或版心与 GB/T 9704 不符` }]
}

function textWidth(properties: string): number {
  const margins = firstTag(properties, 'pgMar')
  return Number(firstTag(properties, 'pgSz')['w']) - Number(margins['left']) - Number(margins['right'])
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function widthsOf(xml: string, tag: string): readonly number[] {
  return [...xml.matchAll(new RegExp(`<w:${tag} [^>]*>`, 'g'))].map(([found]) =>
    Number(attributes(found)['w']),
  )
}

/** Every column has a width, the rows agree with the grid, and the table stays within the type area. */
function checkTables({ xml, properties }: Section, number: number): readonly LayoutProblem[] {
  const limit = textWidth(properties)
  return xml
    .split('<w:tbl>')
    .slice(1)
    .flatMap((piece, index) => {
      const table = piece.split('</w:tbl>')[0] ?? ''
      const width = sum(widthsOf(table, 'gridCol'))
      const rows = table.split('<w:tr>').slice(1)
      const agree = rows.every((row) => sum(widthsOf(row, 'tcW')) === width)
      const isFixed = firstTag(table, 'tblLayout')['type'] === 'fixed'
      if (width > 0 && width <= limit && agree && isFixed) return []
      const where = `第${number}节第${index + 1}个表格`
      return [
        width > limit
          ? { code: 'TABLE_WIDTH', message: `${where}宽${width}，超出版心宽${limit}（单位：1/20磅）` }
          : { code: 'TABLE_WIDTH', message: `${where}没有固定列宽，或各行列宽与表格列宽不一致` },
      ]
    })
}

function hasContent(xml: string): boolean {
  return /<w:t[ >]|<w:tbl>|<w:drawing>|<w:instrText/.test(xml)
}

function checkPages({ xml }: Section, number: number): readonly LayoutProblem[] {
  const pages = xml.split(/<w:br w:type="page"\/>|<w:pageBreakBefore\/>/)
  return pages.every(hasContent) ? [] : [{ code: 'EMPTY_PAGE', message: `第${number}节有空白页` }]
}

function checkText(documentXml: string): readonly LayoutProblem[] {
  const text = documentXml.replace(/<[^>]+>/g, '')
  const left = /\{\{[^{}]{0,40}\}\}|\{\{|\}\}/.exec(text)?.[0]
  return left === undefined ? [] : [{ code: 'PLACEHOLDER', message: `有未替换的变量：${left}` }]
}

/** Sizes come from the styles alone: a run with a size of its own has left the standard. */
function checkSizes(documentXml: string, stylesXml: string): readonly LayoutProblem[] {
  const wrong = styleSpecs.filter(({ id, size }) => {
    const style = stylesXml.split(`w:styleId="${id}"`)[1]?.split('</w:style>')[0] ?? ''
    return Number(firstTag(style, 'sz')['val']) !== size
  })
  return [
    ...wrong.map(({ name }): LayoutProblem => ({
      code: 'FONT_SIZE',
      message: `样式“${name}”的字号与规定不符`,
    })),
    ...(/<w:sz /.test(documentXml)
      ? [{ code: 'FONT_SIZE', message: '正文里有不按样式的字号' } as const]
      : []),
  ]
}

function checkWidows(documentXml: string, stylesXml: string): readonly LayoutProblem[] {
  const off = /<w:widowControl w:val="(?:0|false|off)"\/>/
  const isOff = off.test(documentXml) || off.test(stylesXml)
  return isOff ? [{ code: 'WIDOW', message: '孤行控制被关闭' }] : []
}

/** The checks of a finished document that its XML can answer; what the eye must judge stays with the clerk. */
export function selfCheck(bytes: Uint8Array): readonly LayoutProblem[] {
  const wanted = new Set(['word/document.xml', 'word/styles.xml'])
  const parts = unzipSync(bytes, { filter: (file) => wanted.has(file.name) })
  const [documentXml, stylesXml] = [...wanted].map((name) => strFromU8(parts[name] ?? new Uint8Array()))
  const sections = splitSections(documentXml ?? '')
  return [
    ...sections.flatMap((part, index) => [
      ...checkMargins(part, index + 1),
      ...checkTables(part, index + 1),
      ...checkPages(part, index + 1),
    ]),
    ...checkText(documentXml ?? ''),
    ...checkSizes(documentXml ?? '', stylesXml ?? ''),
    ...checkWidows(documentXml ?? '', stylesXml ?? ''),
  ]
}
