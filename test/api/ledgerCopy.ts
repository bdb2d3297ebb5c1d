import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { systemWriter } from '#db/audit/writer.ts'
import { openDatabase } from '#db/open.ts'
import { instant } from '#shared/lib/dates.ts'
import { ledgerKey } from './ledgerKey.ts'
import { tempDir } from './testCore.ts'

export type Row = Readonly<Record<string, string | number | null>>

export type Tables = Readonly<Record<string, readonly Row[]>>

/** Every row of every table, from a copy of the files as they lie there: what no answer can hide. */
export async function readTables(dataDir: string): Promise<Tables> {
  const dir = tempDir()
  for (const name of ['ledger.db', 'ledger.db-wal'])
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(dir, name))
  const key = await ledgerKey(dataDir)
  const ledger = openDatabase({
    file: join(dir, 'ledger.db'),
    key,
    create: false,
    migrationsDir: fileURLToPath(new URL('../../db/migrations', import.meta.url)),
    beforeUpgrade: () => undefined,
    keepsHead: false,
  })
  const { read } = ledger.as(systemWriter('test', () => instant(new Date())))
  const tables = Object.keys(ledger.counts()).map(
    (table) => [table, read.sql.all<Row>(`select * from "${table}"`)] as const,
  )
  ledger.close()
  return Object.fromEntries(tables)
}
