import { statSync } from 'node:fs'
import type Sqlite from 'better-sqlite3'
import { AppError } from '#shared/contract/errors.ts'

/** Below it the whole file is checked at every opening: a third of a second. */
const checkedAtOpening = 32 * 2 ** 20

/** Quick check of the whole file where it is small or `isSuspect`. Throws DATABASE_DAMAGED; the file is not changed. */
export function refuseDamaged(sqlite: Sqlite.Database, file: string, isSuspect: boolean): void {
  if (!isSuspect && statSync(file).size >= checkedAtOpening) return
  if (sqlite.pragma('quick_check(1)', { simple: true }) === 'ok') return
  throw new AppError('DATABASE_DAMAGED', 'quick_check failed', {
    messageZh: '数据库文件已损坏（可能曾经断电，或硬盘有坏道）。请用最近的备份恢复；文件没有改动',
  })
}

export function isCheckedAtOpening(file: string): boolean {
  return statSync(file).size < checkedAtOpening
}

/** Our own, in the order of their names. */
export function listTables(sqlite: Sqlite.Database): readonly string[] {
  return sqlite
    .prepare(
      "select name from main.sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all()
    .map(String)
}

export function countOf(sqlite: Sqlite.Database, table: string): number {
  return Number(sqlite.prepare(`select count(*) from main."${table}"`).pluck().get())
}

export function countRows(sqlite: Sqlite.Database): Readonly<Record<string, number>> {
  return Object.fromEntries(listTables(sqlite).map((table) => [table, countOf(sqlite, table)]))
}

/** First complaint about one table and its indexes; null when there is none. Every page of them is read and authenticated. */
export function quickCheckTable(sqlite: Sqlite.Database, table: string): string | null {
  return firstComplaint(sqlite, `quick_check("${table}")`)
}

/** The quick check, and whether every index entry and every foreign key has its row. */
export function fullCheckTable(sqlite: Sqlite.Database, table: string): string | null {
  const complaint = firstComplaint(sqlite, `integrity_check("${table}")`)
  if (complaint !== null) return complaint
  const broken = sqlite.pragma(`foreign_key_check("${table}")`)
  return Array.isArray(broken) && broken.length > 0 ? `${broken.length} rows point nowhere` : null
}

function firstComplaint(sqlite: Sqlite.Database, pragma: string): string | null {
  const answer = String(sqlite.pragma(pragma, { simple: true }))
  return answer === 'ok' ? null : (answer.split('\n').find((line) => !line.startsWith('***')) ?? answer)
}
