import { CFB } from '@e965/xlsx'
import { damaged, refuse } from './fileLimits.ts'
import { refusalZh } from './messagesZh.ts'

/** The part of SheetJS's compound file that is used here; the library types it as any. */
interface CompoundFile {
  readonly FullPaths: readonly string[]
  readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[]
}

// BIFF record numbers, [MS-XLS] 2.3
const filePass = 0x2f
const supBook = 0x1ae
const boundSheet = 0x85
const selfReference = 0x0401
const addInReference = 0x3a01

function openCompound(bytes: Uint8Array): CompoundFile {
  try {
    const file: CompoundFile = CFB.read(Buffer.from(bytes), { type: 'buffer' })
    return file
  } catch {
    throw damaged('broken compound file')
  }
}

function refuseByPaths(paths: readonly string[]): void {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path))
  if (has(/\/(?:EncryptionInfo|EncryptedPackage)$/i)) throw refuse('encrypted workbook', refusalZh.encrypted)
  if (has(/\/WordDocument$/i)) throw refuse('a doc', refusalZh.oldWord)
  if (has(/\/PowerPoint Document$/i)) throw refuse('a ppt', refusalZh.slides)
  if (!has(/\/(?:Workbook|Book)$/i)) throw refuse('some other compound file', refusalZh.notWorkbook)
  if (has(/\/_VBA_PROJECT(?:_CUR)?(?:\/|$)/i)) throw refuse('macros', refusalZh.macros)
}

function workbookStream(file: CompoundFile): Uint8Array {
  const index = file.FullPaths.findIndex((path) => /\/(?:Workbook|Book)$/i.test(path))
  const content = file.FileIndex[index]?.content
  if (content === undefined) throw damaged('no workbook stream')
  return content instanceof Uint8Array ? content : Uint8Array.from(content)
}

/** Walks the records once: a password, links to other files and macro sheets all stand in the clear. */
export function refuseByRecords(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = 0
  while (at + 4 <= stream.byteLength) {
    const [type, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    const body = at + 4
    if (type === filePass) throw refuse('encrypted workbook', refusalZh.encrypted)
    if (type === supBook && isOutside(view, body, length))
      throw refuse('external links', refusalZh.externalLinks)
    if (
      type === boundSheet &&
      length >= 6 &&
      body + 6 <= stream.byteLength &&
      isMacroSheet(view.getUint8(body + 5))
    ) {
      throw refuse('macros', refusalZh.macros)
    }
    at = body + length
  }
}

function isOutside(view: DataView, body: number, length: number): boolean {
  if (length < 4 || body + 4 > view.byteLength) return false
  const kind = view.getUint16(body + 2, true)
  return kind !== selfReference && kind !== addInReference
}

function isMacroSheet(type: number): boolean {
  return type === 1 || type === 6
}

/** Throws for a compound file that is no plain workbook. */
export function checkXls(bytes: Uint8Array): void {
  const file = openCompound(bytes)
  refuseByPaths(file.FullPaths)
  refuseByRecords(workbookStream(file))
}
