import { zipSync } from 'fflate'
import { damaged, refuse, unreadable } from './fileLimits.ts'
import { refusalZh } from './messagesZh.ts'
import { type ZipEntry, listZipEntries, readZipEntry } from './zipParts.ts'

/** Number formats 27-58 of Chinese Excel (ECMA-376 18.8.30): files use them without writing them down. */
export const chineseDateFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

function refuseByNames(names: readonly string[]): void {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^word\//)) throw refuse('a docx', refusalZh.word)
  if (has(/^ppt\//)) throw refuse('a pptx', refusalZh.slides)
  if (has(/^mimetype$/) && has(/^content\.xml$/)) throw refuse('an ods', refusalZh.openDocument)
  if (has(/^xl\/workbook\.bin$/)) throw refuse('an xlsb', refusalZh.binaryWorkbook)
  if (!has(/^\[Content_Types\]\.xml$/) || !has(/^xl\//)) throw refuse('some other zip', refusalZh.archive)
  if (has(/vbaProject|^xl\/(?:macrosheets|dialogsheets|activeX|ctrlProps)\//i))
    throw refuse('macros', refusalZh.macros)
  if (has(/^xl\/(?:externalLinks|queryTables|model)\/|^xl\/connections\.xml$/i)) {
    throw refuse('external links', refusalZh.externalLinks)
  }
}

/** Only what holds cells: pictures, comments, drawings and their links never reach the parser. */
function isNeeded(name: string): boolean {
  if (!/\.(?:xml|rels)$/i.test(name)) return false
  return !/^(?:customXml|docProps)\/|^xl\/(?:worksheets\/_rels|media|drawings|charts|comments|threadedComments|persons|pivot|embeddings|printerSettings|tables|slicer|calcChain)/i.test(
    name,
  )
}

function refuseByText(name: string, text: string): void {
  if (text.slice(0, 4096).includes('<!DOCTYPE')) throw refuse('doctype', refusalZh.docType)
  if (
    name === '[Content_Types].xml' &&
    /PartName="[^"]*workbook[^"]*"[^>]*macroEnabled|macroEnabled[^>]*PartName="[^"]*workbook/i.test(text)
  )
    throw refuse('macros', refusalZh.macros)
}

/** The parser forgives XML that breaks off; half a roster must not pass for a whole one. */
function refuseCutOff(name: string, end: string): void {
  const isTable = /^xl\/(?:worksheets\/[^/]*|sharedStrings)\.xml$/i.test(name)
  if (isTable && !/(?:<\/(?:\w+:)?(?:worksheet|sst)|<(?:\w+:)?sst\b[^>]*\/)>\s*$/.test(end))
    throw damaged('a part breaks off')
}

function declareFormats(styles: string): string {
  const missing = Object.entries(chineseDateFormats).filter(
    ([id]) => !styles.includes(`numFmtId="${id}" formatCode`),
  )
  const added = missing
    .map(([id, format]) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`)
    .join('')
  if (/<numFmts\b[^>]*[^/]>/.test(styles)) return styles.replace(/<numFmts\b[^>]*>/, (tag) => tag + added)
  return styles.replace(
    /<styleSheet\b[^>]*>/,
    (tag) => `${tag}<numFmts count="${missing.length}">${added}</numFmts>`,
  )
}

/** The same workbook, rebuilt from its checked parts without anything but cells. Throws for what must not be read. */
export function cleanXlsx(bytes: Uint8Array): Uint8Array {
  const entries = listZipEntries(bytes)
  refuseByNames(entries.map((entry) => entry.name))
  const parts: Record<string, Uint8Array> = {}
  for (const entry of entries.filter(({ name }) => isNeeded(name)))
    parts[entry.name] = cleanPart(bytes, entry)
  if (!Object.keys(parts).some((name) => name.startsWith('xl/worksheets/'))) {
    throw unreadable('no worksheet', '工作簿里没有工作表，请检查文件')
  }
  return zipSync(parts, { level: 0 })
}

function cleanPart(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const part = readZipEntry(bytes, entry)
  refuseByText(entry.name, Buffer.from(part.subarray(0, 65_536)).toString('utf8'))
  refuseCutOff(entry.name, Buffer.from(part.subarray(-200)).toString('latin1'))
  if (!entry.name.endsWith('styles.xml')) return part
  return Buffer.from(declareFormats(Buffer.from(part).toString('utf8')), 'utf8')
}
