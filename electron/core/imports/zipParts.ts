import { crc32, inflateRawSync } from 'node:zlib'
import { damaged, fileLimits, refuse, refuseBomb } from './fileLimits.ts'

export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packedSize: number
  readonly size: number
  readonly crc: number
  readonly isEncrypted: boolean
  readonly offset: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const saysZip64 = 0xffffffff

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw damaged('zip without an end record')
}

/** Some writers state every size in the zip64 field, even of small parts. */
function zip64Values(view: DataView, from: number, length: number): readonly number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const count = Math.floor(view.getUint16(at + 2, true) / 8)
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)))
  }
  throw damaged('zip64 size without its field')
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== entrySignature) throw damaged('broken zip directory')
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const stated = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const wide = stated.includes(saysZip64) ? [...zip64Values(view, at + 46 + nameLength, extraLength)] : []
  const [size, packedSize, offset] = stated.map((value) => (value === saysZip64 ? wide.shift() : value))
  if (size === undefined || packedSize === undefined || offset === undefined)
    throw damaged('zip64 field too short')
  const entry = {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    crc: view.getUint32(at + 16, true),
    size,
    packedSize,
    offset,
  }
  return { entry, next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true) }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function readDirectory(bytes: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(bytes)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > fileLimits.zipEntries) throw refuseBomb('too many zip entries')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = entryAt(bytes, view, at)
    entries.push(entry)
    at = next
  }
  return entries
}

/** Judged by the directory alone, before a byte is inflated. */
function refuseBombs(entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > fileLimits.inflatedBytes) throw refuseBomb('inflated size over the limit')
  const isTight = (entry: ZipEntry) =>
    entry.size > fileLimits.ratioFrom && entry.size > entry.packedSize * fileLimits.ratio
  if (entries.some(isTight)) throw refuseBomb('packed tighter than a real sheet')
}

/** Parts of a zip, none inflated yet. Throws for a bomb, a damaged or an encrypted archive. */
export function listZipEntries(bytes: Uint8Array): readonly ZipEntry[] {
  const entries = guardRange(() => readDirectory(bytes))
  refuseBombs(entries)
  if (entries.some((entry) => entry.isEncrypted)) {
    throw refuse('encrypted zip', '这是加了密码的压缩包，不是工作簿。请解压后选择其中的 .xlsx 文件')
  }
  return entries
}

/** Inflates one part; a directory that understates a size is caught here, at the stated size. */
export function readZipEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  return guardRange(() => {
    const view = viewOf(bytes)
    if (view.getUint32(entry.offset, true) !== localSignature)
      throw damaged('zip entry not where the directory says')
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    const packed = bytes.subarray(start, start + entry.packedSize)
    if (entry.method !== 0 && entry.method !== 8) throw damaged('unknown zip method')
    const part = entry.method === 0 ? packed : inflate(packed, entry.size)
    if (crc32(part) !== entry.crc) throw damaged('zip part fails its checksum')
    return part
  })
}

function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch (error) {
    const isOverflow = error instanceof RangeError
    throw isOverflow ? refuseBomb('part larger than the directory states') : damaged('broken zip part')
  }
}

/** DataView throws RangeError past the end: a truncated or forged archive. */
function guardRange<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw damaged('zip points outside itself')
    throw error
  }
}
