interface Face {
  readonly ascii: string
  readonly hAnsi: string
  readonly eastAsia: string
  readonly cs: string
  /** Gives the signs both scripts share (“ ” ‘ ’ … · —) to the Chinese font. */
  readonly hint: 'eastAsia'
}

const western = 'Times New Roman'

function face(eastAsia: string, latin = western): Face {
  return { ascii: latin, hAnsi: latin, eastAsia, cs: latin, hint: 'eastAsia' }
}

/** The faces of GB/T 9704-2012. A run names all of them: a missing eastAsia falls back to the reader's default. */
export const fonts = {
  /** 小标宋: titles. */
  title: face('方正小标宋简体'),
  /** 黑体: first-level headings, table heads. */
  heading: face('黑体'),
  /** 楷体: second-level headings. */
  subheading: face('楷体_GB2312'),
  /** 仿宋: body. */
  body: face('仿宋_GB2312'),
  /** 半角宋体: page numbers. */
  pageNumber: face('宋体', '宋体'),
} as const

/** The theme names the same fonts, so that nothing that asks for a theme font gets Calibri or 等线. */
export const themeFonts = {
  headings: { latin: western, eastAsia: fonts.heading.eastAsia, scripts: { Hans: fonts.heading.eastAsia } },
  body: { latin: western, eastAsia: fonts.body.eastAsia, scripts: { Hans: fonts.body.eastAsia } },
}

interface FontEntry {
  readonly name: string
  /** Tried in this order where the named font is not installed; font files are licensed and never embedded. */
  readonly alternatives: readonly string[]
  /** Hexadecimal Windows character set: 86 is GB2312. */
  readonly charset: string
  readonly family: 'roman' | 'modern' | 'auto'
}

const fontEntries: readonly FontEntry[] = [
  {
    name: '方正小标宋简体',
    alternatives: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体', 'SimSun'],
    charset: '86',
    family: 'auto',
  },
  {
    name: '仿宋_GB2312',
    alternatives: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋'],
    charset: '86',
    family: 'modern',
  },
  {
    name: '楷体_GB2312',
    alternatives: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体'],
    charset: '86',
    family: 'modern',
  },
  { name: '黑体', alternatives: ['SimHei', '思源黑体', 'Noto Sans CJK SC'], charset: '86', family: 'modern' },
  { name: '宋体', alternatives: ['SimSun', '思源宋体', 'Noto Serif CJK SC'], charset: '86', family: 'auto' },
  { name: western, alternatives: [], charset: '00', family: 'roman' },
]

function fontXml({ name, alternatives, charset, family }: FontEntry): string {
  const altName = alternatives.length === 0 ? '' : `<w:altName w:val="${alternatives.join(',')}"/>`
  return (
    `<w:font w:name="${name}">${altName}<w:charset w:val="${charset}"/><w:family w:val="${family}"/>` +
    '<w:pitch w:val="variable"/></w:font>'
  )
}

/** docx 9.15 lists only embedded fonts in its font table, so this part replaces the one it writes. */
export const fontTablePart = {
  path: 'word/fontTable.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${fontEntries.map(fontXml).join('')}</w:fonts>`,
} as const
