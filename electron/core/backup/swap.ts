import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { formatInShanghai, type Instant } from '#shared/lib/dates.ts'
import { syncFolder, writeFileAtomically } from '../system/atomicFile.ts'
import { renamePatientlyNow } from '../system/patientRename.ts'
import { explainDisk } from './diskErrors.ts'

/** Files that belong together: a database with another one's log or head would be refused, or worse, read. */
const ledgerFiles = [
  'ledger.db',
  'ledger.db-wal',
  'ledger.db-shm',
  'ledger.db-journal',
  'audit.head',
] as const
const keyFiles = ['keys.json', 'keys.json.new'] as const

const markerName = 'restore.json'
const workPrefix = '.restore-'
const asideFolder = 'set-aside'

const markerSchema = z.strictObject({
  /** Folder under `set-aside` the files of before are moved to. */
  aside: z.string().min(1),
  /** What may be replaced, and of that what there was. */
  touched: z.array(z.string()),
  had: z.array(z.string()),
})

type Marker = Readonly<z.output<typeof markerSchema>>

/** A folder of its own for unpacking, in the data folder so that a rename is enough. */
export function makeWorkFolder(dataDir: string, id: string): string {
  const folder = join(dataDir, `${workPrefix}${id}`)
  mkdirSync(folder, { mode: 0o700 })
  return folder
}

export interface Swap {
  /** Folder the data of before are in, null when there were none. */
  readonly setAside: string | null
  /** From here on the new data count; until then the next start puts the old ones back. */
  commit(): void
  /** Puts everything back as it was. */
  rollBack(): void
}

/**
 * Moves the present database aside and the unpacked one into its place; the database must be closed. Cut off at any point,
 * the next start finds the marker and puts everything back. With `replacesKeys` the key file is moved aside too. What fails
 * half way is put back before it is thrown on.
 */
export function beginSwap(dataDir: string, ledgerFile: string, replacesKeys: boolean, at: Instant): Swap {
  finishRollBack(dataDir)
  const touched = [...ledgerFiles, ...(replacesKeys ? keyFiles : [])]
  const had = touched.filter((name) => existsSync(join(dataDir, name)))
  const aside = newAside(dataDir, at)
  const folder = join(dataDir, asideFolder, aside)
  writeMarker(dataDir, { aside, touched, had })
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    for (const name of had) renamePatientlyNow(join(dataDir, name), join(folder, name))
    if (!replacesKeys) copyKeys(dataDir, folder)
    renamePatientlyNow(ledgerFile, join(dataDir, 'ledger.db'))
    syncFolder(folder)
    syncFolder(dataDir)
  } catch (error) {
    finishRollBack(dataDir)
    throw explainDisk(error, '换上备份里的数据时出错，已换回原来的数据')
  }
  return {
    setAside: had.length === 0 ? null : folder,
    commit: () => {
      rmSync(join(dataDir, markerName))
      syncIfPossible(dataDir)
      if (had.length === 0) removeEmpty(folder)
    },
    rollBack: () => {
      finishRollBack(dataDir)
    },
  }
}

/** What was set aside can be opened by itself. */
function copyKeys(dataDir: string, folder: string): void {
  const [keys] = keyFiles
  if (existsSync(join(dataDir, keys))) copyFileSync(join(dataDir, keys), join(folder, keys))
}

/** At every start, before anything is opened; whether there was something to put back. */
export function rollBackSwap(dataDir: string): boolean {
  const marker = readMarker(dataDir)
  if (marker) {
    const folder = join(dataDir, asideFolder, marker.aside)
    for (const name of marker.touched) putBack(dataDir, folder, name, marker.had.includes(name))
    syncFolder(dataDir)
    if (!marker.touched.includes(keyFiles[0])) rmSync(join(folder, keyFiles[0]), { force: true })
    rmSync(join(dataDir, markerName))
    syncFolder(dataDir)
    removeEmpty(folder)
  }
  return marker !== undefined
}

/**
 * What could not be put back at the time is put back before anything is opened: half of either is nobody's data. Throws
 * FOLDER_READ_ONLY, DATABASE_DAMAGED while it cannot be.
 */
export function finishRollBack(dataDir: string): void {
  try {
    rollBackSwap(dataDir)
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('FOLDER_READ_ONLY', 'an unfinished restore cannot be put back', {
      messageZh:
        '恢复没有做完，原来的数据也还没有全部换回来，现在不能打开。原来的数据在 set-aside 文件夹里，没有丢失；请检查磁盘空间和文件夹权限，关闭正在占用这些文件的程序（如杀毒软件），再重新登录',
      cause: error,
    })
  }
}

/** Without the marker the new data count; a disk that does not answer any more must not undo half of that. */
function syncIfPossible(dataDir: string): void {
  try {
    syncFolder(dataDir)
  } catch {
    // The marker may come back after a power cut: the old data are put back then.
  }
}

/** A file of before that was not moved yet is still in its place; one that was not there before is the new database's. */
function putBack(dataDir: string, folder: string, name: string, wasThere: boolean): void {
  const place = join(dataDir, name)
  if (!wasThere) rmSync(place, { force: true })
  else if (existsSync(join(folder, name))) renamePatientlyNow(join(folder, name), place)
}

/** What unpacking left behind. */
export function removeWorkFolders(dataDir: string): void {
  rmSync(join(dataDir, `${markerName}.tmp`), { force: true })
  for (const name of readdirSync(dataDir))
    if (name.startsWith(workPrefix)) rmSync(join(dataDir, name), { recursive: true, force: true })
}

function writeMarker(dataDir: string, marker: Marker): void {
  writeFileAtomically(join(dataDir, markerName), JSON.stringify(marker))
}

function newAside(dataDir: string, at: Instant): string {
  const digits = `${formatInShanghai(at)}${at.slice(17, 19)}`.replaceAll(/\D/g, '')
  for (let n = 1; ; n += 1) {
    const name = `${digits.slice(0, 8)}-${digits.slice(8)}${n === 1 ? '' : `-${n}`}`
    if (!existsSync(join(dataDir, asideFolder, name))) return name
  }
}

function readMarker(dataDir: string): Marker | undefined {
  const file = join(dataDir, markerName)
  if (!existsSync(file)) return undefined
  const marker = parseMarker(readFileSync(file, 'utf8'))
  if (marker) return marker
  throw new AppError('DATABASE_DAMAGED', 'restore.json unreadable', {
    messageZh:
      '上一次恢复没有做完，而记录它的文件 restore.json 读不出来。换下的数据在 set-aside 文件夹里，没有丢失；请先把整个数据文件夹复制一份，再联系维护人员',
  })
}

function parseMarker(text: string): Marker | undefined {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return undefined
  }
  const { data } = markerSchema.safeParse(json)
  const isPlain = data && [data.aside, ...data.touched].every((name) => basename(name) === name)
  return isPlain ? data : undefined
}

function removeEmpty(folder: string): void {
  for (const each of [folder, join(folder, '..')])
    try {
      rmdirSync(each)
    } catch {
      // Not empty, or gone already: it may stay.
    }
}
