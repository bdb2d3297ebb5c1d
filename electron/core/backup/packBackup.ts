import { createHash } from 'node:crypto'
import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipPassThrough } from 'fflate'
import type { BackupManifest } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { entryNames, sha256 } from './backupFile.ts'
import { eachChunk, synced } from './fileSteps.ts'
import type { Steps } from './steps.ts'

type FileFacts = Pick<BackupManifest, 'bytes' | 'sha256' | 'keysSha256'>

/** The zip format's limit. */
const largest = 2 ** 32 - 2 ** 20

/**
 * Stored, not compressed (encrypted pages do not get smaller), and never held in memory. `target` is on disk when it ends.
 * The manifest comes last: it says what was read while packing.
 */
export function* packBackup(
  target: string,
  ledgerFile: string,
  keysText: string,
  manifestOf: (file: FileFacts) => BackupManifest,
): Steps<BackupManifest> {
  const { size } = statSync(ledgerFile)
  if (size > largest)
    throw new AppError('UNSUPPORTED', 'database over 4 GB', {
      messageZh: '数据库超过 4 GB，备份文件放不下。请联系维护人员',
    })
  const handle = openSync(target, 'wx', 0o600)
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error
      writeAll(handle, chunk)
    })
    const add = (name: string) => {
      const entry = new ZipPassThrough(name)
      zip.add(entry)
      return entry
    }
    const hash = createHash('sha256')
    const ledger = add(entryNames.ledger)
    yield* eachChunk(ledgerFile, 0, size, (chunk, isLast) => {
      hash.update(chunk)
      ledger.push(chunk, isLast)
    })
    add(entryNames.keys).push(strToU8(keysText), true)
    const manifest = manifestOf({ bytes: size, sha256: hash.digest('hex'), keysSha256: sha256(keysText) })
    add(entryNames.manifest).push(strToU8(JSON.stringify(manifest, null, 2)), true)
    zip.end()
    yield synced(handle)
    return manifest
  } finally {
    closeSync(handle)
  }
}

/** A full disk may take only a part of what is written, without an error. */
function writeAll(handle: number, chunk: Uint8Array): void {
  for (let done = 0; done < chunk.length;) done += writeSync(handle, chunk, done)
}
