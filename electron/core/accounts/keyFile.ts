import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
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
  read(): Keys
  write(keys: Keys): void
  /** First run: the key is on disk before the database that needs it, under a name that does not count yet. */
  prepare(keys: Keys): void
  confirm(): void
}

const digest = (keys: Keys) => createHash('sha256').update(JSON.stringify(keys)).digest('hex')

export function keyFile(dataDir: string, ledgerFile: string): KeyFile {
  const file = join(dataDir, 'keys.json')
  const draft = join(dataDir, 'keys.json.new')
  const save = (target: string, keys: Keys) => {
    const text = JSON.stringify({ keys, sha256: digest(keys) }, null, 2)
    const temporary = `${target}.tmp`
    const handle = openSync(temporary, 'w', 0o600)
    writeSync(handle, text)
    fsyncSync(handle)
    closeSync(handle)
    renameSync(temporary, target)
  }
  return {
    state: () => {
      if (existsSync(file)) return 'ready'
      if (!existsSync(ledgerFile)) {
        rmSync(draft, { force: true })
        return 'new'
      }
      if (existsSync(draft)) {
        renameSync(draft, file) // The first run was cut off between making the database and naming its key.
        return 'ready'
      }
      throw new AppError('KEY_FILE_MISSING', 'ledger without key file', {
        messageZh:
          '数据文件夹里有数据库 ledger.db，却没有密钥文件 keys.json，打不开。请把 keys.json 从备份放回来；数据库没有改动',
      })
    },
    read: () => parseKeys(readFileSync(file, 'utf8')),
    write: (keys) => save(file, keys),
    prepare: (keys) => save(draft, keys),
    confirm: () => renameSync(draft, file),
  }
}

function parseKeys(text: string): Keys {
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
