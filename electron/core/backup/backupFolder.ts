import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import {
  backupExtension,
  type BackupManifest,
  type BackupPolicy,
  type BackupRow,
} from '#shared/contract/backup.ts'
import { AppError } from '#shared/contract/errors.ts'
import { expendableBackups } from '#shared/domain/backupGenerations.ts'
import { type Instant, instant, isInstant } from '#shared/lib/dates.ts'
import { readBackupNow } from './backupFile.ts'
import { isBackupName, isTemporaryName } from './backupName.ts'
import { explainDisk } from './diskErrors.ts'

/** One file of a folder of backups; `manifest` is null when it cannot be read. */
export interface ListedBackup {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly createdAt: Instant
  /** When the file was written, as the disk says. */
  readonly writtenMs: number
  readonly manifest: BackupManifest | null
  readonly problem: string | null
}

export interface BackupFolder {
  readonly path: string
  /** Newest first. Empty where there is no folder yet. */
  list(): readonly ListedBackup[]
  /** Found damaged when its contents were read: not offered as a good one any more. */
  condemn(name: string, problem: string): void
  /** What the generations do not keep, of this data folder's own. */
  prune(ledgerId: string, policy: BackupPolicy, now: Instant): void
}

/** Whatever its name: a copy named by hand can be restored like any other. */
export function isBackupFile(name: string): boolean {
  return name.toLowerCase().endsWith(`.${backupExtension}`) && !isTemporaryName(name)
}

/** Throws FOLDER_READ_ONLY where the folder cannot be read. What was read of a file is remembered until the file changes. */
export function createBackupFolder(path: string): BackupFolder {
  const known = new Map<string, { readonly stamp: string; readonly seen: ListedBackup }>()
  const look = (name: string): ListedBackup | undefined => {
    const file = join(path, name)
    const found = statSync(file, { throwIfNoEntry: false })
    if (!found?.isFile()) return undefined
    const { size, mtimeMs } = found
    const stamp = `${size} ${mtimeMs}`
    const before = known.get(name)
    if (before?.stamp === stamp) return before.seen
    const seen = describe({ name, path: file, bytes: size, writtenMs: mtimeMs })
    known.set(name, { stamp, seen })
    return seen
  }
  const list = (): readonly ListedBackup[] => {
    if (!existsSync(path)) return []
    try {
      return readdirSync(path)
        .filter(isBackupFile)
        .map(look)
        .filter((seen) => seen !== undefined)
        .toSorted(newestFirst)
    } catch (error) {
      throw explainDisk(error, '备份文件夹 backups 读不了')
    }
  }
  return {
    path,
    list,
    condemn: (name, problem) => {
      look(name)
      const before = known.get(name)
      if (before) known.set(name, { ...before, seen: { ...before.seen, problem } })
    },
    prune: (ledgerId, policy, now) => {
      for (const name of expendable(list(), ledgerId, policy, now)) rmSync(join(path, name), { force: true })
    },
  }
}

/** What a crash left behind; nothing while a backup is being made. */
export function removeLeftovers(folder: string): void {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  for (const name of readdirSync(folder))
    if (isTemporaryName(name)) rmSync(join(folder, name), { force: true })
}

interface SeenFile {
  readonly name: string
  readonly path: string
  readonly bytes: number
  readonly writtenMs: number
}

export function listed(file: SeenFile, manifest: BackupManifest): ListedBackup {
  const { createdAt } = manifest
  return {
    ...file,
    createdAt: isInstant(createdAt) ? createdAt : instant(new Date(file.writtenMs)),
    manifest,
    problem: null,
  }
}

/** Listed with what is wrong with it; a bug of ours is thrown on. */
export function unreadable(file: SeenFile, error: unknown): ListedBackup {
  if (!(error instanceof AppError)) throw error
  return {
    ...file,
    createdAt: instant(new Date(file.writtenMs)),
    manifest: null,
    problem: error.messageZh ?? '备份文件读不了',
  }
}

function describe(file: SeenFile): ListedBackup {
  try {
    return listed(file, readBackupNow(file.path).manifest)
  } catch (error) {
    return unreadable(file, error)
  }
}

/** Within one second the longer log is the newer one. */
export function newestFirst(a: ListedBackup, b: ListedBackup): number {
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt ? -1 : 1
  const seqOf = ({ manifest }: ListedBackup) => manifest?.auditHead?.seq ?? 0
  return seqOf(b) - seqOf(a) || b.writtenMs - a.writtenMs
}

/**
 * Of a list that is newest first, the one to trust first: a backup dated in the future was made while the clock was wrong, so
 * it says nothing about the last days. Those come last, the longest log first.
 */
export function futureLast(all: readonly ListedBackup[], now: Instant): readonly ListedBackup[] {
  const seqOf = ({ manifest }: ListedBackup) => manifest?.auditHead?.seq ?? 0
  return [
    ...all.filter(({ createdAt }) => createdAt <= now),
    ...all.filter(({ createdAt }) => createdAt > now).toSorted((a, b) => seqOf(b) - seqOf(a)),
  ]
}

/** Only what we named, of this ledger: a stick may hold another office's backups too. */
export function expendable(
  all: readonly ListedBackup[],
  ledgerId: string,
  policy: BackupPolicy,
  now: Instant,
): readonly string[] {
  const ours = all.flatMap(({ name, createdAt, manifest, problem }) =>
    manifest?.ledgerId === ledgerId && problem === null && isBackupName(name)
      ? [{ id: name, createdAt, reason: manifest.reason }]
      : [],
  )
  return expendableBackups(ours, policy, now)
}

export function isGood(backup: ListedBackup): backup is ListedBackup & { readonly manifest: BackupManifest } {
  return backup.manifest !== null && backup.problem === null
}

export function rowOf(backup: ListedBackup, place: BackupRow['place']): BackupRow {
  const { name, createdAt, bytes, manifest, problem } = backup
  return {
    id: name,
    place,
    createdAt,
    reason: manifest?.reason ?? 'manual',
    bytes,
    appVersion: manifest?.appVersion ?? '',
    members: manifest?.counts['members'] ?? 0,
    organizations: manifest?.counts['organizations'] ?? 0,
    problem,
  }
}
