import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { type BackupManifest, backupManifest } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { type Keys, parseKeys } from '../system/keyFile.ts'
import { explainDisk } from './diskErrors.ts'

export const entryNames = { ledger: 'ledger.db', keys: 'keys.json', manifest: 'manifest.json' } as const

/** A backup file as far as it can be read without its key. */
export interface BackupFile {
  readonly path: string
  readonly manifest: BackupManifest
  readonly keys: Keys
  readonly keysText: string
  /** Where the encrypted database stands in the file, in bytes. */
  readonly ledger: { readonly at: number; readonly bytes: number }
  /** Of the whole file. */
  readonly bytes: number
}

/** `part` is the damaged one, in Chinese. */
export function damagedBackup(detail: string, part: string): AppError {
  return new AppError('BACKUP_DAMAGED', detail, {
    messageZh: `这份备份已损坏：${part}。请换一份备份；现有数据没有改动`,
  })
}

const incomplete = (detail: string) =>
  damagedBackup(detail, '文件不是完整的备份（可能没有复制完，或不是备份文件）')

const endLength = 22
const directoryEntryLength = 46
const localHeaderLength = 30
const endSignature = 0x06054b50
const directorySignature = 0x02014b50
const localSignature = 0x04034b50
const smallPartLimit = 4 * 2 ** 20

interface Wanted {
  readonly at: number
  readonly length: number
}

interface Entry {
  readonly name: string
  readonly bytes: number
  readonly at: number
}

/** Asks for the bytes it needs, so that one reader serves both who may wait and who may not. */
type Reading<T> = Generator<Wanted, T, DataView>

function* readEntries(size: number): Reading<readonly Entry[]> {
  if (size < endLength) throw incomplete('shorter than a zip end')
  const end = yield { at: size - endLength, length: endLength }
  if (end.getUint32(0, true) !== endSignature) throw incomplete('no zip end where it belongs')
  const length = end.getUint32(12, true)
  const at = end.getUint32(16, true)
  if (at + length + endLength !== size || length > 1024) throw incomplete('zip directory elsewhere')
  const directory = yield { at, length }
  const entries: Entry[] = []
  for (let i = 0; i < length;) {
    if (i + directoryEntryLength > length || directory.getUint32(i, true) !== directorySignature)
      throw incomplete('broken zip directory')
    const nameLength = directory.getUint16(i + 28, true)
    const next = i + directoryEntryLength + nameLength + directory.getUint16(i + 30, true)
    if (next > length || directory.getUint16(i + 10, true) !== 0) throw incomplete('unexpected zip entry')
    entries.push({
      name: textOf(directory, i + directoryEntryLength, nameLength),
      bytes: directory.getUint32(i + 24, true),
      at: directory.getUint32(i + 42, true),
    })
    i = next
  }
  return entries
}

function* findContents(entry: Entry | undefined, size: number): Reading<{ at: number; bytes: number }> {
  if (!entry || entry.at + localHeaderLength > size) throw incomplete('an entry is missing')
  const header = yield { at: entry.at, length: localHeaderLength }
  if (header.getUint32(0, true) !== localSignature) throw incomplete('zip entry elsewhere')
  const at = entry.at + localHeaderLength + header.getUint16(26, true) + header.getUint16(28, true)
  if (at + entry.bytes > size) throw incomplete('zip entry runs out of the file')
  return { at, bytes: entry.bytes }
}

function* readSmall(entry: Entry | undefined, size: number): Reading<string> {
  const { at, bytes } = yield* findContents(entry, size)
  if (bytes > smallPartLimit) throw incomplete('a small part is large')
  return textOf(yield { at, length: bytes }, 0, bytes)
}

function* readBackup(path: string, size: number): Reading<BackupFile> {
  const entries = yield* readEntries(size)
  const named = (name: string) => entries.find((entry) => entry.name === name)
  const manifest = readManifest(yield* readSmall(named(entryNames.manifest), size))
  const keysText = yield* readSmall(named(entryNames.keys), size)
  if (sha256(keysText) !== manifest.keysSha256)
    throw damagedBackup('keys checksum differs', '密钥文件 keys.json 与清单不一致')
  const ledger = yield* findContents(named(entryNames.ledger), size)
  if (ledger.bytes !== manifest.bytes)
    throw damagedBackup('ledger size differs', '数据库文件的大小与清单不一致')
  return { path, manifest, keys: readKeys(keysText), keysText, ledger, bytes: size }
}

function readManifest(text: string): BackupManifest {
  try {
    return backupManifest.parse(JSON.parse(text))
  } catch {
    throw damagedBackup('manifest unreadable', '清单 manifest.json 读不出来')
  }
}

function readKeys(text: string): Keys {
  try {
    return parseKeys(text)
  } catch {
    throw damagedBackup('keys unreadable', '密钥文件 keys.json 读不出来')
  }
}

function textOf(view: DataView, at: number, length: number): string {
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at, length))
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const viewOf = (bytes: Uint8Array, read: number, wanted: Wanted): DataView => {
  if (read < wanted.length) throw incomplete('file ends early')
  return new DataView(bytes.buffer, bytes.byteOffset, read)
}

const unreadableZh = '备份文件读不了'

/** For the few small parts of a file on the own disk. Throws BACKUP_DAMAGED, FOLDER_READ_ONLY. */
export function readBackupNow(path: string): BackupFile {
  try {
    const handle = openSync(path, 'r')
    try {
      const reading = readBackup(path, statSync(path).size)
      for (let next = reading.next(); ;) {
        if (next.done === true) return next.value
        const bytes = Buffer.alloc(next.value.length)
        next = reading.next(
          viewOf(bytes, readSync(handle, bytes, 0, bytes.length, next.value.at), next.value),
        )
      }
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    throw explainDisk(error, unreadableZh)
  }
}

/** Waits for slow disks beside other calls. Throws BACKUP_DAMAGED, FOLDER_READ_ONLY. */
export async function readBackupFile(path: string): Promise<BackupFile> {
  try {
    const handle = await open(path, 'r')
    try {
      const reading = readBackup(path, (await handle.stat()).size)
      for (let next = reading.next(); ;) {
        if (next.done === true) return next.value
        const bytes = Buffer.alloc(next.value.length)
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, next.value.at)
        next = reading.next(viewOf(bytes, bytesRead, next.value))
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw explainDisk(error, unreadableZh)
  }
}
