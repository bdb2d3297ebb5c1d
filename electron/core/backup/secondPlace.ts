import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { type FileHandle, open, readdir, rm, stat, statfs } from 'node:fs/promises'
import { dirname, isAbsolute, join, parse, relative, resolve } from 'node:path'
import type { BackupPolicy } from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import type { Instant } from '#shared/lib/dates.ts'
import { syncFolder } from '../system/atomicFile.ts'
import { renamePatiently } from '../system/patientRename.ts'
import { readBackupFile } from './backupFile.ts'
import {
  expendable,
  isBackupFile,
  listed,
  type ListedBackup,
  newestFirst,
  unreadable,
} from './backupFolder.ts'
import { isTemporaryName, temporaryName } from './backupName.ts'
import { explainDisk } from './diskErrors.ts'
import { chunkBytes } from './fileSteps.ts'

/** Refuses what would be lost together with the data. Throws VALIDATION_FAILED with the sentence beside the field. */
export async function checkSecondPlace(path: string, dataDir: string): Promise<void> {
  const refuse = (sentence: string) =>
    new AppError('VALIDATION_FAILED', 'second place unusable', { fields: { secondPlace: sentence } })
  if (!isAbsolute(path)) throw refuse('请填写完整的文件夹位置，例如 E:\\党务台账备份')
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) throw refuse('没有这个文件夹。请先插好 U 盘或建好文件夹，再选择')
  if (isInside(path, dataDir))
    throw refuse('不能放在数据文件夹里面：数据文件夹坏了，备份也会一起丢失。请选另一块硬盘或 U 盘')
  const probe = join(path, temporaryName('probe', 'tmp'))
  try {
    const handle = await open(probe, 'w')
    await handle.close()
    await rm(probe, { force: true })
  } catch {
    throw refuse('这个文件夹不能写入（只读，或没有权限）。请换一个文件夹')
  }
}

/** Links followed: what looks like another disk may lead back. */
function isInside(path: string, folder: string): boolean {
  const real = (each: string) => {
    try {
      return realpathSync.native(each)
    } catch {
      return resolve(each)
    }
  }
  const between = relative(real(folder), real(path))
  return between === '' || !(between.startsWith('..') || isAbsolute(between))
}

/** Newest first. Throws what the file system says where the folder is out of reach. */
export async function listSecondPlace(folder: string): Promise<readonly ListedBackup[]> {
  const found: ListedBackup[] = []
  for (const name of (await readdir(folder)).filter(isBackupFile)) {
    const path = join(folder, name)
    const { size, mtimeMs } = await stat(path)
    const file = { name, path, bytes: size, writtenMs: mtimeMs }
    try {
      found.push(listed(file, (await readBackupFile(path)).manifest))
    } catch (error) {
      found.push(unreadable(file, error))
    }
  }
  return found.toSorted(newestFirst)
}

interface CopyOrder {
  readonly backup: ListedBackup
  readonly folder: string
  readonly id: string
  readonly signal: AbortSignal
}

/**
 * A good backup, copied under a temporary name, on disk, read back and only then given its name. Throws what the file system
 * says, or BACKUP_DAMAGED when what comes back is not what was written. Leaves nothing behind.
 */
export async function copyToSecondPlace({ backup, folder, id, signal }: CopyOrder): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < backup.bytes + chunkBytes)
    throw Object.assign(new Error('no room'), { code: 'ENOSPC' })
  await copyVerified({
    from: backup.path,
    temporary: join(folder, temporaryName(id, 'tmp')),
    target: async () => join(folder, freeName(backup.name, await readdir(folder))),
    signal,
  })
  syncTarget(folder)
}

interface VerifiedCopy {
  readonly from: string
  /** In the folder of the target. */
  readonly temporary: string
  readonly target: () => Promise<string>
  readonly signal: AbortSignal
}

async function copyVerified({ from, temporary, target, signal }: VerifiedCopy): Promise<void> {
  try {
    const written = await copyFile(from, temporary, signal)
    const back = await hashFile(temporary, signal)
    if (back !== written)
      throw new AppError('BACKUP_DAMAGED', 'copy differs', {
        messageZh: '复制后读回来的内容与原来的不一致，没有留下。请换一个 U 盘或硬盘',
      })
    await renamePatiently(temporary, await target())
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** The same to a file of any name, in the place of one that is there. Throws DISK_FULL, FOLDER_READ_ONLY. */
export async function copyBackupTo(from: string, target: string): Promise<void> {
  const temporary = join(dirname(target), temporaryName(`copy-${process.pid}`, 'tmp'))
  try {
    await copyVerified({
      from,
      temporary,
      target: () => Promise.resolve(target),
      signal: new AbortController().signal,
    })
  } catch (error) {
    throw explainDisk(error, `备份没有写到 ${target}`)
  }
}

/** Two computers may have named theirs in the same second. */
function freeName(name: string, taken: readonly string[]): string {
  const { name: stem, ext } = parse(name)
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem}-${n}${ext}`
    if (!taken.includes(free)) return free
  }
}

/** File systems of sticks and shares need not offer it; the file itself is on disk and was read back. */
function syncTarget(folder: string): void {
  try {
    syncFolder(folder)
  } catch {
    // Nothing to fall back to.
  }
}

async function copyFile(from: string, to: string, signal: AbortSignal): Promise<string> {
  const target = await open(to, 'wx', 0o600)
  try {
    const hash = await eachPiece(from, signal, async (piece) => {
      await writeAll(target, piece)
    })
    await target.sync()
    return hash
  } finally {
    await target.close()
  }
}

const hashFile = (path: string, signal: AbortSignal) => eachPiece(path, signal, () => Promise.resolve())

async function writeAll(target: FileHandle, piece: Uint8Array): Promise<void> {
  for (let done = 0; done < piece.length;) done += (await target.write(piece, done)).bytesWritten
}

/** SHA-256 of all pieces. */
async function eachPiece(
  path: string,
  signal: AbortSignal,
  take: (piece: Uint8Array) => Promise<void>,
): Promise<string> {
  const handle = await open(path, 'r')
  try {
    const hash = createHash('sha256')
    const buffer = Buffer.alloc(chunkBytes)
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      const piece = buffer.subarray(0, bytesRead)
      hash.update(piece)
      await take(piece)
    }
  } finally {
    await handle.close()
  }
}

/** The same generations as here; and what a pulled-out stick left half written. */
export async function pruneSecondPlace(
  folder: string,
  ledgerId: string,
  policy: BackupPolicy,
  now: Instant,
): Promise<void> {
  const gone = expendable(await listSecondPlace(folder), ledgerId, policy, now)
  const halves = (await readdir(folder)).filter(isTemporaryName)
  for (const name of [...gone, ...halves]) await rm(join(folder, name), { force: true })
}
