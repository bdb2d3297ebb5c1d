import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { listTables } from '#db/soundness.ts'
import { ledgerKey } from './ledgerKey.ts'
import { openRaw } from './rawLedger.ts'
import { tempDir } from './testCore.ts'

export type Row = Readonly<Record<string, string | number | null>>

export type Tables = Readonly<Record<string, readonly Row[]>>

/** Every row of every table, from a copy of the files as they lie there: what no answer can hide. */
export async function readTables(dataDir: string): Promise<Tables> {
  const dir = tempDir()
  for (const name of ['ledger.db', 'ledger.db-wal'])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(dir, name))
  const raw = openRaw(join(dir, 'ledger.db'), await ledgerKey(dataDir))
  const tables = listTables(raw).map(
    (table) => [table, raw.prepare<[], Row>(`select * from "${table}"`).all()] as const,
  )
  raw.close()
  return Object.fromEntries(tables)
}
