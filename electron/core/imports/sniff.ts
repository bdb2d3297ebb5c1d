import { refuse, unreadable } from './fileLimits.ts'
import { refusalZh } from './messagesZh.ts'

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const emptyZip = [0x50, 0x4b, 0x05, 0x06]
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Bare BIFF 2 to 5 streams begin with their BOF record. */
const biff = [
  [0x09, 0x00, 0x04, 0x00],
  [0x09, 0x02, 0x06, 0x00],
  [0x09, 0x04, 0x06, 0x00],
  [0x09, 0x08],
]
const pdf = [0x25, 0x50, 0x44, 0x46]
const otherArchives = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
]

/** What the bytes are; the file's extension is not asked. Throws for what is no table. */
export function sniff(bytes: Uint8Array): 'zip' | 'compound' | 'biff' | 'text' {
  if (bytes.length === 0) throw unreadable('empty file', refusalZh.empty)
  if (startsWith(bytes, zip)) return 'zip'
  if (startsWith(bytes, compound)) return 'compound'
  if (biff.some((signature) => startsWith(bytes, signature))) return 'biff'
  if (startsWith(bytes, pdf)) throw refuse('a pdf', refusalZh.pdf)
  if (startsWith(bytes, emptyZip) || otherArchives.some((signature) => startsWith(bytes, signature))) {
    throw refuse('an archive', refusalZh.archive)
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 512)).trimStart()
  if (/^\uFEFF?\s*<(?:!doctype|html|head|table|meta|\?xml|workbook)/i.test(head)) {
    throw refuse('a web page', refusalZh.webPage)
  }
  if (head.startsWith('{\\rtf')) throw refuse('an rtf', refusalZh.oldWord)
  return 'text'
}
