import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { beforeAll, expect } from 'vitest'
import { systemWriter } from '#db/audit/writer.ts'
import { openDatabase } from '#db/open.ts'
import { salvage, type Salvaged } from '#db/salvage.ts'
import { fillDemo } from '#core/demo/fillDemo.ts'
import { instant } from '#shared/lib/dates.ts'
import { tempDir, testPorts } from '../api/testCore.ts'

const key = Buffer.alloc(32, 9)
const migrationsDir = fileURLToPath(new URL('../../db/migrations', import.meta.url))
export const pageSize = 4096
export const now = () => instant(new Date('2026-11-21T02:00:00Z'))

export const open = (file: string) =>
  openDatabase({
    file,
    key,
    create: !existsSync(file),
    migrationsDir,
    beforeUpgrade: () => undefined,
    keepsHead: false,
  })

export function raw(file: string): Sqlite.Database {
  const sqlite = new Sqlite(file)
  sqlite.pragma("cipher = 'sqlcipher'")
  sqlite.pragma(`key = "x'${key.toString('hex')}'"`)
  return sqlite
}

/** A ledger of demo data to be damaged, made once for the tests of a file. */
export function salvageSample() {
  let file = ''
  let counts: Readonly<Record<string, number>> = {}
  beforeAll(() => {
    file = join(mkdtempSync(join(tmpdir(), 'ledger-salvage-')), 'ledger.db')
    const ledger = open(file)
    const db = ledger.as(systemWriter('test', now))
    fillDemo(db, { members: 600, seed: 3 }, testPorts().ports)
    counts = ledger.counts()
    ledger.close()
    return () => rmSync(join(file, '..'), { recursive: true })
  })
  return {
    file: () => file,
    counts: () => counts,
    /** Numbers of the pages of a table or index, in the order of the tree. */
    pagesOf: (name: string, type: 'leaf' | 'internal'): readonly number[] => {
      const sqlite = raw(file)
      const pages = sqlite
        .prepare('select pageno from dbstat where name = ? and pagetype = ? order by path')
        .pluck()
        .all(name, type)
        .map(Number)
      sqlite.close()
      return pages
    },
    damaged: (pages: readonly number[]): string => {
      const copy = join(tempDir(), 'damaged.db')
      const bytes = readFileSync(file)
      for (const page of pages) {
        const at = (page - 1) * pageSize + 1234
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      }
      writeFileSync(copy, bytes)
      return copy
    },
  }
}

export function run(from: string): { readonly to: string; readonly salvaged: Salvaged } {
  const to = join(from, '..', 'salvaged.db')
  const steps = salvage({ from, to, key, migrationsDir })
  for (;;) {
    const next = steps.next()
    if (next.done === true) return { to, salvaged: next.value }
  }
}

export const ofTable = ({ tables }: Salvaged, name: string) => tables.find(({ table }) => table === name)

export function rows(file: string, table: string): readonly string[] {
  const sqlite = raw(file)
  const all = sqlite.prepare(`select * from "${table}"`).all()
  sqlite.close()
  return all.map((row) => JSON.stringify(row)).toSorted()
}

export function expectSound(file: string): void {
  const ledger = open(file)
  expect(ledger.integrity()).toMatchObject({ integrity: 'ok', foreignKeyProblems: 0 })
  expect(ledger.verifyAudit([])).toMatchObject({ ok: true })
  ledger.close()
}
