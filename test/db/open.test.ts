import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  chmodSync,
  existsSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Ledger } from '#db/database.ts'
import { openDatabase, type UpgradingLedger } from '#db/open.ts'
import { listOrganizations } from '#db/queries/organizations.ts'
import { fromSqlite } from '#db/errors.ts'
import { tempDir } from '../api/testCore.ts'
import { growDisk, mountSmallDisk } from '../faults/smallDisk.ts'
import { aWriter, key, migrationsDir } from './auditLedger.ts'
import { unmakeLastMigration } from './oldDatabase.ts'

interface Opening {
  readonly key?: Buffer
  readonly create?: boolean
  readonly beforeUpgrade?: (old: UpgradingLedger) => void
}

function open(file: string, options: Opening = {}): Ledger {
  return openDatabase({
    file,
    key,
    create: false,
    migrationsDir,
    keepsHead: true,
    beforeUpgrade: () => undefined,
    ...options,
  })
}

function aDatabase(): string {
  const file = join(tempDir(), 'ledger.db')
  open(file, { create: true }).close()
  return file
}

function raw(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  return sqlite
}

/** What opening says; the file must be byte for byte what it was. */
function refusalOf(file: string, useKey = key): { readonly code: string; readonly messageZh: string } {
  const before = existsSync(file) ? readFileSync(file) : null
  try {
    open(file, { key: useKey }).close()
  } catch (error) {
    if (before !== null) expect(readFileSync(file).equals(before)).toBe(true)
    return error as { code: string; messageZh: string }
  }
  throw new Error('it opened')
}

describe('a database file that is wrong is refused with its own sentence and left as it is', () => {
  it('missing', () => {
    expect(refusalOf(join(tempDir(), 'ledger.db'))).toMatchObject({
      code: 'DATABASE_MISSING',
      messageZh: expect.stringContaining('没有数据库文件'),
    })
  })

  it('of another data folder (another key)', () => {
    expect(refusalOf(aDatabase(), Buffer.alloc(32, 8))).toMatchObject({
      code: 'DATABASE_FOREIGN',
      messageZh: expect.stringContaining('不配套'),
    })
  })

  it('cut short within a page', () => {
    const file = aDatabase()
    truncateSync(file, readFileSync(file).length - 100)
    expect(refusalOf(file)).toMatchObject({
      code: 'DATABASE_DAMAGED',
      messageZh: expect.stringContaining('不完整'),
    })
  })

  it('cut short at a page boundary', () => {
    const file = aDatabase()
    truncateSync(file, readFileSync(file).length - 3 * 4096)
    expect(refusalOf(file).code).toBe('DATABASE_DAMAGED')
  })

  it('a plain SQLite file', () => {
    const file = join(tempDir(), 'ledger.db')
    const sqlite = new Sqlite(file)
    sqlite.exec('create table t (a)')
    sqlite.close()
    expect(refusalOf(file)).toMatchObject({ code: 'DATABASE_NOT_ENCRYPTED' })
  })

  it('encrypted with our key, but not ours', () => {
    const file = join(tempDir(), 'ledger.db')
    const sqlite = raw(file)
    sqlite.exec('create table t (a)')
    sqlite.close()
    expect(refusalOf(file)).toMatchObject({
      code: 'DATABASE_FOREIGN',
      messageZh: expect.stringContaining('不是党务台账'),
    })
  })

  it('some other file', () => {
    const file = join(tempDir(), 'ledger.db')
    writeFileSync(file, Buffer.alloc(8192, 'x'))
    expect(refusalOf(file).code).toBe('DATABASE_FOREIGN')
  })

  it('saved by a newer build', () => {
    const file = aDatabase()
    const sqlite = raw(file)
    sqlite
      .prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)')
      .run('future', 9_999_999_999_999)
    sqlite.close()
    expect(refusalOf(file)).toMatchObject({
      code: 'DATABASE_TOO_NEW',
      messageZh: expect.stringContaining('更新版本'),
    })
  })

  it('saved by a build that went another way, whose migration this one has otherwise', () => {
    const file = aDatabase()
    const sqlite = raw(file)
    sqlite.exec(
      `update __drizzle_migrations set created_at = created_at - 1
       where created_at = (select max(created_at) from __drizzle_migrations)`,
    )
    sqlite.close()
    expect(refusalOf(file)).toMatchObject({
      code: 'DATABASE_TOO_NEW',
      messageZh: expect.stringContaining('另一个版本'),
    })
  })
})

describe('opening', () => {
  it('keeps data across closing, with the migrations applied once', () => {
    const file = aDatabase()
    const database = open(file)
    expect(listOrganizations(database.as(aWriter()).read)).toEqual([])
    expect(database.integrity()).toMatchObject({ integrity: 'ok', foreignKeyProblems: 0 })
    database.close()
  })

  it('gives the file as it was to whoever backs it up, before an upgrade', () => {
    const file = aDatabase()
    const sqlite = raw(file)
    unmakeLastMigration(sqlite)
    const applied = sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get()
    sqlite.close()
    const path = join(file, '..', 'before.db')
    let told: UpgradingLedger | undefined
    const beforeUpgrade = (old: UpgradingLedger) => {
      told = old
      old.copyTo(path)
    }
    open(file, { beforeUpgrade }).close()
    expect(told?.migrations).toBe(applied)
    const copy = raw(path)
    expect(copy.prepare('select count(*) from __drizzle_migrations').pluck().get()).toBe(applied)
    const tables = copy.prepare("select count(*) from sqlite_master where name = 'review_campaigns'").pluck()
    expect(tables.get()).toBe(0)
    copy.close()
  })

  it('writes all of a transaction or nothing', () => {
    const database = open(aDatabase())
    const attempt = () =>
      database.as(aWriter()).write((tx) => {
        tx.sql.run("insert into database_facts (key, value) values ('a', '1')")
        throw new Error('power cut')
      })
    expect(attempt).toThrow('power cut')
    expect(
      database.as(aWriter()).read.sql.get("select value from database_facts where key = 'a'"),
    ).toBeUndefined()
    database.close()
  })

  it('gives readers no way to write, not even by raw SQL', () => {
    const database = open(aDatabase())
    expect(() =>
      database.as(aWriter()).read.sql.all("insert into database_facts (key, value) values ('a', '1')"),
    ).toThrow('a read was asked to write')
    expect(Object.keys(database.as(aWriter()).read.sql)).toEqual(['all', 'get'])
    // @ts-expect-error a reader has no insert
    void (() => database.as(aWriter()).read.orm.insert)
    // @ts-expect-error a transaction body may not be async: it would commit before its work is done
    void (() => database.as(aWriter()).write(async () => 1))
    database.close()
  })

  it('a copy opens with the same key and holds the same', () => {
    const file = aDatabase()
    const database = open(file)
    database
      .as(aWriter())
      .write((tx) => tx.sql.run("insert into database_facts (key, value) values ('a', '1')"))
    const copy = join(file, '..', 'copy.db')
    database.copyTo(copy)
    database.close()
    const second = open(copy)
    expect(second.as(aWriter()).read.sql.get("select value from database_facts where key = 'a'")).toEqual({
      value: '1',
    })
    second.close()
  })
})

describe('a disk or folder that does not take writes', () => {
  it('full: a clear sentence, nothing half written, and the file opens again', (context) => {
    const dir = tempDir()
    if (!mountSmallDisk(dir)) context.skip('needs the right to mount a small tmpfs')
    const file = join(dir, 'ledger.db')
    const database = open(file, { create: true })
    const filler = 'x'.repeat(400_000)
    let error: unknown
    try {
      for (let i = 0; i < 60; i += 1)
        database.as(aWriter()).write((tx) =>
          tx.sql.run('insert into database_facts (key, value) values (@key, @filler)', {
            key: `k${i}`,
            filler,
          }),
        )
    } catch (caught) {
      error = caught
    }
    expect(fromSqlite(error)).toMatchObject({ code: 'DISK_FULL', messageZh: expect.stringContaining('磁盘') })
    const kept = database
      .as(aWriter())
      .read.sql.get<{ n: number }>('select count(*) as n from database_facts')?.n
    expect(database.integrity().integrity).toBe('ok')
    database.close()
    growDisk(dir)
    const again = open(file)
    expect(
      again.as(aWriter()).read.sql.get<{ n: number }>('select count(*) as n from database_facts')?.n,
    ).toBe(kept)
    again.close()
  })

  it('read-only folder: refused before anything is opened', (context) => {
    if (process.getuid?.() !== 0) context.skip('needs root to become another user')
    const dir = tempDir()
    mkdirSync(join(dir, 'data'))
    chmodSync(dir, 0o755)
    chmodSync(join(dir, 'data'), 0o555)
    const lock = fileURLToPath(new URL('../../db/folderLock.ts', import.meta.url))
    const script = `process.setuid(65534); const { lockFolder } = await import(${JSON.stringify(lock)});
      try { lockFolder(${JSON.stringify(join(dir, 'data'))}, { shell: 'cli', host: 'h', since: 's' }) }
      catch (error) { console.log(error.code, error.messageZh) }`
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(said).toContain('FOLDER_READ_ONLY 数据文件夹不能写入')
  })
})

it('a copied file opens wherever its key is: the folder may be moved', () => {
  const file = aDatabase()
  const moved = join(tempDir(), 'ledger.db')
  copyFileSync(file, moved)
  open(moved).close()
})
