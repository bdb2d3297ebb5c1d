import { describe, expect, it } from 'vitest'
import { officialDocument, section } from '#core/documents/layout.ts'
import { bodyParagraph, chineseNumber, headingParagraph, titleParagraph } from '#core/documents/paragraphs.ts'
import { dataTable, shareWidth } from '#core/documents/tables.ts'
import { docxParts, referencedPart, styleNamed, tag, textOf } from './docxParts.ts'

const table = dataTable({
  columns: [
    { header: '项目', width: 3000, align: 'left' },
    { header: '人数', width: 5844, align: 'center' },
  ],
  rows: [
    ['男 & <女>', '12'],
    ['\u0007控制符', ''],
  ],
  totalRow: ['合计', '12'],
  keepTogether: true,
  keepWithNext: false,
  type: 'plain',
})

const parts = await docxParts(
  officialDocument({ title: '测试', subject: '单位' }, [
    section({ orientation: 'portrait', pageNumbers: 'none', foot: null, children: [titleParagraph('封面')] }),
    section({
      orientation: 'portrait',
      pageNumbers: 'first',
      foot: '谁导出的',
      children: [headingParagraph(1, '一、标题'), bodyParagraph('正文'), table],
    }),
    section({
      orientation: 'landscape',
      pageNumbers: 'following',
      foot: null,
      children: [bodyParagraph('横排')],
    }),
  ]),
)
const [cover = '', portrait = '', landscape = ''] = parts.sections
const styles = parts.read('word/styles.xml')

describe('GB/T 9704 page', () => {
  it('is A4 with a type area of 156 mm by 225 mm', () => {
    expect(tag(portrait, 'pgSz')).toMatchObject({ w: '11906', h: '16838' })
    expect(tag(portrait, 'pgMar')).toMatchObject({ top: '2098', bottom: '1984', left: '1587', right: '1474' })
  })

  it('has a grid of 22 lines and 28 characters', () => {
    expect(tag(portrait, 'docGrid')).toEqual({ type: 'linesAndChars', linePitch: '579', charSpace: '-848' })
  })

  it('turned for wide tables has the binding side at the top and the type area 225 mm wide', () => {
    const size = tag(landscape, 'pgSz')
    const margins = tag(landscape, 'pgMar')
    expect(size).toEqual({ w: '16838', h: '11906', orient: 'landscape' })
    expect(margins).toMatchObject({ top: '1587', bottom: '1474', left: '1984', right: '2098' })
    expect(Number(size['w']) - Number(margins['left']) - Number(margins['right'])).toBe(12_756)
    expect(tag(landscape, 'docGrid')).toMatchObject({ type: 'lines', linePitch: '579' })
  })
})

describe('page numbers', () => {
  it('stand right on single pages and left on double pages, one character in', () => {
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const footer = referencedPart(parts, portrait, 'footer', type)
      expect(tag(footer, 'jc')).toEqual({ val: side })
      expect(tag(footer, 'ind')).toEqual({ [side]: '280' })
      expect(textOf(footer)).toBe('— PAGE —谁导出的')
    }
    expect(parts.read('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  })

  it('are a PAGE field between dashes in 4 号 宋体', () => {
    const footer = referencedPart(parts, landscape, 'footer', 'default')
    expect(textOf(footer)).toBe('— PAGE —')
    expect(footer).toContain('<w:instrText xml:space="preserve">PAGE</w:instrText>')
    const style = styleNamed(styles, '页码')
    expect(tag(style, 'sz')).toEqual({ val: '28' })
    expect(tag(style, 'rFonts')).toMatchObject({ ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' })
  })

  it('leave the cover out and start at 1 after it', () => {
    expect(textOf(referencedPart(parts, cover, 'footer', 'default'))).toBe('')
    expect(textOf(referencedPart(parts, cover, 'footer', 'even'))).toBe('')
    expect(tag(portrait, 'pgNumType')).toEqual({ start: '1' })
    expect(tag(landscape, 'pgNumType')).toEqual({})
  })

  it('stay where they are over a line below them: the footer reaches down by its height', () => {
    expect(tag(portrait, 'pgMar')['footer']).toBe(String(1440 - 240))
    expect(tag(styleNamed(styles, '页脚文字'), 'spacing')['line']).toBe('240')
    expect(tag(landscape, 'pgMar')['footer']).toBe('930')
  })
})

describe('styles', () => {
  const expected = [
    ['公文标题', '44', '方正小标宋简体'],
    ['一级标题', '32', '黑体'],
    ['二级标题', '32', '楷体_GB2312'],
    ['三级标题', '32', '仿宋_GB2312'],
    ['四级标题', '32', '仿宋_GB2312'],
    ['正文', '32', '仿宋_GB2312'],
    ['表头', '21', '黑体'],
    ['表文', '21', '仿宋_GB2312'],
    ['落款', '32', '仿宋_GB2312'],
  ] as const

  it.each(expected)('%s has its size and names a font for every script', (name, size, eastAsia) => {
    const style = styleNamed(styles, name)
    expect(tag(style, 'sz')).toEqual({ val: size })
    expect(tag(style, 'rFonts')).toEqual({
      hint: 'eastAsia',
      ascii: 'Times New Roman',
      hAnsi: 'Times New Roman',
      eastAsia,
      cs: 'Times New Roman',
    })
  })

  it('set body lines 28.95 pt apart, justified, two characters in', () => {
    const style = styleNamed(styles, '正文')
    expect(style).toContain('w:line="579" w:lineRule="exact"')
    expect(tag(style, 'ind')).toEqual({ firstLineChars: '200', firstLine: '640' })
    expect(tag(style, 'jc')).toEqual({ val: 'both' })
  })

  it('make no heading bold and keep it with the text it heads', () => {
    expect(styles).not.toContain('<w:b/>')
    expect(styleNamed(styles, '一级标题')).toContain('<w:keepNext/>')
  })

  it('take no font from a theme', () => {
    const themed = /(?:ascii|hAnsi|eastAsia|cs)theme/i
    for (const name of parts.names.filter((part) => part.endsWith('.xml')))
      expect(parts.read(name)).not.toMatch(themed)
    expect(parts.read('word/theme/theme1.xml')).toContain('typeface="仿宋_GB2312"')
  })

  it('name fonts to fall back on, the common ones of Windows among them', () => {
    const fontTable = parts.read('word/fontTable.xml')
    expect(fontTable).toMatch(/w:name="方正小标宋简体"><w:altName w:val="[^"]*华文中宋[^"]*宋体/)
    expect(fontTable).toMatch(/w:name="仿宋_GB2312"><w:altName w:val="[^"]*仿宋,/)
    expect(fontTable).toMatch(/w:name="楷体_GB2312"><w:altName w:val="[^"]*楷体,/)
  })

  it('are the only ones a paragraph refers to', () => {
    const used = new Set(
      [...parts.documentXml.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1] ?? ''),
    )
    expect(used.size).toBeGreaterThan(3)
    for (const id of used) expect(styles).toContain(`w:styleId="${id}"`)
  })
})

describe('tables', () => {
  const xml = /<w:tbl>.*<\/w:tbl>/s.exec(parts.documentXml)?.[0] ?? ''

  it('give the table, the grid and every cell the same fixed widths', () => {
    expect(tag(xml, 'tblW')).toEqual({ type: 'dxa', w: '8844' })
    expect(tag(xml, 'tblLayout')).toEqual({ type: 'fixed' })
    expect([...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => match[1])).toEqual(['3000', '5844'])
    expect([...xml.matchAll(/<w:tcW w:type="dxa" w:w="(\d+)"/g)].map((match) => match[1])).toEqual(
      Array.from({ length: 4 }, () => ['3000', '5844']).flat(),
    )
  })

  it('repeat the head on every page and split no row', () => {
    const rows = xml.split('<w:tr>').slice(1)
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, false, false, false])
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
  })

  it('keep a short table on one page', () => {
    const rows = xml.split('<w:tr>').slice(1)
    expect(rows.map((row) => row.includes('<w:keepNext/>'))).toEqual([true, true, true, false])
  })

  it('escape what a clerk may type and drop what XML cannot hold', () => {
    expect(xml).toContain('男 &amp; &lt;女&gt;')
    expect(textOf(xml)).toContain('控制符')
    expect(xml).not.toContain('\u0007')
  })
})

describe('small parts', () => {
  it('writes numbers of headings in Chinese', () => {
    expect([1, 10, 11, 20, 21, 60, 100, 105, 110, 999].map(chineseNumber)).toEqual(
      '一 十 十一 二十 二十一 六十 一百 一百零五 一百一十 九百九十九'.split(' '),
    )
  })

  it('shares a width in whole twips that add up', () => {
    const widths = shareWidth(8844, [2, 1, 1, 1, 1, 1, 1])
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(8844)
    expect(widths.every(Number.isInteger)).toBe(true)
  })
})
