import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { newestChange } from '#db/queries/backup.ts'
import { openSnapshot, type Snapshot } from '#db/snapshot.ts'
import { AppError } from '#shared/contract/errors.ts'
import { tableLabel } from '#shared/labels/tables.ts'
import type { Instant } from '#shared/lib/dates.ts'
import type { Job } from '../system/jobs.ts'
import { type BackupFile, damagedBackup } from './backupFile.ts'
import { explainDisk } from './diskErrors.ts'
import { chunkBytes, refuseWithoutRoom } from './fileSteps.ts'

/** For the eyes of whoever waits. */
const wholeMegabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20)

/** What a test opening of an unpacked backup found out. */
export interface Tested {
  readonly newestChange: Instant | null
}

/**
 * Copies the encrypted database out of the backup and holds it against its checksum; on disk when it ends. Throws
 * BACKUP_DAMAGED with the part as far as it is known, DISK_FULL, FOLDER_READ_ONLY, CANCELLED.
 */
export async function unpackLedger(
  backup: BackupFile,
  target: string,
  key: Uint8Array | null,
  job: Job,
): Promise<void> {
  const { at, bytes } = backup.ledger
  try {
    refuseWithoutRoom(dirname(target), bytes + 2 ** 20)
    const hash = createHash('sha256')
    const [from, to] = [await open(backup.path, 'r'), await open(target, 'wx', 0o600)]
    try {
      const buffer = Buffer.alloc(chunkBytes)
      for (let done = 0; done < bytes;) {
        job.report({ label: '读取备份（MB）', done: wholeMegabytes(done), total: wholeMegabytes(bytes) })
        await job.breathe()
        const { bytesRead } = await from.read(buffer, 0, Math.min(buffer.length, bytes - done), at + done)
        if (bytesRead === 0) throw damagedBackup('ends early', '文件不是完整的备份（可能没有复制完）')
        const piece = buffer.subarray(0, bytesRead)
        hash.update(piece)
        for (let put = 0; put < bytesRead;) put += (await to.write(piece, put)).bytesWritten
        done += bytesRead
      }
      await to.sync()
    } finally {
      await from.close()
      await to.close()
    }
    if (hash.digest('hex') === backup.manifest.sha256) return
  } catch (error) {
    throw explainDisk(error, '备份没有读完')
  }
  throw damagedBackup(
    'checksum differs',
    key === null ? '数据库的内容与清单的校验值不一致' : damagedPart(target, key),
  )
}

/** Every page carries its own proof, so the damaged place can be named. */
function damagedPart(file: string, key: Uint8Array): string {
  let snapshot: Snapshot | undefined
  try {
    snapshot = openSnapshot(file, key)
    for (const table of snapshot.tables) {
      const complaint = snapshot.check(table)
      const page = /page (\d+)/.exec(complaint ?? '')?.[1]
      if (complaint !== null)
        return `数据库${page === undefined ? '' : `第 ${page} 页附近`}读不出来（${tableLabel(table)}）`
    }
    return '数据库的内容与清单的校验值不一致'
  } catch {
    return '数据库第 1 页（文件开头）读不出来'
  } finally {
    snapshot?.close()
  }
}

/** Opens what was unpacked, reads every page, holds counts and the log's head against the manifest. Throws BACKUP_DAMAGED, or DATABASE_FOREIGN when the key is another's. */
export async function testUnpacked(
  ledgerFile: string,
  { manifest }: BackupFile,
  key: Uint8Array,
  job: Job,
): Promise<Tested> {
  const snapshot = openSnapshot(ledgerFile, key)
  try {
    const wanted = Object.keys(manifest.counts).toSorted()
    if (!isDeepStrictEqual(wanted, [...snapshot.tables].toSorted()))
      throw damagedBackup('tables differ', '数据库的表与清单不一致')
    for (const [i, table] of snapshot.tables.entries()) {
      job.report({ label: '检查备份', done: i, total: snapshot.tables.length })
      await job.breathe()
      if (snapshot.check(table) !== null)
        throw damagedBackup(`quick_check of ${table}`, `数据库读不出来（${tableLabel(table)}）`)
      if (snapshot.count(table) !== manifest.counts[table])
        throw damagedBackup(`count of ${table}`, `${tableLabel(table)}的条数与清单不一致`)
    }
    if (!isDeepStrictEqual(snapshot.auditHead(), manifest.auditHead))
      throw damagedBackup('head of the log', '审计日志与清单不一致')
    return { newestChange: newestChange(snapshot.sql, snapshot.tables) }
  } finally {
    snapshot.close()
  }
}

/** Whether the key belongs to it, by trying. */
export function isForeign(error: unknown): boolean {
  return error instanceof AppError && error.code === 'DATABASE_FOREIGN'
}
