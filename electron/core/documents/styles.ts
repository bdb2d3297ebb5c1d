import { fonts } from './fonts.ts'

/** Font sizes of the standard in half-points. */
const halfPoints = { 小初: 72, 一号: 52, 二号: 44, 三号: 32, 四号: 28, 五号: 21, 小五: 18 } as const

/** 225 mm / 22 lines, in twips: a fixed distance, never a multiple. */
const bodyLine = 579

/** 0.3 pt closer than set solid: 28 characters of 3 号 text then stand in 156 mm, justified to the full line. */
const bodySpacing = -6

export const styleIds = {
  title: 'DocTitle',
  heading1: 'DocHeading1',
  heading2: 'DocHeading2',
  heading3: 'DocHeading3',
  heading4: 'DocHeading4',
  body: 'DocBody',
  tableHead: 'DocTableHead',
  tableText: 'DocTableText',
  denseHead: 'DocDenseHead',
  denseText: 'DocDenseText',
  signature: 'DocSignature',
  pageNumber: 'DocPageNumber',
  coverTitle: 'DocCoverTitle',
  coverText: 'DocCoverText',
  runningFoot: 'DocRunningFoot',
  agency: 'DocAgency',
  longAgency: 'DocLongAgency',
  longestAgency: 'DocLongestAgency',
  formText: 'DocFormText',
} as const

export type StyleId = (typeof styleIds)[keyof typeof styleIds]

/** 版头 is printed in red. */
export const red = 'FF0000'

type Font = (typeof fonts)[keyof typeof fonts]

interface StyleSpec {
  readonly id: StyleId
  readonly name: string
  readonly font: Font
  /** Half-points. */
  readonly size: number
  /** Fixed line distance in twips. */
  readonly line: number
  readonly align?: 'center' | 'both' | 'right'
  /** 左空二字. */
  readonly isIndented?: boolean
  readonly isKeptWithNext?: boolean
  /** Place in the navigation pane, from 0. */
  readonly outline?: number
  /** Twips added to each character. */
  readonly spacing?: number
  /** Hexadecimal; black where there is none. */
  readonly color?: string
}

const body = { size: halfPoints.三号, line: bodyLine, spacing: bodySpacing } as const
const heading = { ...body, isIndented: true, isKeptWithNext: true } as const
const table = { size: halfPoints.五号, line: 290, align: 'center' } as const
const dense = { size: halfPoints.小五, line: 250, align: 'center' } as const

/** The styles of the standard by the names clerks look for, and those of covers and running heads. */
export const styleSpecs: readonly StyleSpec[] = [
  {
    id: styleIds.title,
    name: '公文标题',
    font: fonts.title,
    size: halfPoints.二号,
    line: 660,
    align: 'center',
    isKeptWithNext: true,
  },
  { id: styleIds.heading1, name: '一级标题', font: fonts.heading, outline: 0, ...heading },
  { id: styleIds.heading2, name: '二级标题', font: fonts.subheading, outline: 1, ...heading },
  { id: styleIds.heading3, name: '三级标题', font: fonts.body, outline: 2, ...heading },
  { id: styleIds.heading4, name: '四级标题', font: fonts.body, outline: 3, ...heading },
  { id: styleIds.body, name: '正文', font: fonts.body, align: 'both', isIndented: true, ...body },
  { id: styleIds.tableHead, name: '表头', font: fonts.heading, ...table },
  { id: styleIds.tableText, name: '表文', font: fonts.body, ...table },
  { id: styleIds.denseHead, name: '名册表头', font: fonts.heading, ...dense },
  { id: styleIds.denseText, name: '名册表文', font: fonts.body, ...dense },
  { id: styleIds.signature, name: '落款', font: fonts.body, ...body },
  { id: styleIds.pageNumber, name: '页码', font: fonts.pageNumber, size: halfPoints.四号, line: 280 },
  {
    id: styleIds.coverTitle,
    name: '封面标题',
    font: fonts.title,
    size: halfPoints.小初,
    line: 1000,
    align: 'center',
  },
  {
    id: styleIds.coverText,
    name: '封面文字',
    font: fonts.title,
    size: halfPoints.二号,
    line: 720,
    align: 'center',
  },
  {
    id: styleIds.runningFoot,
    name: '页脚文字',
    font: fonts.body,
    size: halfPoints.小五,
    line: 240,
    align: 'center',
  },
  {
    id: styleIds.agency,
    name: '发文机关标志',
    font: fonts.title,
    size: halfPoints.小初,
    line: 860,
    align: 'center',
    color: red,
  },
  {
    id: styleIds.longAgency,
    name: '发文机关标志（较长）',
    font: fonts.title,
    size: halfPoints.一号,
    line: 660,
    align: 'center',
    color: red,
  },
  {
    id: styleIds.longestAgency,
    name: '发文机关标志（长）',
    font: fonts.title,
    size: halfPoints.二号,
    line: 600,
    align: 'center',
    color: red,
  },
  {
    id: styleIds.formText,
    name: '票面文字',
    font: fonts.body,
    size: halfPoints.三号,
    line: bodyLine,
    align: 'center',
  },
]

function fontsXml({ ascii, hAnsi, eastAsia, cs, hint }: Font): string {
  return (
    `<w:rFonts w:hint="${hint}" w:ascii="${ascii}" w:eastAsia="${eastAsia}" ` +
    `w:hAnsi="${hAnsi}" w:cs="${cs}"/>`
  )
}

function paragraphXml({ line, align, isIndented, isKeptWithNext, outline }: StyleSpec): string {
  return [
    isKeptWithNext === true ? '<w:keepNext/>' : '',
    '<w:widowControl/>',
    // No gap between Chinese and digits: 2026年5月8日 is set solid.
    '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>',
    // The line distance is fixed; LibreOffice would give 3 号 characters two cells each of the character grid.
    '<w:snapToGrid w:val="0"/>',
    `<w:spacing w:before="0" w:after="0" w:line="${line}" w:lineRule="exact"/>`,
    isIndented === true ? '<w:ind w:firstLineChars="200" w:firstLine="640"/>' : '',
    align === undefined ? '' : `<w:jc w:val="${align}"/>`,
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('')
}

function styleXml(spec: StyleSpec): string {
  const next = spec.isKeptWithNext === true ? `<w:next w:val="${styleIds.body}"/>` : ''
  const spacing = spec.spacing === undefined ? '' : `<w:spacing w:val="${spec.spacing}"/>`
  const color = spec.color === undefined ? '' : `<w:color w:val="${spec.color}"/>`
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${spec.id}"><w:name w:val="${spec.name}"/>` +
    `<w:basedOn w:val="Normal"/>${next}<w:qFormat/><w:pPr>${paragraphXml(spec)}</w:pPr>` +
    `<w:rPr>${fontsXml(spec.font)}<w:snapToGrid w:val="0"/>${color}${spacing}` +
    `<w:sz w:val="${spec.size}"/><w:szCs w:val="${spec.size}"/></w:rPr></w:style>`
  )
}

const bodySize = `<w:sz w:val="${halfPoints.三号}"/><w:szCs w:val="${halfPoints.三号}"/>`

const baseStyles =
  `<w:docDefaults><w:rPrDefault><w:rPr>${fontsXml(fonts.body)}${bodySize}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>' +
  '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
  `<w:rPr>${fontsXml(fonts.body)}${bodySize}</w:rPr></w:style>` +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
  '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'

/** docx 9.15 cannot take a paragraph off the grid in a style and adds blue headings of its own: this part replaces its. */
export const stylesPart = {
  path: 'word/styles.xml',
  data:
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    `${baseStyles}${styleSpecs.map(styleXml).join('')}</w:styles>`,
} as const
