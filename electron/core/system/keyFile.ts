import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { syncFolder, writeFileAtomically } from './atomicFile.ts'
import { wrappedKeySchema } from './keyWrap.ts'

const keysSchema = z.strictObject({
  version: z.literal(1),
  accounts: z.array(z.strictObject({ user: z.string().min(1), key: wrappedKeySchema })).min(1),
  recovery: wrappedKeySchema,
})

/** Who can open the database: its key, wrapped once per account and once by the recovery code. */
export type Keys = Readonly<z.output<typeof keysSchema>>

const fileSchema = z.strictObject({ keys: keysSchema, sha256: z.string() })

export interface KeyFile {
  /** `new`: an empty folder; `ready`: key file and database are both there. Throws KEY_FILE_MISSING. */
  state(): 'new' | 'ready'
  /** Throws KEY_FILE_MISSING, KEY_FILE_DAMAGED. */
  read(): Keys
  write(keys: Keys): void
  /** First run: the key is on disk before the database that needs it, under a name that does not count yet. */
  prepare(keys: Keys): void
  /** Throws FOLDER_READ_ONLY. */
  confirm(): void
  /** Takes `confirm` back: the keys are a draft again, which counts only beside a database. Only for a first run that failed. */
  retract(): void
}

const digest = (keys: Keys) => createHash('sha256').update(JSON.stringify(keys)).digest('hex')

/** As it stands in the file, here and in a backup. */
export const keysText = (keys: Keys): string => JSON.stringify({ keys, sha256: digest(keys) }, null, 2)

/** Where the first run makes the database until its accounts are in it. */
export const ledgerDraft = (ledgerFile: string): string => `${ledgerFile}.new`

export const filesOfDatabase = (file: string): readonly string[] => [
  file,
  `${file}-wal`,
  `${file}-shm`,
  `${file}-journal`,
]

export function keyFile(dataDir: string, ledgerFile: string): KeyFile {
  const file = join(dataDir, 'keys.json')
  const draft = join(dataDir, 'keys.json.new')
  const save = (target: string, keys: Keys) => writeFileAtomically(target, keysText(keys))
  const confirm = () => {
    try {
      renameSync(draft, file)
      syncFolder(dataDir)
    } catch (error) {
      throw new AppError('FOLDER_READ_ONLY', 'key file draft not renamed', {
        messageZh:
          '密钥文件 keys.json 写不进数据文件夹，首次设置没有完成。请检查文件夹的权限和磁盘空间，关闭正在占用它的程序后重试',
        cause: error,
      })
    }
  }
  /** Of a first run that was cut off before its accounts were written: nothing anybody could open. */
  const leftovers = [draft, ...filesOfDatabase(ledgerDraft(ledgerFile)), ...filesOfDatabase(ledgerFile)]
  return {
    state: () => {
      if (existsSync(file)) return 'ready'
      if (!existsSync(ledgerFile)) {
        for (const leftover of leftovers) rmSync(leftover, { force: true })
        return 'new'
      }
      if (existsSync(draft)) {
        confirm() // Cut off between the two names: a database by this name has its accounts.
        return 'ready'
      }
      throw missing()
    },
    read: () => {
      if (!existsSync(file)) throw missing()
      return parseKeys(readFileSync(file, 'utf8'))
    },
    write: (keys) => save(file, keys),
    prepare: (keys) => save(draft, keys),
    confirm,
    retract: () => {
      if (existsSync(file)) renameSync(file, draft)
    },
  }
}

const missing = () =>
  new AppError('KEY_FILE_MISSING', 'ledger without key file', {
    messageZh:
      '数据文件夹里有数据库 ledger.db，却没有密钥文件 keys.json，打不开。请把 keys.json 从备份放回来；数据库没有改动',
  })

/** Throws KEY_FILE_DAMAGED. */
export function parseKeys(text: string): Keys {
  const damaged = (detail: string) =>
    new AppError('KEY_FILE_DAMAGED', detail, {
      messageZh: '密钥文件 keys.json 已损坏。请从备份里放回这个文件；数据库没有改动',
    })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged('not JSON')
  }
  const parsed = fileSchema.safeParse(json)
  if (!parsed.success) throw damaged('not the shape of a key file')
  if (digest(parsed.data.keys) !== parsed.data.sha256) throw damaged('checksum differs')
  return parsed.data.keys
}
