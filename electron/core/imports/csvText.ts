import { fileLimits, refuse, tooLarge, unreadable } from './fileLimits.ts'
import { callsOut } from './formulas.ts'
import { refusalZh } from './messagesZh.ts'
import type { GridCell } from './workbookGrid.ts'

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Which half of the byte pairs is zero in text that is mostly ASCII. */
function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 2000)
  let [even, odd] = [0, 0]
  sample.forEach((byte, index) => {
    if (byte !== 0) return
    if (index % 2 === 0) even += 1
    else odd += 1
  })
  if (even + odd === 0) return null
  if (even === 0) return 'utf-16le'
  return odd === 0 ? 'utf-16be' : null
}

/** UTF-8 and UTF-16 with or without a mark, else GB18030 (what Chinese Excel saves). Throws for binary files. */
export function decodeText(bytes: Uint8Array): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null
  const wide = mark ?? looksUtf16(bytes)
  const text =
    wide === null ? (decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes)) : decodeAs(wide, bytes)
  if (text === null || text.includes('\0')) throw refuse('not text', refusalZh.notWorkbook)
  return text
}

const delimiters = [',', '\t', ';'] as const

/** The sign that splits the first lines into most columns, outside quotes. */
export function findDelimiter(text: string): string {
  const head = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const most = (sign: string) => Math.max(...head.map((line) => line.split(sign).length))
  return delimiters.reduce((best, sign) => (most(sign) > most(best) ? sign : best))
}

/** ="0011" is how programs force text; any other formula has no stored result in a csv. */
function csvCell(text: string): GridCell {
  if (text === '') return null
  if (!text.startsWith('=') || text.length === 1) return text
  const forced = /^="((?:[^"]|"")*)"$/.exec(text)
  if (forced) return forced[1]?.replaceAll('""', '"') ?? ''
  if (callsOut(text.slice(1))) throw refuse('a formula calls out', refusalZh.externalLinks)
  return { kind: 'unread', text, isFormula: true }
}

/** RFC 4180; a quote inside an unquoted value stands for itself. */
export function parseCsv(text: string, delimiter: string): (readonly GridCell[])[] {
  const rows: GridCell[][] = []
  let row: GridCell[] = []
  let at = 0
  const endRow = () => {
    rows.push(row)
    row = []
    if (rows.length > fileLimits.rows)
      throw tooLarge('too many rows', `行数超过 ${fileLimits.rows} 行，请分成几个文件导入`)
  }
  while (at < text.length) {
    const { value, next } = readValue(text, at, delimiter, rows.length + 1)
    row.push(csvCell(value))
    const sign = text[next]
    at = next + 1
    if (sign === delimiter) continue
    if (sign === '\r' && text[at] === '\n') at += 1
    endRow()
  }
  if (row.length > 0) endRow()
  return rows
}

interface Value {
  readonly value: string
  /** Where the delimiter, the line end or the end of the text is. */
  readonly next: number
}

function readValue(text: string, from: number, delimiter: string, rowNumber: number): Value {
  if (text[from] === '"') return readQuoted(text, from, delimiter, rowNumber)
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(from, end), next: end }
}

function readQuoted(text: string, from: number, delimiter: string, rowNumber: number): Value {
  let [value, at] = ['', from + 1]
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) {
      throw unreadable(
        'unpaired quote',
        `第 ${rowNumber} 行的双引号没有成对，后面的内容无法分清。请在表格软件中改好再导出`,
      )
    }
    value += text.slice(at, quote)
    if (text[quote + 1] !== '"') {
      const rest = readValueTail(text, quote + 1, delimiter)
      return { value: value + rest.value, next: rest.next }
    }
    value += '"'
    at = quote + 2
  }
}

/** Anything between a closing quote and the delimiter is kept as written. */
function readValueTail(text: string, from: number, delimiter: string): Value {
  let end = from
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1
  return { value: text.slice(from, end), next: end }
}
